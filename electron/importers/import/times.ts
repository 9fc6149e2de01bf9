/** Times and lengths as exports write them. No export says its zone: all of one file are in the same. */
import { minutesIn } from './units.ts';

/** Milliseconds since 1970 as if in UTC; null for what is no time. `hasDate` is false for a time of day alone. */
export type Moment = { ms: number; hasDate: boolean };

/** By how they begin, without accents, in English, German, French, Spanish, Portuguese, Italian, Dutch. */
const MONTHS = [
  /^(?:jan|ene|gen)/,
  /^(?:feb|fev)/,
  /^(?:mar|mrt|maerz|maart)/,
  /^(?:apr|avr|abr)/,
  /^(?:may|mai|mei|mag)/,
  /^(?:jun|juin|giu)/,
  /^(?:jul|juil|lug)/,
  /^(?:aug|aou|ago)/,
  /^(?:sep|set)/,
  /^(?:oct|okt|out|ott)/,
  /^nov/,
  /^(?:dec|dez|dic)/,
];
const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([AaPp])?\.?[Mm]?\.?`;
/** What stands between date and time: `26/03/2021 à 10:00`. */
const JOINT = String.raw`(?:,?\s+(?:(?:at|um|à|a las|às|alle|om|в)\s+)?)`;
const NUMBERS = new RegExp(String.raw`^(\d{1,2})[./-](\d{1,2})[./-](\d{2,4})${JOINT}${TIME}$`);
const ISO = new RegExp(
  String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:T|${JOINT})${TIME}(?:(Z)|([+-]\d{2}):?(\d{2}))?$`,
);
const NAMED = new RegExp(String.raw`^(\p{L}+)\.?\s+(\d{1,2}),?\s+(\d{4})${JOINT}${TIME}$`, 'u');
const DAY_NAMED = new RegExp(
  String.raw`^(\d{1,2})\.?[\s-](?:de\s+)?(\p{L}+)\.?[\s-](?:de\s+)?(\d{4})${JOINT}${TIME}$`,
  'u',
);
const ALONE = new RegExp(`^${TIME}$`);

export type DayOrder = 'month-first' | 'day-first' | 'unknown';

/** From when to when, as a file writes it. */
export type Stretch = readonly [from: string, to: string];

/**
 * What the dates of a file allow: a number above twelve can be no month, and with dots the day comes first. Where both
 * can be months, nobody was there from one month to another.
 */
export function dayOrder(values: readonly string[], stretches: readonly Stretch[] = []): DayOrder {
  let order: DayOrder = 'unknown';
  for (const value of values) {
    const [, first, second] = NUMBERS.exec(clean(value)) ?? [];
    if (first === undefined) continue;
    if (Number(first) > 12 || /^\d+\./.test(value.trim())) return 'day-first';
    if (Number(second) > 12) order = 'month-first';
  }
  return order === 'unknown' ? shorterOrder(stretches) : order;
}

function shorterOrder(stretches: readonly Stretch[]): DayOrder {
  const lengthAs = (order: DayOrder) =>
    stretches.reduce((sum, [from, to]) => {
      const [start, end] = [momentOf(from, order), momentOf(to, order)];
      return start && end ? sum + Math.abs(end.ms - start.ms) : sum;
    }, 0);
  const [monthFirst, dayFirst] = [lengthAs('month-first'), lengthAs('day-first')];
  if (monthFirst === dayFirst) return 'unknown';
  return monthFirst < dayFirst ? 'month-first' : 'day-first';
}

export function momentOf(value: string, order: DayOrder): Moment | null {
  const text = clean(value);
  const iso = ISO.exec(text);
  if (iso) return ahead(dated(Number(iso[1]), Number(iso[2]), Number(iso[3]), iso.slice(4)), iso.slice(8));
  const numbers = NUMBERS.exec(text);
  if (numbers) {
    const [first, second] = [Number(numbers[1]), Number(numbers[2])];
    const year = Number(numbers[3]) < 100 ? 2_000 + Number(numbers[3]) : Number(numbers[3]);
    const isDayFirst = order === 'day-first';
    return dated(year, isDayFirst ? second : first, isDayFirst ? first : second, numbers.slice(4));
  }
  const named = NAMED.exec(text);
  if (named) return dated(Number(named[3]), monthOf(named[1]), Number(named[2]), named.slice(4));
  const dayNamed = DAY_NAMED.exec(text);
  if (dayNamed)
    return dated(Number(dayNamed[3]), monthOf(dayNamed[2]), Number(dayNamed[1]), dayNamed.slice(4));
  const alone = ALONE.exec(text);
  const ms = alone && dayMs(alone.slice(1));
  return ms === null ? null : { ms, hasDate: false };
}

/** From 1; 0 for a word that is none. */
function monthOf(word = ''): number {
  const plain = word.toLowerCase().replace('ä', 'ae').normalize('NFD').replace(/\p{M}/gu, '');
  return MONTHS.findIndex((month) => month.test(plain)) + 1;
}

/** In UTC, where the time says how far ahead of it it is. */
function ahead(
  moment: Moment | null,
  [, hours, minutes = '']: readonly (string | undefined)[],
): Moment | null {
  if (!moment || hours === undefined) return moment;
  const aheadMinutes = Number(hours) * 60 + Number(`${hours[0]}${minutes}`);
  return { ...moment, ms: moment.ms - aheadMinutes * 60_000 };
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

/** Exports put narrow and non-breaking spaces before AM and PM, and marks of direction; East Asian ones say which half of the day comes first. */
function clean(value: string): string {
  return value
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e]/g, '')
    .replace(/^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]\s*/, '$1-$2-$3 ')
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
  const midnight = new Date(Date.UTC(year, month - 1, day));
  const isDay = midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day;
  const ms = dayMs(time);
  return isDay && ms !== null ? { ms: midnight.getTime() + ms, hasDate: true } : null;
}

/** Null for what no clock shows. */
function dayMs([hour, minute, second, half]: readonly (string | undefined)[]): number | null {
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour);
  const ms = ((hours * 60 + Number(minute)) * 60 + Number(second ?? 0)) * 1_000;
  // 24:00 is the end of a day, and nothing comes after it.
  const isHour = Number(hour) < 24 || (half === undefined && ms === 86_400_000);
  return isHour && Number(minute) < 60 && Number(second ?? 0) < 60 ? ms : null;
}
