/** Agendas that give only when each item starts: it goes on until the next one does. */
import { type TimedLine, untimedLine } from './agenda-line.ts';
import { type Duration, findDurations, minuteOfDay } from './durations.ts';
import type { TextLine } from './text-lines.ts';

const START =
  /^(?:(上午|早上)|(中午|下午|晚上))?\s*([01]?\d|2[0-3])[:：.h]([0-5]\d)(?![\d:.])(?:\s*([ap]\.?m\.?)(?!\p{L}))?(?:\s*(?:uhr|hrs?|h)(?!\p{L}))?/iu;
const GOES_TO = /^\s*(?:[-–—~～〜至到à]|to|until|till|bis)\s*\d{1,2}\s*(?:[:：.h]|[ap]\.?m)/i;
const JOINT = /^[\s\-–—:：|,，.]+/;
const END_MARK =
  /^(?:the )?(?:end|ende|fin|finish|close|adjourn(?:ment|ed)?|结束|散会|終了)(?: of (?:the )?(?:session|meeting|workshop|event))?\.?$/i;
const DATE_BEFORE =
  /(?:(?<!\p{L})(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)|(?<!\d)20\d\d|(?:周|星期|礼拜)[一二三四五六日天]|\d[日号]|\d\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|janv|févr|avr|juin|juil|août|déc|ene|abr|ago|dic)\p{L}{0,6}\.?)[^\p{L}\d]{0,6}(?:(?:at|from|um|von|à|de) )?$/iu;
/** A zone, or a place behind a comma. */
const ZONE_AFTER =
  /^[\s()（）]*(?:\p{L}{1,5}\b\.?)?(?:\s?[+-]\d\d?(?::?\d\d)?)?[\s()（）.:：]*(?:[,，;].*)?$/u;
const HALF_DAY = 12 * 60;

type Start = { line: TextLine; title: string; minute: number; isOpen: boolean };

/**
 * The items of lines that begin with a time of day, when at least two follow one another; null for the line that only
 * says when all is over. The last one lasts as long as the session does, where that is known.
 */
export function startedItems(
  lines: readonly TextLine[],
  total: number | undefined,
): ReadonlyMap<TextLine, TimedLine | null> {
  const starts = rising(lines.flatMap((line) => startOf(line) ?? []));
  const [first] = starts;
  if (!first || starts.length < 2) return new Map();
  const end = total === undefined ? undefined : first.minute + total;
  const items = starts.flatMap(({ line, title, minute, isOpen }, i): [TextLine, TimedLine | null][] => {
    const next = starts[i + 1]?.minute;
    if (!isOpen) return [];
    if (next === undefined && isEndMark(title)) return [[line, null]];
    const item = untimedLine({ ...line, text: title });
    const minutes = (next ?? end ?? minute) - minute;
    // What the last one says itself.
    const [own = null] = next === undefined ? findDurations(title) : [];
    const duration = minutes > 0 ? { start: 0, end: 0, minutes, each: false, clock: true } : own;
    return item ? [[line, { ...item, line, duration }]] : [];
  });
  return new Map(items);
}

/** `11:30 End` is no item. */
export function isEndMark(title: string): boolean {
  return END_MARK.test(title);
}

/** “… on Wednesday, 14:30-16:00 CEST.”: when it takes place, and no item. */
export function datedHours(text: string): Duration | undefined {
  return findDurations(text).find(
    ({ clock, start, end }) =>
      clock && DATE_BEFORE.test(text.slice(0, start)) && ZONE_AFTER.test(text.slice(end)),
  );
}

/** Whether a line begins with the time of day when something starts. */
export function startsItem(line: TextLine): boolean {
  return startOf(line) !== null;
}

function startOf(line: TextLine): Start | null {
  const match = START.exec(line.text);
  const rest = line.text.slice(match?.[0].length ?? 0);
  const title = rest.replace(JOINT, '');
  if (!match || !/\p{L}/u.test(title)) return null;
  const [, morning, later, hour, minute, half] = match;
  const halfOfDay = half ?? (later && 'pm') ?? (morning && 'am');
  return { line, title, minute: minuteOfDay(hour, minute, halfOfDay), isOpen: !GOES_TO.test(rest) };
}

/** In order; on a clock of twelve hours, one o'clock comes after twelve. None where times go back otherwise. */
function rising(starts: readonly Start[]): Start[] {
  const risen: Start[] = [];
  for (const start of starts) {
    const before = risen.at(-1)?.minute ?? -1;
    const minute = start.minute > before ? start.minute : start.minute + HALF_DAY;
    if (minute <= before || (risen.length > 0 && minute - before > HALF_DAY)) return [];
    risen.push({ ...start, minute });
  }
  return risen;
}
