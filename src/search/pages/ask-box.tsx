import type { Language } from '../../kernel/language.ts';
import { pageUrl, placeWithQuery } from '../../platform/html/place.ts';
import type { Translate } from '../../platform/messages/catalogue.ts';
import type { Reference } from '../../reference/index.ts';
import { TEXT_LIMIT } from '../domain/search.ts';
import { FORM } from './change.tsx';
import { capitalised, regionsByName } from './names.ts';
import type { SearchTranslate } from './search-translate.ts';

export interface AskBoxProps {
  readonly t: SearchTranslate;
  readonly language: Language;
  readonly reference: Reference;
  readonly text: string;
  readonly myRegion: string | null;
  readonly othersOnly: boolean;
  /** What is wrong with the text, where it was sent and refused. */
  readonly problem?: string | undefined;
  /** Smaller, above results. */
  readonly compact?: boolean;
  /** The order that is kept when the text is sent again. */
  readonly sort?: string;
}

/** The box that everything begins with. It POSTs: a complaint stands in no address. */
export function AskBox(props: AskBoxProps) {
  const { t, language, text, problem, compact = false, sort } = props;
  const described = ['text-hint', ...(problem === undefined ? [] : ['text-problem'])].join(' ');
  return (
    <form
      id={FORM}
      class="ask"
      method="post"
      action={pageUrl(language, '/search')}
      data-compact={compact || undefined}
    >
      <div class="ds-field ask__text">
        <label class="ds-label" for="text">
          {t('ask.label')}
        </label>
        <p id="text-hint" data-field="description">
          {t('ask.hint')}
        </p>
        {problem === undefined ? null : (
          <p id="text-problem" class="ds-validation-message">
            {problem}
          </p>
        )}
        <textarea
          class="ds-input"
          id="text"
          name="text"
          rows={compact ? 3 : 6}
          required
          autocomplete="off"
          spellcheck={false}
          aria-describedby={described}
          aria-invalid={problem === undefined ? undefined : 'true'}
          data-suggest={`/api/v1/suggest?lang=${language}`}
          data-suggest-label={t('suggest.list')}
          data-suggest-status={t('suggest.status')}
          data-suggest-limit={60}
          data-limit={TEXT_LIMIT.complaint}
        >
          {text}
        </textarea>
      </div>
      {sort === undefined ? null : <input type="hidden" name="sort" value={sort} />}
      <div class="ask__row">
        <RegionSelect {...props} />
        <div class="ds-field ask__others">
          <input
            class="ds-input"
            type="checkbox"
            id="others"
            name="others"
            value="1"
            checked={props.othersOnly}
          />
          <label class="ds-label" for="others">
            {t('ask.othersOnly')}
          </label>
        </div>
        <button class="ds-button ask__button" type="submit">
          {t('ask.button')}
        </button>
      </div>
      <p class="ask__privacy">
        {t('ask.privacy')} <a href={`${pageUrl(language, '/about')}#privacy`}>{t('ask.privacy.more')}</a>
      </p>
    </form>
  );
}

function RegionSelect({ t, language, reference, myRegion }: AskBoxProps) {
  return (
    <div class="ds-field ask__region">
      <label class="ds-label" for="my">
        {t('ask.myRegion')}
      </label>
      <select class="ds-input" id="my" name="my">
        <option value="">{t('ask.myRegion.none')}</option>
        {regionsByName(reference, language).map((region) => (
          <option value={region.code} selected={region.code === myRegion}>
            {capitalised(region.name[language])}
          </option>
        ))}
      </select>
    </div>
  );
}

const EXAMPLES = ['ask.example.1', 'ask.example.2', 'ask.example.3'] as const;

/** Short questions to begin with; they are links, so that they work everywhere. */
export function Examples({
  t,
  language,
}: {
  t: Translate<'ask.examples' | (typeof EXAMPLES)[number]>;
  language: Language;
}) {
  return (
    <div class="examples">
      <p id="examples">{t('ask.examples')}</p>
      <ul aria-labelledby="examples">
        {EXAMPLES.map((key) => (
          <li>
            <a class="ds-chip" href={pageUrl(language, placeWithQuery('/search', { q: t(key) }))}>
              {t(key)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
