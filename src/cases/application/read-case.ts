import { LRUCache } from 'lru-cache';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Language } from '../../kernel/language.ts';
import type { CaseContent, CaseRecord } from '../domain/case-record.ts';
import type { CaseReader, PublishedVersion } from './case-reader.ts';
import { toRecord } from './case-record.ts';
import { findCase } from './find-case.ts';
import type { CaseAddress, CaseReadVerbs } from './ports.ts';

interface ReadPorts {
  readonly reader: CaseReader;
  readonly caseAddress: CaseAddress;
}

type Read = { ctx: Context; input: { key: string } };

/** The record of a published case. Errors: `not-found`. */
export function readCase(ports: ReadPorts): CaseReadVerbs['readCase'] {
  return ({ ctx, input }: Read) =>
    findCase(ports.reader, input.key, async (version) => ({
      record: await recordOf(ports, version, ctx.language),
    }));
}

/** Bytes of record texts that the process keeps; one is about 10 kB. */
const JSON_CACHE_BYTES = 16 * 1024 * 1024;

/** The record as JSON text: asked which revision is current, built only when it is a new one. */
export function readCaseJson(ports: ReadPorts): CaseReadVerbs['readCaseJson'] {
  const cache = new LRUCache<string, string>({
    maxSize: JSON_CACHE_BYTES,
    sizeCalculation: (json) => json.length * 2,
  });
  return ({ ctx, input }: Read) =>
    findCase(ports.reader, input.key, async (version) => {
      const etag = `${version.id}.${version.revision}.${version.updatedAt.getTime()}.${ctx.language}`;
      const known = cache.get(etag);
      const json = known ?? JSON.stringify(await recordOf(ports, version, ctx.language));
      if (known === undefined) cache.set(etag, json);
      return { json, etag: `"${etag}"` };
    });
}

/** The timeline of a published case. Errors: `not-found`. */
export function readTimeline(ports: ReadPorts): CaseReadVerbs['readTimeline'] {
  return ({ input }: Read) =>
    findCase(ports.reader, input.key, async (version) => ({
      timeline: (await contentOf(ports.reader, version)).timeline,
    }));
}

/** The content of the version. Errors: `not-found` when it was withdrawn between two reads. */
export async function contentOf(reader: CaseReader, version: PublishedVersion): Promise<CaseContent> {
  const content = await reader.content(version.id, version.revision);
  if (content === undefined)
    throw new AppError('not-found', { reason: 'case.not-found', params: { id: version.slug } });
  return content;
}

async function recordOf(
  { reader, caseAddress }: ReadPorts,
  version: PublishedVersion,
  language: Language,
): Promise<CaseRecord> {
  return toRecord(version, await contentOf(reader, version), language, caseAddress);
}
