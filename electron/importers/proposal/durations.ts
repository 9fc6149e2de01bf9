/**
 * Minutes as people write them in agendas: `(5 min)`, `[10']`, `one hour`, `1h30`, `3 x 8 min`, `10:00-10:05`, `每人8分钟`.
 * Every pattern is bounded and without nested repetition, so a hostile line costs no more than a long one.
 */
import { ITEM_MINUTES_MAX } from '../../../shared/lib/limits.ts';
import { COUNT, count, HAN_COUNT } from './counts.ts';

export type Duration = {
  start: number;
  end: number;
  minutes: number;
  /** Given as two numbers of minutes (`5-10 min`): an estimate, or the time since the start. */
  range?: { from: number; to: number };
  /** Given as a product (`3 x 10 min`): how many share it. */
  times?: number;
  /** What there are so many of: “three inputs of 10 minutes”. */
  what?: string;
  /** Of each speaker, not of the item. */
  each: boolean;
  /** Given as two times of day. */
  clock: boolean;
};

type Value = Pick<Duration, 'minutes' | 'range' | 'times' | 'what'> & { clock?: true };
type Notation = { pattern: RegExp; read: (parts: (string | undefined)[]) => Value };

const MINUTE =
  "(?:minutes|minutos|minuten|minute|mins|min|mn|минут\\p{L}{0,2}|мин|分钟|分鐘|分間|分(?!\\p{L})|['′’](?!\\p{L}))(?:\\(s\\))?";
const SECOND = 'seconds?|secs?|sekunden|secondes|segundos|秒钟?|秒鐘?';
const HOUR = 'hours|hour|hrs|hr|h(?!\\p{L})|stunden|stunde|heures|heure|horas|hora|个?小时|個?小時|時間';
const DASH = '\\s*(?:-|–|—|—-?—|~|～|〜|to|until|till|bis|à|至|到)\\s*';
const HALF_OF_DAY = '(a\\.?m\\.?|p\\.?m\\.?)';
const TIME = `([01]?\\d|2[0-4])[:：.h]([0-5]\\d)(?:\\s*${HALF_OF_DAY})?(?!\\d)`;
const ZONE = '(?:\\s*(?:hrs?|uhr|h|utc|gmt|cest|cet|est|jst)(?!\\p{L}))?';
const HALF_HAN = '上午|早上|中午|下午|晚上';
const HAN_TIME = `(${HALF_HAN})?\\s*(1?\\d|2[0-3])[点點时時](半|[0-5]?\\d分?)?`;
/** “Segment 1 – 35 min” is the first of several, and takes 35. */
const NO_PART =
  '(?<!(?<!\\p{L})(?:part|segment|session|round|phase|block|topic|panel|step|theme|section|stage|group|question|speaker|talk|item|pillar|day|teil|partie|parte) )';
const HOUR_OF_DAY = '(1[0-2]|0?[1-9])';

// Looking behind keeps versions (2.10), targets (16.4), sums of money and longer numbers from being read from their middle;
// Chinese has no spaces, so what stands before a number there says nothing.
const FREE = '(?<![\\d.:$€£≤]|\\d/|(?!\\p{Script=Han})\\p{L})';
const FREE_HAN = `(?<!${HAN_COUNT})`;
const END = '(?!\\p{L}|\\d)';
/** Chinese goes on without a space: `40分钟讨论`. */
const UNIT_END = '(?!(?!\\p{Script=Han})\\p{L})';
const AMOUNT = `(?:${FREE}(${COUNT})|${FREE_HAN}(${HAN_COUNT}))`;

const notation = (pattern: string, read: Notation['read']): Notation => ({
  pattern: new RegExp(pattern, 'giu'),
  read,
});

