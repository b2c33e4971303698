import { stemmer as snowball } from '@orama/stemmers/russian';
import { rootOfFirstPerson } from './russian-alternations.ts';
import { irregularWords } from './russian-irregular.ts';
import { NOMINAL_ENDINGS, nounStems } from './russian-nouns.ts';
import { participleStem, patternStem, shortAdjective } from './russian-patterns.ts';
import { listedVerb } from './russian-prefixed.ts';
import { abstractNoun, settled } from './russian-settled.ts';
import { verbTails } from './russian-verbs.ts';

const NOUNS = nounStems();
const VERBS = verbTails();
const IRREGULAR = irregularWords((word) => settled(snowball(word)));

/**
 * The stem of a Russian word (lower case, ё as е): Snowball's, with what it leaves apart brought together. Closed
 * classes come first (irregular words, nouns with fleeting vowels, unproductive verbs), then the productive patterns
 * that Snowball does not know, then Snowball, then what its stems still differ by. Stems keep the beginning of the
 * word, so that they can be recognised.
 */
export function stemRussian(word: string): string {
  if (word.length < 3) return IRREGULAR.get(word) ?? word;
  if (word.includes('-')) return word.split('-').map(stemRussian).join('-');
  return (
    IRREGULAR.get(word) ?? nounStem(word) ?? verbStem(word) ?? settled(abstractNoun(word) ?? snowball(word))
  );
}

/** запись is no reflexive, россиян (of россияне) no participle. */
const LIKE_VERBS = /..(?:пись|[нлвдьи]ян)$/;
const LONGEST_ENDING = 4;

function nounStem(word: string): string | undefined {
  const bare = NOUNS.bare.get(word.endsWith('ь') ? word.slice(0, -1) : word);
  if (bare !== undefined) return bare;
  if (LIKE_VERBS.test(word)) return word.replace(/ь$/, '');
  for (let cut = word.length; cut >= Math.max(2, word.length - LONGEST_ENDING); cut--) {
    const stem = NOUNS.inflected.get(word.slice(0, cut));
    if (stem !== undefined && (cut === word.length || NOMINAL_ENDINGS.has(word.slice(cut)))) return stem;
  }
  return undefined;
}

const REFLEXIVE = /(?<=[аеиоуыюяйлтьмх])(?:ся|сь)$/;
const ADJECTIVAL = /(?:[ыи]ми|[оеыи]го|[оеы]му|[ая]я|[оеыи]е|[оуею]ю|[оеыи][йм]|[ыи]х)$/;

function verbStem(written: string): string | undefined {
  const word = written.replace(REFLEXIVE, '');
  const known = listedVerb(word, VERBS.words);
  if (known !== undefined) return known;
  // Without the particle these gerunds cannot be told from adjectives.
  if (/..[ая]ясь$/.test(written)) return word.slice(0, -1);
  const participle = word.replace(ADJECTIVAL, '');
  if (participle !== word && participle.length > 3) {
    const stem = listedVerb(participle, VERBS.participles) ?? participleStem(participle);
    if (stem !== undefined) return stem;
  }
  return patternStem(word) ?? rootOfFirstPerson(word) ?? shortAdjective(word);
}
