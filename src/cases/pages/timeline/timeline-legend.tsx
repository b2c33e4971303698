import type { JSX } from 'preact';
import type { CaseView } from '../case-view.ts';
import type { Scene } from './scene.ts';
import { Hatch } from './timeline-svg.tsx';

/** What the signs of this drawing mean; only those that are in it. */
export function TimelineLegend({
  scene,
  view: { t, record, reference, language },
}: {
  scene: Scene;
  view: CaseView;
}) {
  const kinds = new Set(scene.shapes.filter((one) => one.type !== 'text').map((one) => one.kind));
  const bars = scene.shapes.some(
    (one) => one.type === 'rect' && (one.kind === 'actual' || one.kind === 'planned'),
  );
  const seasons = reference.seasons.filter((one) => record.seasons.includes(one.code) && one.usual !== null);
  const entries: (readonly [JSX.Element, string])[] = [
    ...(kinds.has('gap') ? [[swatch('gap'), t('case.timeline.legend.gap')] as const] : []),
    ...(kinds.has('contract') ? [[swatch('contract'), t('case.timeline.legend.contract')] as const] : []),
    ...(kinds.has('contract-maybe')
      ? [[swatch('contract-maybe'), t('case.timeline.legend.contractMaybe')] as const]
      : []),
    ...(kinds.has('actual') ? [[dot('actual'), t('case.timeline.legend.actual')] as const] : []),
    ...(kinds.has('planned') ? [[dot('planned'), t('case.timeline.legend.planned')] as const] : []),
    ...(bars ? [[pill(), t('case.timeline.legend.month')] as const] : []),
    ...seasons.map((one, index) => {
      const sign = swatch(index === 0 ? 'season-strip' : 'other-season');
      const words = index === seasons.length - 1 ? `. ${t('case.timeline.usualSeason')}` : '';
      return [sign, one.name[language] + words] as const;
    }),
  ];
  return (
    <ul class="timeline-legend">
      {entries.map(([sign, words]) => (
        <li>
          {sign}
          {words}
        </li>
      ))}
    </ul>
  );
}

function frame(children: JSX.Element): JSX.Element {
  return (
    <svg viewBox="0 0 24 16" width="24" height="16" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

function swatch(kind: string): JSX.Element {
  if (kind !== 'gap') return frame(<rect class={`tl-${kind}`} x="1" y="2" width="22" height="12" />);
  return frame(
    <>
      <defs>
        <Hatch id="legend-hatch" />
      </defs>
      <rect class="tl-gap" x="1" y="2" width="22" height="12" fill="url(#legend-hatch)" />
    </>,
  );
}

function dot(kind: string): JSX.Element {
  return frame(<circle class={`tl-${kind}`} cx="12" cy="8" r="6" />);
}

function pill(): JSX.Element {
  return frame(<rect class="tl-actual" x="1" y="2" width="22" height="12" rx="6" />);
}
