/** Word and PDF break long lines; a copy has the pieces as lines of their own. */
import { timedLines } from './agenda-line.ts';
import { findDurations } from './durations.ts';
import { meaningOf } from './labels.ts';
import type { TextLine } from './text-lines.ts';
import { isRegion, isStakeholder } from './vocabulary.ts';

/** Shorter lines were ended by whoever wrote them. */
const WRAPPED_CHARS_MIN = 30;
/** No sentence, title or name ends with one of these. */
const UNFINISHED =
  /(?<!\p{L})(?:a|an|the|and|or|of|for|to|in|on|at|by|with|from|as|between|into|de|del|la|las|los|y|e|du|des|et|van|von|der|und|die|das)$/iu;
const HYPHENATED = /\p{Ll}-$/u;
const OPEN = /[([（【][^()[\]（）【】]{0,100}$/;
const CLOSES = /^[^()[\]（）【】]{0,100}[)\]）】]/;
const DURATION_AT_END = 20;
/** Longer ones are paragraphs; joining without an end would cost more with every line. */
const JOINED_CHARS_MAX = 1_000;

/** The lines as they were written; the number is that of the first piece. */
export function unwrapped(lines: readonly TextLine[]): TextLine[] {
  const joined: TextLine[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    // Right under a title, a line with minutes is an item and not the title's rest.
    const isFirstItem = joined.length === 1 && timedLines(line).length > 0;
    if (before && !isFirstItem && goesOn(before, line)) {
      // A hyphen at the end of a line is the typesetter's.
      const text = HYPHENATED.test(before.text) ? before.text.slice(0, -1) : `${before.text} `;
      joined[joined.length - 1] = { ...before, text: text + line.text };
    } else joined.push(line);
  }
  return joined;
}

function goesOn({ text }: TextLine, next: TextLine): boolean {
  if (next.marker !== 'none' || next.blanksBefore > 0 || text.length > JOINED_CHARS_MAX) return false;
  if (isLabel(next.text)) return false;
  if (OPEN.test(text) && CLOSES.test(next.text)) return true;
  if (HYPHENATED.test(text) && text.length >= WRAPPED_CHARS_MIN) return /^\p{Ll}/u.test(next.text);
  if (!/[\p{L}\p{N}]$/u.test(text) || text.length < WRAPPED_CHARS_MIN || text.includes('|')) return false;
  const isUnfinished = UNFINISHED.test(text) || /^\p{Ll}/u.test(next.text) || isGroupBetween(text, next.text);
  return isUnfinished && !endsWithMinutes(text) && meaningOf(text) === undefined;
}

/** `speaker 1: Ann Lee`, `agenda`; but “participants (30 minutes)” is the rest of an item. */
function isLabel(text: string): boolean {
  const head = /^([^:：]{2,40})[:：]/.exec(text)?.[1] ?? text;
  return !/[([（]/.test(head) && meaningOf(head) !== undefined;
}

/** “…, Private” and “Sector, WEOG”. */
function isGroupBetween(text: string, next: string): boolean {
  const [end = '', start = ''] = [text.split(', ').at(-1), next.split(',')[0]];
  return isGroup(`${end} ${start}`) && !isGroup(end) && !isGroup(start);
}

function isGroup(text: string): boolean {
  return isStakeholder(text) || isRegion(text);
}

function endsWithMinutes(text: string): boolean {
  const end = text.slice(-DURATION_AT_END);
  return findDurations(end).some((duration) => duration.end === end.length);
}
