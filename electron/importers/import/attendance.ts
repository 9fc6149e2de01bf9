/** Stretches of presence into people: whoever came in several times, or with two devices, is one person there once. */
import type { ImportedPerson } from '../../../shared/imported.ts';
import { keyOf } from './names.ts';
import type { Problems } from './problems.ts';

/** One row about somebody. `total`: it sums up the whole of that person's time, and no other row adds to it. */
export type Presence = {
  row: number;
  name: string;
  otherName?: string;
  email?: string;
  /** As if in UTC; both or none. */
  fromMs?: number;
  toMs?: number;
  minutes?: number;
  total?: boolean;
  joins?: number;
  isStaff?: boolean;
  organisation?: string;
  channel?: 'onsite' | 'online';
};

/** In the order of their first rows. */
export function peopleOf(rows: readonly Presence[], problems: Problems): ImportedPerson[] {
  const groups = grouped(rows, problems);
  const shared = sharedBrackets(groups);
  const people = groups.map((group) => personOf(group, shared));
  noteDevices(people, problems);
  noteRenamed(people, problems);
  return people;
}

/**
 * By address, else by name; a row without an address belongs to the first of that name. Somebody comes in under several
 * names; in a list, where nobody comes in, two names with one address share it.
 */
function grouped(rows: readonly Presence[], problems: Problems): Presence[][] {
  const isList = rows.every(({ fromMs, minutes, joins }) => (fromMs ?? minutes ?? joins) === undefined);
  const byEmail = new Map<string, Presence[]>();
  const byName = new Map<string, Presence[][]>();
  const all: Presence[][] = [];
  // Those with an address first, so that a row without one finds its person whichever comes first.
  for (const row of [...rows.filter((one) => one.email), ...rows.filter((one) => !one.email)]) {
    const name = keyOf(row.name);
    const namesakes = byName.get(name) ?? [];
    const address = row.email && (isList ? `${row.email} ${name}` : row.email);
    const group = address ? byEmail.get(address) : namesakes[0];
    if (group) {
      noteDoubts(row, group, isList, problems);
      group.push(row);
      continue;
    }
    if (namesakes.length > 0) problems.add('same-name', row.row, { name: row.name });
    const started = [row];
    all.push(started);
    if (address) byEmail.set(address, started);
    namesakes.push(started);
    byName.set(name, namesakes);
  }
  for (const group of all) group.sort((a, b) => a.row - b.row);
  return all.sort((a, b) => (a[0]?.row ?? 0) - (b[0]?.row ?? 0));
}

/** Where two rows are taken for one person and may be two. */
function noteDoubts(row: Presence, [first]: readonly Presence[], isList: boolean, problems: Problems): void {
  if (!first) return;
  const differs = (field: 'organisation' | 'channel') =>
    row[field] !== undefined && first[field] !== undefined && row[field] !== first[field];
  if (isList && !row.email && (differs('organisation') || differs('channel')))
    problems.add('one-name', row.row, { name: row.name });
  const words = new Set(wordsOf(first));
  if (!isList && !wordsOf(row).some((word) => words.has(word)))
    problems.once('one-address', row.row, { name: first.name, value: row.name });
}

function wordsOf({ name, otherName = '' }: Presence): string[] {
  return keyOf(`${name} ${otherName}`)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean);
}

/** What stands in brackets behind several people is what they share, an organisation for instance, and nobody's name. */
function sharedBrackets(groups: readonly Presence[][]): Set<string> {
  const [once, shared] = [new Set<string>(), new Set<string>()];
  for (const rows of groups) {
    for (const one of new Set(rows.map(({ otherName = '' }) => keyOf(otherName)))) {
      (once.has(one) ? shared : once).add(one);
    }
  }
  return shared;
}

function personOf(rows: readonly Presence[], shared: ReadonlySet<string>): ImportedPerson {
  const [first] = rows as [Presence];
  const names = [
    ...new Set(
      rows.flatMap(({ name, otherName }) =>
        otherName && !shared.has(keyOf(otherName)) ? [name, otherName] : [name],
      ),
    ),
  ];
  const others = names.filter((name) => name !== first.name);
  const email = rows.find((row) => row.email)?.email;
  const organisation = rows.find((row) => row.organisation)?.organisation;
  const channel = rows.find((row) => row.channel)?.channel;
  const minutes = minutesIn(rows);
  const joins = joinsOf(rows);
  return {
    name: first.name,
    ...(others.length > 0 && { otherNames: others }),
    ...(email && { email }),
    ...(minutes !== null && { minutes }),
    ...(joins !== null && { joins }),
    ...(rows.some((row) => row.isStaff) && { isStaff: true }),
    ...(organisation && { organisation }),
    ...(channel && { channel }),
    row: first.row,
  };
}

/** Summer time begins and ends by an hour. */
const CHANGE_MS = 3_600_000;

