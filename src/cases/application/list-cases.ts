import { z } from 'zod';
import { invalidInput } from '../../kernel/errors.ts';
import type { Reference } from '../../reference/index.ts';
import type { CardShelf } from './card-shelf.ts';
import type { CaseReader, ListPosition } from './case-reader.ts';
import type { CaseReadVerbs } from './ports.ts';
import { resolveFilters } from './resolve-filters.ts';

interface ListPorts {
  readonly reader: CaseReader;
  readonly reference: Reference;
  readonly cards: CardShelf;
}

/** Published cases, newest change first. Errors: `invalid-input` for a filter value or cursor that does not exist. */
export function listCases(ports: ListPorts): CaseReadVerbs['listCases'] {
  return async ({ ctx, input }) => {
    const { versions, total } = await ports.reader.list({
      filters: resolveFilters(ports.reference, input.filters),
      after: input.cursor === null ? null : readCursor(input.cursor),
      limit: input.limit + 1,
    });
    const page = versions.slice(0, input.limit);
    const last = versions.length > page.length ? page.at(-1) : undefined;
    return {
      items: await ports.cards.ofVersions(page, ctx.language),
      next: last === undefined ? null : writeCursor(last),
      total,
    };
  };
}

/** How many published cases there are by each value of the asked facets, and in all. */
export function countCases(ports: { reader: CaseReader }): CaseReadVerbs['countCases'] {
  return async ({ input }) => {
    // All are awaited together: one that fails while another is awaited would end the process.
    const [total, ...counts] = await Promise.all([
      ports.reader.total(),
      ...input.by.map(async (facet) => [facet, await ports.reader.count(facet)] as const),
    ]);
    return { total, by: Object.fromEntries(counts) };
  };
}

const position = z.tuple([z.iso.datetime(), z.uuid()]);

function writeCursor({ updatedAt, id }: ListPosition): string {
  return Buffer.from(JSON.stringify([updatedAt.toISOString(), id])).toString('base64url');
}

function readCursor(cursor: string): ListPosition {
  const read = position.safeParse(readJson(Buffer.from(cursor, 'base64url').toString()));
  const refused = invalidInput([{ path: 'cursor', problem: 'cursor' }]);
  if (!read.success) throw refused;
  const [updatedAt, id] = read.data;
  const place = { updatedAt: new Date(updatedAt), id };
  // Only what was written here: not every date that can be read is one for PostgreSQL.
  if (writeCursor(place) !== cursor || place.updatedAt.getUTCFullYear() < 1) throw refused;
  return place;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
