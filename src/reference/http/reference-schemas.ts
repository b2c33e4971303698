import { z } from 'zod';
import { languageParameter, listOf } from '../../platform/http/answers.ts';
import { CHANNEL_KINDS, INSTITUTION_KINDS } from '../domain/reference.ts';

const code = z.string();
const name = z.string().meta({ description: 'In the language of the answer' });

export const listParameters = z.strictObject(languageParameter);

export const regionList = listOf(
  z.strictObject({
    code: code.meta({ description: 'ISO 3166-2:KZ, or KZ for the whole country' }),
    name,
    short: z.string(),
    kato: z.string().nullable(),
    aliases: z.array(z.string()).meta({ description: 'Other codes and names that filters accept' }),
  }),
).meta({ id: 'RegionList' });

export const categoryList = listOf(
  z.strictObject({
    code,
    name,
    parent: code.nullable(),
    leaf: z.boolean().meta({ description: 'Whether cases may carry it' }),
  }),
).meta({ id: 'CategoryList' });

export const institutionList = listOf(
  z.strictObject({ id: z.string(), name, kind: z.enum(INSTITUTION_KINDS), region: code }),
).meta({ id: 'InstitutionList' });

export const channelList = listOf(z.strictObject({ code, name, kind: z.enum(CHANNEL_KINDS) })).meta({
  id: 'ChannelList',
});
