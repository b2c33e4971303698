import { acrossContracts } from './across-contracts.ts';
import { ACROSS, label } from './across-frame.ts';
import { acrossSteps } from './across-steps.ts';
import type { Scene, Shape } from './scene.ts';
import { textWidth } from './text-width.ts';
import { ticksOf, timeScale } from './time-scale.ts';
import type { TimelineModel } from './timeline-model.ts';
import type { TimelineWords } from './timeline-words.ts';

const HEAD = 24;
const NO_HEAD = 4;
const AXIS = 38;
const STRIP = 20;

/** Time runs from left to right: axis and seasons above, then contracts with what lies between them, then steps. */
export function layoutAcross(model: TimelineModel, words: TimelineWords): Scene {
  const scale = timeScale(model.days, ACROSS.edge, ACROSS.width - ACROSS.edge);
  const budgetDays = newYearsOf(scale);
  const axisTop = isDense(budgetDays) || budgetDays.length === 0 ? NO_HEAD : HEAD;
  const strips = axisTop + AXIS;
  const lanes = strips + model.seasons.length * STRIP + 6;
  const contracts = acrossContracts(model, words, scale, lanes);
  const steps = acrossSteps(model, words, scale, contracts.bottom);
  const height = Math.ceil(steps.bottom + 6);
  const behind = [
    ...seasonBands(model, words, scale, strips, height),
    ...grid(scale, words, axisTop, height),
    ...gapColumns(model, scale, lanes - 6, height),
    ...newYears(budgetDays, words, scale, axisTop, height),
  ];
  return {
    direction: 'across',
    width: ACROSS.width,
    height,
    shapes: [...textLast(behind), ...contracts.shapes, ...steps.shapes],
  };
}

/** Words stand before the lines that cross them. */
function textLast(shapes: readonly Shape[]): Shape[] {
  const isText = (shape: Shape) => shape.type === 'text';
  return [...shapes.filter((shape) => !isText(shape)), ...shapes.filter(isText)];
}

type Scale = ReturnType<typeof timeScale>;

function seasonBands(
  model: TimelineModel,
  words: TimelineWords,
  scale: Scale,
  top: number,
  height: number,
): Shape[] {
  return model.seasons.flatMap(({ season, windows }, row) =>
    windows.flatMap((window): Shape[] => {
      const { start, end } = scale.stretch(window, 2);
      const y = top + row * STRIP;
      const name = words.season(season);
      const width = textWidth(name, ACROSS.small);
      const place = { type: 'rect', x: start, y, width: end - start } as const;
      const strip: Shape[] = [
        ...(row === 0 ? [{ ...place, kind: 'season', height: height - y } as const] : []),
        { ...place, kind: row === 0 ? 'season-strip' : 'other-season', height: STRIP - 2 },
      ];
      if (width + 12 > end - start) return strip;
      const text = {
        ...label('season', start + 6, y + 13, ACROSS.small, width, 'start'),
        parts: [{ text: name }],
      };
      return [...strip, text];
    }),
  );
}

function grid(scale: Scale, words: TimelineWords, top: number, height: number): Shape[] {
  const { months, years } = ticksOf(scale, { month: 36, year: 44 });
  const shapes: Shape[] = months
    .filter((tick) => tick.month !== 1)
    .map((tick) => ({ type: 'line', kind: 'grid', x1: tick.at, y1: top + 20, x2: tick.at, y2: height }));
  for (const tick of months) {
    if (!tick.labelled) continue;
    const text = words.month(tick.month);
    const width = textWidth(text, ACROSS.small);
    shapes.push({ ...label('axis', tick.at + 4, top + 33, ACROSS.small, width, 'start'), parts: [{ text }] });
  }
  const yearY = months.some((tick) => tick.labelled) ? top + 14 : top + 24;
  for (const { year, at } of yearLabels(years, scale)) {
    const width = textWidth(String(year), ACROSS.text, 'bold');
    shapes.push({
      ...label('axis-year', at + 4, yearY, ACROSS.text, width, 'start'),
      parts: [{ text: String(year) }],
    });
  }
  return shapes;
}

/** Years at their first of January, and the one in which the drawing begins where it has room. */
function yearLabels(
  years: ReturnType<typeof ticksOf>['years'],
  scale: Scale,
): { year: number; at: number }[] {
  const begun = new Date(scale.days.from * 86_400_000).getUTCFullYear();
  const first = years[0];
  const labels = years.filter((tick) => tick.labelled && scale.end - tick.at > 44);
  const room = (labels[0]?.at ?? scale.end) - scale.start > 48;
  return first?.year !== begun && room ? [{ year: begun, at: scale.start }, ...labels] : labels;
}

function gapColumns(model: TimelineModel, scale: Scale, top: number, height: number): Shape[] {
  return model.gaps.map(({ days }) => {
    const { start, end } = scale.stretch(days, 4);
    return { type: 'rect', kind: 'gap-column', x: start, y: top, width: end - start, height: height - top };
  });
}

type Ticks = ReturnType<typeof ticksOf>['years'];

/** The days within the drawing on which a budget opens. */
function newYearsOf(scale: Scale): Ticks {
  return ticksOf(scale, { month: 36, year: 44 }).years.filter((tick) => tick.at > scale.start + 1);
}

function isDense(newYears: Ticks): boolean {
  return newYears.length > 6;
}

/** Every first of January is a line; one of them says why it matters, unless they are too many. */
function newYears(inside: Ticks, words: TimelineWords, scale: Scale, top: number, height: number): Shape[] {
  const dense = isDense(inside);
  const shapes: Shape[] = inside.map(({ at }) => ({
    type: 'line',
    kind: dense ? 'grid-year' : 'new-year',
    x1: at,
    y1: dense ? top : 6,
    x2: at,
    y2: height,
  }));
  if (dense) return shapes;
  const size = ACROSS.small;
  const width = textWidth(words.budgetOpens, size, 'bold');
  const fits = inside.filter((tick) => tick.at + width + 8 <= scale.end);
  const right =
    fits.find((tick) => !inside.some((next) => next.at > tick.at && next.at < tick.at + width + 8)) ??
    fits[0];
  const left = inside.findLast((tick) => tick.at - width - 8 >= scale.start);
  const text = { parts: [{ text: words.budgetOpens }] };
  if (right) shapes.push({ ...label('new-year', right.at + 6, 16, size, width, 'start'), ...text });
  else if (left) shapes.push({ ...label('new-year', left.at - 6, 16, size, width, 'end'), ...text });
  return shapes;
}
