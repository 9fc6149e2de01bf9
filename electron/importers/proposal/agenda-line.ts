/** One line of an agenda: a title and its minutes, in any of the orders in which people write them. */
import { TITLE_CHARS_MAX } from '../../../shared/lib/limits.ts';
import { agendaKind } from './agenda-kind.ts';
import { count, HAN_COUNT } from './counts.ts';
import { type Duration, findDurations, isDuration } from './durations.ts';
import { cutOutside, type Marker, shorten, type TextLine, wordCount } from './text-lines.ts';

export type TimedLine = {
  line: TextLine;
  title: string;
  /** Null where the line gives none. */
  duration: Duration | null;
  marker: Marker;
  /** How many speakers the line speaks of. */
  speakers?: number;
};

const LINE_CHARS_MAX = 1_000;
/** Without a list mark, more words than this before the minutes are a sentence, not a title. */
const PLAIN_WORDS_MAX = 14;
const MARKED_WORDS_MAX = 40;
const OPEN = /[([（【]/g;
const CLOSE = /[)\]）】]/;
/** Also minutes since the beginning, `T+15`. */
const LEAD = /^(?:[\s:：;,.|–—\-)\]）】→⇒►]|T ?[+-] ?\d{1,3}(?!\d))+/;
/** Also takes off “approx.” and the like, which belong to the minutes and not to the title. */
const TAIL =
  /[\s:：;,，、|–—\-([（【~≈]+$|\s*(?:\(|\b)(?:approx\.?|approximately|about|around|ca\.?|for|up to|max\.?|maximum|duration:?|time:?|total:?)\s*$|\s*(?:共计?|合计|约|大约|各)\s*$/i;
/** Dots that lead from a title to its minutes. */
const LEADER = /\s*[.…·_]{3,}\s*/g;
/** What follows is no title's end but that of “… takes 10 minutes”. */
const UNFINISHED =
  /(?:^|\s)(?:of|in|within|than|last|lasts|takes?|is|are|be|a|the|have|has|(?<!\bup )to|least|only)\s*$/i;
/** “10 minutes for questions”, `40分钟的讨论` */
const OF = /^\s*(?:(?:of|for)\s+|的)(?=\S)/i;
/** Elsewhere it is somebody's initial. */
const ROMAN_MARK = /^(?:I{1,3}|IV|VI{0,3}|IX|X)[.)]\s+(?=\S)/;
/** Inside a line. */
const NUMBER_MARK = /^\(?\d{1,2}[.)]\s+(?=\p{L})/u;
const JOINT =
  /^(?:and|then|followed by|afterwards?|after that|finally|next|plus)\b[\s,:]*(?:by |an? |the )?/i;
/** A dot after one to four letters of which the first is a capital: “Ms. Sah”, “Prof. Chen” are no ends of sentences. */
export const NO_ABBREVIATION = '(?<!(?<!\\p{L})\\p{Lu}\\p{L}{0,3})';
const SENTENCE_BEFORE_ANOTHER = new RegExp(`${NO_ABBREVIATION}[.!?]\\s+\\p{Lu}\\p{L}{2}`, 'u');
const SENTENCE_END = new RegExp(`[。？]|[.]$|(?<=[?？])\\s|${NO_ABBREVIATION}[.]\\s`, 'u');
const CHAINS: readonly [joint: RegExp, least: number][] = [
  [/\s*[+→;；]\s*|\s\/\s/g, 2],
  [/\s*[,，]\s*(?:and\s+)?/g, 3],
];
const RESULT_BEFORE = /(?:=|共计?|合计|总计|total(?: of)?:?)\s*$/i;
const RESULT_AFTER = /^\s*(?:in total|total|altogether)(?!\p{L})/iu;
const LENGTH_IN_BRACKETS = /\s*[([（【]([^()[\]（）【】]{1,40})[)\]）】]/g;
/** “Final 5 minutes: closing words” */
const ORDER = /^(?:(?:the )?(?:first|last|final|next|remaining)|最后|首先)$/i;
/** A count in digits or words before what people call those who give a speech; `5人`, `四位嘉宾`. */
const SPEAKERS = new RegExp(
  `(?<![\\p{L}\\d.:+])(\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\\s+(?!min|mn|sec|hour)(?:[\\p{L}-]{1,20} ){0,3}?(?:speakers?|panell?ists?|presenters?|presentations?|speech(?:es)?|talks|keynotes?|experts|interventions|inputs|statements|contributions)(?!\\p{L})|(?<![\\d每]|${HAN_COUNT})(\\d{1,2}|${HAN_COUNT})\\s?[人位名]`,
  'iu',
);

/**
 * The items of one line: none for prose, several where a sentence lists them as “welcome (5 min), talks (20 min)”, or a
 * line as “welcome 5' + talks 20'”.
 */
export function timedLines(line: TextLine): TimedLine[] {
  const text = line.text.slice(0, LINE_CHARS_MAX);
  const durations = findDurations(text);
  if (durations.length === 0) return [];
  const bracketed = durations.filter((duration) => bracketAt(text, duration) >= 0);
  if (line.marker === 'none' && bracketed.length > 1 && !bracketed.some((duration) => duration.each)) {
    return inlineItems(line, text, bracketed);
  }
  const chain = chainOf(text);
  if (chain) {
    const items = chain.flatMap((piece) => singleItem(line, piece, findDurations(piece)[0]) ?? []);
    return items.length === chain.length ? items : [];
  }
  // “7 min each x 5 = 35 min” says itself what it comes to.
  const [first, ...others] = durations;
  const result = others.find((duration) => isResult(text, duration));
  if (first && result) {
    const item = singleItem(line, text.slice(0, first.end), first);
    return item ? [{ ...item, duration: { ...result, ...(first.times && { times: first.times }) } }] : [];
  }
  // “4 rounds of 5 minutes [20 min]”: what stands in the only bracket is the length of all.
  const [only] = bracketed;
  const isWhole = bracketed.length === 1 && only?.each === false && first?.clock === false;
  const single = singleItem(line, text, isWhole ? only : first);
  return single ? [single] : [];
}

/** The pieces of a line that is a chain of items, each with its length; commas chain no fewer than three. */
function chainOf(text: string): string[] | null {
  for (const [joint, least] of CHAINS) {
    const pieces = cutOutside(text, joint);
    if (pieces.length >= least && pieces.every((piece) => findDurations(piece).length === 1)) return pieces;
  }
  return null;
}

function isResult(text: string, { start, end }: Duration): boolean {
  return RESULT_BEFORE.test(text.slice(0, start)) || RESULT_AFTER.test(text.slice(end));
}

/** A line that is nothing but a duration; its title stands in the line before or after. */
export function bareDuration(line: TextLine): Duration | null {
  const [duration, ...more] = findDurations(line.text.slice(0, 40));
  if (!duration || duration.what || more.length > 0 || line.text.length > 40) return null;
  const rest = line.text.slice(0, duration.start) + line.text.slice(duration.end);
  return /[\p{L}\d]/u.test(rest) ? null : duration;
}

/** A line of an agenda that gives no minutes. */
export function untimedLine(line: TextLine): TimedLine | null {
  const title = cleanTitle(line.text);
  if (title === '' || wordCount(title) > MARKED_WORDS_MAX) return null;
  return { line, title, duration: null, marker: line.marker, ...speakersOf(line.text) };
}

const TOTAL =
  /^(?:sub-?|grand )?(?:total|sum|gesamt|summe|合计|总计|共计)(?: (?:duration|time|length|minutes))?\s*[:：=–-]?\s*(?:[\d(（].{0,20})?$/i;

/** `Total: 90 min` under a list is its sum. */
export function isTotal(text: string): boolean {
  return TOTAL.test(text);
}

function singleItem(line: TextLine, text: string, duration: Duration | undefined): TimedLine | null {
  if (!duration) return null;
  const raw = titleOf(line, text, duration);
  const title = (raw === null ? '' : cleanTitle(raw)) || (duration.what ?? '');
  if (!isTitle(title, line.marker)) return null;
  return { line, title, duration, marker: line.marker, ...speakersOf(withoutTime(text, duration)) };
}

/** “2:30 pm Lightning talks” are not thirty talks. */
function withoutTime(text: string, { start, end }: Duration): string {
  return `${text.slice(0, start)} … ${text.slice(end)}`;
}

function titleOf(line: TextLine, text: string, duration: Duration): string | null {
  const bracket = bracketAt(text, duration);
  const before = text.slice(0, bracket >= 0 ? bracket : duration.start);
  const after = text.slice(duration.end);
  const isLeading = !/\p{L}/u.test(before.replace(TAIL, '')) || ORDER.test(before.trim());
  if (bracket >= 0) {
    const close = after.search(CLOSE);
    const rest = after.slice(close + 1);
    if (!/\p{L}/u.test(before)) return rest;
    // “Part 1 (10 min): Introduction” says what it is behind its minutes.
    const isNamed = agendaKind(before) !== null || !/^\s*[:：]\s*\S/.test(rest);
    const name = firstSentence(rest);
    return isNamed || wordCount(name) > PLAIN_WORDS_MAX ? before : `${before.trim()}: ${name}`;
  }
  if (isLeading) return firstSentence(after.replace(OF, ''));
  if (/[:：;,|–—-]\s*(?:approx\.?|approximately|about|around|ca\.?|for|~|≈)?\s*$/i.test(before)) {
    return line.marker === 'none' && !/^\s*(?:$|[.,;:|–—(-])/.test(after) ? null : before;
  }
  // “Opening remarks 5 minutes” and nothing after it; anything longer is a sentence.
  const isShort = wordCount(before) <= (line.marker === 'none' ? 8 : PLAIN_WORDS_MAX);
  const alone = /^[\s.;。)]*$/.test(after) && isShort;
  return alone && !UNFINISHED.test(before) ? before : null;
}

/** Each title reaches from the bracket before it to its own; a sentence that introduces the list is cut off. */
function inlineItems(line: TextLine, text: string, durations: readonly Duration[]): TimedLine[] {
  let from = 0;
  return durations.flatMap((duration): TimedLine[] => {
    const segment = text.slice(from, bracketAt(text, duration));
    const close = text.slice(duration.end).search(CLOSE);
    from = duration.end + close + 1;
    const sentence = segment.slice(Math.max(segment.lastIndexOf('. '), segment.lastIndexOf(': ')) + 1);
    const title = cleanTitle(sentence.replace(LEAD, '').replace(JOINT, ''));
    if (!isTitle(title, 'none')) return [];
    return [{ line, title: capitalised(title), duration, marker: 'none', ...speakersOf(segment) }];
  });
}

/** Where the bracket opens that holds the duration, else −1. */
function bracketAt(text: string, duration: Duration): number {
  const before = text.slice(0, duration.start);
  const open = [...before.matchAll(OPEN)].at(-1)?.index ?? -1;
  if (open < 0 || CLOSE.test(before.slice(open)) || before.length - open > 60) return -1;
  return CLOSE.test(text.slice(duration.end, duration.end + 120)) ? open : -1;
}

/** Without what comes after its first sentence. */
export function firstSentence(text: string): string {
  const rest = text.replace(LEAD, '');
  const end = rest.search(SENTENCE_END);
  return end > 3 ? rest.slice(0, end) : rest;
}

export function cleanTitle(text: string): string {
  const named = text.replace(LENGTH_IN_BRACKETS, (bracket, inside) => (isDuration(inside) ? ' ' : bracket));
  const unmarked = named
    .replace(LEADER, ' ')
    .replace(LEAD, '')
    .replace(ROMAN_MARK, '')
    .replace(NUMBER_MARK, '');
  const cells = unmarked.split(' | ');
  const title = cells.find((cell) => /\p{L}/u.test(cell)) ?? '';
  return shorten(title.replace(TAIL, '').replace(TAIL, '').replace(LEAD, '').trim(), TITLE_CHARS_MAX);
}

function isTitle(title: string, marker: Marker): boolean {
  if (!/\p{L}/u.test(title)) return false;
  if (marker !== 'none') return wordCount(title) <= MARKED_WORDS_MAX;
  return wordCount(title) <= PLAIN_WORDS_MAX && !SENTENCE_BEFORE_ANOTHER.test(title);
}

export function speakersOf(text: string): { speakers?: number } {
  const [, latin, han] = SPEAKERS.exec(text.slice(0, 300)) ?? [];
  const speakers = count(latin ?? han ?? '0');
  return speakers > 0 ? { speakers } : {};
}

export function capitalised(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1);
}
