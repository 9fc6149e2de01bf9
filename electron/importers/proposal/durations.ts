/**
 * Minutes as people write them in agendas: `(5 min)`, `[10']`, `one hour`, `1h30`, `3 x 8 min`, `10:00-10:05`.
 * Every pattern is bounded and without nested repetition, so a hostile line costs no more than a long one.
 */
import { ITEM_MINUTES_MAX } from '../../../shared/lib/limits.ts';

export type Duration = {
  start: number;
  end: number;
  minutes: number;
  /** Given as two numbers of minutes (`5-10 min`): an estimate, or the time since the start. */
  range?: { from: number; to: number };
  /** Given as a product (`3 x 10 min`): how many share it. */
  times?: number;
  /** Of each speaker, not of the item. */
  each: boolean;
  /** Given as two times of day. */
  clock: boolean;
};

const WORDS: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  fifty: 50,
  sixty: 60,
  ninety: 90,
};

const COUNT =
  '\\d{1,3}(?:[.,]\\d)?|forty-five|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety';
const MINUTE = "minutes|minutos|minuten|minute|mins|min|минут\\p{L}{0,2}|мин|分钟|分鐘|['′’](?!\\p{L})";
const HOUR = 'hours|hour|hrs|hr|h(?!\\p{L})|小时|小時';
const DASH = '\\s*(?:-|–|—|~|to|until)\\s*';
const TIME = '([01]?\\d|2[0-4])[:.h]([0-5]\\d)\\s*(am|pm)?(?!\\d)';

// Looking behind keeps versions (2.10), targets (16.4) and longer numbers from being read from their middle.
const CLOCK = `(?<![\\d:.])${TIME}${DASH}${TIME}`;
const RANGE = `(?<![\\p{L}\\d.:])(\\d{1,3})(?:\\s*['′])?${DASH}(\\d{1,3})[\\s-]*(?:${MINUTE})(?!\\p{L})`;
const TIMES = `(?<![\\p{L}\\d.:])(\\d{1,2})\\s*(?:\\p{L}{1,20} ){0,2}?[x×*]\\s*(\\d{1,3})[\\s-]*(?:${MINUTE})(?!\\p{L})`;
const HALF = '(?<!\\p{L})half an hour(?!\\p{L})';
const HOURS = `(?<![\\p{L}\\d.:])(${COUNT})[\\s-]*(?:${HOUR})(?:\\s*(?:and\\s*)?(half|\\d{1,2})(?:\\s*(?:${MINUTE}))?(?!\\p{L}|\\d|[.:]))?(?!\\p{L})`;
const MINUTES = `(?<![\\p{L}\\d.:])(${COUNT})[\\s-]*(?:${MINUTE})(?!\\p{L})`;

const ANY = new RegExp([CLOCK, RANGE, TIMES, HALF, HOURS, MINUTES].map((p) => `(?:${p})`).join('|'), 'giu');

/** All durations of a line, in order; none of them longer than a day. */
export function findDurations(text: string): Duration[] {
  const found: Duration[] = [];
  for (const match of text.matchAll(ANY)) {
    const end = match.index + match[0].length;
    const each = /^\.?\s*(?:each|per |apiece|for each)/i.test(text.slice(end, end + 12));
    const value = durationOf(match);
    if (value.minutes <= 0 || value.minutes > ITEM_MINUTES_MAX) continue;
    found.push({ start: match.index, end, each, clock: match[1] !== undefined, ...value });
  }
  return found;
}

type Value = Pick<Duration, 'minutes' | 'range' | 'times'>;

/** Groups of `ANY`: 1-6 two times of day, 7-8 a range, 9-10 a product, 11-12 hours, 13 minutes. */
function durationOf(match: RegExpExecArray): Value {
  const [, fromHour, fromMinute, fromHalf, toHour, toMinute, toHalf] = match;
  if (fromHour !== undefined) {
    const to = minuteOfDay(toHour, toMinute, toHalf);
    const from = minuteOfDay(
      fromHour,
      fromMinute,
      fromHalf ?? (toHalf && Number(fromHour) < Number(toHour) ? toHalf : undefined),
    );
    // “11:50-12:10” is plain; “12:50-1:10” passes noon on a twelve-hour clock, “23:50-0:10” midnight.
    const past = Number(fromHour) <= 12 && !toHalf ? 12 * 60 : 24 * 60;
    return { minutes: to > from ? to - from : to - from + past };
  }
  const [rangeFrom, rangeTo, times, timesMinutes, hours, rest, minutes] = match.slice(7);
  if (rangeFrom !== undefined) {
    return { minutes: Number(rangeTo), range: { from: Number(rangeFrom), to: Number(rangeTo) } };
  }
  if (times !== undefined) return { minutes: Number(times) * Number(timesMinutes), times: Number(times) };
  if (hours !== undefined)
    return { minutes: count(hours) * 60 + (rest?.toLowerCase() === 'half' ? 30 : Number(rest ?? 0)) };
  return { minutes: minutes === undefined ? 30 : count(minutes) };
}

function minuteOfDay(hour = '0', minute = '0', half: string | undefined): number {
  const twelve = half ? Number(hour) % 12 : Number(hour);
  return (twelve + (half?.toLowerCase() === 'pm' ? 12 : 0)) * 60 + Number(minute);
}

/** `12`, `1.5`, `ten`; NaN never, since `ANY` lets nothing else through. */
export function count(text: string): number {
  return WORDS[text.toLowerCase()] ?? Number(text.replace(',', '.'));
}
