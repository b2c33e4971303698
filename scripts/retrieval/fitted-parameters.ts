import type { RankingParameters } from '../../src/search/ranking/parameters.ts';

/** A number of the ranker that may be fitted: how it is read, and the parameters with another value in its place. */
export interface Fitted {
  readonly name: string;
  read(parameters: RankingParameters): number;
  change(parameters: RankingParameters, value: number): RankingParameters;
  /** The neighbours that are tried. */
  neighbours(value: number): readonly number[];
}

/** Neighbours of a weight or a length, where half as much and twice as much are alike far. */
const scaled = (value: number) => [0.5, 0.8, 1.25, 2].map((factor) => rounded(value * factor));
/** Neighbours of a share. */
const shares = (value: number) =>
  [-0.1, -0.05, 0.05, 0.1].map((by) => rounded(value + by)).filter((v) => v >= 0 && v <= 1);
const counts = (value: number) =>
  [0.5, 0.75, 1.25, 2].map((factor) => Math.max(1, Math.round(value * factor)));

/** The numbers that the development sets say something about; topics, prior and diversity are not among them. */
export const FITTED: readonly Fitted[] = [
  one(
    'k1',
    scaled,
    (p) => p.k1,
    (p, k1) => ({ ...p, k1 }),
  ),
  one(
    'b',
    shares,
    (p) => p.b,
    (p, b) => ({ ...p, b }),
  ),
  one(
    'level.root',
    scaled,
    (p) => p.level.root,
    (p, root) => ({ ...p, level: { ...p.level, root } }),
  ),
  one(
    'level.piece',
    scaled,
    (p) => p.level.piece,
    (p, piece) => ({ ...p, level: { ...p.level, piece } }),
  ),
  one(
    'role.boilerplate',
    shares,
    (p) => p.role.boilerplate,
    (p, boilerplate) => ({ ...p, role: { ...p.role, boilerplate } }),
  ),
  one(
    'role.address',
    shares,
    (p) => p.role.address,
    (p, address) => ({ ...p, role: { ...p.role, address } }),
  ),
  one(
    'role.number',
    shares,
    (p) => p.role.number,
    (p, number) => ({ ...p, role: { ...p.role, number } }),
  ),
  one(
    'kind.typo',
    shares,
    (p) => p.kind.typo,
    (p, typo) => ({ ...p, kind: { ...p.kind, typo } }),
  ),
  one(
    'kind.synonym',
    shares,
    (p) => p.kind.synonym,
    (p, synonym) => ({ ...p, kind: { ...p.kind, synonym } }),
  ),
  one(
    'kind.translation',
    shares,
    (p) => p.kind.translation,
    (p, translation) => ({ ...p, kind: { ...p.kind, translation } }),
  ),
  one(
    'proximity.weight',
    scaled,
    (p) => p.proximity.weight,
    (p, weight) => ({ ...p, proximity: { ...p.proximity, weight } }),
  ),
  one(
    'proximity.window',
    counts,
    (p) => p.proximity.window,
    (p, window) => ({ ...p, proximity: { ...p.proximity, window } }),
  ),
  one(
    'feedback.documents',
    counts,
    (p) => p.feedback.documents,
    (p, documents) => ({ ...p, feedback: { ...p.feedback, documents } }),
  ),
  one(
    'feedback.terms',
    counts,
    (p) => p.feedback.terms,
    (p, terms) => ({ ...p, feedback: { ...p.feedback, terms } }),
  ),
  one(
    'feedback.weight',
    scaled,
    (p) => p.feedback.weight,
    (p, weight) => ({ ...p, feedback: { ...p.feedback, weight } }),
  ),
  one(
    'feedback.cohesion',
    scaled,
    (p) => p.feedback.cohesion,
    (p, cohesion) => ({ ...p, feedback: { ...p.feedback, cohesion } }),
  ),
];

/** Those that say something only where there are vectors. */
export const FITTED_MEANING: readonly Fitted[] = [
  one(
    'meaning.strange',
    shares,
    (p) => p.meaning.strange,
    (p, strange) => ({ ...p, meaning: { ...p.meaning, strange } }),
  ),
  one(
    'meaning.familiar',
    shares,
    (p) => p.meaning.familiar,
    (p, familiar) => ({ ...p, meaning: { ...p.meaning, familiar } }),
  ),
  one(
    'meaning.hubness.share',
    shares,
    (p) => p.meaning.hubness.share,
    (p, share) => ({ ...p, meaning: { ...p.meaning, hubness: { ...p.meaning.hubness, share } } }),
  ),
];

function one(
  name: string,
  neighbours: Fitted['neighbours'],
  read: Fitted['read'],
  change: Fitted['change'],
): Fitted {
  return { name, neighbours, read, change };
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
