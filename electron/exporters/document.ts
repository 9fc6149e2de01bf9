/** The report as sections of blocks, in one language; the writers only set them in type. */

import type { Drawing } from '../../shared/projections/charts/marks.ts';

export type Block =
  /** A line break in a text is one in print. */
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string }
  /** `detail` is set smaller below the text. */
  | { kind: 'list'; items: Item[] }
  | { kind: 'numbered'; items: Item[] }
  | { kind: 'fields'; rows: Field[] }
  | Table
  | Figure;

export type Item = { text: string; detail?: string };
/** `href`: http or https; `text` is what it is called. */
export type Field = { label: string; text: string; href?: string };
/** `numeric`: which columns hold figures. */
export type Table = { kind: 'table'; head: string[]; rows: string[][]; numeric: number[] };
/** `summary` is the drawing in a sentence and `table` in figures, for whoever does not see it. */
export type Figure = { kind: 'figure'; title: string; summary: string; drawing: Drawing; table: Table };

export type Section = { title: string; blocks: Block[] };
/** `foot` says where the figures come from. */
export type ReportText = { title: string; sections: Section[]; foot: string };
