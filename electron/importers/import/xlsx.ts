/** Sheets of a workbook as tables. What it unpacks to is looked at before anything is unpacked. */
import readWorkbook from 'read-excel-file/universal';
import {
  IMPORT_COLUMNS_MAX,
  IMPORT_ROWS_MAX,
  WORKBOOK_BYTES_MAX,
  WORKBOOK_PARTS_MAX,
} from '../../../shared/lib/limits.ts';
import { ImportError } from './import-error.ts';
import { type Table, tooManyRows } from './table.ts';

/** PKWARE's APPNOTE 6.3.10, 4.3.12 and 4.3.16. */
const END = { signature: 0x06054b50, bytes: 22, commentMax: 65_535, countAt: 10, directoryAt: 16 };
const ENTRY = { signature: 0x02014b50, bytes: 46, unpackedAt: 24, nameAt: 28, extraAt: 30, commentAt: 32 };

/** The part that says which sheets there are; packed files of other programs begin as a workbook does. */
const SHEETS = 'xl/_rels/workbook.xml.rels';

const DAY_ZERO_SECONDS = Date.UTC(1899, 11, 30) / 1_000;

export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** Rejects with ImportError: `bad-workbook`, `workbook-too-large`, `too-many-rows`. */
export async function readSheets(bytes: Uint8Array): Promise<Table[]> {
  refuseBombs(bytes);
  if (!Buffer.from(bytes).includes(SHEETS)) throw broken('it is DOCX, ODS, Numbers or ZIP');
  const sheets = await readWorkbook(new Uint8Array(bytes).buffer).catch((error: unknown) => {
    throw new ImportError('bad-workbook', { why: error instanceof Error ? error.message : String(error) });
  });
  return sheets.map(({ sheet, data }) => {
    if (data.length > IMPORT_ROWS_MAX) throw tooManyRows(IMPORT_ROWS_MAX + 1);
    const rows = data.map((cells, index) => ({
      row: index + 1,
      cells: cells.slice(0, IMPORT_COLUMNS_MAX).map(textOf),
    }));
    return { name: sheet, rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')), isCut: false };
  });
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return timeOf(cell);
  return String(cell).trim();
}

/** Hours alone, a length or a time of day, are days since the end of 1899 to a spreadsheet: `26:10:00`. */
function timeOf(cell: Date): string {
  // A fraction of a day is seldom whole seconds.
  const seconds = Math.round(cell.getTime() / 1_000);
  const length = seconds - DAY_ZERO_SECONDS;
  if (length < 366 * 86_400) {
    const [minute, second] = [Math.floor(length / 60) % 60, length % 60].map((part) =>
      String(part).padStart(2, '0'),
    );
    return `${Math.floor(length / 3_600)}:${minute}:${second}`;
  }
  return new Date(seconds * 1_000).toISOString().slice(0, 19).replace('T', ' ');
}

/** A file of kilobytes can say that it unpacks to gigabytes, and then does. */
function refuseBombs(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + END.countAt, true);
  if (count > WORKBOOK_PARTS_MAX) throw new ImportError('bad-workbook', { why: `${count} parts` });
  let at = view.getUint32(end + END.directoryAt, true);
  let unpacked = 0;
  for (let part = 0; part < count; part += 1) {
    if (at + ENTRY.bytes > bytes.length || view.getUint32(at, true) !== ENTRY.signature)
      throw broken('directory');
    unpacked += view.getUint32(at + ENTRY.unpackedAt, true);
    if (unpacked > WORKBOOK_BYTES_MAX) {
      throw new ImportError('workbook-too-large', { bytesMax: WORKBOOK_BYTES_MAX });
    }
    const lengths = [ENTRY.nameAt, ENTRY.extraAt, ENTRY.commentAt].map((field) =>
      view.getUint16(at + field, true),
    );
    at += lengths.reduce((sum, length) => sum + length, ENTRY.bytes);
  }
}

function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - END.bytes - END.commentMax);
  for (let at = view.byteLength - END.bytes; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END.signature) return at;
  }
  throw broken('it was cut off');
}

function broken(why: string): ImportError {
  return new ImportError('bad-workbook', { why });
}
