/** English for a file that cannot become a plan, and for a session file that cannot be used. */
import { problemClause, problemsEn } from './problems-en.ts';
import type { Params } from './words.ts';

/** What an importer recognises although it cannot read it. */
export type ForeignKind = 'pdf' | 'office' | 'rtf' | 'web-page';

const FOREIGN: Record<ForeignKind, string> = {
  pdf: 'a PDF',
  office: 'a zip, Word or Excel file',
  rtf: 'an RTF document',
  'web-page': 'a saved web page',
};

const kib = (bytes: string | number | undefined) => `${Math.ceil(Number(bytes ?? 0) / 1_024)} KiB`;

/** The keys are the codes there are; the other languages are typed by them. */
export const planErrorsEn = {
  empty: (p: Params) => `“${p.fileName}” is empty: choose a file with the text of a proposal or a plan.`,
  'too-large': (p: Params) =>
    `“${p.fileName}” has ${kib(p.bytes)} and a plan may have ${kib(p.bytesMax)}: keep only the text of the proposal.`,
  binary: (p: Params) =>
    `“${p.fileName}” is not a text file (binary data at byte ${p.offset}): save it as plain text (UTF-8) and choose that.`,
  'not-utf-eight': (p: Params) =>
    `“${p.fileName}” is not UTF-8 text (first bad character in line ${p.line}): save it again with the encoding UTF-8.`,
  'wrong-kind': (p: Params) =>
    `“${p.fileName}” is ${FOREIGN[p.what as ForeignKind]}, not text: copy its text into a plain text file (UTF-8) and choose that.`,
  'bad-json': (p: Params) =>
    `“${p.fileName}” is not valid JSON at line ${p.line}, column ${p.column}: correct it there or export the plan again.`,
  'bad-plan': (p: Params) =>
    `“${p.fileName}” is no Evenfloor plan: ${p.path ? `“${p.path}”` : 'the file'} ${problemClause(problemsEn, p) ?? 'does not fit'}; correct it there or export the plan again.`,
  'newer-plan': (p: Params) =>
    `“${p.fileName}” was made by a newer Evenfloor (plan version ${p.v}): update this app, or export the plan as version 1.`,
  'duplicate-id': (p: Params) =>
    `“${p.fileName}” uses the id “${p.id}” twice (${p.path}): give each entry an id of its own.`,
  'bad-row': (p: Params) =>
    `“${p.fileName}” cannot be read as a table at row ${p.row ?? 1}: mend that row, or save the table again with its header.`,
  'bad-calendar': (p: Params) =>
    `“${p.fileName}” is no calendar that can be read${p.why ? ` (${p.why})` : ''}: export it again as iCalendar (.ics).`,
  'nothing-found': (p: Params) =>
    `In the ${p.lines} lines of “${p.fileName}” there is no agenda with minutes, no policy question and no speaker: copy the whole text of the session’s page, or write lines such as “Opening (5 min)”.`,
};

const session = (p: Params) => p.path ?? 'This session';
const servers = (p: Params) => p.path ?? 'the cluster';
/** Which session it is about, where somebody asks. */
const of = (p: Params) => (p.path ? `${p.path}: ` : '');
const file = (p: Params) => p.path ?? 'The file of this session';
/** Where in the file, and what the system says about it. */
const detail = ({ seq, why }: Params) => {
  const parts = [seq === undefined ? [] : `commit ${seq}`, why ?? []].flat();
  return parts.length > 0 ? ` (${parts.join(': ')})` : '';
};

/** `path`, `seq` and `why` are left out where people do not deal with files. */
export const storeErrorsEn = {
  'no-such-session': (p: Params) => `${file(p)} is not there any more.`,
  'session-exists': (p: Params) =>
    p.path ? `${p.path} is there already.` : 'There is a session with this id already.',
  'no-session-file': (p: Params) => `${p.path ?? 'This file'} is no session of Evenfloor (.evenfloor).`,
  /** Another process holds it. */
  'session-held': (p: Params) => `${session(p)} is open in another Evenfloor. Close it there first.`,
  /** Written by a newer version. */
  'log-newer': (p: Params) =>
    `${session(p)} was written by a newer Evenfloor${detail(p)}. Please update this app.`,
  damaged: (p: Params) => `${file(p)} is damaged and cannot be read${detail(p)}.`,
  'secret-damaged': (p: Params) =>
    `${p.path ?? 'The key of this session’s links'} is damaged: restore it, or delete it to make new links.`,
  'cannot-write': (p: Params) =>
    p.path
      ? `${p.path} cannot be used${detail(p)}. Is the disk full, or may this user not write there?`
      : 'The session cannot be saved. Is the disk full, or may this user not write there?',
  'no-store-address': (p: Params) =>
    `${servers(p)} is no place for sessions: it is sqlite: (files), or nats:// or tls:// and servers.`,
  'no-cluster': (p: Params) =>
    `Nobody answers at ${servers(p)}${detail(p)}. Is the address right, and do the servers run?`,
  'cluster-refuses': (p: Params) =>
    `The servers at ${servers(p)} do not let this hub in: give the right user, token or --store-creds.`,
  'no-jetstream': (p: Params) =>
    `The servers at ${servers(p)} keep nothing: switch JetStream on there (nats-server -js).`,
  'no-cluster-parts': (p: Params) =>
    `${of(p)}The parts for a cluster are not installed: run “npm install --include=optional”.`,
  /** Nothing is lost: it goes on by itself when the line is back. */
  'line-cut': (p: Params) => `${of(p)}The line to the cluster is cut${detail(p)}.`,
  'too-large': (p: Params) =>
    `${of(p)}That is too large for one message of the cluster${detail(p)}: do it in parts, or raise max_payload there.`,
};
