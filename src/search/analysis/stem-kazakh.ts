import { type Chain, ENDINGS, type Ending, FOLDED_ENDINGS } from './kazakh-chains.ts';
import { irregularStem, knownStem, mayBeKnown, withElidedVowel } from './kazakh-known.ts';
import { foldKazakhLetters, hasKazakhLetter } from './kazakh-letters.ts';
import { harmonyOf, lastVowel, soundClass, VOWELS } from './kazakh-sounds.ts';

/** A word as it is written and folded (both are of one length), and whether it is typed with the Kazakh letters. */
interface Word {
  readonly written: string;
  readonly folded: string;
  readonly exact: boolean;
}

/**
 * The stem of a Kazakh word, with its own letters: a chain of endings is taken off that may stand behind the sound and
 * the vowels before it. A stem that is known to take such endings decides; otherwise the longest chain does. A word of
 * `lexicon` (folded letters, nouns) is its own stem, and its stems are known. A word typed without the Kazakh letters is
 * compared without them; its stem is spelt rightly where it is known, and else folds to the same.
 */
export function stemKazakh(written: string, lexicon: ReadonlySet<string> = NO_WORDS): string {
  const word = { written, folded: foldKazakhLetters(written), exact: hasKazakhLetter(written) };
  return (
    irregularStem(written, word.exact) ??
    knownStem(written, word.folded, 'noun', word.exact) ??
    (lexicon.has(word.folded) || knownStem(written, word.folded, 'verb', word.exact) !== undefined
      ? (knownNoun(word) ?? written)
      : withoutChain(word, lexicon))
  );
}

const NO_WORDS: ReadonlySet<string> = new Set();

/** A listed word that is the form of a known noun: a plural of the lexicon, негізде. Of one letter (оқы) it is none. */
function knownNoun(word: Word): string | undefined {
  return firstFit(word, (cut, chain, hopeful) =>
    chain.weak || chain.kind === 'verb' || !hopeful || cut + 1 === word.written.length
      ? undefined
      : knownBefore(chain, word, cut),
  );
}

/**
 * A stem of our own lists first, then one of the lexicon, then one of ours that only a voiced or a weak chain leaves,
 * then the longest believable chain.
 */
function withoutChain(word: Word, lexicon: ReadonlySet<string>): string {
  let listed: number | undefined;
  let doubtful: string | undefined;
  let longest: number | undefined;
  const known = firstFit(word, (cut, chain, hopeful) => {
    const stem = hopeful ? knownBefore(chain, word, cut) : undefined;
    if (stem !== undefined && !chain.weak && !chain.voiced) return stem;
    doubtful ??= stem;
    if (chain.weak) return undefined;
    if (chain.kind === 'noun' && lexicon.has(restored(word.folded.slice(0, cut)))) listed ??= cut;
    if (longest === undefined && mayBeUnknown(word, cut)) longest = cut;
    return undefined;
  });
  if (known !== undefined) return known;
  if (listed === undefined && doubtful !== undefined) return doubtful;
  return restored(word.written.slice(0, listed ?? longest));
}

/**
 * What the visitor makes of the first chain that fits and that it takes, the longest chains first. `hopeful`: what stands
 * before may be known, which is looked up once for all chains of one form.
 */
function firstFit(
  word: Word,
  visit: (cut: number, chain: Chain, hopeful: boolean) => string | undefined,
): string | undefined {
  const { written, exact } = word;
  const endings: Ending[] = [exact ? ENDINGS : FOLDED_ENDINGS];
  let cut = written.length;
  for (; cut >= SHORTEST; cut--) {
    const longer = endings.at(-1)?.before.get(written.charAt(cut - 1));
    if (longer === undefined) break;
    endings.push(longer);
  }
  // The letter that no ending begins with may be a glide.
  for (cut = Math.max(SHORTEST, cut - 1); cut < written.length; cut++) {
    const glide = glided(word, cut, endings[written.length - cut - 1]);
    if (glide !== undefined) return glide;
    const chains = endings[written.length - cut]?.chains ?? NO_CHAINS;
    const hopeful = chains.length > 0 && mayBeKnownBefore(word, cut);
    for (const chain of chains) {
      const taken = fits(chain, word, cut) ? visit(cut, chain, hopeful) : undefined;
      if (taken !== undefined) return taken;
    }
  }
  return undefined;
}

/** Stems have two letters at least. */
const SHORTEST = 2;
const NO_CHAINS: readonly Chain[] = [];

