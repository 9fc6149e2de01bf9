import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';
import type { Table as TableBlock } from '../document.ts';
import { directionOf, runsOf } from './runs.ts';

/** A4 between margins of 20 mm, in twentieths of a point. */
const TEXT_WIDTH = 9638;
const KEPT_ROWS_MAX = 12;
const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const RULE = { style: BorderStyle.SINGLE, size: 4, color: 'D5DAE1' };
const BORDERS = {
  top: NO_BORDER,
  left: NO_BORDER,
  right: NO_BORDER,
  insideVertical: NO_BORDER,
  bottom: RULE,
  insideHorizontal: RULE,
};

/** Its first row is a header, repeated on every page. */
export function tableOf({ head, rows, numeric }: TableBlock): Table {
  const columnWidths = widthsOf([head, ...rows]);
  const alignment = (column: number) => (numeric.includes(column) ? { alignment: AlignmentType.END } : {});
  const rowOf = (cells: readonly string[], at: number) => {
    const isHead = at === 0;
    // A short table stays on one page, and no header stands alone at the foot of one.
    const keepNext = isHead || (rows.length <= KEPT_ROWS_MAX && at < rows.length);
    const cellOf = (text: string, column: number) =>
      new TableCell({
        width: { size: columnWidths[column] ?? 0, type: WidthType.DXA },
        margins: { top: 30, bottom: 30, left: 60, right: 60 },
        children: [
          new Paragraph({
            children: runsOf(text, isHead ? { bold: true } : {}),
            ...directionOf(text),
            ...alignment(column),
            keepNext,
            style: 'TableText',
          }),
        ],
      });
    return new TableRow({
      children: cells.map(cellOf),
      cantSplit: true,
      ...(isHead && { tableHeader: true }),
    });
  };
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths,
    borders: BORDERS,
    rows: [head, ...rows].map(rowOf),
  });
}

/** Each column by its longest text, within bounds: word processors differ in how they would do it. */
function widthsOf(rows: readonly (readonly string[])[]): number[] {
  const weights = (rows[0] ?? []).map((_, column) => {
    const longest = Math.max(...rows.map((row) => widthOf(row[column] ?? '')));
    return Math.min(32, Math.max(5, longest + 2));
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.round((weight / total) * TEXT_WIDTH));
}

/** In letters; those of East Asia are two wide. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += letter >= '\u2e80' ? 2 : 1;
  return width;
}
