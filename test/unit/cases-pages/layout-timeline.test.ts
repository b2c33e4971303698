import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutTimeline } from '../../../src/cases/pages/timeline/layout-timeline.ts';
import { boxOf, type Scene, type Text } from '../../../src/cases/pages/timeline/scene.ts';
import type { TimelineRecord } from '../../../src/cases/pages/timeline/timeline-model.ts';
import { timelineWords } from '../../../src/cases/pages/timeline/timeline-words.ts';
import { LANGUAGES } from '../../../src/kernel/language.ts';
import { anyRecord, contract, SEASONS, SPLIT, step } from './timeline-fixtures.ts';

const DIRECTIONS = ['across', 'upright'] as const;

function draw(
  record: Partial<TimelineRecord>,
  direction: Scene['direction'],
  language: (typeof LANGUAGES)[number] = 'ru',
) {
  const whole = { timeline: [], contracts: [], seasons: [], ...record };
  return layoutTimeline(whole, SEASONS, 'KZ-39', { direction, words: timelineWords(language) });
}

function scene(...args: Parameters<typeof draw>): Scene {
  const drawn = draw(...args);
  if (drawn === null) throw new Error('nothing was drawn');
  return drawn;
}

const texts = (one: Scene) => one.shapes.filter((shape): shape is Text => shape.type === 'text');
const said = (one: Scene) => texts(one).map((text) => text.parts.map((part) => part.text).join(''));
const ofKind = (one: Scene, kind: string) =>
  one.shapes.filter((shape) => shape.type !== 'text' && shape.kind === kind);

describe.each(DIRECTIONS)('a timeline %s', (direction) => {
  it('is not drawn when nothing is dated', () => {
    expect(draw({}, direction)).toBeNull();
    expect(draw({ contracts: [contract(null, null)], seasons: ['winter'] }, direction)).toBeNull();
  });

  it('shows the gap of a tender that is split at 1 January, in words and days', () => {
    const drawn = scene(SPLIT, direction);
    expect(ofKind(drawn, 'gap')).toHaveLength(1);
    expect(said(drawn).join(' ').replaceAll('\u00a0', ' ')).toMatch(
      /[Нн]ет договора:? с 1 января по 14 февраля 2026 г., 45 дней/,
    );
  });

  it('draws the gap exactly between the two contracts', () => {
    const drawn = scene(SPLIT, direction);
    const along = (kind: string) =>
      ofKind(drawn, kind)
        .map(boxOf)
        .map((box) => (direction === 'across' ? [box.x1, box.x2] : [box.y1, box.y2]));
    const [[, firstEnd] = [], [secondStart] = []] = along('contract');
    const [[gapStart, gapEnd] = []] = along('gap');
    expect(gapStart).toBeCloseTo(firstEnd ?? 0);
    expect(gapEnd).toBeCloseTo(secondStart ?? 0);
  });

  it('claims no gap where a date is too vague for it', () => {
    const vague = { ...SPLIT, contracts: [contract('2025', '2025'), contract('2026', null)] };
    expect(ofKind(scene(vague, direction), 'gap')).toEqual([]);
  });

  it('draws plan hollow, fact solid, and says the slip', () => {
    const drawn = scene({ timeline: [step('works-started', '2026-02-15', '2026-01-01')] }, direction);
    expect(ofKind(drawn, 'planned')).toHaveLength(1);
    expect(ofKind(drawn, 'actual')).toHaveLength(1);
    expect(ofKind(drawn, 'slip')).toHaveLength(1);
    expect(said(drawn).join(' ')).toContain('на 45 дней позже');
  });

  it('draws a day as a dot, a month and a year as wide as they are', () => {
    const drawn = scene(
      { timeline: [step('decision', '2025-03-03'), step('vote', '2025-06'), step('hearing', '2025')] },
      direction,
    );
    const sizes = ofKind(drawn, 'actual').map((shape) => {
      if (shape.type !== 'rect') return null;
      return direction === 'across' ? shape.width : shape.height;
    });
    const [year, month] = sizes.filter((size) => size !== null).toSorted((a, b) => b - a);
    expect(sizes.filter((size) => size === null)).toHaveLength(1);
    expect((year ?? 0) / (month ?? 1)).toBeCloseTo(365 / 30, 1);
  });

  it('says which day the budget opens', () => {
    expect(
      said(scene(SPLIT, direction)).some((text) => text.includes('1 января')) || direction === 'upright',
    ).toBe(true);
    expect(ofKind(scene(SPLIT, direction), 'new-year')).not.toHaveLength(0);
  });

  it('keeps everything inside its frame, nothing thinner than can be seen, no words over others', () => {
    fc.assert(
      fc.property(anyRecord, fc.constantFrom(...LANGUAGES), (record, language) => {
        const drawn = draw(record, direction, language);
        if (drawn === null) return;
        for (const shape of drawn.shapes) {
          const box = boxOf(shape);
          expect(Math.min(box.x1, box.y1), JSON.stringify(shape)).toBeGreaterThanOrEqual(0);
          expect(box.x2, JSON.stringify(shape)).toBeLessThanOrEqual(drawn.width);
          expect(box.y2, JSON.stringify(shape)).toBeLessThanOrEqual(drawn.height);
          if (shape.type === 'rect' && ['actual', 'planned', 'contract-maybe', 'gap'].includes(shape.kind))
            expect(Math.min(shape.width, shape.height)).toBeGreaterThanOrEqual(3);
        }
        expectApart(drawn);
      }),
      { numRuns: 150 },
    );
  });

  it('says every step, whatever is left out beside it', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const drawn = draw(record, direction);
        if (drawn === null) return;
        const steps = texts(drawn).filter((text) => text.kind === 'step');
        if (direction === 'across') expect(steps).toHaveLength(record.timeline.length);
        else expect(steps.length).toBeGreaterThanOrEqual(record.timeline.length);
      }),
      { numRuns: 60 },
    );
  });
});

function expectApart(drawn: Scene): void {
  const boxes = texts(drawn).map((text) => ({ ...boxOf(text), text }));
  boxes.sort((a, b) => a.y1 - b.y1);
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      if (other.y1 >= one.y2) break;
      const meet = other.x1 < one.x2 && one.x1 < other.x2;
      expect(meet, `${JSON.stringify(one)} over ${JSON.stringify(other)}`).toBe(false);
    }
  }
}
