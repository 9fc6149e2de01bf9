/** English for a file that cannot become a plan, and for a session file that cannot be used. */
import type { ShellFailure } from '../../electron/shell-api.ts';
import type { Params } from '../../shared/words/words.ts';

type CodeAbout<About> = Extract<ShellFailure, { about: About }>['code'];

/** A new code without a sentence does not compile. */
export type PlanErrorWords = Record<CodeAbout<'plan'>, (params: Params) => string>;
export type StoreErrorWords = Record<CodeAbout<'store'>, () => string>;

const kib = (bytes: string | number | undefined) => `${Math.ceil(Number(bytes ?? 0) / 1_024)} KiB`;

export const planErrorsEn: PlanErrorWords = {
  empty: (p) => `“${p.fileName}” is empty: choose a file with the text of a proposal or a plan.`,
  'too-large': (p) =>
    `“${p.fileName}” has ${kib(p.bytes)} and a plan may have ${kib(p.bytesMax)}: keep only the text of the proposal.`,
  binary: (p) =>
    `“${p.fileName}” is not a text file (binary data at byte ${p.offset}): save it as plain text (UTF-8) and choose that.`,
  'not-utf-eight': (p) =>
    `“${p.fileName}” is not UTF-8 text (first bad character in line ${p.line}): save it again with the encoding UTF-8.`,
  'wrong-kind': (p) =>
    `“${p.fileName}” is ${p.what}, not text: copy its text into a plain text file (UTF-8) and choose that.`,
  'bad-json': (p) =>
    `“${p.fileName}” is not valid JSON at line ${p.line}, column ${p.column}: correct it there or export the plan again.`,
  'bad-plan': (p) =>
    `“${p.fileName}” is no Evenfloor plan: ${p.path || 'the file'} does not fit (${p.problem}); correct it there or export the plan again.`,
  'newer-plan': (p) =>
    `“${p.fileName}” was made by a newer Evenfloor (plan version ${p.v}): update this app, or export the plan as version 1.`,
  'duplicate-id': (p) =>
    `“${p.fileName}” uses the id “${p.id}” twice (${p.path}): give each entry an id of its own.`,
  'nothing-found': (p) =>
    `In the ${p.lines} lines of “${p.fileName}” there is no agenda with minutes, no policy question and no speaker: copy the whole text of the session’s page, or write lines such as “Opening (5 min)”.`,
};

export const storeErrorsEn: StoreErrorWords = {
  'no-such-session': () => 'The file of this session is not there any more.',
  'session-exists': () => 'There is a session with this id already.',
  'session-held': () => 'This session is open in another Evenfloor. Close it there first.',
  'log-newer': () => 'This session was written by a newer Evenfloor. Please update this app.',
  damaged: () => 'The file of this session is damaged and cannot be read.',
  'cannot-write': () => 'The session cannot be saved. Is the disk full, or may this user not write there?',
};
