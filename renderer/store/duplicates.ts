/**
 * Questions that say the same in nearly the same words, in any script. A script with spaces is compared by its words,
 * one without by runs of three characters; the likeness of two is the share of these that both have (Jaccard).
 */
import type { Command } from '../../shared/command.ts';
import type { Question } from '../../shared/domain/questions/schema.ts';
import { plain } from '../../shared/lib/plain.ts';
import { readable } from './question-list.ts';

/** Of words: two in five may differ, as in “Who pays for the e-waste?” and “Who will pay for e-waste?”. */
export const LIKE_WORDS_MIN = 0.6;
/** Of runs: one character put in or changed touches three of them. */
export const LIKE_RUNS_MIN = 0.45;

const RUN_CHARS = 3;
/** Han, kana, Thai, Lao, Khmer and Burmese put no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

export type Features = { isRuns: boolean; parts: ReadonlySet<string> };

/** Width, case, punctuation, Arabic vowel signs and the stretching of its letters make no difference. */
export function featuresOf(text: string): Features {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u064b-\u065f\u0670\u0640]/g, '')
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim();
  const letters = [...words.replaceAll(' ', '')];
  const isRuns = (words.match(UNSPACED)?.length ?? 0) * 2 > letters.length;
  if (!isRuns) return { isRuns, parts: new Set(words.split(' ').filter(Boolean)) };
  const count = Math.max(1, letters.length - RUN_CHARS + 1);
  const runs = Array.from({ length: count }, (_, at) => letters.slice(at, at + RUN_CHARS).join(''));
  return { isRuns, parts: new Set(runs) };
}

/** From 0 (nothing in common, or not to be compared) to 1. */
export function likeness(a: Features, b: Features): number {
  if (a.isRuns !== b.isRuns || a.parts.size === 0 || b.parts.size === 0) return 0;
  const [fewer, more] = a.parts.size < b.parts.size ? [a.parts, b.parts] : [b.parts, a.parts];
  let common = 0;
  for (const part of fewer) if (more.has(part)) common += 1;
  return common / (a.parts.size + b.parts.size - common);
}

export function isLike(a: Features, b: Features): boolean {
  return likeness(a, b) >= (a.isRuns ? LIKE_RUNS_MIN : LIKE_WORDS_MIN);
}

const known = new WeakMap<Question, Features[]>();

/** A question in its own words and as it was translated: two languages meet in the translation. */
function readingsOf(question: Question): Features[] {
  let readings = known.get(question);
  if (!readings) {
    const { text, translation } = question;
    readings = [text, translation ?? ''].map(featuresOf);
    known.set(question, readings);
  }
  return readings;
}

/** The one that says most nearly the same as `question`, of equals the earliest. */
export function duplicateOf(question: Question, questions: readonly Question[]): Question | null {
  let best: { question: Question; like: number } | null = null;
  for (const other of questions) {
    if (!canTakeIn(question, other)) continue;
    const like = likenessOf(question, other);
    if (like > (best?.like ?? 0)) best = { question: other, like };
  }
  return best?.question ?? null;
}

/** Merged and declined ones are out. */
function canTakeIn(question: Question, other: Question): boolean {
  return (
    other.questionId !== question.questionId && other.decided !== 'merged' && other.decided !== 'declined'
  );
}

/** 0 for those that are not alike. */
function likenessOf(question: Question, other: Question): number {
  const pairs = readingsOf(question).flatMap((a) => readingsOf(other).map((b) => [a, b] as const));
  return Math.max(...pairs.map(([a, b]) => (isLike(a, b) ? likeness(a, b) : 0)));
}

/** As many as are looked through at a glance. */
const OTHERS_MAX = 8;

/** Those with which it could be merged: what says nearly the same first, then in the order of asking. */
export function othersLike(question: Question, questions: readonly Question[], letters = ''): Question[] {
  const like = duplicateOf(question, questions);
  const wanted = plain(letters);
  return questions
    .filter((other) => canTakeIn(question, other) && (wanted === '' || readable(other).includes(wanted)))
    .toSorted((a, b) => Number(b === like) - Number(a === like))
    .slice(0, OTHERS_MAX);
}

/** The earlier one stays: its asker came first. */
export function mergeOf(a: Question, b: Question): Command {
  const [kept, other] = b.askedAtMs <= a.askedAtMs ? [b, a] : [a, b];
  const args = { questionId: kept.questionId, otherQuestionId: other.questionId };
  return { name: 'questions/merge', args };
}
