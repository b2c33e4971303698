import type { FactKind } from '../domain/vocabulary.ts';
import type { CaseView } from './case-view.ts';

const HEADINGS = {
  action: 'case.actions',
  lesson: 'case.lessons',
  complaint: 'case.complaints',
  circumstance: 'case.circumstances',
} as const;

/** Facts of one kind as a list; what the record's author concluded is marked as such. */
export function CaseFacts({ view, kind }: { view: CaseView; kind: FactKind }) {
  const facts = view.record.facts.filter((one) => one.kind === kind);
  if (facts.length === 0) return null;
  const id = `${kind}s`;
  return (
    <section class="section" id={id} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{view.t(HEADINGS[kind])}</h2>
      <ul class="points">
        {facts.map(({ text, inferred }) => (
          <li>
            <span lang={view.itemLang}>{text}</span>
            {inferred ? <span class="inferred">{view.t('case.inferred')}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What nobody could find out: as much a part of the record as what is known. */
export function CaseUnknown({ view: { record, t, itemLang } }: { view: CaseView }) {
  if (record.unknown.length === 0) return null;
  return (
    <section class="section unknown" id="unknown" aria-labelledby="unknown-heading">
      <h2 id="unknown-heading">{t('case.unknown')}</h2>
      <ul class="points" lang={itemLang}>
        {record.unknown.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
    </section>
  );
}
