import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { CaseCard } from '../domain/case-card.ts';
import type { CaseRecord } from '../domain/case-record.ts';
import type { CasePagePorts } from './case-page-ports.ts';
import type { LinkedCase } from './case-related.tsx';
import { caseTexts } from './case-texts.ts';

/** The other cases that a case page shows. */
export interface Related {
  readonly linked: readonly LinkedCase[];
  readonly similar: readonly CaseCard[];
}

const MOST_LINKED = 20;
const MOST_SIMILAR = 3;

/** Linked cases as they read now (those that are gone are left out), and similar ones that are not linked. */
export async function findRelated(
  ports: CasePagePorts,
  ctx: Context,
  { id, slug, links }: Pick<CaseRecord, 'id' | 'slug' | 'links'>,
): Promise<Related> {
  const [linked, similar] = await Promise.all([
    Promise.all(links.slice(0, MOST_LINKED).map((link) => readLinked(ports, ctx, link))),
    similarOrNone(ports, ctx, id, MOST_SIMILAR + links.length),
  ]);
  const named = new Set([slug, ...links.map((link) => link.case)]);
  return {
    linked: linked.filter((one) => one !== null),
    similar: similar.filter((card) => !named.has(card.slug)).slice(0, MOST_SIMILAR),
  };
}

/** The page stands without its neighbours while the search does not answer. */
async function similarOrNone(ports: CasePagePorts, ctx: Context, key: string, limit: number) {
  try {
    return await ports.similar({ ctx, input: { key, limit: Math.min(limit, 100) } });
  } catch (error) {
    ports.log.warn({ err: error }, 'similar cases are missing on a case page');
    return [];
  }
}

async function readLinked(
  { cases, reference }: CasePagePorts,
  ctx: Context,
  link: CaseRecord['links'][number],
): Promise<LinkedCase | null> {
  try {
    const first = await cases.readCase({ ctx, input: { key: link.case } });
    const found = first.kind === 'moved' ? await cases.readCase({ ctx, input: { key: first.slug } }) : first;
    if (found.kind === 'moved') return null;
    const { title, headLanguage } = caseTexts(found.record, ctx.language);
    const region = reference.region(found.record.region)?.name[ctx.language] ?? found.record.region;
    return { kind: link.kind, url: found.record.url, title, titleLanguage: headLanguage, region };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  }
}
