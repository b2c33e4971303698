import type { Language } from '../../kernel/language.ts';
import { compares, type Practice } from '../domain/practice.ts';
import type { PracticePorts } from './practice-ports.ts';

/** A practice as others name it: its title in their language, and the address of its page. */
export interface PracticeOffer {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly url: string;
}

/** Which practices other pages point to, in their order. */
export interface PracticeOffers {
  /** Those that stand first. */
  first(language: Language, most: number): readonly PracticeOffer[];
  /** Those of the slugs, in their order; unknown ones are left out. */
  named(slugs: readonly string[], language: Language): readonly PracticeOffer[];
  /** Those of a topic. */
  ofTopic(category: string, language: Language): readonly PracticeOffer[];
  /** Those that compare a case, then those that name it beside their comparison. */
  ofCase(one: { slug: string; category: string }, language: Language): readonly PracticeOffer[];
}

export function offerPractices({
  practices,
  publicUrl,
}: Pick<PracticePorts, 'practices' | 'publicUrl'>): PracticeOffers {
  const offers = (chosen: readonly Practice[], language: Language) =>
    chosen.map(({ slug, heads }) => {
      const { title, summary } = heads[language];
      return { slug, title, summary, url: `${publicUrl}/${language}/practices/${slug}` };
    });
  return {
    first: (language, most) => offers(practices.slice(0, most), language),
    named: (slugs, language) =>
      offers(
        slugs.flatMap((slug) => practices.find((one) => one.slug === slug) ?? []),
        language,
      ),
    ofTopic: (category, language) =>
      offers(
        practices.filter((one) => one.category === category),
        language,
      ),
    ofCase: (one, language) =>
      offers(
        [
          ...practices.filter((practice) => compares(practice, one)),
          ...practices.filter((practice) => practice.beside.includes(one.slug) && !compares(practice, one)),
        ],
        language,
      ),
  };
}