/** Sums the file's own figures, as far as its rows do not overlap; stretches that do are counted once. */
function minutesIn(rows: readonly Presence[]): number | null {
  const totals = rows.filter((row) => row.total && row.minutes !== undefined);
  const counted = totals.length > 0 ? totals : rows.filter((row) => !row.total);
  if (totals.length > 0) {
    // The same total twice is the same person listed twice.
    const seen = new Map(totals.map((row) => [`${row.fromMs} ${row.toMs} ${row.minutes}`, row.minutes ?? 0]));
    const sum = [...seen.values()].reduce((minutes, one) => minutes + one, 0);
    return rounded(seen.size > 1 ? Math.min(sum, spanOf(totals)) : sum);
  }
  if (counted.every((row) => row.minutes === undefined && row.fromMs === undefined)) return null;
  const timed = counted
    .filter((row) => row.fromMs !== undefined)
    .sort((a, b) => (a.fromMs ?? 0) - (b.fromMs ?? 0));
  const untimed = counted.filter((row) => row.fromMs === undefined);
  let sum = untimed.reduce((minutes, row) => minutes + (row.minutes ?? 0), 0);
  for (const stretch of stretches(timed)) sum += stretch;
  return rounded(sum);
}

/** From the first coming to the last going, in minutes: nobody was there longer. Without times it has no end. */
function spanOf(rows: readonly Presence[]): number {
  if (rows.some(({ fromMs }) => fromMs === undefined)) return Number.POSITIVE_INFINITY;
  const fromMs = Math.min(...rows.map((row) => row.fromMs ?? 0));
  return (Math.max(...rows.map((row) => row.toMs ?? 0)) - fromMs) / 60_000;
}

function stretches(timed: readonly Presence[]): number[] {
  const clusters: Presence[][] = [];
  let endMs = Number.NEGATIVE_INFINITY;
  for (const row of timed) {
    const { fromMs = 0 } = row;
    if (fromMs < endMs) clusters.at(-1)?.push(row);
    else clusters.push([row]);
    endMs = Math.max(endMs, endOf(row));
  }
  return clusters.map((cluster) => {
    const [only] = cluster;
    if (cluster.length === 1 && only?.minutes !== undefined) return only.minutes;
    const fromMs = Math.min(...cluster.map((row) => row.fromMs ?? 0));
    const toMs = Math.max(...cluster.map(endOf));
    const minutes = Math.max(0, toMs - fromMs) / 60_000;
    // As the export rounds: whoever was there for a second was there for a minute.
    return cluster.every((row) => Number.isInteger(row.minutes)) ? Math.ceil(minutes) : minutes;
  });
}

/** Where clocks were changed in between, the file's own figure is right, and what stands on the clock is not. */
function endOf({ fromMs = 0, toMs = fromMs, minutes }: Presence): number {
  if (minutes === undefined) return toMs;
  const untilMs = fromMs + minutes * 60_000;
  return Math.abs(Math.abs(toMs - untilMs) - CHANGE_MS) < 2 * 60_000 ? untilMs : toMs;
}

function rounded(minutes: number): number {
  return Math.round(minutes * 100) / 100;
}

function joinsOf(rows: readonly Presence[]): number | null {
  const said = rows.flatMap(({ joins }) => (joins === undefined ? [] : [joins]));
  if (said.length > 0) return Math.max(...said);
  const connections = rows.filter((row) => !row.total && row.fromMs !== undefined);
  if (connections.length > 0) return connections.length;
  return rows.every((row) => row.total || row.minutes === undefined) ? null : rows.length;
}

/** “Ada's iPad” beside “Ada”: whether it is she is for people to say. */
const DEVICE =
  /^(.+?)(?:['’]s| 的|的| von| de)?\s*(?:iphone|ipad|mac ?book|macbook pro|android|phone|tablet|laptop|galaxy|pixel|手机|平板|电脑)\b.*$/iu;

function noteDevices(people: readonly ImportedPerson[], problems: Problems): void {
  const names = new Map(people.map((person) => [keyOf(person.name), person.name]));
  for (const { name, row } of people) {
    const owner = names.get(keyOf(DEVICE.exec(name)?.[1] ?? ''));
    if (owner !== undefined && owner !== name) problems.add('second-device', row, { name: owner });
  }
}

/** Who came in under the name that stands in brackets behind another: whether it is one person is for people to say. */
function noteRenamed(people: readonly ImportedPerson[], problems: Problems): void {
  const owners = new Map(
    people.flatMap((person) => (person.otherNames ?? []).map((other) => [keyOf(other), person] as const)),
  );
  for (const person of people) {
    const owner = owners.get(keyOf(person.name));
    if (owner && owner !== person && !(owner.email && person.email))
      problems.add('same-person', person.row, { name: owner.name });
  }
}
