import type { Language } from '../../kernel/language.ts';
import { type MessageKey, type Translate, translator } from '../../platform/messages/catalogue.ts';
import { formatSpan } from '../../platform/messages/dates.ts';
import { formatNumber } from '../../platform/messages/numbers.ts';
import type { Reference } from '../../reference/index.ts';
import type { Figure } from '../domain/figure.ts';
import { spanOf } from '../domain/period.ts';
import { statisticsMessages } from '../messages/statistics-messages.ts';

export type StatisticsTranslate = Translate<MessageKey<typeof statisticsMessages>>;

/** What the tables and charts of figures are given. */
export interface FiguresProps {
  readonly language: Language;
  readonly reference: Reference;
  readonly figures: readonly Figure[];
}

export function statisticsTranslator(language: Language): StatisticsTranslate {
  return translator(language, statisticsMessages);
}

/** The value with its unit, as exactly as the source gives it: `более 2 300 000 обращений`. */
export function valueText(t: StatisticsTranslate, language: Language, figure: Figure): string {
  const { value, unit, qualifier } = figure;
  return t(`unit.${unit}.${qualifier}`, { value: formatNumber(language, value), count: value });
}

export function periodText(language: Language, { period }: Pick<Figure, 'period'>): string {
  const span = spanOf(period);
  if (span !== null) return formatSpan(language, span);
  return typeof period === 'object' && 'text' in period ? period.text[language] : '';
}

export function regionText({ reference, language }: FiguresProps, { region }: Figure): string {
  return reference.region(region)?.name[language] ?? region;
}

/** The name that the source gives; the base's own where it gives none. */
export function channelText({ reference, language }: FiguresProps, { channel }: Figure): string {
  const named = channel.code === null ? undefined : reference.channel(channel.code);
  return channel.name?.[language] ?? named?.name[language] ?? '';
}

/** The topic as the source names it; the base's own name where it gives none, nothing for all topics. */
export function topicText({ reference, language }: FiguresProps, { topic }: Figure): string | null {
  if (topic === null) return null;
  const named = topic.category === null ? undefined : reference.category(topic.category);
  return topic.name?.[language] ?? named?.name[language] ?? null;
}
