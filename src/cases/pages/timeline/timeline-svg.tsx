import type { JSX } from 'preact';
import type { Scene, Shape, TextPart } from './scene.ts';

interface TimelineSvgProps {
  readonly scene: Scene;
  /** Unique on the page: ids of the title, the description and the hatching begin with it. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** A timeline as one image with a title and a description; its looks come from the style sheet alone. */
export function TimelineSvg({ scene, id, title, description }: TimelineSvgProps): JSX.Element {
  const { direction, width, height, shapes } = scene;
  return (
    <svg
      class={`timeline timeline--${direction}`}
      viewBox={`0 0 ${width} ${round(height)}`}
      width={width}
      height={round(height)}
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
      xmlns="http://www.w3.org/2000/svg"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      <defs>
        <Hatch id={`${id}-hatch`} />
      </defs>
      {shapes.map((shape) => drawn(shape, id))}
    </svg>
  );
}

/** The hatching of what is missing, to be named by its id. */
export function Hatch({ id }: { id: string }): JSX.Element {
  return (
    <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="tl-hatch-ground" width="8" height="8" />
      <rect class="tl-hatch-line" width="4" height="8" />
    </pattern>
  );
}

function drawn(shape: Shape, id: string): JSX.Element {
  const name = `tl-${shape.kind}`;
  switch (shape.type) {
    case 'rect':
      return (
        <rect
          class={name}
          x={round(shape.x)}
          y={round(shape.y)}
          width={round(shape.width)}
          height={round(shape.height)}
          rx={shape.round === undefined ? undefined : round(shape.round)}
          fill={shape.kind === 'gap' ? `url(#${id}-hatch)` : undefined}
        />
      );
    case 'line':
      return (
        <line
          class={name}
          x1={round(shape.x1)}
          y1={round(shape.y1)}
          x2={round(shape.x2)}
          y2={round(shape.y2)}
        />
      );
    case 'circle':
      return <circle class={name} cx={round(shape.x)} cy={round(shape.y)} r={shape.r} />;
    case 'text':
      return (
        <text
          class={`tl-text-${shape.kind}`}
          x={round(shape.x)}
          y={round(shape.y)}
          font-size={shape.size}
          text-anchor={shape.anchor === 'start' ? undefined : shape.anchor}
        >
          {words(shape.parts)}
        </text>
      );
  }
}

function words(parts: readonly TextPart[]): (string | JSX.Element)[] {
  return parts.map(({ text, kind }) =>
    kind === undefined ? text : <tspan class={`tl-text-${kind}`}>{text.replaceAll('  ', '\u2002')}</tspan>,
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
