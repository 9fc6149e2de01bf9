/** English for bringing in a file of a meeting platform. */
import type { ImportKind } from '../../shared/imported.ts';
import { wholeSeconds } from '../../shared/lib/seconds.ts';
import { plural } from '../../shared/words/words.ts';
import type { Translated } from './translated.ts';

const formats: Record<ImportKind, string> = {
  'zoom-participants': 'Zoom: participants',
  'zoom-webinar': 'Zoom: attendees of a webinar',
  'zoom-questions': 'Zoom: questions and answers',
  'zoom-chat': 'Zoom: saved chat',
  'zoom-transcript': 'Transcript',
  'tencent-participants': 'Tencent Meeting: participants',
  'teams-attendance': 'Teams: attendance',
  'meet-attendance': 'Google Meet: attendance',
  'people-table': 'A list of people',
  'questions-table': 'A list of questions',
};

const fields = {
  name: 'Name',
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail',
  joinTime: 'Came',
  leaveTime: 'Left',
  firstJoin: 'First came',
  lastLeave: 'Last left',
  minutes: 'Minutes',
  totalMinutes: 'Minutes in all',
  joins: 'How often',
  waitingRoom: 'Only waited',
  attended: 'Was there',
  role: 'Role',
  organisation: 'Organisation',
  channel: 'Side',
  action: 'Came or left',
  at: 'Time',
  question: 'Question',
  answer: 'Answer',
};

export const importEn = {
  open: 'Import from a file',
  title: 'People and questions from a file',
  hint: 'Attendance, Q&A, chat or transcript of Zoom, Tencent Meeting, Teams or Google Meet, or a table of your own (CSV, XLSX). You see first what would come of it.',
  choose: 'File',
  drop: 'You can drop it here as well.',
  oneFile: 'One file at a time, please.',
  tooLarge: (name: string) => `“${name}” is larger than 20 MB: choose another file.`,
  reading: 'Reading the file…',
  noAnswer: 'The hub does not answer. Nothing has changed; try again.',
  formats,
  found: (people: number, questions: number) =>
    [
      people > 0 && plural(people, 'person', 'people'),
      questions > 0 && plural(questions, 'question', 'questions'),
    ]
      .filter(Boolean)
      .join(', ') || 'Nobody and no question',
  problems: (count: number) => `${plural(count, 'remark', 'remarks')} on rows`,
  row: (row: number) => `Row ${row}`,
  columns: 'What the columns are',
  column: (header: string) => (header === '' ? 'Column without a name' : header),
  noField: 'Not used',
  fields,
  people: 'People',
  minutes: (minutes: number) => `${minutes} min`,
  spoken: (seconds: number) => `spoke ${wholeSeconds(seconds)} s`,
  becomes: (name: string) => `What becomes of ${name}`,
  isNew: 'New',
  same: (name: string) => `Same as ${name}`,
  out: 'Leave out',
  questions: 'Questions',
  take: (text: string) => `Take: ${text}`,
  known: 'there already',
  side: 'Side of those who are new',
  more: (count: number) => `${count} more`,
  apply: (count: number) => (count === 0 ? 'Import' : `Import ${count}`),
  nothing: 'Nothing is chosen.',
  done: (added: number, matched: number, questions: number) =>
    `${plural(added, 'person', 'people')} added, ${matched} in the list already, ${plural(questions, 'question', 'questions')}.`,
  undo: 'Undo the import',
  undone: 'The import is undone.',
};

export type ImportMessages = Translated<typeof importEn>;
