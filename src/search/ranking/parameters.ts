import type { SearchField } from '../domain/search-document.ts';

/**
 * Every number of the ranker, with what chose it. "Measured" means NDCG@10 on split a of the development sets
 * (complaints_ru, posts_ru, questions_kk, cross_kk_ru), by scripts/bench-retrieval.ts.
 */
export const RANKING = {
  /** BM25; 1.2 to 1.6 and .75 are equal within .005, b .5 loses .01 on complaints. */
  k1: 1.3,
  b: 0.75,
  /**
   * A word is compared at three levels: its term, the root (first letters of the term), and pieces of four
   * letters. Measured (complaints, posts, questions, cross): terms alone .444 .615 .730 .840; with roots .454 .627 .755
   * .858; with pieces too .467 .639 .743 .866.
   */
  level: { term: 0.45, root: 0.55, piece: 0.18 },
  rootLetters: 4,
  pieceLetters: 4,
  /** Weights of a query's words by what they are to the matter; see analysis/boilerplate.ts. */
  role: { content: 1, number: 1, address: 0.6, boilerplate: 0.2, stop: 0 },
  /**
   * How much a word counts that is not the query's own. Measured: translations at .5 / .7 / 1 give cross_kk_ru .79 /
   * .837 / .866 and move no other set; synonyms move complaints by .003; typos at .5 or .8 are equal.
   */
  kind: { stem: 1, typo: 0.8, synonym: 0.3, translation: 1 },
  /**
   * What a clear topic is worth, in whole words of the query. Not measurable on the development sets, which have one
   * category; chosen on the shipped cases, so that those of a clearly named category come before chance matches of others.
   */
  topic: 6,
  /** How many times a field's words count. */
  field: {
    title: 1.5,
    summary: 1.2,
    problem: 1,
    done: 1,
    result: 0.8,
    cost: 0.6,
    watch: 0.8,
    facts: 0.7,
    timeline: 0.6,
    tags: 1,
  } satisfies Record<SearchField, number>,
  /** How many candidates the ranker orders; those behind keep the engine's order. Measured: 200, 400 and all are equal. */
  candidates: 200,
  /** A case whose score is below this part of the best one's is no evidence. Measured: 0 to .2 equal, .3 loses .004. */
  evidence: 0.2,
  /**
   * Relevance feedback, only where the best five documents are alike by `cohesion`. Measured (a / b): never, complaints
   * .447 / .457, posts .643 / .691, cross .866 / .836; always, .470 / .488, .620 / .678, .845 / .821; from a cohesion of
   * .09 on, .468 / .482, .638 / .693, .864 / .836. Weights from .6 to 1 and 8 or 12 documents are equal.
   */
  feedback: { documents: 8, terms: 25, weight: 0.6, compared: 5, cohesion: 0.09 },
  /**
   * From when on a practice is offered for its words: they must be worth so much, and so large a part of what the
   * text's own words are worth. Chosen on the shipped practices, where no topic was recognised: of 18 queries about one of
   * them 16 have at least 6.1 and .77; of 41 about something else none has both 4.8 and .72, but for one on gas.
   */
  practice: { words: 6, share: 0.75, most: 3 },
  /** The prior moves a score by at most this part of it: it decides near-ties only. */
  prior: 0.02,
} as const;
