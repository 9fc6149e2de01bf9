/** Which column is what: by the words of its header, in the languages that exports come in. */
import type { ImportedColumn } from '../../../shared/imported.ts';
import { COLUMN_WORDS } from './column-words.ts';
import { bracketed } from './names.ts';
import { minutesIn } from './units.ts';

/** What a column can be taken for. */
export const FIELDS = [
  'name',
  'firstName',
  'lastName',
  'email',
  'joinTime',
  'leaveTime',
  'firstJoin',
  'lastLeave',
  'minutes',
  'totalMinutes',
  'joins',
  'waitingRoom',
  'attended',
  'role',
  'organisation',
  'channel',
  'action',
  'at',
  'question',
  'answer',
] as const;
export type Field = (typeof FIELDS)[number];

const WORDS: Record<Field, string> = COLUMN_WORDS;
const FIELD_OF = new Map(
  FIELDS.flatMap((field) =>
    WORDS[field]
      .trim()
      .split(/\s+/)
      .map((word) => [wordOf(word), field] as const),
  ),
);

/** As a form asks for it. */
const ASKED = /^\s*(?:your|ihr(?:e|en)?|votre|vos|su|seu|sua|您的|你的)(?=\s|\p{Script=Han})\s*/iu;

/** What stands in brackets at the end explains the rest of a header, but for another unit than minutes. */
export function fieldOf(header: string): Field | null {
  // `# Question`, `#Question`: how many there were.
  if (/^\s*#\s*\p{L}/u.test(header)) return null;
  const asked = header.replace(ASKED, '');
  const known = FIELD_OF.get(wordOf(asked));
  // What somebody would like to ask is a part of a registration, and no list of questions.
  if (known && (asked === header || known !== 'question')) return known;
  // `Min.` alone; an M can be much else.
  if (wordOf(header).length > 1 && minutesIn(header.replace(/\.\s*$/, '').trim()) === 1) return 'minutes';
  const [outside = '', inside = ''] = bracketed(asked) ?? [];
  const field = FIELD_OF.get(wordOf(outside)) ?? null;
  const isLength = field === 'minutes' || field === 'totalMinutes';
  return isLength && (minutesIn(inside) ?? 1) !== 1 ? null : field;
}

/** Widths, case, accents, spaces and signs aside. */
function wordOf(header: string): string {
  return header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The columns of a header; of two that say the same, such as a meeting's and a person's e-mail, the later one counts. */
export function columnsOf(
  cells: readonly string[],
  chosen: Record<number, string | null> = {},
): ImportedColumn[] {
  const fields = cells.map((header, index) => (index in chosen ? (chosen[index] ?? null) : fieldOf(header)));
  return cells.map((header, index) => {
    const field = fields[index] ?? null;
    return { index, header, field: field !== null && fields.lastIndexOf(field) === index ? field : null };
  });
}

export type Columns = Partial<Record<Field, number>>;

export function placesOf(columns: readonly ImportedColumn[]): Columns {
  const named = columns.filter((column) => FIELDS.some((field) => field === column.field));
  return Object.fromEntries(named.map(({ field, index }) => [field, index]));
}
