/** Any file that a meeting platform exports: what it holds decides how it is read, its name never. */
import type { Imported, ImportKind } from '../../shared/imported.ts';
import { IMPORT_BYTES_MAX } from '../../shared/lib/limits.ts';
import { type Presence, peopleOf } from './import/attendance.ts';
import { readPeople } from './import/attendance-table.ts';
import { readChat } from './import/chat.ts';
import { FIELDS } from './import/columns.ts';
import { decode } from './import/decode.ts';
import { ImportError } from './import/import-error.ts';
import { type FoundProblem, foundProblems, type Problems } from './import/problems.ts';
import { headsQuestions, readQuestions } from './import/question-table.ts';
import { headsPeople } from './import/sections.ts';
import { HEADER_ROWS_MAX, readDelimited, type Table } from './import/table.ts';
import { readTeamsClassic } from './import/teams-classic.ts';
import { readTranscript } from './import/transcript.ts';
import { isWorkbook, readSheets } from './import/xlsx.ts';

export type ImportOptions = {
  /** Refuses what is of another kind. */
  kind?: ImportKind;
  /** What columns are taken for, by their place from 0, instead of what their header says; null = nothing. */
  columns?: Record<number, string | null>;
};

/** As the file was understood; problems by code, for whoever words them. */
export type ReadImport = Omit<Imported, 'problems'> & { problems: FoundProblem[] };

/**
 * Attendance, questions, chats and transcripts of Zoom, Tencent Meeting, Teams and Google Meet, and tables of people or
 * questions (docs/imports.md). Rejects with ImportError, and nothing else, with one sentence for whoever chose the file.
 *
 * @param bytes the whole file, at most `IMPORT_BYTES_MAX`; any encoding that `decode` knows, or XLSX
 */
export async function readImport(bytes: Uint8Array, options: ImportOptions = {}): Promise<ReadImport> {
  if (bytes.length > IMPORT_BYTES_MAX) {
    throw new ImportError('too-large', { bytesMax: IMPORT_BYTES_MAX });
  }
  const problems = foundProblems();
  const read = isWorkbook(bytes)
    ? readTables(await readSheets(bytes), options, problems)
    : readText(bytes, options, problems);
  if (options.kind && options.kind !== read.format)
    throw new ImportError('other-format', { kind: options.kind });
  return { ...read, problems: problems.list() };
}

type Understood = Omit<ReadImport, 'problems'>;

function readText(bytes: Uint8Array, options: ImportOptions, problems: Problems): Understood {
  const { text, guessed } = decode(bytes);
  if (guessed !== null) problems.add('encoding', undefined, { encoding: guessed });
  const transcript = readTranscript(text, problems);
  if (transcript) return { format: 'zoom-transcript', questions: [], ...transcript };
  const chat = readChat(text, problems);
  if (chat) return { format: 'zoom-chat', ...chat };
  return readTables([readDelimited(text)], options, problems);
}

function readTables(tables: Table[], { columns = {} }: ImportOptions, problems: Problems): Understood {
  const [first] = tables;
  if (!first || tables.every(({ rows }) => rows.length === 0)) throw new ImportError('empty');
  if (tables.length > 1) noteUnreadSheets(tables, columns, problems);
  const sheets = apart(tables, columns);
  if (sheets) {
    const asked = sheets.questions.flatMap((table) => readQuestions(table, {}, problems)?.questions ?? []);
    return { ...readAttendance(sheets.people, columns, problems), questions: asked };
  }
  const asked = tables.flatMap((table) => readQuestions(table, columns, problems) ?? []);
  const [one] = asked;
  if (one) {
    const questions = asked.flatMap((table) => table.questions);
    return { format: one.kind, people: [], questions, columns: one.columns, fields: [...FIELDS] };
  }
  return readAttendance(tables, columns, problems);
}

/** A cover of one line is missed by nobody. */
function noteUnreadSheets(
  tables: readonly Table[],
  columns: Record<number, string | null>,
  problems: Problems,
): void {
  for (const table of tables) {
    const { name, rows } = table;
    const isHeaded = headsQuestions(table) || headsPeople(table, columns);
    if (name !== null && rows.length > 1 && !isHeaded)
      problems.add('unread-sheet', undefined, { value: name, count: rows.length });
  }
}

/** A workbook can have a sheet of people and one of questions; what columns are chosen is about the people then. */
function apart(
  tables: readonly Table[],
  columns: Record<number, string | null>,
): { people: Table[]; questions: Table[] } | null {
  const questions = tables.filter(headsQuestions);
  const people = tables.filter((table) => !questions.includes(table) && headsPeople(table, columns));
  return questions.length > 0 && people.length > 0 ? { people, questions } : null;
}

function readAttendance(
  tables: Table[],
  columns: Record<number, string | null>,
  problems: Problems,
): Understood {
  const [first] = tables;
  const classic = first && readTeamsClassic(first, problems);
  if (classic) return attended('teams-attendance', classic, problems);
  const people = readPeople(tables, columns, problems);
  if (!people) {
    throw new ImportError('unknown-format', { rows: Math.min(first?.rows.length ?? 0, HEADER_ROWS_MAX) });
  }
  return {
    ...attended(people.kind, people.presences, problems),
    columns: people.columns,
    fields: [...FIELDS],
  };
}

function attended(format: ImportKind, presences: Presence[], problems: Problems): Understood {
  return { format, people: peopleOf(presences, problems), questions: [] };
}
