/** The liaison's list: what is new, what is open, what is on the list of speakers, what is done. */
import type { Question } from '../../shared/domain/questions/schema.ts';
import type { QuestionStatus } from '../../shared/domain/questions/status.ts';
import { statusOf } from '../../shared/domain/questions/status.ts';
import { QUESTION_CHARS_MAX } from '../../shared/lib/limits.ts';
import { plain } from '../../shared/lib/plain.ts';
import type { State } from '../../shared/state.ts';

export const QUESTION_FILTERS = ['new', 'open', 'list', 'done', 'all'] as const;
export type QuestionFilter = (typeof QUESTION_FILTERS)[number];

const FILTER_OF: Record<QuestionStatus, Exclude<QuestionFilter, 'all'>> = {
  received: 'new',
  reviewed: 'open',
  assigned: 'open',
  queued: 'list',
  'on-air': 'list',
  answered: 'done',
  'answered-in-writing': 'done',
  merged: 'done',
  declined: 'done',
  'open-at-end': 'open',
};

export type Listed = { question: Question; status: QuestionStatus };

type Questions = Pick<State, 'questions' | 'queue' | 'floor' | 'turns' | 'session'>;

/** In the order of asking. */
export function listed(state: Questions): Listed[] {
  return state.questions.map((question) => ({ question, status: statusOf(question, state) }));
}

export function countsOf(all: readonly Listed[]): Record<QuestionFilter, number> {
  const counts = { new: 0, open: 0, list: 0, done: 0, all: all.length };
  for (const { status } of all) counts[FILTER_OF[status]] += 1;
  return counts;
}

export function isIn(filter: QuestionFilter, status: QuestionStatus): boolean {
  return filter === 'all' || FILTER_OF[status] === filter;
}

/** Letters of the question, of its translation or of the name; accents and case aside. */
export function found(all: readonly Listed[], filter: QuestionFilter, letters: string): Listed[] {
  const wanted = plain(letters);
  return all.filter(
    ({ question, status }) => isIn(filter, status) && (wanted === '' || readable(question).includes(wanted)),
  );
}

const known = new WeakMap<Question, string>();

/** All that letters are looked for in. */
export function readable(question: Question): string {
  let text = known.get(question);
  if (text === undefined) {
    const { original, translation, name } = question;
    text = plain([question.text, original, translation, name].filter(Boolean).join(' '));
    known.set(question, text);
  }
  return text;
}

/** What waits for a turn or a written answer, the most wanted first. */
export function openByVotes(all: readonly Listed[]): Listed[] {
  return all
    .filter(({ status }) => FILTER_OF[status] === 'open' || FILTER_OF[status] === 'new')
    .sort((a, b) => b.question.votes - a.question.votes || a.question.askedAtMs - b.question.askedAtMs);
}

/** A line, counted from 1 with the empty ones, that is longer than a question may be. */
export type TooLong = { line: number; chars: number; begins: string };

const BEGINNING_CHARS = 30;

/** Each line that was pasted is a question of its own. */
export function copiedIn(text: string): { questions: string[]; tooLong: TooLong | null } {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => line.trim());
  const at = lines.findIndex((line) => line.length > QUESTION_CHARS_MAX);
  const long = lines[at];
  const begins = [...(long ?? '')].slice(0, BEGINNING_CHARS).join('');
  return {
    questions: lines.filter((line) => line !== ''),
    tooLong: long === undefined ? null : { line: at + 1, chars: long.length, begins },
  };
}
