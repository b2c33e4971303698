import { ANY, CONSONANT, L, N, R, T, V, Z } from './kazakh-sounds.ts';

/**
 * The inflectional endings of Kazakh as whole chains, in folded letters (see kazakh-letters.ts): plural,
 * possession and case of nouns; voice, negation, tense, mood and person of verbs; participles and verbal nouns
 * with the nominal endings on top. Each chain knows behind which sounds it may stand and its vowel harmony.
 * Source: the morphology of any school grammar of Kazakh (harmony; the allomorphs л/д/т, н/д/т, м/б/п, ғ/қ).
 */

/** An ending with the sounds it may follow; `A` stands for а/е, `Y` for ы/и. */
export type Allomorph = readonly [form: string, after: number];
export type Layer = readonly Allomorph[];

const PLURAL: Layer = [
  ['лAр', V | R],
  ['дAр', L | N | Z],
  ['тAр', T],
];
const OWNER_12: Layer = [
  ['Yм', CONSONANT],
  ['мYз', V],
  ['YмYз', CONSONANT],
  ['ңYз', V],
  ['YңYз', CONSONANT],
];
const OWNER_3: Layer = [
  ['сY', V],
  ['Y', CONSONANT],
];
const CASE: Layer = [
  ['нYң', V | N],
  ['дYң', R | L | Z],
  ['тYң', T],
  ['GA', V | R | L | N | Z],
  ['KA', T],
  ['нY', V],
  ['дY', R | L | N | Z],
  ['тY', T],
  ['дA', V | R | L | N | Z],
  ['тA', T],
  ['дAн', V | R | L | Z],
  ['нAн', N],
  ['тAн', T],
  ['дAGY', V | R | L | N | Z],
  ['тAGY', T],
  ['мен', V | R | L | N],
  ['бен', Z],
  ['пен', T],
];
const CASE_AFTER_12: Layer = [...CASE, ['A', N]];
const CASE_AFTER_3: Layer = [
  ['нYн', V],
  ['нA', V],
  ['н', V],
  ['ндA', V],
  ['нAн', V],
  ['ндAGY', V],
  ['мен', V],
];

const VOICE: Layer = [
  ['Yл', R | N | Z | T],
  ['л', V],
  ['н', V],
  ['Yн', CONSONANT],
  ['Yс', CONSONANT],
  ['дYр', V | R | L | N | Z],
  ['тYр', T],
];
const NEGATION: Layer = [
  ['мA', V | R | L],
  ['бA', N | Z],
  ['пA', T],
];
const PAST: Layer = [
  ['дY', V | R | L | N | Z],
  ['тY', T],
];
const PAST_PERSON: Layer = [
  ['м', V],
  ['ңYз', V],
  ['ңYздAр', V],
  ['ңдAр', V],
];
const PRESENT: Layer = [
  ['A', CONSONANT],
  ['й', V],
];
const PRESENT_PERSON: Layer = [
  ['мYн', ANY],
  ['сYн', ANY],
  ['сYз', ANY],
  ['дY', ANY],
  ['мYз', ANY],
  ['сYздAр', ANY],
];
const PARTICIPLE_PAST: Layer = [
  ['GAн', V | R | L | N | Z],
  ['KAн', T],
];
const PARTICIPLE_PERSON: Layer = [
  ['мYн', ANY],
  ['сYн', ANY],
  ['сYз', ANY],
  ['бYз', ANY],
];
const HABITUAL: Layer = [
  ['AтYн', CONSONANT],
  ['йтYн', V],
];
const FUTURE: Layer = [
  ['Aр', CONSONANT],
  ['р', V],
];
const FUTURE_NEGATIVE: Layer = [
  ['мAс', V | R | L],
  ['бAс', N | Z],
  ['пAс', T],
];
const CONVERB: Layer = [
  ['Yп', CONSONANT],
  ['п', V],
  ['YптY', CONSONANT],
  ['птY', V],
  ['GAлY', V | R | L | N | Z],
  ['KAлY', T],
  ['GAншA', V | R | L | N | Z],
  ['KAншA', T],
];
/** -май, and -дық after a participle (болғандықтан). */
const CONVERB_NEGATIVE: Layer = [
  ['мAй', V | R | L],
  ['бAй', N | Z],
  ['пAй', T],
];
const REASON: Layer = [['дYK', N]];
const CONDITIONAL: Layer = [['сA', ANY]];
const CONDITIONAL_PERSON: Layer = [
  ['м', V],
  ['ңYз', V],
];
const IMPERATIVE: Layer = [
  ['AйYн', CONSONANT],
  ['йYн', V],
  ['AйYK', CONSONANT],
  ['йYK', V],
  ['YңYз', CONSONANT],
  ['ңYз', V],
  ['YңдAр', CONSONANT],
  ['сYн', ANY],
];
const INTENTION: Layer = [
  ['мAK', V | R | L],
  ['бAK', N | Z],
  ['пAK', T],
  ['мAKшY', V | R | L],
  ['бAKшY', N | Z],
  ['пAKшY', T],
];
const WISH: Layer = [
  ['GYсY', V | R | L | N | Z],
  ['KYсY', T],
  ['GYм', V | R | L | N | Z],
  ['KYм', T],
];
const VERBAL_NOUN: Layer = [['у', ANY]];

/** Sequences of layers; a layer in brackets of its own may be missing. */
const nominal = (...before: Layer[][]): Layer[][] =>
  [
    ...[[], [PLURAL]].flatMap((plural) => [
      [...plural, CASE],
      [...plural, OWNER_12],
      [...plural, OWNER_3],
      [...plural, OWNER_12, CASE_AFTER_12],
      [...plural, OWNER_3, CASE_AFTER_3],
      ...(plural.length > 0 ? [plural] : []),
    ]),
  ].flatMap((chain) => (before.length === 0 ? [chain] : before.map((b) => [...b, ...chain])));

const tensed: Layer[][] = [
  [PAST],
  [PAST, PAST_PERSON],
  [PRESENT, PRESENT_PERSON],
  [PARTICIPLE_PAST],
  [PARTICIPLE_PAST, PARTICIPLE_PERSON],
  ...nominal([PARTICIPLE_PAST]),
  [PARTICIPLE_PAST, REASON, CASE],
  [PARTICIPLE_PAST, REASON, OWNER_3, CASE_AFTER_3],
  [HABITUAL],
  ...nominal([HABITUAL]),
  [CONVERB],
  [CONDITIONAL],
  [CONDITIONAL, CONDITIONAL_PERSON],
  [IMPERATIVE],
  [INTENTION],
  [WISH],
  [VERBAL_NOUN],
  ...nominal([VERBAL_NOUN]),
];
const verbal: Layer[][] = [
  ...tensed,

  [FUTURE_NEGATIVE],
  [CONVERB_NEGATIVE],
  [FUTURE_NEGATIVE, CASE],
  [FUTURE, PARTICIPLE_PERSON],
  [FUTURE_NEGATIVE, PARTICIPLE_PERSON],
  ...tensed.map((chain) => [NEGATION, ...chain]),
];
const voiced: Layer[][] = verbal.map((chain) => [VOICE, ...chain]);

/** The sequences of layers that nouns take. */
export const NOMINAL_LAYERS: readonly (readonly Layer[])[] = nominal();

/** The sequences of layers that verbs take. */
export const VERBAL_LAYERS: readonly (readonly Layer[])[] = [...verbal, ...voiced];
