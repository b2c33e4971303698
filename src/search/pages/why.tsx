import type { SearchHit } from '../domain/search.ts';
import { SEARCH_FIELDS } from '../domain/search-document.ts';
import type { SearchTranslate } from './search-translate.ts';

interface Explained {
  readonly t: SearchTranslate;
  readonly hit: SearchHit;
  readonly topic: string | undefined;
}

/** Why a case was found: in one line, and on demand where its words stand and what else counted. */
export function Why(props: Explained) {
  const { t } = props;
  const reasons = reasonsOf(props);
  const details = detailsOf(props);
  if (reasons.length === 0) return null;
  return (
    <>
      <p>
        <strong>{t('why.label')}</strong> {reasons.join('; ')}
      </p>
      <details class="why">
        <summary>{t('why.more')}</summary>
        <ul>
          {details.map((detail) => (
            <li>{detail}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** The reasons in words: the topic, the region, the words themselves, what is close to them, the meaning. */
function reasonsOf({ t, hit, topic }: Explained): string[] {
  const quote = (word: string) => t('quote', { word });
  const of = (kinds: readonly string[]) => [
    ...new Set(hit.matched.filter(({ kind }) => kinds.includes(kind)).map(({ term }) => term)),
  ];
  const words = of(['exact', 'stem', 'typo']);
  const near = of(['synonym', 'translation']).filter((word) => !words.includes(word));
  const reasons: string[] = [];
  const { category } = hit.case;
  if ((hit.explanation?.topic ?? 0) > 0)
    reasons.push(t(category.code === topic ? 'why.topic' : 'why.touches', { topic: category.name }));
  if ((hit.explanation?.region ?? 0) > 0) reasons.push(t('why.region', { region: hit.case.region.name }));
  if (words.length > 0)
    reasons.push(t('why.words', { count: words.length, words: words.slice(0, 6).map(quote).join(', ') }));
  if (near.length > 0) reasons.push(t('why.near', { words: near.slice(0, 4).map(quote).join(', ') }));
  if (hit.matched.some(({ kind }) => kind === 'vector')) reasons.push(t('why.meaning'));
  return reasons;
}

/** Where the words stand and in what form, what stands together, how near the meaning is, what decides a tie. */
function detailsOf({ t, hit }: Explained): string[] {
  const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
  const fields = SEARCH_FIELDS.flatMap((field) => {
    const words = hit.matched.flatMap(({ field: where, kind, term }) =>
      where === field && kind !== 'vector' ? [t(`why.form.${kind}`, { word: term })] : [],
    );
    return words.length === 0 ? [] : [t('why.in', { field: t(`field.${field}`), words: words.join(', ') })];
  });
  const { explanation } = hit;
  const { outcome, confidence, adoptions, year } = hit.case;
  const facts = [
    t(`outcome.${outcome}`),
    t(`confidence.${confidence}`),
    ...(adoptions.total > 0 ? [t('why.adoptions', { count: adoptions.total })] : []),
    ...(year === null ? [] : [String(year)]),
  ];
  return [
    ...fields,
    ...((explanation?.proximity ?? 0) > 0 ? [t('why.together')] : []),
    ...(explanation?.vector == null ? [] : [t('why.closeness', { value: explanation.vector })]),
    t('why.evidence', { facts: facts.join(', ').toLocaleLowerCase() }),
  ].map(capital);
}
