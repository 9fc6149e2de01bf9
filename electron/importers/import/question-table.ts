/** Questions as a table: the Q&A report of a Zoom webinar, or a list that somebody has kept. */
import type { ImportedColumn, ImportedQuestion, ImportKind } from '../../../shared/imported.ts';
import { QUESTION_CHARS_MAX } from '../../../shared/lib/limits.ts';
import { columnsOf, placesOf } from './columns.ts';
import { ImportError } from './import-error.ts';
import { readName, sayDoubt } from './names.ts';
import type { Problems } from './problems.ts';
import { HEADER_ROWS_MAX, type Row, type Table } from './table.ts';

const BY =
  '(?:answered (?:live )?by|beantwortet (?:live )?von|répondu (?:en direct )?par|respondid[ao] (?:en vivo |ao vivo )?por|主持人回答)';
/** What Zoom writes before an answer. */
const ANSWERED = new RegExp(String.raw`^${BY}[^:：]{0,120}[:：]\s*`, 'i');
const PRIVATE = String.raw`[(（](?:privat\p{L}*|en privé|en privado|私密|私下|非公開)[)）]`;
/** At the beginning of any line, since a cell holds all answers to a question; elsewhere it is a word of somebody. */
const PRIVATE_ANSWER = new RegExp(
  String.raw`^[^\S\r\n\u2028\u2029]*(?:${PRIVATE}|${BY}[^:：]{0,120}${PRIVATE}[^:：]{0,120}[:：])`,
  'gimu',
);

export type QuestionTable = { kind: ImportKind; questions: ImportedQuestion[]; columns: ImportedColumn[] };

/** Whether a row of it heads a column of questions. */
export function headsQuestions({ rows }: Table): boolean {
  return headerOf(rows, {}) !== undefined;
}

/** Null for a table without a column of questions. Throws ImportError for half a row, or for none. */
export function readQuestions(
  { rows, isCut }: Table,
  chosen: Record<number, string | null>,
  problems: Problems,
): QuestionTable | null {
  const header = headerOf(rows, chosen);
  if (!header) return null;
  const place = rows.indexOf(header);
  const columns = columnsOf(header.cells, chosen);
  const at = placesOf(columns);
  const ofQuestion = at.question;
  if (ofQuestion === undefined) return null;
  const asked = rows.slice(place + 1).filter(({ cells }) => cells.some(Boolean));
  if (asked.length === 0) throw new ImportError('no-rows', { row: header.row });
  const needed = Math.max(...Object.values(at)) + 1;
  const last = asked.at(-1);
  if (isCut && last && last.cells.length < needed) throw new ImportError('cut-off', { row: last.row });
  const misfit = asked.find(({ cells }) => cells.length > header.cells.length + 1);
  if (misfit)
    throw new ImportError('misfit', { row: misfit.row, cells: misfit.cells.length, columns: columns.length });
  const questions = asked.flatMap(({ row, cells }): ImportedQuestion[] => {
    const cell = (index: number | undefined) => (index === undefined ? '' : (cells[index] ?? ''));
    const text = cell(ofQuestion);
    if (text === '') {
      if (cells.length > ofQuestion) problems.add('no-question', row);
      else problems.add('short-row', row, { cells: cells.length, columns: columns.length });
      return [];
    }
    if (text.length > QUESTION_CHARS_MAX) {
      problems.add('too-long', row, { limit: QUESTION_CHARS_MAX });
      return [];
    }
    const shown = readName(cell(at.name));
    const name = shown && !isAnonymous(shown.name) ? shown.name : null;
    if (shown) sayDoubt(shown, row, problems);
    const answer = publicAnswer(cell(at.answer), () => problems.count('private', row));
    return [{ text, ...(name && { name }), ...(answer && { answer }), row }];
  });
  const isZoom = header.cells.some((cell) => /^#$|asker|answer\(s\)/i.test(cell));
  return { kind: isZoom ? 'zoom-questions' : 'questions-table', questions, columns };
}

/** Without who gave it; an answer that went to the asker alone is none, nor is what is under it, and each is said. */
function publicAnswer(written: string, say: () => void): string {
  const marks = [...written.matchAll(PRIVATE_ANSWER)];
  for (const _ of marks) say();
  return written.slice(0, marks[0]?.index).trimEnd().replace(ANSWERED, '');
}

/** As platforms write it in the languages of their users. */
function isAnonymous(name: string): boolean {
  return /^anonym|anonyme$|\banonim|^匿名/i.test(name.normalize('NFKD').replace(/\p{M}/gu, ''));
}

/** A title above may be a word for a question too: the row that also says who asked or what was answered comes first. */
function headerOf(rows: readonly Row[], chosen: Record<number, string | null>): Row | undefined {
  const first = rows.slice(0, HEADER_ROWS_MAX);
  const known = first.filter(({ cells }) => placesOf(columnsOf(cells)).question !== undefined);
  const isFull = ({ cells }: Row) => {
    const at = placesOf(columnsOf(cells));
    return (at.name ?? at.email ?? at.answer) !== undefined;
  };
  const isTitle = ({ cells }: Row) => cells.filter(Boolean).length === 1;
  return (
    known.find(isFull) ??
    known.find((row) => !isTitle(row)) ??
    known[0] ??
    first.find(({ cells }) => placesOf(columnsOf(cells, chosen)).question !== undefined)
  );
}
