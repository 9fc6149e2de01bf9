/**
 * The text of a session proposal as copied from its web page (intgovforum.org, 2017 to 2025, and pages like it), or
 * any text with a title and lines with minutes. There is no specification: the labels are those of the forms of
 * these years (`proposal/vocabulary.ts`), and copies lose some of them. Nothing is invented: what cannot be placed
 * becomes a note for the user.
 */
import type { AgendaPlan, Plan } from '../../shared/plan.ts';
import { planSchema } from '../../shared/plan.ts';
import { fileStem } from './file-stem.ts';
import { plainText, withoutMailHead, withoutSignature } from './plain-text.ts';
import { PlanError } from './plan-error.ts';
import { readAgenda } from './proposal/agenda.ts';
import { readHeader, readLength, whenLines } from './proposal/header.ts';
import { withTabs } from './proposal/loose-tables.ts';
import { type NoteList, noteList, noteMinutes } from './proposal/note-list.ts';
import { type PeopleFound, readPeople } from './proposal/people.ts';
import { readPolicyQuestions } from './proposal/policy-questions.ts';
import { cutSections, type Section } from './proposal/sections.ts';
import { PROPOSAL_LINES_MAX, type TextLine, textLines } from './proposal/text-lines.ts';
import { withoutTables } from './proposal/text-tables.ts';
import { noteUnread } from './proposal/unread-lines.ts';
import { unwrapped } from './proposal/wrapped-lines.ts';

/**
 * Reads the plan that a proposal's text describes; minutes are planned minutes.
 *
 * @throws {PlanError} `nothing-found` when no agenda, question, person or session code is in it
 */
export function readProposal(fileName: string, text: string): Plan {
  const notes = noteList();
  const all = textLines(withTabs(withoutSignature(withoutMailHead(plainText(text)))));
  const untabled = withoutTables(all, notes);
  const lines = unwrapped(untabled.lines);
  if (all.length === PROPOSAL_LINES_MAX) notes.add('lines', 'text-cut', { kept: PROPOSAL_LINES_MAX });
  const sections = cutSections(lines, notes);
  const header = readHeader(sections, lines, fileStem(fileName), notes);
  const { minutes: titled, line: heading } = header;
  const length =
    readLength(sections, lines) ?? (titled && heading ? { minutes: titled, line: heading } : undefined);
  const heads = [header.line, length?.line, ...whenLines(lines)];
  const used = new Set(heads.map((line) => line?.number ?? 0));
  const { questions, used: asked } = readPolicyQuestions(sections, notes);
  const people = readPeople([...without(sections, used, asked), ...inAgenda(untabled.speakers)], notes);
  // Their rows are items all the same.
  for (const { number } of untabled.speakers) people.used.delete(number);
  const isForm = header.code !== undefined || questions.length > 0 || people.people.length > 0;
  const free = without(sections, used, asked, people.used);
  const panel = people.people.flatMap(({ name, panel: isOn }) => (isOn ? [name] : []));
  const about = { total: length?.minutes, lenient: !isForm, panel };
  const { agenda, used: planned } = readAgenda(free, about, notes);
  if (!isForm && agenda.every((item) => item.minutes === 0)) throw nothingFound(fileName, lines.length);
  if (isForm && questions.length === 0) notes.add('policyQuestions', 'policy-questions-missing');
  noteMinutes(agenda, length?.minutes, notes);
  noteSpeakers(agenda, people, notes);
  noteUnread(without(free, planned), notes);
  return planSchema.parse({
    format: 'evenfloor.plan',
    v: 1,
    title: header.title,
    ...(header.code === undefined ? {} : { code: header.code }),
    ...(header.series === undefined ? {} : { series: header.series }),
    ...(length === undefined ? {} : { minutes: length.minutes }),
    policyQuestions: questions,
    agenda,
    people: people.people,
    notes: notes.all(),
  });
}

/** Whom a table of the agenda names at a panel is under no label of its own. */
function inAgenda(lines: TextLine[]): Section[] {
  const [first] = lines;
  if (!first) return [];
  return [{ kind: 'speakers', label: '', labelLine: first.number, covers: 'list', ordinal: 0, lines }];
}

/** The sections with the lines that nobody has taken yet. */
function without(sections: readonly Section[], ...taken: ReadonlySet<number>[]): Section[] {
  const isFree = (number: number) => !taken.some((numbers) => numbers.has(number));
  return sections.map((section) => ({
    ...section,
    lines: section.lines.filter((line) => isFree(line.number)),
  }));
}

/** A panel of five of whom three are named: two places will be filled on the day. */
function noteSpeakers(agenda: readonly AgendaPlan[], people: PeopleFound, notes: NoteList): void {
  for (const { itemId, title, speakers } of agenda) {
    if (speakers === undefined || speakers <= people.speakers) continue;
    notes.add(`agenda/${itemId}/speakers`, 'speakers-unnamed', {
      title,
      stated: speakers,
      named: people.speakers,
    });
  }
}

function nothingFound(fileName: string, lines: number): PlanError {
  return new PlanError('nothing-found', { fileName, lines });
}
