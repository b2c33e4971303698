/**
 * The alternations of the productive verbs in -ить, which show in the first person and in the passive participle:
 * люблю, хожу, вожу, прошу, плачу, пущу; оставлен, помещен, брошен. The sound before is not to be told from the sound
 * after (ж is of д, з or ж), so the roots are listed; where none is, the commonest is taken.
 * Source: Русская грамматика, 1980 (class X, alternations). ё is spelt е.
 */
const ROOTS: Readonly<Record<string, string>> = {
  ж: `вод ход буд сад суд род город груд глад оград вред град стыд труд ряд след пуд цед рад блуд обид бед клад
груз низ раз образ мороз скольз тормоз лаз близ слез лоз грез`,
  ш: 'прос нос брос вес гас крас глас выс квас рос кус бес лис кос ис мес цес трус туш лос пис чес месс голос колес мусор',
  ч: 'мет встрет трат плат шут крут хват пят ответ свет охват верт колот золот прият молот раскат кат прокат',
  щ: `ст:мест пуст чист прост рост раст крест вест гост мост част груст свист льст чест хвост власт маст т:врат крат мут
прет щит сет вет свят сыт скуч общ товарищ`,
};

const LABIALS = 'бпвмф';
const LABIAL_NOUN = /(?:зем|кап|кров|торгов|саб|цап|ваф|тре|кон|дет|дом|вет|пет|ол|туф|ог|куп|тополь)л[юя]?$/;

const NOUN_IN_U = /^(?:свеч|встреч|саж|чащ|рощ|нош|пищ|туч|ваш|наш)у$/;

/** Root endings by the sound they alternate with: `мещ` to `мест`. */
const ALTERNATES: ReadonlyMap<string, string> = new Map(
  Object.entries(ROOTS).flatMap(([sound, roots]) =>
    roots
      .split(/\s+/)
      .map((listed) => listed.replace(/^.*:/, ''))
      .filter((root) => !root.endsWith(sound))
      .map((root): [string, string] => [root.replace(/(?:ст|[дзстк])$/, '') + sound, root]),
  ),
);
const LONGEST = Math.max(...[...ALTERNATES.keys()].map((root) => root.length));

/** The stem of the infinitive of a verb in -ить, from that of its passive participle before -ен (помещ, оставл). */
export function rootBeforePassive(stem: string): string {
  if (stem.endsWith('жд')) return `${stem.slice(0, -2)}д`;
  return stem.endsWith('л') && LABIALS.includes(stem.at(-2) ?? ' ')
    ? stem.slice(0, -1)
    : (plainRoot(stem) ?? lastT(stem));
}

/** The stem of the infinitive of a verb in -ить, from its first person (хожу, люблю); undefined for other words. */
export function rootOfFirstPerson(word: string): string | undefined {
  if (/[бпвмф]лю$/.test(word) && !LABIAL_NOUN.test(word)) return word.slice(0, -2);
  return /[жшщч]у$/.test(word) && !NOUN_IN_U.test(word) ? plainRoot(word.slice(0, -1)) : undefined;
}

/** By the longest listed root; undefined where none is listed. */
function plainRoot(stem: string): string | undefined {
  for (let length = Math.min(LONGEST, stem.length); length > 2; length--) {
    const root = ALTERNATES.get(stem.slice(-length));
    if (root !== undefined) return stem.slice(0, -length) + root;
  }
  return undefined;
}

/** щ is of т in most verbs that are not listed (запрещен, защищен). */
function lastT(stem: string): string {
  return stem.endsWith('щ') ? `${stem.slice(0, -1)}т` : stem;
}
