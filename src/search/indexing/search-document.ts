import { type CaseRecord, glance, SECTIONS } from '../../cases/index.ts';
import { LANGUAGES } from '../../kernel/language.ts';
import { compareDates, earliestDay } from '../../kernel/partial-date.ts';
import type { CaseAttributes, Passage, SearchDocument } from '../domain/search-document.ts';

/** Makes the document of a published case. `plainText` takes the signs of Markdown away. */
export function toSearchDocument(
  record: CaseRecord,
  plainText: (markdown: string) => string,
): SearchDocument {
  return {
    id: record.id,
    revision: record.revision,
    slug: record.slug,
    attributes: attributesOf(record),
    passages: passagesOf(record, plainText).filter(({ text }) => text !== ''),
  };
}

function attributesOf(record: CaseRecord): CaseAttributes {
  const { year, money } = glance(record);
  return {
    region: record.region,
    category: record.category,
    outcome: record.outcome,
    confidence: record.confidence,
    year,
    seasons: record.seasons,
    money: money?.amount ?? null,
    date: dateOf(record),
    adoptions: { total: 0, worked: 0 },
  };
}

function dateOf({ resolvedOn, timeline }: CaseRecord): string | null {
  const last = timeline
    .flatMap(({ actual }) => actual ?? [])
    .sort(compareDates)
    .at(-1);
  const date = resolvedOn ?? last;
  return date === undefined ? null : earliestDay(date);
}

/** Notes of the record are in the language of the case; the translations bring title, summary and sections. */
function passagesOf(record: CaseRecord, plainText: (markdown: string) => string): Passage[] {
  const passages: Passage[] = [];
  for (const language of LANGUAGES) {
    const translation = record.translations[language];
    if (translation === undefined) continue;
    passages.push({ field: 'title', language, text: translation.title });
    passages.push({ field: 'summary', language, text: translation.summary });
    for (const section of SECTIONS) {
      const markdown = translation.sections[section];
      if (markdown !== undefined) passages.push({ field: section, language, text: plainText(markdown) });
    }
  }
  const language = record.originalLanguage;
  const lines = (field: Passage['field'], texts: readonly string[]) =>
    passages.push({ field, language, text: texts.join('\n') });
  lines('facts', factLines(record));
  lines(
    'timeline',
    record.timeline.map(({ note }) => note),
  );
  lines('tags', [...record.tags, ...(record.place === null ? [] : [record.place.name])]);
  return passages;
}

/** What the record says beside its write-up: facts, the reason of the outcome, what was contracted and measured. */
function factLines({ facts, outcomeReason, contracts, indicators }: CaseRecord): string[] {
  return [
    ...facts.map(({ text }) => text),
    ...(outcomeReason === null || outcomeReason === 'unknown' ? [] : [outcomeReason]),
    ...contracts.map(({ subject, supplier }) => (supplier === null ? subject : `${subject}, ${supplier}`)),
    ...indicators.map(({ name }) => name),
  ];
}
