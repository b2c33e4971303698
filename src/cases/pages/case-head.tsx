import { compareDates } from '../../kernel/partial-date.ts';
import { pageUrl } from '../../platform/html/place.ts';
import { translator } from '../../platform/messages/catalogue.ts';
import { commonMessages } from '../../platform/messages/common/common-messages.ts';
import { formatDate, formatSpan } from '../../platform/messages/dates.ts';
import { langOf } from './case-texts.ts';
import type { CaseView } from './case-view.ts';
import { OutcomeTag } from './outcome-tag.tsx';
import { GapAlert } from './timeline/gap-alert.tsx';

/** Title, how it ended, where, who, when, how sure, and two sentences. */
export function CaseHead({ view }: { view: CaseView }) {
  const { texts, language } = view;
  const lang = langOf(texts.headLanguage, language);
  return (
    <header class="case-head">
      <Crumbs view={view} />
      <h1 lang={lang}>{texts.title}</h1>
      <Strip view={view} />
      <Sureness view={view} />
      <Notices view={view} />
    </header>
  );
}

/** The summary, and why the case ended as it did where that is not the obvious end. */
export function CaseSummary({ view }: { view: CaseView }) {
  const { record, texts, language, reference, t, itemLang } = view;
  const others = record.others.flatMap((id) => reference.institution(id)?.name[language] ?? []);
  const channels = record.problem.channels.flatMap((code) => reference.channel(code)?.name[language] ?? []);
  const { noticedOn } = record.problem;
  const noticed = noticedOn === null ? null : t('case.noticedOn', { date: formatDate(language, noticedOn) });
  return (
    <div class="case-summary">
      <p class="lead" lang={langOf(texts.headLanguage, language)}>
        {texts.summary}
      </p>
      {record.outcomeReason === null ? null : (
        <p class="case-reason">
          <strong>{t('case.outcomeReason')}: </strong>
          {record.outcomeReason === 'unknown' ? (
            t('case.outcomeReason.unknown')
          ) : (
            <span lang={itemLang}>{record.outcomeReason}</span>
          )}
        </p>
      )}
      <GapAlert view={view} />
      {others.length === 0 ? null : (
        <p class="case-others">
          {t('case.institutions.others')}: {others.join('; ')}
        </p>
      )}
      {channels.length === 0 && noticed === null ? null : (
        <p class="case-others">
          {t('case.channels')}: {[...channels, ...(noticed === null ? [] : [noticed])].join('; ')}
        </p>
      )}
    </div>
  );
}

function Crumbs({ view: { record, language, reference } }: { view: CaseView }) {
  const t = translator(language, commonMessages);
  const category = reference.category(record.category);
  const parent = category?.parent ? reference.category(category.parent) : undefined;
  return (
    <nav class="crumbs no-print" aria-label={t('breadcrumbs.label')}>
      <ol>
        <li>
          <a href={pageUrl(language, '/topics')}>{t('nav.topics')}</a>
        </li>
        {[parent, category].map((one) =>
          one === undefined ? null : (
            <li>
              <a href={pageUrl(language, `/topics/${one.code}`)}>{one.name[language]}</a>
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}

function Strip({ view }: { view: CaseView }) {
  const { record, language, reference, t, itemLang } = view;
  const region = reference.region(record.region);
  const owner = record.owner === null ? undefined : reference.institution(record.owner);
  return (
    <dl class="case-strip">
      <div class="case-strip__outcome">
        <dt>{t('case.outcome')}</dt>
        <dd>
          <OutcomeTag outcome={record.outcome} language={language} />
        </dd>
      </div>
      <div>
        <dt>{t('case.confidence')}</dt>
        <dd>
          <Confidence view={view} />
        </dd>
      </div>
      <div>
        <dt>{t('case.region')}</dt>
        <dd>
          <a href={pageUrl(language, `/regions/${record.region}`)}>
            {region?.name[language] ?? record.region}
          </a>
          {record.place === null || record.place.name === region?.name.ru ? null : (
            <span lang={itemLang}>, {record.place.name}</span>
          )}
        </dd>
      </div>
      {owner === undefined ? null : (
        <div>
          <dt>{t('case.institution')}</dt>
          <dd>{owner.name[language]}</dd>
        </div>
      )}
      <div>
        <dt>{t('case.dates')}</dt>
        <dd>{dates(view)}</dd>
      </div>
    </dl>
  );
}

/** The span of what happened, or the day of the solution where nothing else is dated. */
function dates({ record, language, t }: CaseView): string {
  const actual = record.timeline.flatMap((step) => step.actual ?? []).sort(compareDates);
  const [first, last] = [actual[0], actual.at(-1)];
  const solved =
    record.resolvedOn === null
      ? null
      : t('case.resolvedOn', { date: formatDate(language, record.resolvedOn) });
  if (first === undefined || last === undefined) return solved ?? t('case.undated');
  const span = formatSpan(language, { from: first, to: last });
  return solved === null ? span : `${span}; ${solved}`;
}

function Confidence({ view: { record, t } }: { view: CaseView }) {
  const { confidence } = record;
  return (
    <span class="confidence" data-confidence={confidence}>
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false">
        <g fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">
          {confidence === 'verified' ? (
            <path d="M10 2l7 3v5c0 4-3 7-7 8-4-1-7-4-7-8V5zM7 10l2 2 4-4" />
          ) : (
            <path d="M10 2.500 18.500 17h-17zM10 8v4m0 2.500v.1" />
          )}
        </g>
      </svg>
      {t(`confidence.${confidence}`)}
    </span>
  );
}

/** What the word on confidence means, in a sentence. */
function Sureness({ view: { record, language, reference, t } }: { view: CaseView }) {
  const { confidence, verified } = record;
  const by = verified === null ? undefined : reference.institution(verified.by)?.name[language];
  const params = { institution: by ?? '', date: verified === null ? '' : formatDate(language, verified.on) };
  return <p class="case-sureness">{t(`confidence.${confidence}.long`, params)}</p>;
}

/** What the reader must know of the language of what follows. */
function Notices({ view: { record, texts, language, t } }: { view: CaseView }) {
  const params = { original: record.originalLanguage };
  const sentences = [
    ...(texts.notice === null ? [] : [t(`case.translation.${texts.notice}`, params)]),
    ...(texts.isMachine ? [t('case.translation.machine', params)] : []),
    ...(texts.isOutdated ? [t('case.translation.outdated')] : []),
    ...(texts.itemLanguage !== language && texts.notice === null ? [t('case.translation.record')] : []),
  ];
  if (sentences.length === 0) return null;
  return <p class="case-notice">{sentences.join(' ')}</p>;
}
