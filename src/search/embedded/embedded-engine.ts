import { takingTurns } from '../../kernel/taking-turns.ts';
import type { Analyse } from '../analysis/analyse-text.ts';
import { analysedOnce } from '../analysis/analysed-once.ts';
import type { Engine, FedIndex } from '../application/engine.ts';
import type { SearchDocument } from '../domain/search-document.ts';
import { Suggester } from './suggester.ts';
import { createTermIndex } from './term-index.ts';

/**
 * The engine inside the process: the term index, the texts to quote from, and words and titles to offer. Everything
 * is in memory and is filled from PostgreSQL at start.
 */
export function createEmbeddedEngine(analyseText: Analyse): Engine & FedIndex {
  const analyse = analysedOnce(analyseText);
  const terms = createTermIndex(analyse);
  let texts = emptyTexts(analyse);

  return {
    ...terms,
    name: 'embedded',
    degraded: () => false,
    suggest: async (plan) => texts.suggester.suggest(plan),
    documents: async (ids) => ids.flatMap((id) => texts.documents.get(id) ?? []),
    async apply(changes) {
      const turn = takingTurns();
      for (const change of changes) {
        // Both at once, before anybody else has a turn: a case must not be found without its text, or with an older one.
        const applied = terms.apply([change]);
        if (change.kind === 'put') put(texts, change.document);
        else remove(texts, change.id);
        await applied;
        await turn();
      }
    },
    async rebuild(batches) {
      const fresh = emptyTexts(analyse);
      await terms.rebuild(kept(batches, (document) => put(fresh, document)));
      texts = fresh;
    },
  };
}

interface Texts {
  readonly documents: Map<string, SearchDocument>;
  readonly suggester: Suggester;
}

function emptyTexts(analyse: Analyse): Texts {
  return { documents: new Map(), suggester: new Suggester(analyse) };
}

function put(texts: Texts, document: SearchDocument): void {
  remove(texts, document.id);
  texts.documents.set(document.id, document);
  texts.suggester.put(document);
}

function remove({ documents, suggester }: Texts, id: string): void {
  const held = documents.get(id);
  if (held === undefined) return;
  suggester.remove(held);
  documents.delete(id);
}

async function* kept(
  batches: AsyncIterable<readonly SearchDocument[]>,
  keep: (document: SearchDocument) => void,
): AsyncGenerator<readonly SearchDocument[]> {
  for await (const batch of batches)
    for (const document of batch) {
      keep(document);
      yield [document];
    }
}
