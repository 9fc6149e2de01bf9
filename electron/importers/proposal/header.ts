/** Title, code, series and length of a session, as IGF pages, their copies and programme tools print them. */
import { TITLE_CHARS_MAX } from '../../../shared/lib/limits.ts';
import { timedLines } from './agenda-line.ts';
import { findDurations, timedHeading } from './durations.ts';
import type { NoteList } from './note-list.ts';
import { isGroupedPerson } from './person-line.ts';
import type { Section } from './sections.ts';
import { datedHours } from './start-times.ts';
import { shorten, type TextLine } from './text-lines.ts';
import { PEOPLE_KINDS } from './vocabulary.ts';

export type Header = {
  title: string;
  code?: string;
  series?: string;
  line?: TextLine;
  /** Where the title ends with them: `Cyber norms (90 min)`. */
  minutes?: number;
};
export type Length = { minutes: number; line: TextLine };

const SERIES =
  /^((?:(?:19|20)\d\d年? ?)?(?:[\p{Script=Latin}-]{0,20}IGF|EuroDIG|SEEDIG|WSIS(?: Forum)?|ICANN|RightsCon|NRI)(?: |-)?(?:(?:19|20)\d\d|\d{1,3})?(?: (?:19|20)\d\d)?)(?=[\s:–—|-])\s*[-–—:|]?\s*/u;
