import type { Language } from '../../kernel/language.ts';

/**
 * What a complaint names to say where something is wrong and who suffers from it: places, what drives past or cannot,
 * and who is called. Each is also the matter of some category: a school of education, an ambulance of health care. Written
 * for this project from knowledge of how people complain, under the project's licence; forms are the stemmer's business.
 */
export const SURROUNDINGS: Readonly<Record<Language, readonly string[]>> = {
  kk: listed(`мектеп, гимназия, лицей, балабақша, бақша, емхана, аурухана, перзентхана, жедел жәрдем, дәрігер, мұғалім,
    аялдама, автобус, аула, балалар алаңы, ойын алаңы, подъезд, кіреберіс, саябақ, базар, дүкен, жол, көше, тротуар,
    жаяу жүргінші жолы`),
  ru: listed(`школа, гимназия, лицей, детский сад, садик, детсад, поликлиника, больница, амбулатория, роддом, скорая,
    скорая помощь, врач, доктор, учитель, остановка, автобусная остановка, автобус, двор, детская площадка, подъезд,
    парк, сквер, рынок, базар, магазин, дорога, улица, тротуар, пешеходная дорожка, переулок`),
  en: listed(`school, kindergarten, clinic, hospital, ambulance, doctor, teacher, stop, bus stop, bus, yard, courtyard,
    playground, entrance, park, market, shop, road, street, sidewalk, pavement`),
};

function listed(expressions: string): string[] {
  return expressions.split(',').map((expression) => expression.trim());
}
