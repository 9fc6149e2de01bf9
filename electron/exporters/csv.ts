import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | null;

/**
 * RFC 4180 with every cell in quotation marks, and a byte order mark, without which Excel takes UTF-8 for something
 * else. A text that a spreadsheet would take for a formula (= + - @, also full-width, tab and carriage return at its
 * beginning) gets an apostrophe before it, as OWASP advises.
 */
export function csvOf(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return stringify([head, ...rows], {
    bom: true,
    quoted: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
}
