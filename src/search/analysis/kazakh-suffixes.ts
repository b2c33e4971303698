import { ANY, CONSONANT, L, N, R, T, V, Z } from './kazakh-sounds.ts';

/**
 * The inflectional endings of Kazakh as whole chains: plural, possession and case of nouns; voice, negation, tense,
 * mood and person of verbs; participles and verbal nouns with the nominal endings on top. Each chain knows behind
 * which sounds it may stand and its vowel harmony.
 * Source: the morphology of any school grammar of Kazakh (harmony; the allomorphs л/д/т, н/д/т, м/б/п, ғ/қ).
 */

/** An ending with the sounds it may follow; `A` stands for а/е, `Y` for ы/і, `G` for ғ/г, `K` for қ/к. */
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
  ['нYкY', V | N],
  ['дYкY', R | L | Z],
  ['тYкY', T],
  ['мен', V | R | L | N],
  ['бен', Z],
  ['пен', T],
];
const CASE_AFTER_12: Layer = [...CASE, ['A', N]];
const CASE_AFTER_3: Layer = [
  ['нYң', V],
  ['нA', V],
  ['н', V],
  ['ндA', V],
  ['нAн', V],
  ['ндAGY', V],
  ['мен', V],
  ['нYкY', V],
];
const OWNER_12_SHORT: Layer = [
  ['м', V],
  ['ң', V],
  ['Yң', CONSONANT],
];
const COMPARATIVE: Layer = [
  ['рAK', V],
  ['YрAK', CONSONANT],
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
  ['ң', V],
  ['ңYз', V],
  ['ңYздAр', V],
  ['ңдAр', V],
];
/** -дық is the ending of nouns too (жылдық). */
const PAST_WE: Layer = [['K', V]];
const PRESENT: Layer = [
  ['A', CONSONANT],
  ['й', V],
];
const PRESENT_PERSON: Layer = [
  ['мYн', ANY],
  ['сYз', ANY],
  ['дY', ANY],
  ['мYз', ANY],
  ['сYздAр', ANY],
  ['сYң', ANY],
];
const PARTICIPLE_PAST: Layer = [
  ['GAн', V | R | L | N | Z],
  ['KAн', T],
];
const PARTICIPLE_PERSON: Layer = [
  ['мYн', ANY],
  ['пYн', T],
  ['пYз', T],
  ['сYң', ANY],
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
  ['ң', V],
  ['K', V],
  ['ңYздAр', V],
  ['ңYз', V],
];
const IMPERATIVE: Layer = [
  ['AйYн', CONSONANT],
  ['йYн', V],
  ['AйYK', CONSONANT],
  ['йYK', V],
  ['YңYз', CONSONANT],
  ['ңYз', V],
  ['YңYздAр', CONSONANT],
  ['ңYздAр', V],
  ['сYн', ANY],
];
const IMPERATIVE_YOU: Layer = [
  ['YңдAр', CONSONANT],
  ['ңдAр', V],
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
const LIKE: Layer = [['дAй', V | R | L | N | Z]];
const AGENT: Layer = [['ушY', ANY]];

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
  [PARTICIPLE_PAST, LIKE],
  [HABITUAL, LIKE],
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
/** The sequences of layers that nouns take. */
export const NOMINAL_LAYERS: readonly (readonly Layer[])[] = nominal();

/** The sequences of layers that verbs take. */
export const VERBAL_LAYERS: readonly (readonly Layer[])[] = verbal;

/** The same with voice before them: nouns in -н and -л look like these (шығынды). */
export const VOICED_LAYERS: readonly (readonly Layer[])[] = verbal.map((chain) => [VOICE, ...chain]);

/**
 * Endings that are too short or too common as parts of stems to be believed without a stem that is known: -м and -ң of
 * possession, the comparative; the present converb (бара, ойлай), the future (барар), the imperative in -ңдар, agents.
 */
export const WEAK_NOMINAL_LAYERS: readonly (readonly Layer[])[] = [
  [OWNER_12_SHORT],
  [OWNER_12_SHORT, CASE_AFTER_12],
  [PLURAL, OWNER_12_SHORT],
  [COMPARATIVE],
];
export const WEAK_VERBAL_LAYERS: readonly (readonly Layer[])[] = [
  [PRESENT],
  [FUTURE],
  [IMPERATIVE_YOU],
  [AGENT],
  ...nominal([AGENT]),
  [VOICE, PRESENT],
  [VOICE, FUTURE],
  [PAST, PAST_WE],
  [NEGATION, PAST, PAST_WE],
  [VOICE, PAST, PAST_WE],
];
