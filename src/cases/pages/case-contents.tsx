import { SECTIONS } from '../domain/vocabulary.ts';
import type { CaseView } from './case-view.ts';

/** What the page holds, beside the text on wide screens. */
export function CaseContents({ view: { record, texts, t } }: { view: CaseView }) {
  const has = (kind: string) => record.facts.some((one) => one.kind === kind);
  const section = (id: (typeof SECTIONS)[number]) =>
    texts.sections[id] === undefined ? [] : [{ id, name: t(`section.${id}`) }];
  const entries: { id: string; name: string }[] = [];
  const add = (is: boolean, id: string, name: string) => {
    if (is) entries.push({ id, name });
  };
  for (const id of SECTIONS.slice(0, 4)) entries.push(...section(id));
  add(record.money.length > 0, 'money', t('case.money'));
  add(record.contracts.length > 0, 'contracts', t('case.contracts'));
  const compared = record.indicators.some((one) => one.before !== null);
  add(record.indicators.length > 0, 'indicators', t(compared ? 'case.indicators' : 'case.indicators.after'));
  add(has('action'), 'actions', t('case.actions'));
  add(has('lesson'), 'lessons', t('case.lessons'));
  entries.push(...section('watch'));
  add(record.unknown.length > 0, 'unknown', t('case.unknown'));
  add(true, 'sources', t('case.sources'));
  return (
    <nav class="case-contents no-print" aria-labelledby="contents-heading">
      <h2 id="contents-heading">{t('case.contents')}</h2>
      <ul>
        {entries.map(({ id, name }) => (
          <li>
            <a href={`#${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
