/** A chart as the text of an SVG, for documents: light, without fonts or styles of a page around it. */

import type { Drawing, Mark, Tone } from '../../shared/projections/charts/marks.ts';
import { paintOf, pathOf } from '../../shared/projections/charts/marks.ts';
import { escaped } from './escaped.ts';

export const COLOURS: Record<Tone, string> = {
  onsite: '#b45309',
  online: '#1d5fd1',
  ink: '#12151d',
  muted: '#545d6d',
  grid: '#c3c7cd',
  band: '#e8eaed',
  card: '#ffffff',
};

/** `summary` is the sentence for whoever does not see it. */
export function svgOf({ width, height, marks }: Drawing, summary: string): string {
  const label = escaped(summary);
  const box = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  const font = "font-family=\"system-ui, 'Noto Sans', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif\"";
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box} role="img" aria-label="${label}" ${font} direction="ltr" stroke-linejoin="round">${marks.map(markOf).join('')}</svg>`;
}

function markOf(mark: Mark): string {
  const colour = COLOURS[mark.tone];
  if (mark.kind === 'text') {
    const { x, y, size, anchor, isBold } = mark;
    const weight = isBold ? ' font-weight="700"' : '';
    return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" text-anchor="${anchor}"${weight} fill="${colour}">${escaped(mark.text)}</text>`;
  }
  const { isFilled, strokeWidth, dash } = paintOf(mark);
  const fill = `fill="${isFilled ? colour : 'none'}"`;
  const stroke = strokeWidth > 0 ? ` stroke="${colour}" stroke-width="${strokeWidth}"` : '';
  const dashes = dash ? ` stroke-dasharray="${dash}"` : '';
  const title = mark.hint ? `<title>${escaped(mark.hint)}</title>` : '';
  return `<path d="${pathOf(mark)}" ${fill}${stroke}${dashes}>${title}</path>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
