/** Questions as a table: the Q&A report of a Zoom webinar, or a list that somebody has kept. */
import type { ImportedColumn, ImportedQuestion, ImportKind } from '../../../shared/imported.ts';
import { QUESTION_CHARS_MAX } from '../../../shared/lib/limits.ts';
import { columnsOf, placesOf } from './columns.ts';
import { ImportError } from './import-error.ts';
import { readName, sayDoubt } from './names.ts';
import type { Problems } from './problems.ts';
import type { Table } from './table.ts';

export type QuestionTable = { kind: ImportKind; questions: ImportedQuestion[]; columns: ImportedColumn[] };

/** Null for a table without a column of questions. Throws ImportError for half a row, or for none. */
export function readQuestions(
  { rows, isCut }: Table,
  chosen: Record<number, string | null>,
  problems: Problems,
): QuestionTable | null {
  const place = rows.findIndex(({ cells }) => placesOf(columnsOf(cells, chosen)).question !== undefined);
  const header = rows[place];
  if (!header) return null;
  const columns = columnsOf(header.cells, chosen);
  const at = placesOf(columns);
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
    const text = cell(at.question);
    if (text === '') {
      problems.add('short-row', row, { cells: cells.length, columns: columns.length });
      return [];
    }
    if (text.length > QUESTION_CHARS_MAX) {
      problems.add('too-long', row, { limit: QUESTION_CHARS_MAX });
      return [];
    }
    const shown = readName(cell(at.name));
    const name = shown && !/^anonymous/i.test(shown.name) ? shown.name : null;
    if (shown) sayDoubt(shown, row, problems);
    const answer = cell(at.answer).replace(/^Answered (?:live )?by [^:]{1,120}:\s*/i, '');
    return [{ text, ...(name && { name }), ...(answer && { answer }), row }];
  });
  const isZoom = header.cells.some((cell) => /^#$|asker|answer\(s\)/i.test(cell));
  return { kind: isZoom ? 'zoom-questions' : 'questions-table', questions, columns };
}