const NUMBERED =
  /^((?:WS|Workshop|Open Forum|OF|Town Hall|TH|Lightning Talk|LT|Flash Session|Networking(?: Session)?|Launch ?\/ ?Awards?(?: Event)?|Launch(?: Event)?|Award(?: Event)?|Day 0(?: Event)?|Day Zero(?: Event)?|Pre-Event|Side Event|Parliamentary(?: Session| Track)?|NRIs?(?: Collaborative)?(?: Session)?|Dynamic Coalition|DC|BPF|Policy Network|PN|Main Session|High-Level(?: Leaders)?(?: Session| Track)?|Youth(?: Session| Track)?|Event|Session|研讨会|工作坊|开放论坛|分论坛|闪电演讲|市政厅会议)\s*(?:#|No\.? ?|Nr\.? ?)?\s?\d{1,4}[a-z]?)(?!\d|-?\s?min)\s*[-–—:：|.]?\s*/i;
/** `WSIS Forum 2024` above the title. */
const SERIES_ALONE =
  /^(?:(?:19|20)\d\d )?(?:[\p{Script=Latin}-]{0,20}IGF|EuroDIG|SEEDIG|WSIS(?: Forum)?|ICANN|RightsCon|APrIGF|AfIGF)[ -]?(?:(?:19|20)\d\d|\d{1,3})?$/u;
const FORMAT_ALONE =
  /^(?:panel|panel discussion|round ?-?table|workshop|webinar|symposium|lecture|open forum|town hall|lightning talk|podiumsdiskussion|table ronde|mesa redonda)$/i;
/** A title in quotation marks, and nothing else in them. */
const QUOTED = /^["“„«'‘]([^"“”„«»]+)["”“»'’]$/u;
/** Coalitions and forums without a number: `DC-IoT …`, `BPF Cybersecurity: …`. */
const UNNUMBERED = /^((?:DC|BPF|PN|NRI)[- ][\p{L}\d&-]{2,20})\s*[-–—:|]?\s*(?=\S)/u;
/** Programme tools put the code behind the title. */
const BEHIND = /\s*[([]((?:WS|OF|TH|LT)\s?#?\d{1,4})[)\]]$/i;
/** What the page prints round its content and a “select all” copies along. */
const CHROME =
  /^(?:(?:hi|hello|dear|good (?:morning|afternoon|evening)|hallo|liebe|sehr geehrte|bonjour|chère?s|hola|estimad[oa]s|尊敬的|各位)(?!\p{L}|-).{0,60}[,，:：!！]$|-{2,} ?(?:forwarded|original)|you are here|skip to main content|breadcrumb|(?:home|search|menu|log ?in|sign ?(?:in|up)|loading|back|print|share)(?: this page| to (?:top|list|schedule))?\W{0,3}$|this is now a legacy site|https?:|www\.|concept note$|(?:session |workshop )?proposal(?: form)?$|(?:(?:draft|annotated|provisional|final) )+(?:agenda|programme|program)$|page \d)/iu;
/** Formats offered by the forms; with minutes behind them they give the length of the session. */
const FORMATS =
  /^(?:panel|round ?-?table|break-?out|birds of a feather|debate|flash|theat(?:er|re)|classroom|auditorium|tutorial|lightning|workshop|open forum|town hall|networking|launch|interview|hybrid|other|presentation|u-shape|conference)/i;

/** When it takes place: from when to when, or nothing that a plan has a place for. */
const WHEN =
  /^(?:date and time|date ?\/ ?time|time|date|when|termin|datum|uhrzeit|(?:会议|會議|活动|活動|场次|場次)?(?:时间|時間)|日期)\s*[:：]/i;

const HEADER_LINES_MAX = 40;

/** The heading of the page. A text without any takes `stem`, the name of its file, and a note. */
export function readHeader(
  sections: readonly Section[],
  lines: readonly TextLine[],
  stem: string,
  notes: NoteList,
): Header {
  const headings = lines.slice(0, HEADER_LINES_MAX).filter((line) => !CHROME.test(line.text));
  const coded = headings.map(parseHeading).find((header) => header.code !== undefined);
  const labelled = sections.find((section) => section.kind === 'title')?.lines[0];
  if (labelled) {
    const own = parseHeading(labelled);
    const repeated = own.title.startsWith(coded?.code ?? '\n') ? (coded?.code ?? '') : '';
    const title = own.title.slice(repeated.length).replace(/^[\s:–—-]+/, '');
    return checked({ ...coded, ...own, title: title === '' ? own.title : title, line: labelled }, notes);
  }
  if (coded && coded.title !== '') return checked(coded, notes);
  const titles = headings.filter((line) => isTitleLine(line, sections) || isTimedTitle(line, lines));
  const first = titles.find((line) => !isSlot(line)) ?? titles[0];
  const series = headings.map(({ text }) => SERIES_ALONE.exec(text)?.[0]).find(Boolean);
  const named = sections.find(isNamedSession)?.lines[0];
  const chosen = named?.number === headings[0]?.number ? named : (first ?? named);
  const heading = chosen && parseHeading(chosen);
  // A line that is nothing but a code names the session's slot, not the session.
  if (heading && heading.title !== '')
    return checked({ ...(coded && series && { series }), ...coded, ...heading }, notes);
  notes.add('title', 'title-assumed', { title: stem });
  return { ...coded, title: stem };
}

/** The length of the session, by what says it most plainly; undefined when nothing does. */
export function readLength(sections: readonly Section[], lines: readonly TextLine[]): Length | undefined {
  const labels = new Set(sections.map(({ labelLine }) => labelLine));
  const labelled = sections.filter((section) => section.kind === 'duration').flatMap(lengthOfDuration);
  const format = sections
    .filter((section) => section.kind === 'format')
    .flatMap((section) => lengthsIn(section.lines.slice(0, 1)));
  const alone = lines.flatMap((line, i) => (isFormatLine(lines, i, labels) ? lengthsIn([line]) : []));
  const headed = sections.flatMap(({ minutes, labelLine }) => {
    const line = lines.find(({ number }) => number === labelLine);
    return minutes === undefined || !line ? [] : [{ minutes, line }];
  });
  const heads = lines.slice(0, HEADER_LINES_MAX);
  const dated = onlyDated(heads);
  const scheduled = heads.flatMap((line) => scheduledLength(line, line === dated));
  const told = lines.flatMap(toldLength);
  return [...labelled, ...format, ...alone, ...headed, ...scheduled, ...told][0];
}

/** The lines at the head that say when it takes place, whose hours are no item. */
export function whenLines(lines: readonly TextLine[]): TextLine[] {
  const heads = lines.slice(0, HEADER_LINES_MAX);
  const dated = onlyDated(heads);
  return heads.filter((line) => WHEN.test(line.text) || line === dated);
}

/** The line that says when it takes place; several with dates are the items of a series. */
function onlyDated(heads: readonly TextLine[]): TextLine | undefined {
  const dated = heads.filter(({ text }) => datedHours(text.slice(0, 300)) !== undefined);
  return dated.length === 1 ? dated[0] : undefined;
}

function checked(found: Header, notes: NoteList): Header {
  const title = found.title.replace(QUOTED, '$1');
  const timed = timedTitle(title);
  const header = { ...found, title, ...(timed && { title: timed.heading, minutes: timed.minutes }) };
  if (header.title.length > TITLE_CHARS_MAX) {
    notes.add('title', 'text-cut', { kept: TITLE_CHARS_MAX, found: header.title.length });
  }
  return { ...header, title: shorten(header.title, TITLE_CHARS_MAX) };
}

function timedTitle(title: string): { heading: string; minutes: number } | null {
  const timed = /[)\]）】]$/.test(title) ? timedHeading(title.slice(-TITLE_CHARS_MAX)) : null;
  return timed && /\p{L}/u.test(timed.heading) && title.length <= TITLE_CHARS_MAX ? timed : null;
}

/** The first line, set off from what follows: without the space it would be the first item. */
function isTimedTitle(line: TextLine, [first, next]: readonly TextLine[]): boolean {
  return line === first && (next?.blanksBefore ?? 1) > 0 && timedTitle(line.text) !== null;
}

function parseHeading(line: TextLine): Header {
  const series = SERIES.exec(line.text);
  const afterSeries = line.text.slice(series?.[0].length ?? 0);
  const code = NUMBERED.exec(afterSeries) ?? (series ? UNNUMBERED.exec(afterSeries) : null);
  const behind = BEHIND.exec(afterSeries);
  const inFront = code ? afterSeries.slice(code[0].length) : afterSeries;
  const title = behind && !code ? inFront.slice(0, behind.index) : inFront;
  const found = code?.[1] ?? behind?.[1];
  // “IGF 2030: what next?” is a title, not a series, unless a code comes with it.
  if (found === undefined || title.trim() === '') {
    const whole = { title: found === undefined ? line.text : '', line };
    return found === undefined ? whole : { ...whole, ...seriesOf(series), code: found.trim() };
  }
  return { title: title.trim(), code: found.trim(), line, ...seriesOf(series) };
}

/** The name of a series, a code or a kind of session, with the title in a line of its own. */
function isSlot(line: TextLine): boolean {
  return SERIES_ALONE.test(line.text) || FORMAT_ALONE.test(line.text) || parseHeading(line).title === '';
}

function seriesOf(match: RegExpExecArray | null): { series?: string } {
  return match?.[1] ? { series: match[1].trim() } : {};
}

/** `Session: Trust and safety` before anything else. */
function isNamedSession({ label, labelLine, lines }: Section): boolean {
  return /(?:session|topic|主题)$/i.test(label) && lines[0]?.number === labelLine;
}

function isTitleLine(line: TextLine, sections: readonly Section[]): boolean {
  const owner = sections.find((section) => section.lines.includes(line));
  if (!owner || PEOPLE_KINDS.has(owner.kind) || (owner.kind !== 'other' && owner.kind !== 'title'))
    return false;
  const isPlain = !isGroupedPerson(line.text) && timedLines(line).length === 0;
  return isPlain && /\p{L}/u.test(line.text) && line.text.length <= TITLE_CHARS_MAX;
}

/** `Duration (minutes): 90` has its unit in the label. */
function lengthOfDuration(section: Section): Length[] {
  const line = section.lines[0];
  if (!line) return [];
  const number = /^\d{2,3}$/.exec(line.text)?.[0];
  return number === undefined ? lengthsIn([line]) : [{ minutes: Number(number), line }];
}

/** `Panel - 90 Min`, by itself: the same words between timed lines are an agenda item. */
function isFormatLine(lines: readonly TextLine[], i: number, labels: ReadonlySet<number>): boolean {
  const line = lines[i];
  if (line?.marker !== 'none' || line.text.length > 100 || !FORMATS.test(line.text)) return false;
  if (!/ [-–—] \d{2,3} ?min(?:ute)?s?\.?$/i.test(line.text)) return false;
  return [lines[i - 1], lines[i + 1]].every(
    (near) => !near || labels.has(near.number) || timedLines(near).length === 0,
  );
}

function lengthsIn(lines: readonly TextLine[]): Length[] {
  return lines.flatMap((line) => {
    const duration = findDurations(line.text.slice(0, 300)).at(-1);
    return duration ? [{ minutes: duration.minutes, line }] : [];
  });
}

/** `Sunday, 8th October, 2023 (00:00 UTC) - Sunday, 8th October, 2023 (03:00 UTC)`, and `… 09:30 - 10:30 GMT+03`. */
function scheduledLength(line: TextLine, isDated: boolean): Length[] {
  const said = WHEN.test(line.text) ? findDurations(line.text.slice(0, 300)) : [];
  const clock = said.filter((one) => one.clock);
  const [only] = clock.length === 1 ? clock : said;
  const isOne = clock.length === 1 || said.every(({ minutes }) => minutes === only?.minutes);
  if (only && isOne) return [{ minutes: only.minutes, line }];
  const dated = isDated ? datedHours(line.text.slice(0, 300)) : undefined;
  if (dated) return [{ minutes: dated.minutes, line }];
  if (!/\b20\d\d\b/.test(line.text) || line.text.length > 200) return [];
  const times = [...line.text.matchAll(/(?<![\d:+])([01]?\d|2[0-3]):([0-5]\d)(?!\d)/g)];
  const [from, to] = times.map((time) => Number(time[1]) * 60 + Number(time[2]));
  if (from === undefined || to === undefined || times.length !== 2 || to === from) return [];
  return [{ minutes: (to - from + 24 * 60) % (24 * 60), line }];
}

/** `A 60-minute interactive session`, the last resort. */
function toldLength(line: TextLine): Length[] {
  const told =
    // “30 minutes Panel” is an item.
    /(?<!\d)(?!^\d+ min(?:ute)?s )(\d{2,3})[- ]min(?:ute)?s?[- ](?:[\p{L}-]{1,20} ){0,2}?(?:session|workshop|panel|round ?table|town hall|forum|meeting)\b/iu;
  const minutes = told.exec(line.text)?.[1];
  return minutes === undefined ? [] : [{ minutes: Number(minutes), line }];
}