/** At one place, the one that comes first counts. */
const NOTATIONS: readonly Notation[] = [
  notation(`(?<![\\d:.])([1-9]):([0-5]\\d)\\s*(?:${HOUR})${END}(?!\\s*[-–—])`, ([hours, minutes]) => ({
    minutes: Number(hours) * 60 + Number(minutes),
  })),
  notation(
    `(?:(${HALF_HAN})\\s*)?(?<![\\d:.])${TIME}${DASH}(?:(${HALF_HAN})\\s*)?${TIME}${ZONE}`,
    ([half, hour, minute, latin, toHalf, toHour, toMinute, toLatin]) =>
      between([hour, minute, latin ?? halfOf(half), toHour, toMinute, toLatin ?? halfOf(toHalf ?? half)]),
  ),
  notation(
    `(?<![\\d:.])${HOUR_OF_DAY}(?:[:.]([0-5]\\d))?(?:\\s*${HALF_OF_DAY})?${DASH}${HOUR_OF_DAY}(?:[:.]([0-5]\\d))?\\s*${HALF_OF_DAY}${END}`,
    between,
  ),
  notation(
    `(?<![\\d:.])(\\d{2})h([0-5]\\d)?${DASH}(\\d{2})h([0-5]\\d)?${END}`,
    ([from, fromMinute, to, toMinute]) => between([from, fromMinute, undefined, to, toMinute]),
  ),
  notation(`${HAN_TIME}${DASH}${HAN_TIME}`, ([half, hour, minute, toHalf, toHour, toMinute]) =>
    between([hour, hanMinute(minute), halfOf(half), toHour, hanMinute(toMinute), halfOf(toHalf ?? half)]),
  ),
  // Nobody meets at midnight: at the end of a line, five minutes.
  notation('(?<=[-–—:：(（|\\s])0:([0-5]\\d)(?=\\s*[)）|]?\\s*$)', ([minutes]) => ({
    minutes: Number(minutes),
  })),
  notation(
    `${NO_PART}${FREE}(\\d{1,3})(?:\\s*['′])?${DASH}(\\d{1,3})[\\s-]*(?:${MINUTE})${UNIT_END}`,
    ([from, to]) => ({
      minutes: Number(to),
      range: { from: Number(from), to: Number(to) },
    }),
  ),
  notation(
    `${FREE}(\\d{1,2})\\s*(?:\\p{L}{1,20} ){0,2}?[x×*]\\s*(\\d{1,3})[\\s-]*(?:${MINUTE})${UNIT_END}`,
    product,
  ),
  notation(`${FREE}(\\d{1,3})[\\s-]*(?:${MINUTE})\\s*[x×*]\\s*(\\d{1,2})(?![\\d.])`, ([minutes, times]) =>
    product([times, minutes]),
  ),
  notation(
    `${FREE}((${COUNT})\\s+(?:[\\p{L}-]{1,20} )?(?:rounds|blocks|parts|segments|slots|talks|presentations|pitches|speeches|inputs|statements|keynotes)(?: of [\\p{L}&]{1,20})?) of (\\d{1,3})[\\s-]*(?:${MINUTE}|(${SECOND}))${UNIT_END}`,
    ([what = '', times = '', length, seconds]) => ({
      ...product([String(count(times)), length], seconds),
      what,
    }),
  ),
  notation('(?<!\\p{L})(?:an|one) hour and a half(?!\\p{L})|一个半小时|1个半小时', () => ({ minutes: 90 })),
  notation(`${FREE}(${COUNT}) and a half hours(?!\\p{L})`, ([hours = '']) => ({
    minutes: count(hours) * 60 + 30,
  })),
  notation('(?<!\\p{L})half an hour(?!\\p{L})|(?<!个)半(?:个)?小时', () => ({ minutes: 30 })),
  notation('(?<!\\p{L})(?:(three)[ -]quarters|(?:a )?quarter)(?: of)?(?: an)? hour(?!\\p{L})', ([three]) => ({
    minutes: three ? 45 : 15,
  })),
  notation(`(?<![\\d.:/])([13])/([24])[\\s-]*(?:of )?(?:an )?(?:${HOUR})${END}`, ([part, whole]) => ({
    minutes: (60 * Number(part)) / Number(whole),
  })),
  notation(
    `${AMOUNT}[\\s-]*(?:${HOUR})(?:,?\\s*(?:and\\s*)?(half|\\d{1,2})(?:\\s*(?:${MINUTE}|m))?(?!(?!\\p{Script=Han})\\p{L}|\\d|[.:]))?${UNIT_END}`,
    ([digits, han, rest]) => ({
      minutes: count(digits ?? han ?? '') * 60 + (rest?.toLowerCase() === 'half' ? 30 : Number(rest ?? 0)),
    }),
  ),
  notation(
    `${AMOUNT}(?:\\s?\\(\\d{1,2}\\))?(?:[\\s-]*\\(?(?:${MINUTE})|m(?!\\p{L}))${UNIT_END}`,
    ([digits, han]) => ({
      minutes: count(digits ?? han ?? ''),
    }),
  ),
  notation(`${AMOUNT}[\\s-]*(?:${SECOND})${UNIT_END}`, ([digits, han]) => ({
    minutes: inMinutes(count(digits ?? han ?? '')),
  })),
];

