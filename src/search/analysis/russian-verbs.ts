/**
 * The unproductive classes of Russian verbs: those whose past and present have different stems (пис-ал, пиш-ет), which
 * no list of endings brings together. A class is a pattern of endings; its roots are closed lists, and any prefix may
 * stand before them. Source: Русская грамматика, 1980 (classes of verbs, alternations).
 * Left out are forms that are commoner as nouns (поток, запрет, вкладу). ё is spelt е.
 */

/** Tails of words (what stands behind a prefix) with the stem that they stand for. */
export interface VerbTails {
  /** Finite forms, infinitives, gerunds and short participles. */
  readonly words: ReadonlyMap<string, string>;
  /** Participles before their adjectival endings (писавш-ий, написанн-ая). */
  readonly participles: ReadonlyMap<string, string>;
}

/** Endings behind the stem of the past and that of the present; participles of the past and, after `|`, the present. */
interface Pattern {
  readonly past: string;
  readonly present: string;
  readonly participles: string;
}

const PAST = 'л ла ло ли ть вши';
const FIRST = 'ешь ет ем ете ут';
const SIBILANT: Pattern = { past: PAST, present: `у ${FIRST} и ите`, participles: 'вш нн|ущ' };
const HARD: Pattern = { past: PAST, present: `у ${FIRST} и ите я`, participles: 'вш|ущ' };
const HARD_A: Pattern = { ...HARD, participles: 'вш нн|ущ' };
const SOFT: Pattern = { past: PAST, present: 'ю ешь ет ем ете ют й йте я', participles: 'вш нн|ющ ем' };
const SHORT: Pattern = { ...SOFT, participles: 'вш т|ющ' };
const OT: Pattern = { past: PAST, present: 'ю ешь ет ем ете ют', participles: 'вш т|ющ' };
const LABIAL: Pattern = { ...OT, participles: 'вш нн|ющ' };
const SECOND: Pattern = { past: PAST, present: 'ишь ит им ите ят и я', participles: 'вш нн|ящ им' };
const SECOND_SIBILANT: Pattern = { past: PAST, present: 'у ишь ит им ите ат и', participles: 'вш нн|ащ им' };
const INCHOATIVE: Pattern = {
  past: `${PAST} в`,
  present: 'ю ешь ет ем ете ют й йте я',
  participles: 'вш|ющ',
};
const STRONG: Pattern = { past: 'ла ло ли ши', present: `${FIRST} и ите я`, participles: 'ш|ущ енн' };
const DENTAL: Pattern = { past: 'ши', present: `${FIRST} и ите я`, participles: 'ш|ущ енн' };

/** Each root as `past:present`, or once where both are the same; the stem is that of the past, as in the infinitive. */
const CLASSES: readonly (readonly [Pattern, string])[] = [
  [
    SIBILANT,
    `писа:пиш каза:каж маза:маж вяза:вяж реза:реж лиза:лиж иска:ищ плака:плач скака:скач прята:пряч шепта:шепч
    топта:топч хохота:хохоч бормота:бормоч грохота:грохоч мурлыка:мурлыч тыка:тыч чеса:чеш теса:теш пляса:пляш
    глода:глож полоска:полощ рыска:рыщ плеска:плещ хлеста:хлещ клевета:клевещ трепета:трепещ ропта:ропщ`,
  ],
  [LABIAL, 'сыпа:сыпл трепа:трепл колеба:колебл дрема:дремл щипа:щипл сла:шл'],
  [OT, 'боро:бор коло:кол моло:мел'],
  [HARD_A, 'жда:жд рва:рв вра:вр лга:лг зва:зов бра:бер дра:дер жра:жр жажда:жажд'],
  [
    HARD,
    `ста:стан застря:застрян жи:жив плы:плыв нача:начн зача:зачн жа:жм мя:мн распя:распн кля:клян поня:пойм заня:займ
    наня:найм взя:возьм переня:перейм предприня:предприм приня:прим подня:подним сня:сним обня:обним отня:отним
    еха:ед умере:умр`,
  ],
  [SOFT, 'сея:се тая:та вея:ве надея:наде смея:сме затея:зате дава:да'],
  [SHORT, 'пи:пь би:бь ви:вь ли:ль ши:шь мы:мо кры:кро ры:ро пе:по бри:бре ду:ду обу:обу'],
  [
    SECOND,
    `стоя:сто боя:бо виде:вид сиде:сид гляде:гляд ненавиде:ненавид обиде:обид зависе:завис смотре:смотр горе:гор
    терпе:терп лете:лет шуме:шум веле:вел висе:вис звене:звен верте:верт гуде:гуд свисте:свист храпе:храп кипе:кип
    пыхте:пыхт кряхте:кряхт греме:грем скрипе:скрип сопе:соп хрипе:хрип блесте:блест корпе:корп тарахте:тарахт
    галде:галд шипе:шип спа:сп гна:гон`,
  ],
  [
    SECOND_SIBILANT,
    `крича:крич слыша:слыш держа:держ дыша:дыш лежа:леж стуча:стуч молча:молч дрожа:дрож звуча:звуч торча:торч
    визжа:визж жужжа:жужж пища:пищ треща:трещ мча:мч рыча:рыч мыча:мыч ворча:ворч бренча:бренч журча:журч`,
  ],
  [
    INCHOATIVE,
    `име уме суме успе жале боле владе худе старе молоде красне темне бледне бедне богате слабе ржаве преодоле одоле
    уцеле тле зре поте пьяне трезве глупе черне беле желте зелене полне толсте дешеве тепле холоде вечере разуме гре
    пусте робе лысе седе созре свирепе кочене плесневе умне крупне меле тяжеле тверде густе`,
  ],
  [
    STRONG,
    'нес вез полз рос:раст тряс греб скреб спас грыз мог пек тек сек влек берег стерег стриг жг лег:ляг',
  ],
  [DENTAL, 'вед мет плет цвет обрет бред клад крад пад сяд'],
];

