/** English for a file from a meeting platform that cannot be read, and for rows of it that were not taken as they are. */
import { type Params, plural } from './words.ts';

const mib = (bytes: string | number | undefined) => `${Math.round(Number(bytes ?? 0) / 1_048_576)} MB`;
const at = ({ row }: Params) => (row === undefined ? '' : ` (row ${row})`);

/** Nothing of such a file is taken. The keys are the codes there are. */
export const importErrorsEn = {
  empty: () => 'The file is empty: export it again.',
  'too-large': (p: Params) => `The file is larger than ${mib(p.bytesMax)}: export a shorter part of it.`,
  binary: (p: Params) =>
    `The file is neither a table nor text (binary data at byte ${p.offset}): export it as CSV, XLSX, TXT or VTT.`,
  foreign: (p: Params) => `The file is ${p.what}: export it as CSV, XLSX, TXT or VTT instead.`,
  'unknown-format': (p: Params) =>
    `In the first ${plural(Number(p.rows ?? 0), 'row', 'rows')} there is no header that is known, such as “Name” and “Duration”, “Question”, or lines of a chat. Export it again with its header, or save it as a table with a column “Name”.`,
  'other-format': (p: Params) => `This is not the kind of file that was asked for (${p.kind}).`,
  'no-rows': (p: Params) => `Under the header${at(p)} there is no row: export it again after the meeting.`,
  'cut-off': (p: Params) =>
    `The file ends in the middle of row ${p.row}: it was cut off. Export or copy it again.`,
  misfit: (p: Params) =>
    `From row ${p.row} on, rows have ${plural(Number(p.cells ?? 0), 'cell', 'cells')} and the header has ${p.columns}: the separator is another one than the header’s, or two headers stand in one line. Export it again, or mend that row.`,
  'bad-table': (p: Params) =>
    `Row ${p.row} cannot be read as a table (${p.why}): mend it, or export it again.`,
  'bad-workbook': (p: Params) => `The workbook cannot be read (${p.why}): save it again as XLSX.`,
  'workbook-too-large': (p: Params) =>
    `The workbook unpacks to more than ${mib(p.bytesMax)}, which no list of people does: save only the sheet with the list.`,
  'too-many-rows': (p: Params) =>
    `The file has more than ${p.limit} rows (row ${p.row}): split it, or leave out what is not needed.`,
  'too-slow': () => 'Reading the file took too long: split it into smaller ones.',
};

export type ImportErrorCode = keyof typeof importErrorsEn;

/** What was not taken, or taken with a doubt. `count` stands for so many rows from this one on. */
export const importProblemsEn = {
  'short-row': (p: Params) =>
    `It has ${plural(Number(p.cells ?? 0), 'cell', 'cells')} where the header has ${p.columns}, and was left out.`,
  'no-name': () => 'It names nobody and was left out.',
  'address-as-name': (p: Params) =>
    `An e-mail address stood in the name: “${p.name}” is taken; the address goes no further than this preview.`,
  'address-as-organisation': (p: Params) =>
    `All that stood for the organisation of ${p.name} was an e-mail address; it was left out.`,
  'name-cut': (p: Params) => `The name is longer than ${p.limit} characters and was cut: “${p.name}”.`,
  remark: (p: Params) =>
    `“${p.name}” stands alone in its row and may be a remark: leave it out if it is no name.`,
  'waiting-room': (p: Params) => `${p.name} got no further than the waiting room and was left out.`,
  'no-show': (p: Params) =>
    `${plural(Number(p.count ?? 0), 'person', 'people')} registered and did not come.`,
  'bad-time': (p: Params) => `“${p.value}” is no time that is known.`,
  'bad-minutes': (p: Params) => `“${p.value}” is no length of time; it was not counted.`,
  'unread-lengths': (p: Params) =>
    `The column “${p.value}” seems to hold lengths of time and was not read: if they are those of being there, choose “Minutes” for it.`,
  'unread-rows': (p: Params) =>
    `It seems to be a header, but no word in it is known to stand above names: ${plural(Number(p.count ?? 0), 'row', 'rows')} under it were not read. Call the column “Name”.`,
  'unread-sheet': (p: Params) =>
    `The sheet “${p.value}” (${plural(Number(p.count ?? 0), 'row', 'rows')}) has no header that is known and was not read.`,
  'unread-sides': (p: Params) =>
    `The column “${p.value}” seems to say who is online and who is onsite and was not read: if it does, choose “Side” for it.`,
  'unread-absent': (p: Params) =>
    `The column “${p.value}” says of ${plural(Number(p.count ?? 0), 'row', 'rows')} that somebody cancelled or was not there, and was not read: if so, choose “Was there” for it.`,
  sum: (p: Params) => `“${p.value}” is a sum and no person, and was left out.`,
  'same-person': (p: Params) => `This may be ${p.name}, who has this name in brackets.`,
  'unknown-side': (p: Params) =>
    `“${p.value}” is neither online nor onsite: the side is that of all who have none.`,
  'unknown-action': (p: Params) =>
    `“${p.value}” says neither that somebody came nor that somebody left; it was not counted.`,
  'second-device': (p: Params) => `This may be a second device of ${p.name}.`,
  'same-name': (p: Params) =>
    `There is another ${p.name} with another e-mail address; they were kept apart, and a row without an address was counted as the first one’s.`,
  'one-name': (p: Params) =>
    `Another row names ${p.name} too, with another organisation or side: both were taken for one person.`,
  'one-address': (p: Params) =>
    `“${p.value}” has the e-mail address of ${p.name} and was taken for the same person.`,
  'day-or-month': (p: Params) => `Whether “${p.value}” is day or month first cannot be told.`,
  'still-there': (p: Params) => `${p.name} has not left; counted until the last time in the file.`,
  private: (p: Params) =>
    `${plural(Number(p.count ?? 0), 'message that did not go to everybody was', 'messages that did not go to everybody were')} left out.`,
  unnamed: (p: Params) => `${plural(Number(p.count ?? 0), 'line does', 'lines do')} not say who spoke.`,
  'no-question': () => 'It holds no question and was left out.',
  'no-line': () => 'It is no line of a chat and was left out.',
  'too-long': (p: Params) => `It has more than ${p.limit} characters and was left out.`,
  encoding: (p: Params) =>
    `The file is not UTF-8 and was read as ${p.encoding}: check that names are as they should be.`,
};

export type ImportProblemCode = keyof typeof importProblemsEn;
