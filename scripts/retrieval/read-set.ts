import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const document = z.object({
  id: z.string(),
  text: z.string(),
  title: z.string().optional(),
  lang: z.string().optional(),
});
const query = z.object({ id: z.string(), text: z.string() });
const variantQuery = query.extend({ base_id: z.string(), variant: z.string() });

/** A document of an evaluation set. */
export type EvalDocument = z.infer<typeof document>;

/** A query with the id under which it was judged. */
export interface EvalQuery {
  readonly text: string;
  readonly judgedAs: string;
}

/** Grades by document: 2 relevant, 1 related, 0 judged irrelevant. */
export type Judgements = ReadonlyMap<string, number>;

export interface EvalSet {
  readonly name: string;
  readonly documents: readonly EvalDocument[];
  /** `plain` first, then the variants in the order of the file. */
  readonly queries: ReadonlyMap<string, readonly EvalQuery[]>;
  readonly judgements: ReadonlyMap<string, Judgements>;
}

/** Reads a folder of `docs.jsonl`, `queries.jsonl`, `qrels.tsv` and maybe `queries_variants.jsonl`. */
export async function readSet(folder: string): Promise<EvalSet> {
  const queries = new Map<string, EvalQuery[]>();
  const plain = await readLines(path.join(folder, 'queries.jsonl'), query);
  queries.set(
    'plain',
    plain.map(({ id, text }) => ({ text, judgedAs: id })),
  );
  const variants = path.join(folder, 'queries_variants.jsonl');
  if (existsSync(variants))
    for (const { variant, base_id, text } of await readLines(variants, variantQuery)) {
      const own = queries.get(variant) ?? [];
      queries.set(variant, own);
      own.push({ text, judgedAs: base_id });
    }
  return {
    name: path.basename(path.resolve(folder)),
    documents: await readLines(path.join(folder, 'docs.jsonl'), document),
    queries,
    judgements: await readJudgements(path.join(folder, 'qrels.tsv')),
  };
}

async function readLines<T extends z.ZodType>(file: string, schema: T): Promise<z.output<T>[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, i) => {
    const read = schema.safeParse(JSON.parse(line));
    if (!read.success) throw new Error(`${file}, line ${i + 1}: ${z.prettifyError(read.error)}`);
    return read.data;
  });
}

async function readJudgements(file: string): Promise<Map<string, Map<string, number>>> {
  const judgements = new Map<string, Map<string, number>>();
  for (const [i, line] of (await readFile(file, 'utf8')).split('\n').entries()) {
    if (line.trim() === '') continue;
    const [queryId, documentId, grade] = line.split('\t');
    if (queryId === undefined || documentId === undefined || !/^\d+$/.test(grade?.trim() ?? ''))
      throw new Error(`${file}, line ${i + 1}: query, document and grade are wanted`);
    const own = judgements.get(queryId) ?? new Map<string, number>();
    judgements.set(queryId, own);
    own.set(documentId, Number(grade));
  }
  return judgements;
}
