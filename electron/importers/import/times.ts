/** Times and lengths as exports write them. No export says its zone: all of one file are in the same. */
import { minutesIn } from './units.ts';

/** Milliseconds since 1970 as if in UTC; null for what is no time. `hasDate` is false for a time of day alone. */
export type Moment = { ms: number; hasDate: boolean };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([AaPp])?\.?[Mm]?\.?`;
const NUMBERS = new RegExp(String.raw`^(\d{1,2})[./-](\d{1,2})[./-](\d{2,4}),?\s+${TIME}$`);
const ISO = new RegExp(
  String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:T|,?\s+)${TIME}(?:Z|[+-]\d{2}:?\d{2})?$`,
);
const NAMED = new RegExp(String.raw`^([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4}),?\s+${TIME}$`);
const ALONE = new RegExp(`^${TIME}$`);

export type DayOrder = 'month-first' | 'day-first' | 'unknown';

/** What the dates of a file allow: a number above twelve can be no month, and with dots the day comes first. */
export function dayOrder(values: readonly string[]): DayOrder {
  let order: DayOrder = 'unknown';
  for (const value of values) {
    const [, first, second] = NUMBERS.exec(clean(value)) ?? [];
    if (first === undefined) continue;
    if (Number(first) > 12 || /^\d+\./.test(value.trim())) return 'day-first';
    if (Number(second) > 12) order = 'month-first';
  }
  return order;
}

export function momentOf(value: string, order: DayOrder): Moment | null {
  const text = clean(value);
  const iso = ISO.exec(text);
  if (iso) return dated(Number(iso[1]), Number(iso[2]), Number(iso[3]), iso.slice(4));
  const numbers = NUMBERS.exec(text);
  if (numbers) {
    const [first, second] = [Number(numbers[1]), Number(numbers[2])];
    const year = Number(numbers[3]) < 100 ? 2_000 + Number(numbers[3]) : Number(numbers[3]);
    const isDayFirst = order === 'day-first';
    return dated(year, isDayFirst ? second : first, isDayFirst ? first : second, numbers.slice(4));
  }
  const named = NAMED.exec(text);
  if (named) {
    const month = MONTHS.indexOf((named[1] ?? '').toLowerCase()) + 1;
    return month === 0 ? null : dated(Number(named[3]), month, Number(named[2]), named.slice(4));
  }
  const alone = ALONE.exec(text);
  return alone ? { ms: dayMs(alone.slice(1)), hasDate: false } : null;
}

/** Minutes of `128`, `1h 27m 51s`, `1 hr 2 min`, `0:30:00`, `30 分钟`, `PT1H20M`; null for what is no length, or not in full. */
export function minutesOf(value: string): number | null {
  const text = clean(value);
  if (/^\d+(?:[.,]\d+)?$/.test(text)) return amountOf(text);
  const clock = /^(\d+):(\d{2}):(\d{2})$/.exec(text);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]) + Number(clock[3]) / 60;
  const length = text.replace(/^PT(?=\d)/i, '');
  if (length === '') return null;
  const part = /(\d+(?:[.,]\d+)?)\s*([\p{L}\p{M}]+)\.?,?\s*(?:(?:and|und|et|y|e|en|och|og|и)\s+)?/iuy;
  let sum = 0;
  while (part.lastIndex < length.length) {
    const [, amount = '', word = ''] = part.exec(length) ?? [];
    const minutes = minutesIn(word);
    // What is not understood in full would be a wrong figure: the hours of `1 xx 20 min` are no detail.
    if (minutes === undefined) return null;
    sum += amountOf(amount) * minutes;
  }
  return sum;
}

function amountOf(text: string): number {
  return Number(text.replace(',', '.'));
}

/** Exports put narrow and non-breaking spaces before AM and PM; East Asian ones say which half of the day comes first. */
function clean(value: string): string {
  return value
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/(?:上午|午前|오전)\s?(\d{1,2}:\d{2}(?::\d{2})?)/, '$1 AM')
    .replace(/(?:下午|午後|오후)\s?(\d{1,2}:\d{2}(?::\d{2})?)/, '$1 PM')
    .trim();
}

function dated(
  year: number,
  month: number,
  day: number,
  time: readonly (string | undefined)[],
): Moment | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return { ms: Date.UTC(year, month - 1, day) + dayMs(time), hasDate: true };
}

function dayMs([hour, minute, second, half]: readonly (string | undefined)[]): number {
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour);
  return ((hours * 60 + Number(minute)) * 60 + Number(second ?? 0)) * 1_000;
}
