/**
 * A chart as a short list of shapes in units of its box, so that one geometry has two thin writers: the console's
 * component, in the theme's colours, and the report's text, in fixed ones.
 */

/** What a shape stands for; each writer has a colour for it. */
export type Tone = 'onsite' | 'online' | 'ink' | 'muted' | 'grid' | 'band' | 'card';

export type Point = readonly [x: number, y: number];

export type Mark = Shape | Text;

type Common = {
  tone: Tone;
  /** What a pointer that rests on it is told. */
  hint?: string;
};

export type Shape =
  /** Lines of one kind, however many strokes they take. */
  | (Common & { kind: 'line'; strokes: Point[][]; width: number; dash?: string })
  | (Common & { kind: 'area'; points: Point[] })
  | (Common & {
      kind: 'bar';
      x: number;
      y: number;
      width: number;
      height: number;
      radius: number;
      isHollow: boolean;
    })
  | (Common & {
      kind: 'dot';
      shape: 'triangle' | 'circle';
      x: number;
      y: number;
      radius: number;
      isHollow: boolean;
    });

export type Text = Common & {
  kind: 'text';
  text: string;
  x: number;
  /** The baseline. */
  y: number;
  size: number;
  anchor: 'start' | 'end' | 'middle';
  isBold: boolean;
};

export type Drawing = { width: number; height: number; marks: Mark[] };

/** How a shape is painted in its tone: filled, or as a line of this width. */
export type Paint = { isFilled: boolean; strokeWidth: number; dash?: string };

export function paintOf(shape: Shape): Paint {
  if (shape.kind === 'line') {
    const { width, dash } = shape;
    return { isFilled: false, strokeWidth: width, ...(dash && { dash }) };
  }
  const isHollow = shape.kind !== 'area' && shape.isHollow;
  return { isFilled: !isHollow, strokeWidth: isHollow ? 1.5 : 0 };
}

/** The `d` of an SVG path. */
export function pathOf(shape: Shape): string {
  switch (shape.kind) {
    case 'line':
      return shape.strokes.map(polyline).join('');
    case 'area':
      return `${polyline(shape.points)}Z`;
    case 'bar': {
      const { x, y, width, height } = shape;
      const r = Math.min(shape.radius, width / 2, height / 2);
      const [w, h] = [round(width - 2 * r), round(height - 2 * r)];
      const corner = (dx: number, dy: number) => `a${round(r)} ${round(r)} 0 0 1 ${round(dx)} ${round(dy)}`;
      const start = `M${round(x + r)} ${round(y)}`;
      return `${start}h${w}${corner(r, r)}v${h}${corner(-r, r)}h${-w}${corner(-r, -r)}v${-h}${corner(r, -r)}Z`;
    }
    case 'dot': {
      const { x, y, radius: r } = shape;
      if (shape.shape === 'triangle') {
        return `${polyline([
          [x, y - r],
          [x + r, y + r * 0.8],
          [x - r, y + r * 0.8],
        ])}Z`;
      }
      const half = (dx: number) => `a${round(r)} ${round(r)} 0 1 0 ${round(dx)} 0`;
      return `M${round(x - r)} ${round(y)}${half(2 * r)}${half(-2 * r)}Z`;
    }
  }
}

/** About how wide a text is, without a font to ask: a little too much rather than too little. */
export function textWidth(text: string, size: number): number {
  let em = 0;
  // From the geometric shapes on, which holds the marks of the sides and all East Asian writing.
  for (const letter of text) em += letter >= '\u2500' ? 1 : 0.58;
  return em * size;
}

export function text(
  x: number,
  y: number,
  words: string,
  style: Partial<Pick<Text, 'tone' | 'size' | 'anchor' | 'isBold'>> = {},
): Text {
  return {
    kind: 'text',
    tone: 'muted',
    text: words,
    x,
    y,
    size: 11,
    anchor: 'start',
    isBold: false,
    ...style,
  };
}

function polyline(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}`;
}

/** A tenth of a unit is finer than any screen; the rest would only be bytes. */
function round(value: number): number {
  return Math.round(value * 10) / 10 || 0;
}
