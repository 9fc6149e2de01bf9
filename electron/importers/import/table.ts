/** Rows of a table, whatever it was saved as; each with its number in the file as a spreadsheet shows it. */
import { parse } from 'csv-parse/sync';
import { IMPORT_COLUMNS_MAX, IMPORT_ROWS_MAX } from '../../../shared/lib/limits.ts';
import { fieldOf } from './columns.ts';
import { ImportError } from './import-error.ts';

export type Row = { row: number; cells: string[] };
/** `isCut`: the text ends without the end of a line, so that its last row may be half of one. */
export type Table = { name: string | null; rows: Row[]; isCut: boolean };

/** Above its header an export says what it is about; not at greater length than this. */
export const HEADER_ROWS_MAX = 30;

const DELIMITERS = [',', '\t', ';', '|'] as const;

/** Throws ImportError: `cut-off`, `bad-table`, `too-many-rows`. */
export function readDelimited(text: string): Table {
  const delimiter = delimiterOf(text);
  try {
    const read = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 200_000,
      to: IMPORT_ROWS_MAX + 1,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    if (read.length > IMPORT_ROWS_MAX) throw tooManyRows(read.at(-1)?.info.lines);
    let last = 0;
    const rows = read.map(({ record, info }) => {
      // `lines` is where the record ends; what it began with stands right after the one before.
      const row = record.some((cell) => cell.includes('\n')) ? last + 1 : info.lines;
      last = info.lines;
      return { row, cells: record.slice(0, IMPORT_COLUMNS_MAX).map(plainCell) };
    });
    return { name: null, rows, isCut: !text.endsWith('\n') };
  } catch (error) {
    throw asImportError(error);
  }
}

/** Some programs write `="Ada"`, so that a spreadsheet takes nothing for a number. */
function plainCell(cell: string): string {
  return /^="([^"]*)"$/.exec(cell)?.[1] ?? cell;
}

/** The one by which a line is a header that is known, else the one that cuts most; one inside quotes does not count. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split('\n')
    .slice(0, HEADER_ROWS_MAX)
    .map((line) => line.replace(/"((?:[^"]|"")*)"/g, (_, inside: string) => inside.replace(/[,;|\t]/g, ' ')));
  const known = (line: string, delimiter: string) => line.split(delimiter).filter(fieldOf).length;
  const cuts = (line: string, delimiter: string) => Math.min(line.split(delimiter).length - 1, 20);
  const score = (delimiter: string) => {
    const header = Math.max(...lines.map((line) => known(line, delimiter)));
    return (header > 1 ? header * 10_000 : 0) + lines.reduce((sum, line) => sum + cuts(line, delimiter), 0);
  };
  return DELIMITERS.reduce((best, one) => (score(one) > score(best) ? one : best));
}

export function tooManyRows(row: number | undefined): ImportError {
  return new ImportError('too-many-rows', { limit: IMPORT_ROWS_MAX, row: row ?? IMPORT_ROWS_MAX });
}

function asImportError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const { code, lines } = error as Error & { code: string; lines?: number };
  if (code === 'CSV_QUOTE_NOT_CLOSED') return new ImportError('cut-off', { row: lines ?? 1 });
  if (!code.startsWith('CSV_')) return error;
  return new ImportError('bad-table', {
    row: lines ?? 1,
    why: code.slice(4).toLowerCase().replaceAll('_', ' '),
  });
}
