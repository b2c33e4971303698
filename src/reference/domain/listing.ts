import { z } from 'zod';
import { category, channel, institution, region } from './reference.ts';

/** The items of the public reference lists: `name` is in the language of the answer, `names` are all three. */

const answered = { name: z.string(), names: region.shape.name };

export const regionItem = z
  .strictObject({
    code: region.shape.code,
    ...answered,
    short: z.string(),
    shorts: region.shape.short,
    kato: region.shape.kato.meta({ description: 'The first two digits of the KATO codes; null for KZ' }),
    aliases: z.array(z.string()).meta({ description: 'Older codes and other names that filters accept' }),
    splitAliases: z
      .array(z.string())
      .meta({ description: 'Codes of before 2022 that meant more; accepted with a warning' }),
    tile: region.shape.tile,
  })
  .meta({ id: 'Region' });
export type RegionItem = z.infer<typeof regionItem>;

export const categoryItem = z
  .strictObject({
    code: category.shape.code,
    parent: z.string().nullable(),
    leaf: z.boolean().meta({ description: 'Cases carry leaves only' }),
    ...answered,
    synonyms: z.array(z.string()).meta({ description: 'In the language of the answer' }),
  })
  .meta({ id: 'Category' });
export type CategoryItem = z.infer<typeof categoryItem>;

export const institutionItem = z
  .strictObject({
    id: institution.shape.id,
    kind: institution.shape.kind,
    region: z.strictObject({ code: z.string(), name: z.string() }),
    ...answered,
  })
  .meta({ id: 'Institution' });
export type InstitutionItem = z.infer<typeof institutionItem>;

export const channelItem = z
  .strictObject({ code: channel.shape.code, kind: channel.shape.kind, ...answered })
  .meta({ id: 'Channel' });
export type ChannelItem = z.infer<typeof channelItem>;

const page = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), next: z.null() });

export const regionList = page(regionItem).meta({ id: 'RegionList' });
export const categoryList = page(categoryItem).meta({ id: 'CategoryList' });
export const institutionList = page(institutionItem).meta({ id: 'InstitutionList' });
export const channelList = page(channelItem).meta({ id: 'ChannelList' });

export type RegionList = z.infer<typeof regionList>;
export type CategoryList = z.infer<typeof categoryList>;
export type InstitutionList = z.infer<typeof institutionList>;
export type ChannelList = z.infer<typeof channelList>;
