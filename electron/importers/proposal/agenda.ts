/**
 * Finds the agenda of a proposal. A page may hold several lists with minutes (in the description, in the format, per
 * speaker); the one that fills the session is the agenda, and the user is told of others.
 */
import { AGENDA_ITEMS_MAX } from '../../../shared/lib/limits.ts';
import type { AgendaKind } from '../../../shared/lib/vocabulary.ts';
import type { AgendaPlan } from '../../../shared/plan.ts';
import { agendaKind } from './agenda-kind.ts';
import { bareDuration, isTotal, type TimedLine, timedLines, untimedLine } from './agenda-line.ts';
import { isProse, proseItems } from './agenda-prose.ts';
import { type Assumed, withUnits } from './agenda-units.ts';
import { splitInlineNumbers } from './inline-numbers.ts';
import type { NoteList } from './note-list.ts';
import { withoutHonorific } from './roster.ts';
import type { Section } from './sections.ts';
import { startedItems } from './start-times.ts';
import { type TextLine, wordCount } from './text-lines.ts';

type Run = { items: TimedLine[]; labelled: boolean; used: ReadonlySet<number>; assumed?: Assumed };

export type AgendaFound = {
  agenda: AgendaPlan[];
  /** Numbers of the lines that it was read from, those of nested entries too. */
  used: ReadonlySet<number>;
};

/** The minutes of an item and what should be said about them. */
type Minutes = { minutes: number; code?: string; params?: Record<string, number> };

type About = {
  /** Minutes of the session, where the page gives them. */
  total: number | undefined;
  /** Takes a single timed line for an agenda: for texts that are no IGF page. */
  lenient: boolean;
  /** Names of those on the panel: an item that begins with one is a speech. */
  panel: readonly string[];
};

/** In `sections`, lines that other readers have taken are no longer there. */
export function readAgenda(
  sections: readonly Section[],
  { total, lenient, panel }: About,
  notes: NoteList,
): AgendaFound {
  const lists = sections
    .map((section) => {
      const counted = withUnits(section);
      return counted ? { ...runOf(counted.section, total), assumed: counted.assumed } : runOf(section, total);
    })
    .filter((run) => run.items.length > (run.labelled || lenient ? 0 : 1));
  const told = sections.map((section) => proseOf(section)).filter((run) => isSure(run, total));
  const best = [...lists, ...told].toSorted((a, b) => rank(b, total) - rank(a, total))[0];
  if (!best) {
    notes.add('agenda', 'agenda-missing');
    return { agenda: [], used: new Set() };
  }
  for (const other of lists) {
    if (
      other === best ||
      isPartOf(other, best) ||
      (other.items.length < 2 && !other.labelled) ||
      sum(other) === 0
    )
      continue;
    const line = other.items[0]?.line.number ?? 0;
    notes.add('agenda', 'agenda-other', { items: other.items.length, minutes: sum(other), line });
  }
  if (best.items.length > AGENDA_ITEMS_MAX) {
    notes.add('agenda', 'too-many', { kept: AGENDA_ITEMS_MAX, found: best.items.length });
  }
  if (best.assumed) notes.add('agenda', 'lengths-assumed', best.assumed);
  const elapsed = isElapsed(best.items);
  const names = panel.map((name) => withoutHonorific(name).toLowerCase());
  const isSpeech = (title: string) => names.some((name) => startsWith(title, name));
  const agenda = best.items.slice(0, AGENDA_ITEMS_MAX).map((item, i) => {
    const kind = agendaKind(item.title) ?? (isSpeech(item.title) ? 'speeches' : null);
    return toPlan({ ...item, kind }, `item-${i + 1}`, elapsed, notes);
  });
  return { agenda, used: best.used };
}

function rank(run: Run, total: number | undefined): number {
  const fills = total !== undefined && sum(run) === total;
  return (fills ? 10_000 : 0) + (run.labelled ? 1_000 : 0) + (sum(run) > 0 ? 100 : 0) + run.items.length;
}

