import type { WordLanguage } from './language.ts';

/** A word as far as this step looks at it. */
export interface FormWord {
  readonly term: string;
  readonly language: WordLanguage;
}

/**
 * The words that every appeal has and none is about: greetings, forms of address, requests to take measures,
 * thanks, signatures. A word stands for all its forms. Source: the usual letters to authorities in both languages
 * and the samples of appeals that state portals show.
 */
const RUSSIAN = `здравствуйте здравствуй приветствую уважаемый уважаемые уважаемая прошу просим просьба обращаюсь
обращаемся обратился обратилась обратились пожалуйста спасибо благодарю благодарим благодарность заранее заявление жалоба жалуюсь
жалуемся помогите помочь рассмотрите рассмотреть рассмотрение примите принять принятие меры содействие
содействовать разобраться разберитесь направляю сообщаю сообщаем подпись надеюсь надеемся доводим извините
вышеизложенное`;
const KAZAKH = `сәлеметсіз саламатсыз сәлем құрметті өтінемін өтінеміз өтініш өтінішім сұраймын сұраймыз рахмет рақмет
алғыс көмектесіңіз көмектесіңіздер шара хабарлаймын хабарлаймыз хабарласыңыз ескертемін арыз шағым
шағымданамын шағымданамыз жауап қабылдаңыз қабылдаңыздар қолданыңыз қолданыңыздар жолдаймын жолдаймыз ассалаумағалейкум`;
const ENGLISH = 'hello dear please thank thanks regards sincerely request complain complaint';

/** Expressions of which single words may be matter elsewhere (день, время, ситуация). */
const RUSSIAN_PHRASES = `добрый день; доброе утро; добрый вечер; доброго времени суток; с уважением; в кратчайшие сроки;
в ближайшее время; довожу до вашего сведения; меня зовут; на основании вышеизложенного; принять меры; примите меры;
жду ответа; ждем ответа; ждём вашего ответа; дайте ответ; дать ответ; письменный ответ; ответ прошу; исправить ситуацию;
разобраться в ситуации; решить вопрос; решить проблему; решите проблему; обратить внимание; обратите внимание;
ваше внимание; зайти в положение; войти в положение; по адресу; проживаю по адресу; по данному адресу`;
const KAZAKH_PHRASES = `қайырлы күн; қайырлы таң; қайырлы кеш; құрметпен; шара қолдануыңызды; шара қабылдауыңызды;
шара қолдануды; шара қолдану; көмек көрсетуіңізді; назар аударыңыз; назарыңызға; жауап күтемін; жауап күтеміз; мекенжайы бойынша;
мәселені шешіңіз; мәселені шешіп; алдын ала рахмет`;
const ENGLISH_PHRASES =
  'good morning; good afternoon; good evening; take measures; best regards; kind regards';

const WORDS: Readonly<Record<WordLanguage, string>> = { ru: RUSSIAN, kk: KAZAKH, en: ENGLISH };
const PHRASES: Readonly<Record<WordLanguage, string>> = {
  ru: RUSSIAN_PHRASES,
  kk: KAZAKH_PHRASES,
  en: ENGLISH_PHRASES,
};
const LANGUAGES = ['ru', 'kk', 'en'] as const;

/** Finds the form of an appeal among the words of a text; `termOf` gives the term of a word in a language. */
export function createAppealForm(termOf: (word: string, language: WordLanguage) => string) {
  const words = {
    ru: terms('ru', WORDS.ru),
    kk: terms('kk', WORDS.kk),
    en: terms('en', WORDS.en),
  };
  const phrases = new Map<string, string[][]>();
  for (const language of LANGUAGES)
    for (const phrase of PHRASES[language].split(';')) {
      const [first = '', ...rest] = termList(language, phrase);
      phrases.set(first, [...(phrases.get(first) ?? []), rest]);
    }

  return {
    /** Whether the word belongs to the form of an appeal wherever it stands. */
    isForm: (term: string, language: WordLanguage): boolean => words[language].has(term),

    /** The indices of words that stand in an expression of an appeal. */
    formParts(text: readonly FormWord[]): ReadonlySet<number> {
      const parts = new Set<number>();
      for (const [i, { term }] of text.entries())
        for (const rest of phrases.get(term) ?? [])
          if (rest.every((next, n) => text[i + 1 + n]?.term === next))
            for (let n = 0; n <= rest.length; n++) parts.add(i + n);
      return parts;
    },
  };

  function terms(language: WordLanguage, list: string): ReadonlySet<string> {
    return new Set(termList(language, list));
  }

  function termList(language: WordLanguage, list: string): string[] {
    return list
      .trim()
      .split(/\s+/)
      .map((word) => termOf(word.replaceAll('ё', 'е'), language));
  }
}
