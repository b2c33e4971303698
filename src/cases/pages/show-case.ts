import { LRUCache } from 'lru-cache';
import type { Context } from '../../kernel/context.ts';
import type { SanitizedHtml } from '../../platform/html/sanitized.tsx';
import { caseRecord } from '../domain/case-record.ts';
import { renderCaseArticle } from './case-article.tsx';
import { renderCasePage } from './case-page.tsx';
import type { CasePagePorts } from './case-page-ports.ts';
import { caseTexts } from './case-texts.ts';
import { findRelated, type Related } from './find-related.ts';

/** What is kept of a case in one language while its revision stands. */
interface KeptCase {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly category: string;
  readonly revision: number;
  readonly updatedAt: string;
  readonly article: SanitizedHtml;
  readonly links: Parameters<typeof findRelated>[2]['links'];
}

/** Bytes of rendered articles that the process keeps; one is about 60 kB. */
const ARTICLE_BYTES = 24 * 1024 * 1024;
/** Other cases change without this one: what is said of them is asked again after this time. */
const RELATED_MS = 30_000;
const RELATED_MOST = 600;

/**
 * The page of a case. The article is rendered once for a revision and language; which revision is current is asked
 * each time. Errors: AppError `not-found`.
 */
export function showCase(ports: CasePagePorts) {
  const articles = new LRUCache<string, KeptCase>({
    maxSize: ARTICLE_BYTES,
    sizeCalculation: (kept) => kept.article.length * 2 + 2_000,
  });
  const related = new LRUCache<string, Promise<Related>>({ max: RELATED_MOST, ttl: RELATED_MS });

  return async (
    ctx: Context,
    key: string,
  ): Promise<{ kind: 'found'; html: string } | { kind: 'moved'; slug: string }> => {
    const found = await ports.cases.readCaseJson({ ctx, input: { key } });
    if (found.kind === 'moved') return found;
    const version = `${found.etag}.${ctx.language}`;
    let kept = articles.get(version);
    if (kept === undefined) {
      kept = keep(ports, ctx, found.json);
      articles.set(version, kept);
    }
    let others = related.get(version);
    if (others === undefined) {
      others = findRelated(ports, ctx, kept);
      related.set(version, others);
      others.catch(() => related.delete(version));
    }
    const practices = ports.practicesOf(kept, ctx.language);
    const page = { site: ports.site, language: ctx.language, practices, ...kept, ...(await others) };
    return { kind: 'found', html: renderCasePage(page) };
  };
}

function keep({ reference }: CasePagePorts, { language }: Context, json: string): KeptCase {
  const record = caseRecord.parse(JSON.parse(json));
  const { title, summary } = caseTexts(record, language);
  const { id, slug, category, revision, updatedAt, links } = record;
  const article = renderCaseArticle(record, language, reference);
  return { id, slug, category, title, summary, revision, updatedAt, article, links };
}