/** “2 hours after the session” is when, and not how long. */
const NO_LENGTH_AFTER = /^\s+(?:(?:after|before)(?! which| that)|prior to|ago|later|earlier)(?!\p{L})/iu;
const EACH_AFTER =
  /^\.?\s*(?:for )?(?:each|per \p{L}+|apiece|chacune?|je \p{L}+|\/ ?(?:speaker|person|panell?ist|presenter|participant|head|talk|人|位))/iu;
const EACH_BEFORE = /(?:每(?:人|位|名|篇|场)?\p{Script=Han}{0,4}|各|(?<!\p{L})each(?: \p{L}{1,20}:?)?) ?$/iu;

/** All durations of a line, in order; none of them longer than a day. */
export function findDurations(text: string): Duration[] {
  const all = NOTATIONS.flatMap(({ pattern, read }) =>
    [...text.matchAll(pattern)].map((match) => ({ match, read })),
  ).sort((a, b) => a.match.index - b.match.index);
  const found: Duration[] = [];
  let from = 0;
  for (const { match, read } of all) {
    if (match.index < from) continue;
    from = match.index + match[0].length;
    const { clock = false, ...value } = read(match.slice(1));
    if (value.minutes <= 0 || value.minutes > ITEM_MINUTES_MAX) continue;
    if (NO_LENGTH_AFTER.test(text.slice(from, from + 20))) continue;
    // For whom it is belongs to it, and not to the title.
    const before = EACH_BEFORE.exec(text.slice(Math.max(0, match.index - 28), match.index))?.[0] ?? '';
    const after = EACH_AFTER.exec(text.slice(from, from + 30))?.[0] ?? '';
    // A product is of all of them already.
    const each = value.times === undefined && (before !== '' || after !== '');
    found.push({ start: match.index - before.length, end: from + after.length, each, clock, ...value });
  }
  return found;
}

/** Whether a text is a length and nothing else. */
export function isDuration(text: string): boolean {
  return findDurations(text).some(({ start, end }) => start === 0 && end === text.length);
}

const HEADED =
  /[\s([（【:：,，–—-]*(?:in total|total|duration|approx\.?|about|共|共计|合计|约|时长)?[\s:：]*$/i;

/** A heading and the minutes that it ends with: `Agenda (60 minutes)`, `会议议程（共60分钟）`. */
export function timedHeading(text: string): { heading: string; minutes: number } | null {
  const [duration, ...more] = findDurations(text);
  if (!duration || more.length > 0 || duration.each || duration.range) return null;
  if (!/^(?: (?:in )?total)?[\s)\]）】.:：]*$/i.test(text.slice(duration.end))) return null;
  const before = text.slice(0, duration.start);
  // “Duration 90 min” is a heading of that word.
  return { heading: before.replace(HEADED, '') || before.trim(), minutes: duration.minutes };
}

/** Two times of day: hour, minute and half of the day of each. */
function between([fromHour, fromMinute, fromHalf, toHour, toMinute, toHalf]: (string | undefined)[]): Value {
  const to = minuteOfDay(toHour, toMinute, toHalf);
  const isSameHalf = minuteOfDay(fromHour, fromMinute, 'am') < minuteOfDay(toHour, toMinute, 'am');
  const from = minuteOfDay(fromHour, fromMinute, fromHalf ?? (isSameHalf ? toHalf : undefined));
  // “11:50-12:10” is plain; “12:50-1:10” passes noon on a twelve-hour clock, “23:50-0:10” midnight.
  const past = Number(fromHour) <= 12 && !toHalf ? 12 * 60 : 24 * 60;
  return { minutes: to > from ? to - from : to - from + past, clock: true };
}

/** `下午2点至3点半` */
function hanMinute(text = '0'): string {
  return text === '半' ? '30' : text.replace('分', '');
}

function halfOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  return /[上早]/.test(text) ? 'am' : 'pm';
}

function product([times, length]: (string | undefined)[], seconds?: string): Value {
  const minutes = Number(times) * Number(length);
  return { minutes: seconds ? inMinutes(minutes) : minutes, times: Number(times) };
}

function inMinutes(seconds: number): number {
  return Math.round((seconds / 60) * 100) / 100;
}

/** Minutes since midnight. */
export function minuteOfDay(hour = '0', minute = '0', half?: string): number {
  const twelve = half ? Number(hour) % 12 : Number(hour);
  return (twelve + (half?.toLowerCase().startsWith('p') ? 12 : 0)) * 60 + Number(minute);
}
