import type { Context } from '../../kernel/context.ts';
import type { CategoryList, ChannelList, InstitutionList, RegionList } from '../domain/listing.ts';
import type { Reference } from '../domain/reference.ts';

/** The whole reference lists, named in the language of the answer. They are small and never paged. */

type List<T> = (call: { readonly ctx: Context }) => T;

/** The whole country first, then the regions by their short names. */
export const listRegions =
  (reference: Reference): List<RegionList> =>
  ({ ctx: { language } }) => {
    const { compare } = new Intl.Collator(language);
    const items = reference.regions
      .toSorted(
        (a, b) =>
          Number(b.code === 'KZ') - Number(a.code === 'KZ') || compare(a.short[language], b.short[language]),
      )
      .map(({ name, short, ...region }) => ({
        ...region,
        name: name[language],
        names: name,
        short: short[language],
        shorts: short,
      }));
    return { items, next: null };
  };

/** The tree in its own order: each category after its parent. */
export const listCategories =
  (reference: Reference): List<CategoryList> =>
  ({ ctx: { language } }) => {
    const roots = reference.categories.filter(({ parent }) => parent === null);
    const items = roots
      .flatMap(({ code }) => reference.descendants(code))
      .flatMap((code) => reference.category(code) ?? [])
      .map(({ code, parent, name, synonyms }) => ({
        code,
        parent,
        leaf: reference.isLeaf(code),
        name: name[language],
        names: name,
        synonyms: synonyms[language],
      }));
    return { items, next: null };
  };

/** By region code, then by name. */
export const listInstitutions =
  (reference: Reference): List<InstitutionList> =>
  ({ ctx: { language } }) => {
    const { compare } = new Intl.Collator(language);
    const items = reference.institutions
      .map(({ id, kind, region, name }) => ({
        id,
        kind,
        region: { code: region, name: reference.region(region)?.name[language] ?? region },
        name: name[language],
        names: name,
      }))
      .toSorted((a, b) => compare(a.region.code, b.region.code) || compare(a.name, b.name));
    return { items, next: null };
  };

/** In the order of the public contract. */
export const listChannels =
  (reference: Reference): List<ChannelList> =>
  ({ ctx: { language } }) => ({
    items: reference.channels.map(({ code, kind, name }) => ({
      code,
      kind,
      name: name[language],
      names: name,
    })),
    next: null,
  });