function runOf(section: Section, total: number | undefined): Run {
  const labelled = section.kind === 'agenda';
  const written = section.lines.flatMap(listed);
  const started = startedItems(written, total);
  const isItem = (line: TextLine) => started.get(line) !== null && !isTotal(line.text);
  const lines = written.filter(isItem);
  const itemsOf = (line: TextLine) => {
    const item = started.get(line);
    return item ? [item] : timedLines(line);
  };
  const timed = labelled ? withBareDurations(lines, itemsOf) : lines.flatMap(itemsOf);
  const items = withUntimed(withoutChildren(timed), lines, labelled);
  const notItems = written.filter((line) => !isItem(line));
  const used = [...timed, ...items].map(({ line }) => line).concat(notItems);
  return { items, labelled, used: new Set(used.map((line) => line.number)) };
}

/** `1. Talks - 5 min 2. Questions - 10 min` in one line are as many. */
function listed(line: TextLine): TextLine[] {
  const pieces = splitInlineNumbers(line);
  return pieces.filter((piece) => timedLines(piece).length > 0).length > 1 ? pieces : [line];
}

/** The agenda as a section's running text tells it, with the lines between that are items by themselves. */
function proseOf({ kind, lines }: Section): Run {
  const isTold = lines.some(isProse);
  const items = isTold ? lines.flatMap((line) => (isProse(line) ? proseItems(line) : timedLines(line))) : [];
  return { items, labelled: kind === 'agenda', used: new Set(items.map(({ line }) => line.number)) };
}

/** Other sentences have minutes too: an agenda fills the session and has two parts of a known kind, or is called one and has no other. */
function isSure(run: Run, total: number | undefined): boolean {
  if (run.items.length < 2) return false;
  const unknown = run.items.filter(({ title }) => agendaKind(title) === null).length;
  const isFilled = sum(run) === total && (run.labelled || run.items.length - unknown > 1);
  return isFilled || (run.labelled && unknown === 0);
}

function isPartOf({ used }: Run, whole: Run): boolean {
  return [...used].every((number) => whole.used.has(number));
}

/** In tables, minutes and titles come in lines of their own: times of day before their title, minutes after it. */
function withBareDurations(
  lines: readonly TextLine[],
  itemsOf: (line: TextLine) => TimedLine[],
): TimedLine[] {
  const items: TimedLine[] = [];
  const taken = new Set<TextLine>();
  for (const [i, line] of lines.entries()) {
    if (taken.has(line)) continue;
    const bare = bareDuration(line);
    if (!bare) {
      items.push(...itemsOf(line));
      continue;
    }
    const neighbour = lines[bare.clock ? i + 1 : i - 1];
    if (!neighbour || taken.has(neighbour) || bareDuration(neighbour) || timedLines(neighbour).length > 0)
      continue;
    const title = wordCount(neighbour.text) <= 20 ? untimedLine(neighbour) : null;
    if (title) items.push({ ...title, duration: bare });
    taken.add(neighbour);
  }
  return items;
}

/** Drops what is nested under an item and shares its minutes: “2. Panel (40 min)” and four speakers of ten. */
function withoutChildren(items: readonly TimedLine[]): TimedLine[] {
  const kept: TimedLine[] = [];
  const top = items[0]?.marker;
  for (let i = 0; i < items.length; i++) {
    const parent = items[i];
    if (!parent) break;
    kept.push(parent);
    if (parent.marker !== top) continue;
    const next = items.findIndex((item, n) => n > i && item.marker === top);
    const children = items.slice(i + 1, next < 0 ? items.length : next);
    const shared = children.reduce((minutes, child) => minutes + (child.duration?.minutes ?? 0), 0);
    if (children.length > 0 && shared <= (parent.duration?.minutes ?? 0)) i += children.length;
  }
  return kept;
}

