/** Any file that can become a plan: what it holds decides how it is read, its name hardly ever. */
import { z } from 'zod';
import { must } from '../../shared/lib/assert.ts';
import { PLAN_FILE_BYTES_MAX, PLAN_NOTES_MAX } from '../../shared/lib/limits.ts';
import { problemOf } from '../../shared/lib/problems.ts';
import { type Plan, planSchema } from '../../shared/plan.ts';
import type { ForeignKind } from '../../shared/words/file-errors-en.ts';
import { decodeText } from './decode-text.ts';
import { chineseOf } from './import/decode.ts';
import { ImportError } from './import/import-error.ts';
import { readDelimited } from './import/table.ts';
import { isWorkbook, readSheets } from './import/xlsx.ts';
import { readCalendar } from './plan-calendar.ts';
import { isPlanText, speaksChinese } from './plan-columns.ts';
import { PlanError } from './plan-error.ts';
import { readPlanJson } from './plan-json.ts';
import { isExport } from './plan-people.ts';
import { readPlanTable } from './plan-table.ts';
import { readProposal } from './proposal.ts';

type PlanReader = {
  format: string;
  /** Looks at the beginning only; the first reader that says yes gets the file, and its errors are final. */
  recognises: (text: string, fileName: string) => boolean;
  read: (fileName: string, text: string) => Plan;
};

/** A further format is one line here and a file of its own. The proposal takes what nobody else wants. */
const READERS: readonly PlanReader[] = [
  { format: 'calendar', recognises: (text) => /^\s*BEGIN:VCALENDAR/i.test(text), read: readCalendar },
  { format: 'plan', recognises: looksLikeJson, read: readPlanJson },
  { format: 'html', recognises: looksLikeHtml, read: refuseHtml },
  {
    format: 'table',
    recognises: looksLikeTable,
    read: (fileName, text) => readPlanTable(fileName, [readDelimited(text)]),
  },
  { format: 'proposal', recognises: () => true, read: readProposal },
];

/**
 * Reads a plan file: the plan's own JSON, a calendar, a table or workbook with an agenda or people, the text of a
 * workshop proposal as copied from its web page, or any text with a title and lines with minutes. What could not be placed is in `plan.notes`.
 *
 * @param fileName shown in messages; its stem is the title of a text that has none
 * @param bytes the whole file: UTF-8, UTF-16 with a byte order mark, or GB18030; at most `PLAN_FILE_BYTES_MAX`
 * @throws {PlanError} and nothing else, with one sentence for the person who chose the file
 */
export async function readPlan(fileName: string, bytes: Uint8Array): Promise<Plan> {
  try {
    if (isWorkbook(bytes) && bytes.length <= PLAN_FILE_BYTES_MAX) return await readWorkbook(fileName, bytes);
    const { text, encoding } = decodePlan(fileName, bytes);
    const reader = READERS.find((candidate) => candidate.recognises(text, fileName));
    const plan = planSchema.parse(reader?.read(fileName, text));
    return encoding === null ? plan : withEncoding(plan, encoding);
  } catch (error) {
    throw asPlanError(fileName, error);
  }
}

/** Chinese spreadsheets and editors write GB18030; only words that a plan has prove that these bytes are it. */
function decodePlan(fileName: string, bytes: Uint8Array): { text: string; encoding: string | null } {
  try {
    return { text: decodeText(fileName, bytes), encoding: null };
  } catch (error) {
    if (!(error instanceof PlanError) || error.code !== 'not-utf-eight') throw error;
    const text = chineseOf(bytes)?.replace(/\r\n?/g, '\n');
    if (text === undefined || !speaksChinese(text)) throw error;
    return { text, encoding: 'GB18030' };
  }
}

function withEncoding(plan: Plan, encoding: string): Plan {
  const note = { noteId: 'note-encoding', field: 'file', code: 'encoding-assumed', params: { encoding } };
  return { ...plan, notes: [note, ...plan.notes].slice(0, PLAN_NOTES_MAX) };
}

/** What no reader has foreseen, such as a name of letters that no font shows, is refused by its place in the plan. */
function asPlanError(fileName: string, error: unknown): unknown {
  if (!(error instanceof z.ZodError)) return error;
  const issue = must(error.issues[0], 'issue');
  return new PlanError('bad-plan', { fileName, path: issue.path.join('.'), ...problemOf(issue) });
}

function looksLikeJson(text: string, fileName: string): boolean {
  // A proposal may well begin with “[Draft]”, so a bracket alone is not enough.
  return /^\s*(?:\{|\[\s*[[{"\]])/.test(text) || fileName.toLowerCase().endsWith('.json');
}

/** Only what has cells: a proposal's lines have commas too. */
function looksLikeTable(text: string): boolean {
  try {
    const table = readDelimited(text);
    return isPlanText(table.rows) || isExport(table);
  } catch {
    return false;
  }
}

async function readWorkbook(fileName: string, bytes: Uint8Array): Promise<Plan> {
  const sheets = await readSheets(bytes).catch((error: unknown) => {
    if (!(error instanceof ImportError)) throw error;
    // A Word document is a workbook to whoever looks at its first bytes alone.
    throw new PlanError('wrong-kind', { fileName, what: 'office' satisfies ForeignKind });
  });
  return readPlanTable(fileName, sheets);
}

function looksLikeHtml(text: string): boolean {
  return /^\s*<(?:!doctype html|html|\?xml)/i.test(text);
}

function refuseHtml(fileName: string): never {
  throw new PlanError('wrong-kind', { fileName, what: 'web-page' satisfies ForeignKind });
}
