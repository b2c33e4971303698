import { CONFIDENCES, type Facet, OUTCOMES } from '../../cases/index.ts';
import type { Language } from '../../kernel/language.ts';
import type { Category, Reference, Region } from '../../reference/index.ts';
import type { SearchTranslate } from './search-translate.ts';

/** The regions a reader can live in (without the whole country), in the order of their names. */
export function regionsByName(reference: Reference, language: Language): Region[] {
  const order = new Intl.Collator(language);
  return reference.regions
    .filter((region) => region.tile !== null)
    .sort((a, b) => order.compare(a.name[language], b.name[language]));
}

/** A name as it begins a line: область Абай, Область Абай. */
export function capitalised(name: string): string {
  return name.charAt(0).toLocaleUpperCase() + name.slice(1);
}

/** The topics that cases carry, in the order of their names. */
export function topicsByName(reference: Reference, language: Language): Category[] {
  const order = new Intl.Collator(language);
  return reference.categories
    .filter((category) => reference.isLeaf(category.code))
    .sort((a, b) => order.compare(a.name[language], b.name[language]));
}

/** The name of a facet's value for people; the value itself where it names itself. */
export function facetValueName(
  facet: Facet,
  value: string,
  { t, language, reference }: { t: SearchTranslate; language: Language; reference: Reference },
): string {
  const outcome = OUTCOMES.find((one) => one === value);
  const confidence = CONFIDENCES.find((one) => one === value);
  if (facet === 'region') return reference.region(value)?.name[language] ?? value;
  if (facet === 'category') return reference.category(value)?.name[language] ?? value;
  if (facet === 'season') return reference.season(value)?.name[language] ?? value;
  if (facet === 'outcome' && outcome !== undefined) return t(`outcome.${outcome}`);
  if (facet === 'confidence' && confidence !== undefined) return t(`confidence.${confidence}`);
  return value;
}
