import type { Language } from '../../kernel/language.ts';

/**
 * What a complaint names to say where something is wrong and who suffers from it: places, what drives past or cannot,
 * who is called, what comes of it, and how the work is bought. Each is also the matter of some category: a school of
 * education, an ambulance of health care. Written for this project from knowledge of how people complain, under the
 * project's licence; forms are the stemmer's business.
 */
export const SURROUNDINGS: Readonly<Record<Language, readonly string[]>> = {
  kk: listed(`мектеп, гимназия, лицей, балабақша, бақша, емхана, аурухана, перзентхана, жедел жәрдем, дәрігер, мұғалім,
    аялдама, автобус, аула, балалар алаңы, ойын алаңы, подъезд, кіреберіс, саябақ, базар, дүкен, жол, көше, тротуар,
    жаяу жүргінші жолы, бала ауырып қалды, айлық жетпейді, зейнетақы, жауап жоқ, жауап бермейді, тендер, конкурс,
    мемлекеттік сатып алу`),
  ru: listed(`школа, гимназия, лицей, детский сад, садик, детсад, поликлиника, больница, амбулатория, роддом, скорая,
    скорая помощь, врач, доктор, учитель, остановка, автобусная остановка, автобус, двор, детская площадка, подъезд,
    парк, сквер, рынок, базар, магазин, дорога, улица, тротуар, пешеходная дорожка, переулок, пенсия, отписка,
    отписки, ответа нет, не реагируют, тендер, конкурс, госзакупки, государственные закупки`),
  en: listed(`school, kindergarten, clinic, hospital, ambulance, doctor, teacher, stop, bus stop, bus, yard, courtyard,
    playground, entrance, park, market, shop, road, street, sidewalk, pavement, pension, no answer, tender,
    procurement`),
};

/**
 * Words that say nothing of a matter by themselves, though an expression may have no other one: «без договора» is about
 * labour, «договор» about anything. Written for this project, as the above.
 */
export const GENERAL: Readonly<Record<Language, readonly string[]>> = {
  kk: listed('бермейді, береді, кезек, маман, жауап, шарт, жұмыс'),
  ru: listed('договор, источник, работа, связь, список, ответ, конверт, платить, дорого, подорожало'),
  en: listed('contract, compensation, account, home, answer, work, hire, lay, mark, source, list'),
};

function listed(expressions: string): string[] {
  return expressions.split(',').map((expression) => expression.trim());
}