function mayBeKnownBefore({ written, folded }: Word, cut: number): boolean {
  if (written.charAt(cut) === 'у') return true;
  const plain = folded.slice(0, cut);
  const last = plain.charAt(cut - 1);
  return mayBeKnown(plain) || ((last === 'г' || last === 'б') && mayBeKnown(restored(plain)));
}

/** A known stem before the chain: as written, with қ, к, п for what stands voiced, or with a vowel that it has lost. */
function knownBefore(
  { kind, harmony }: Chain,
  { written, folded, exact }: Word,
  cut: number,
): string | undefined {
  const stem = written.slice(0, cut);
  const plain = folded.slice(0, cut);
  const known =
    knownStem(stem, plain, kind, exact, harmony) ??
    knownStem(restored(stem), restored(plain), kind, exact, harmony);
  if (known !== undefined || !VOWELS.includes(written.charAt(cut))) return known;
  if (kind === 'noun') return withElidedVowel(plain);
  return written.charAt(cut) === 'у' ? verbInY(stem, plain, exact) : undefined;
}

/** The ы or і of a verb falls before у: оқы, оқу. */
function verbInY(stem: string, plain: string, exact: boolean): string | undefined {
  return (
    knownStem(`${stem}ы`, `${plain}ы`, 'verb', exact) ?? knownStem(`${stem}і`, `${plain}и`, 'verb', exact)
  );
}

/**
 * The vowels that a verb's й or ы makes with its ending: қой and а are written қоя, қой and у қою, оқы and йды оқиды.
 * For known verbs only.
 */
function glided(
  { written, folded, exact }: Word,
  cut: number,
  behind: Ending | undefined,
): string | undefined {
  const letter = written.charAt(cut);
  const ending = GLIDES[letter];
  if (ending === undefined) return undefined;
  const stem = written.slice(0, cut);
  const plain = folded.slice(0, cut);
  const verb =
    letter === 'и' ? verbInY(stem, plain, exact) : knownStem(`${stem}й`, `${plain}й`, 'verb', exact);
  if (verb === undefined) return undefined;
  return behind?.before.get(ending)?.chains.some(({ kind }) => kind === 'verb') ? verb : undefined;
}

const GLIDES: Readonly<Record<string, string>> = { я: 'а', ю: 'у', и: 'й' };

function fits(chain: Chain, { written, folded, exact }: Word, cut: number): boolean {
  if ((soundClass(folded.charAt(cut - 1)) & chain.after) === 0) return false;
  if (chain.harmony === null) return true;
  const vowel = lastVowel(written, cut);
  if (vowel === undefined) return false;
  const harmony = harmonyOf(vowel, exact);
  return harmony === null || harmony === chain.harmony;
}

/** What keeps an unknown word from being cut too short. */
function mayBeUnknown({ written, folded: word }: Word, cut: number): boolean {
  if (lastVowel(word, cut) === undefined || endsInYs(word, cut)) return false;
  if (isUnsayable(written, cut)) return false;
  if (cut === 2) return VOWELS.includes(word.charAt(0)) && !VOWELS.includes(word.charAt(1));
  return cut >= 4 || word.length - cut > 1 || VOWELS.includes(word.charAt(cut));
}

/**
 * No Kazakh stem ends in two consonants of which the last is one of these: of қозғады the stem is қозға, of кейінгі it
 * is кейін. Loan words end in -инг (лизингте).
 */
function isUnsayable(word: string, cut: number): boolean {
  if (!'гғбжзл'.includes(word.charAt(cut - 1)) || VOWELS.includes(word.charAt(cut - 2))) return false;
  return !word.startsWith('инг', cut - 3) || cut + 1 === word.length;
}

/** Of жиналысы the с belongs to the noun (жиналыс, жұмыс, байланыс), which is far commoner than a stem in -ы. */
function endsInYs(word: string, cut: number): boolean {
  return (
    cut > 2 &&
    word.charAt(cut) === 'с' &&
    'ыи'.includes(word.charAt(cut - 1)) &&
    'ыи'.includes(word.charAt(cut + 1))
  );
}

/** A stem's last қ, к and п are voiced before a vowel (азық, азығын; кітап, кітабы): both spellings become one. */
function restored(stem: string): string {
  const last = stem.at(-1);
  if (last === 'ғ') return `${stem.slice(0, -1)}қ`;
  if (last === 'г') return `${stem.slice(0, -1)}к`;
  return last === 'б' ? `${stem.slice(0, -1)}п` : stem;
}
