/**
 * What a file from elsewhere was understood as, before anything of it is in the session: the JSON that
 * `POST /api/v1/import/preview` answers with and the preview in the client shows. E-mail addresses are in it to tell
 * people apart; they are erasable, so none of them ever goes into an event.
 */

import type { Channel } from './lib/vocabulary.ts';
import type { ImportProblemCode } from './words/import-en.ts';

/** How the file was read; also the values of `?kind=`. */
export const IMPORT_KINDS = [
  'zoom-participants',
  'zoom-webinar',
  'zoom-questions',
  'zoom-chat',
  'zoom-transcript',
  'tencent-participants',
  'teams-attendance',
  'meet-attendance',
  'people-table',
  'questions-table',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** One person, all rows of that person taken together. */
export type ImportedPerson = {
  name: string;
  /** Other names that the same person had in the file, in order of appearance. */
  otherNames?: string[];
  email?: string;
  /** Time in the meeting; overlapping stretches (two devices) count once. Rounded as the file's own figure is. */
  minutes?: number;
  /** How often this person came in. */
  joins?: number;
  /** Seconds of speech, from a transcript. */
  spokenSeconds?: number;
  isStaff?: boolean;
  organisation?: string;
  channel?: Channel;
  /** First row of the file (counted from 1, as a spreadsheet shows it) that speaks of this person. */
  row?: number;
};

export type ImportedQuestion = {
  text: string;
  /** Absent when the file names nobody. */
  name?: string;
  /** The answer that the file holds, if any. */
  answer?: string;
  row?: number;
};

/** A line of a chat or a transcript, without private messages and reactions. */
export type ImportedMessage = { name: string; text: string; atSeconds?: number; row?: number };

/** A row that was not taken, or taken with a doubt, and why. */
export type ImportProblem = { row?: number; code: ImportProblemCode; reason: string };

/** A table's header as found, and what each column was taken for; null = not used. The person who imports may change it. */
export type ImportedColumn = { index: number; header: string; field: string | null };

export type Imported = {
  format: ImportKind;
  people: ImportedPerson[];
  questions: ImportedQuestion[];
  messages?: ImportedMessage[];
  columns?: ImportedColumn[];
  /** Every `field` that a column of this kind of file can be taken for. */
  fields?: string[];
  problems: ImportProblem[];
};

/** What would come of it: `match` is who of the roster somebody seems to be, `known` a question that is there already. */
export type ImportPreview = Omit<Imported, 'people' | 'questions'> & {
  people: (ImportedPerson & { match?: { personId: string; name: string } })[];
  questions: (ImportedQuestion & { known?: true })[];
};

/** What an import has done; one undo of `seq` takes all of it back. */
export type ImportDone = { seq: number; added: number; matched: number; questions: number };
