/**
 * Questions that say the same in nearly the same words, in any script. A script with spaces is compared by its words,
 * one without by runs of three characters; the likeness of two is the share of these that both have (Jaccard).
 */
import type { Question } from '../../shared/domain/questions/schema.ts';

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

/** The one that says most nearly the same as `question`, of equals the earliest; merged and declined ones are out. */
export function duplicateOf(question: Question, questions: readonly Question[]): Question | null {
  let best: { question: Question; like: number } | null = null;
  for (const other of questions) {
    if (other.questionId === question.questionId) continue;
    if (other.decided === 'merged' || other.decided === 'declined') continue;
    for (const a of readingsOf(question)) {
      for (const b of readingsOf(other)) {
        const like = isLike(a, b) ? likeness(a, b) : 0;
        if (like > (best?.like ?? 0)) best = { question: other, like };
      }
    }
  }
  return best?.question ?? null;
}
