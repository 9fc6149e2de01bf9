/**
 * A chart as a drawing of Word's own shapes: sharp at any size, in the document's fonts, and shown alike by Word and by
 * LibreOffice, of which older ones know no SVG.
 */
import { Paragraph, TextRun } from 'docx';
import { type IShapeGroupChildOptions, ShapeGroupRun } from 'docx/shapes';
import {
  type Drawing,
  type Paint,
  paintOf,
  pathOf,
  type Shape,
  type Text,
  type Tone,
  textWidth,
} from '../../../shared/projections/charts/marks.ts';
import type { Figure } from '../document.ts';
import { COLOURS } from '../svg.ts';

export function chartOf({ title, summary, drawing }: Figure): Paragraph {
  const { width, height, marks } = drawing;
  const texts = marks.flatMap((mark) => (mark.kind === 'text' ? [textOf(mark)] : []));
  const shapes = marks.flatMap((mark) => (mark.kind === 'text' ? [] : [mark]));
  const children = [...layersOf(shapes).map((layer) => layerOf(layer, drawing)), ...texts];
  const altText = { name: title, title, description: summary };
  const group = new ShapeGroupRun({ children, transformation: { width, height }, altText });
  return new Paragraph({ children: [group] });
}

/** Shapes that are painted alike and follow each other: a meeting of 500 turns would otherwise be as many objects. */
type Layer = { tone: Tone; paint: Paint; paths: string[] };

function layersOf(shapes: readonly Shape[]): Layer[] {
  const layers: (Layer & { key: string })[] = [];
  for (const shape of shapes) {
    const paint = paintOf(shape);
    const key = JSON.stringify([shape.tone, paint]);
    const last = layers.at(-1);
    if (last?.key === key) last.paths.push(pathOf(shape));
    else layers.push({ key, tone: shape.tone, paint, paths: [pathOf(shape)] });
  }
  return layers;
}

function layerOf({ tone, paint, paths }: Layer, { width, height }: Drawing): IShapeGroupChildOptions {
  const colour = hex(tone);
  const { isFilled, strokeWidth, dash } = paint;
  const line = { color: colour, width: points(strokeWidth), ...(dash && { dash: 'dash' as const }) };
  return {
    type: 'custom',
    fill: isFilled ? colour : 'none',
    line: strokeWidth > 0 ? line : 'none',
    // A path fills its shape whatever its size: the frame keeps the drawing's own units.
    paths: [
      { path: `M0 0H${width}V${height}H0Z`, fill: false, line: false },
      ...paths.map((path) => ({ path, fill: isFilled })),
    ],
    transformation: { offset: { left: 0, top: 0 }, width, height },
  };
}

function textOf({ text, x, y, size, anchor, isBold, tone }: Text): IShapeGroupChildOptions {
  // Wider than the letters will be, since nobody knows the font: it must not break.
  const width = Math.ceil(textWidth(text, size)) + 8;
  const left = { start: x, end: x - width, middle: x - width / 2 }[anchor];
  const alignment = ({ start: 'left', end: 'right', middle: 'center' } as const)[anchor];
  const run = new TextRun({ text, size: points(size) * 2, color: hex(tone), bold: isBold });
  return {
    type: 'rectangle',
    fill: 'none',
    line: 'none',
    transformation: { offset: { left, top: y - size * 1.15 }, width, height: size * 1.5 },
    textOptions: {
      margins: { top: 0, right: 0, bottom: 0, left: 0 },
      wrap: false,
      verticalAlignment: 'top',
    },
    children: [new Paragraph({ alignment, spacing: { before: 0, after: 0 }, children: [run] })],
  };
}

function hex(tone: Tone): string {
  return COLOURS[tone].slice(1);
}

/** The drawing's units are pixels, of which an inch has 96. */
function points(pixels: number): number {
  return pixels * 0.75;
}