/** Adds the entries of the same list that give no minutes, so that none gets lost between those that do. */
function withUntimed(
  timed: readonly TimedLine[],
  lines: readonly TextLine[],
  labelled: boolean,
): TimedLine[] {
  const marker = timed[0]?.marker ?? (labelled ? (lines[0]?.marker ?? 'none') : 'none');
  if (timed.length === 0 && !labelled) return [];
  if (timed.length > 0 && (marker === 'none' || (!labelled && marker !== 'number'))) return [...timed];
  const list = lines.filter((line) => line.marker === marker && !bareDuration(line));
  const within = marker === 'number' && timed.length > 0 ? sameNumbering(list, timed) : list;
  const all = within.flatMap((line) => {
    const known = timed.filter((item) => item.line === line);
    const untimed = known.length > 0 ? null : untimedLine(line);
    return untimed && (timed.length > 0 || wordCount(untimed.title) <= 20) ? [untimed] : known;
  });
  // Timed items of another marker stand between list entries; leaving them out would lose minutes.
  return all.length >= timed.length ? all : [...timed];
}

/** The numbered lines that count on without a break round the first timed one. */
function sameNumbering(list: readonly TextLine[], timed: readonly TimedLine[]): TextLine[] {
  const known = new Set(timed.map((item) => item.line));
  let first = list.findIndex((line) => known.has(line));
  let last = first;
  while (first > 0 && list[first - 1]?.ordinal === (list[first]?.ordinal ?? 0) - 1) first--;
  while (last < list.length - 1 && list[last + 1]?.ordinal === (list[last]?.ordinal ?? 0) + 1) last++;
  return list.slice(first, last + 1);
}

function startsWith(title: string, name: string): boolean {
  const own = withoutHonorific(title).toLowerCase();
  return own.startsWith(name) && !/^\p{L}/u.test(own.slice(name.length));
}

type Item = TimedLine & { kind: AgendaKind | null };

function toPlan(item: Item, itemId: string, elapsed: boolean, notes: NoteList): AgendaPlan {
  const { minutes, code, params } = minutesOf(item, elapsed);
  if (code) notes.add(`agenda/${itemId}/minutes`, code, { title: item.title, ...params });
  const { kind } = item;
  if (kind === null) notes.add(`agenda/${itemId}/kind`, 'kind-unknown', { title: item.title });
  const speakers = kind === 'speeches' ? (item.speakers ?? item.duration?.times) : undefined;
  return { itemId, kind: kind ?? 'other', title: item.title, minutes, ...(speakers ? { speakers } : {}) };
}

function minutesOf({ duration, speakers }: TimedLine, elapsed: boolean): Minutes {
  if (!duration) return { minutes: 0, code: 'minutes-missing' };
  if (duration.each) {
    if (speakers) return { minutes: Math.min(duration.minutes * speakers, 24 * 60) };
    return { minutes: 0, code: 'minutes-per-speaker', params: { each: duration.minutes } };
  }
  if (!duration.range) return { minutes: duration.minutes };
  const { from, to } = duration.range;
  if (elapsed) return { minutes: to - from };
  return { minutes: to, code: 'minutes-range', params: { from, to } };
}

/** `0-5 min`, `5-45 min`, `45-60 min`: each range goes on where the one before ended, so it is the time of the session. */
function isElapsed(items: readonly TimedLine[]): boolean {
  if (items.length < 2) return false;
  return items.every(({ duration }, i) => {
    const before = i === 0 ? 0 : items[i - 1]?.duration?.range?.to;
    return (
      duration?.range !== undefined &&
      duration.range.from === before &&
      duration.range.to > duration.range.from
    );
  });
}

function sum(run: Run): number {
  const elapsed = isElapsed(run.items);
  return run.items.reduce((minutes, item) => minutes + minutesOf(item, elapsed).minutes, 0);
}