/** What the patterns leave out: pasts without л, infinitives, velars before е, first persons. */
const MORE = `нес: нес нести несу; вез: вез везти везу; полз: полз ползти ползу; рос: рос расти расту;
вед: вел вела вело вели вести веду веден ведена ведено ведены; тряс: тряс трясти трясу; греб: грести;
мет: мел мела мели мести; плет: плел плела плели плести плетен плетена плетены; цвет: цвел цвела цвело цвели цвести;
обрет: обрел обрела обрели обрести обретен; бред: брел брела брели брести бреду; спас: спас спасти спасу спасен спасены;
клад: клал клала клали класть; крад: крал крала крали красть; пад: пал пала пало пали пасть;
упад: упаду упал упала упало упали упасть; попад: попаду; сяд: сел села сели сесть сяду;
мог: мог могу могут можешь может можем можете мочь могущ; пек: пек пеку пекут печет печем печен печенн;
тек: тек текут течет текущ; сек: секут сечет; влек: влек влечь влекут влечет влечен влеченн;
берег: беречь берегут бережет бережен береженн; стерег: стеречь стережет; стриг: стричь стригут стрижет стрижен стриженн;
жг: жег жечь жгу жжет жгут жжен жженн; лег: лег лечь лягу лягут ляжет ляжешь ляжем;
бежа: бежал бежала бежало бежали бежать бегу бежишь бежит бежим бежите бегут беги бегите бегущ;
ид: йти йду йдешь йдет йдем йдете йдут йди йдите йдя йден йдена йдено йдены йденн шел шла шло шли шедш шедши;
приид: приду придешь придет придем придете придут приди придите придя;
да: дал дала дало дали дать дашь даст дадим дадите дадут дай дайте давш данн дан дана дано даны; дава: давай давайте давая;
остава: остает остаем остаешь остаете остают остаю остающ; става: стает стают стаешь стаем;
тере: тер терла терли терло тереть трет трут; умере: умер умерла умерло умерли умерш; запере: запер заперла заперли;
бы: будет будут буду будешь будем будете был была было были быть бывш; оде: одел одела одели одеть оденет оденут оденешь;
спа: сплю; терпе: терплю; виде: вижу; сиде: сижу; гляде: гляжу; ненавиде: ненавижу; обиде: обижу обижен обижена обижены обиженн;
лете: лечу; верте: верчу; смотре: смотрю; горе: горю; веле: велю; зависе: завишу; шуме: шумлю; звене: звеню; стоя: стою;
боле: болит болят; боя: боюсь; висе: вишу; гна: гоню; прочт: прочту прочтет прочтут прочел прочла прочли прочесть прочтен;
учт: учту учтет учтут учел учла учло учли учесть учтен учтена учтено учтены учтенн; ошиби: ошибся ошибется ошибутся;
плат: плачу плачен плачена плачено плачены плаченн`;

/** Verbs that lose the -ну- of the infinitive in the past: замерз, замерзла (замерзнет has the stem in -н). */
const WITHOUT_NU = 'мерз гиб ник вык чез стиг сох глох верг гас мок: пух: вяз: кис: тих: слеп:';

/** Passive participles in -т of verbs whose pattern has none. */
const PASSIVES =
  'нача заня поня приня взя подня сня отня обня наня предприня распя кля жа мя забы прожи запере оде тер';

/** Builds the tables, once. */
export function verbTails(): VerbTails {
  const words = new Map<string, string>();
  const participles = new Map<string, string>();
  /** A participle, and its short forms where it is passive: написанный, написан; взятый, взят. */
  const addParticiple = (participle: string, stem: string): void => {
    participles.set(participle, stem);
    const short = participle.replace(/нн$/, 'н');
    if (/[нт]$/.test(short)) for (const ending of ['', 'а', 'о', 'ы']) words.set(short + ending, stem);
  };
  for (const [pattern, roots] of CLASSES)
    for (const root of roots.split(/\s+/)) {
      const [past = '', present = past] = root.split(':');
      const [ofPast = '', ofPresent = ''] = pattern.participles.split('|');
      for (const ending of pattern.past.split(' ')) words.set(past + ending, past);
      for (const ending of pattern.present.split(' ')) words.set(present + ending, past);
      for (const ending of ofPast.split(' ')) addParticiple(past + ending, past);
      for (const ending of ofPresent.split(' ')) participles.set(present + ending, past);
    }
  for (const line of MORE.split(/;\s+/)) {
    const [stem = '', forms = ''] = line.split(': ');
    for (const form of forms.split(/\s+/)) (/(?:щ|ш|нн)$/.test(form) ? participles : words).set(form, stem);
  }
  for (const listed of WITHOUT_NU.split(' ')) {
    const root = listed.replace(':', '');
    participles.set(`${root}ш`, `${root}н`);
    // Where the bare root is a noun (замок), only the longer forms are the verb's.
    for (const ending of root === listed ? ['', 'ла', 'ло', 'ли'] : ['ла', 'ло', 'ли'])
      words.set(root + ending, `${root}н`);
  }
  for (const stem of PASSIVES.split(' ')) addParticiple(`${stem}т`, stem);
  return { words, participles };
}
