import { CHAINS, type Chain, LONGEST_CHAIN } from './kazakh-chains.ts';
import { foldKazakhLetters, hasKazakhLetter } from './kazakh-letters.ts';
import { soundClass } from './kazakh-sounds.ts';

const VOWELS = 'аеыиоуэюяёәөұүі';
const FRONT = 'еәөүіэ';
const BACK = 'аоұыяё';

/**
 * The stem of a Kazakh word, in folded letters: the longest chain of endings is taken off that may stand behind
 * the sound and the vowels before it. A word of `lexicon` (folded) is its own stem, and a stem of the lexicon is
 * preferred. Words typed without the Kazakh letters get the same stem as far as their harmony can be told.
 */
export function stemKazakh(word: string, lexicon: ReadonlySet<string> = NO_WORDS): string {
  const folded = foldKazakhLetters(word);
  if (lexicon.has(folded)) return folded;
  const exact = hasKazakhLetter(word);
  let stem: string | undefined;
  for (let cut = Math.max(2, folded.length - LONGEST_CHAIN); cut < folded.length; cut++) {
    const chains = CHAINS.get(folded.slice(cut));
    if (chains === undefined || !chains.some((chain) => fits(chain, word, folded, cut, exact))) continue;
    const candidate = restore(folded.slice(0, cut));
    if (lexicon.has(candidate)) return candidate;
    stem ??= candidate;
  }
  return stem ?? restore(folded);
}

const NO_WORDS: ReadonlySet<string> = new Set();

function fits(chain: Chain, word: string, folded: string, cut: number, exact: boolean): boolean {
  if ((soundClass(folded.charAt(cut - 1)) & chain.after) === 0) return false;
  if (endsInYs(folded, cut)) return false;
  const vowel = lastVowel(word, cut);
  if (vowel === undefined) return false;
  if (cut === 2 && !mayBeShort(folded)) return false;
  if (cut < 4 && folded.length - cut === 1 && !VOWELS.includes(folded.charAt(cut))) return false;
  if (chain.harmony === null) return true;
  const harmony = harmonyOf(vowel, exact);
  return harmony === null || harmony === chain.harmony;
}

/** Stems of two letters: a vowel and a consonant (ал, үй, ет), or one of the few others. */
function mayBeShort(folded: string): boolean {
  return (
    (VOWELS.includes(folded.charAt(0)) && !VOWELS.includes(folded.charAt(1))) || SHORT.has(folded.slice(0, 2))
  );
}

const SHORT: ReadonlySet<string> = new Set(['де', 'же', 'су', 'жу', 'ку', 'би', 'ту']);

/** Of жиналысы the с belongs to the noun (жиналыс, жұмыс, байланыс), which is far commoner than a stem in -ы. */
function endsInYs(folded: string, cut: number): boolean {
  return (
    cut > 2 &&
    folded.charAt(cut) === 'с' &&
    'ыи'.includes(folded.charAt(cut - 1)) &&
    'ыи'.includes(folded.charAt(cut + 1))
  );
}

function lastVowel(word: string, end: number): string | undefined {
  for (let i = end - 1; i >= 0; i--) {
    const letter = word.charAt(i);
    if (VOWELS.includes(letter)) return letter;
  }
  return undefined;
}

/** у, и, ю go with either; in a word without Kazakh letters о may stand for ө. */
function harmonyOf(vowel: string, exact: boolean): 'back' | 'front' | null {
  if (!exact && vowel === 'о') return null;
  if (FRONT.includes(vowel)) return 'front';
  return BACK.includes(vowel) ? 'back' : null;
}

/** A stem's last қ/к and п are voiced before a vowel (азық, азығын; кітап, кітабы): both spellings become one. */
function restore(stem: string): string {
  const last = stem.at(-1);
  if (last === 'г') return `${stem.slice(0, -1)}к`;
  return last === 'б' ? `${stem.slice(0, -1)}п` : stem;
}
