import { foldKazakhLetters } from './kazakh-letters.ts';

/**
 * Words that carry grammar, not matter: pronouns, prepositions, conjunctions, particles, auxiliaries, question
 * words. They weigh nothing, and they tell a language. Source: closed word classes of the three grammars.
 */
const RUSSIAN = `а без более бы был была были было быть в вам вами вас ваш ваша ваше ваши вашего вашей вашему вашим вашу весь
во вообще вот все всё всего всей всем всеми всех всю вся вы где да даже для до его ее её ей ему если есть еще ещё
ж же за и из или им ими их к каждый каждую как какая какие каких какого какое какой какую когда которая которого
которой котором которому которую которые который которым которых кто куда ли либо лишь между меня мне мной мои мой
моя моё моего моей мои мы на над надо нам нами нас наш наша наше наши нашего нашей нашем нашему нашу не него нее неё
ней нем нём нет ни нибудь ним ними них но ну о об обо один одна одно однако он она они оно опять от очень по под пока
после потому потом почему поэтому почти при про пусть раз разве с сам сама сами само свой своя своего своей свою своих
себе себя сейчас скоро снова со собой так также такая такие таких такого такое такой там тебя тем теми тех то тоже той только
том тому тот ту тут ты у уж уже хотя чего чей чем чём через что чтоб чтобы чему эта эти этим этих это этого этой
этом этому этот эту является являются однако именно либо причем притом т тд тп те др пр`;

const KAZAKH = `ал алайда арқылы ау әлде әлі әр бар басқа бәрі бе бен ба бен бере бері бет бір бірақ біз бізге бізді біздің бізде
біреу болады болар болатын болды болған болғанда болмайды болса болсын болу болуы болып боп бойы бойынша бұл бұлар бұны
бұның бұрын да дейін деген дейді деп десе де ғана ғой еді едік едім екен екенін емес емеспін енді ет етеді етіп етті
еш ешқандай және жатқан жатыр жөнінде жүр кейбір кейін келеді керек көп қазір қай қайда қайсы қайтып қандай қанша
қарай қашан қой қатты мен менен менде мені менің маған мына мынау мұнда ма ме неге немен немесе неғұрлым
не нені ненің несі неше не ол олар оларға оларды олардың онда оны оның оған ондай осы осыған осында осындай
осыны отыр өз өзі өзге өзінің өйткені өте па пе пен сен сендер сенің сіз сіздер сізге сізді сіздің соң сол сондай
сондықтан соны соның сонымен сияқты тағы тек тұр туралы тура түгел үшін үстінде шақ шейін шын яғни
дегеніміз деген кім кімнің кімді кімге нелер бола тұрады аталады қалай`;

const ENGLISH = `a about after all also an and any are as at be because been before being but by can could did do does for
from had has have he her here him his how i if in into is it its just me more most my no nor not now of off on once
only or other our out over own same she should so some such than that the their them then there these they this
those through to too under until up very was we were what when where which while who whom why will with would you
your`;

export type StopLanguage = 'ru' | 'kk' | 'en';

const listed = (words: string, spell: (word: string) => string): ReadonlySet<string> =>
  new Set(words.split(/\s+/).map(spell));

/** By language, as {@link spellWord} spells them; the Kazakh ones also without the Kazakh letters. */
const STOP_WORDS: Readonly<Record<StopLanguage, ReadonlySet<string>>> = {
  ru: listed(RUSSIAN, (word) => word.replaceAll('ё', 'е')),
  kk: new Set([...listed(KAZAKH, String), ...listed(KAZAKH, foldKazakhLetters)]),
  en: listed(ENGLISH, String),
};

/** Whether the word, as spelt by the analysis, is a stop word of the language. */
export function isStopWord(word: string, language: StopLanguage): boolean {
  return STOP_WORDS[language].has(word);
}
