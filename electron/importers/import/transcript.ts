/** Who spoke for how long: a transcript in WebVTT or SubRip with `Name: text` or `<v Name>`, or a local `closed_caption.txt`. */
import type { ImportedMessage, ImportedPerson } from '../../../shared/imported.ts';
import { QUESTION_WORDS } from './asked.ts';
import { ImportError } from './import-error.ts';
import { keyOf, readName, type ShownName, sayDoubt } from './names.ts';
import type { Problems } from './problems.ts';

const TIMING = /^(?:(\d+):)?(\d{2}):(\d{2})[.,](\d{3})\s+-->\s+(?:(\d+):)?(\d{2}):(\d{2})[.,](\d{3})/;
const ARROW = '-->';
const CAPTION = /^\[([^\]]{1,120})\]\s+(\d{1,2}):(\d{2}):(\d{2})\s*$/;
const VOICE = /<v(?:\.[^\s<>]{0,80})?\s([^<>]{1,200})>/;
const DASH = /^[-–—]/;
const PREFIX = /^(?:(?:[-–—]|>>)\s*)?([^:\n]{1,80}):\s+([\s\S]+)$/;
/** Every word begins as a name's does, but for short ones such as “de” and “van”; many scripts know no capitals. */
const CAPITALS = /^(?:(?!\p{Ll}{4})[^\s?!;.,]+\.?,?(?:\s+|$)){1,6}$/u;
/** What somebody reads out or types with a colon behind it. */
const NOBODY = new RegExp(
  `^(?:${QUESTION_WORDS}|notes?|agenda|links?|notiz|hinweis|nota|remarque|lien|备注|注|议程|链接)$`,
  'i',
);
const UNNAMED: ShownName = { name: '?' };

type Said = { row: number; voice: string | null; text: string; fromSeconds: number; toSeconds: number };
type Cue = { row: number; shown: ShownName; text: string; fromSeconds: number; toSeconds: number | null };

/** Null for a text that is neither. Throws ImportError for one that ends inside a cue. */
export function readTranscript(
  text: string,
  problems: Problems,
): { people: ImportedPerson[]; messages: ImportedMessage[] } | null {
  const lines = text.split('\n');
  const isTimed = /^WEBVTT(?:\s|$)/.test(text) || TIMING.test(/^\s*\d+\s*\n(.*)/.exec(text)?.[1] ?? '');
  if (!isTimed && !lines.slice(0, 20).some((line) => CAPTION.test(line))) return null;
  const cues = isTimed ? timedCues(lines, problems) : captions(lines);
  if (cues.length === 0) throw new ImportError('no-rows', { row: 1 });
  return {
    people: speakersOf(cues, problems),
    messages: cues.map(({ shown, text: said, fromSeconds, row }) => ({
      name: shown.name,
      text: said,
      atSeconds: fromSeconds,
      row,
    })),
  };
}

function timedCues(lines: readonly string[], problems: Problems): Cue[] {
  const said: Said[] = [];
  const end = lines.findLastIndex((line) => line.trim() !== '');
  for (const [index, line] of lines.entries()) {
    if (!line.includes(ARROW)) continue;
    const row = index + 1;
    const timing = TIMING.exec(line);
    const payload = payloadOf(lines, row);
    if (index === end) throw new ImportError('cut-off', { row });
    const [fromSeconds, toSeconds] = [secondsOf(timing?.slice(1, 5)), secondsOf(timing?.slice(5, 9))];
    if (!timing || toSeconds < fromSeconds) problems.add('bad-time', row, { value: line.slice(0, 40) });
    if (!timing || payload.length === 0) continue;
    const text = payload.join('\n');
    for (const one of voices({ row, voice: null, text, fromSeconds, toSeconds })) said.push(one);
  }
  return named(apart(said));
}

/** Up to an empty line, or to the next cue where somebody has taken the empty lines out. */
function payloadOf(lines: readonly string[], from: number): string[] {
  let end = from;
  while (end < lines.length && lines[end]?.trim() && !lines[end]?.includes(ARROW)) end += 1;
  const isNumbered = lines[end]?.includes(ARROW) && /^\d+$/.test(lines[end - 1]?.trim() ?? '');
  return lines.slice(from, isNumbered ? end - 1 : end);
}

/** The parts of a cue by their `<v Name>`. */
function voices(cue: Said): Said[] {
  const parts = cue.text.split(VOICE);
  if (parts.length === 1) return [{ ...cue, text: plainText(cue.text) }];
  const all = parts.flatMap((text, place) => {
    const voice = parts[place - 1];
    return place % 2 === 0 ? [{ voice: voice ? plainText(voice) : null, text: plainText(text) }] : [];
  });
  return shared(
    cue,
    all.filter(({ voice, text }) => voice !== null || text !== ''),
  );
}

/** Several who speak in one cue, each in a line that begins with a dash, or with a name that begins another cue. */
function apart(said: readonly Said[]): Said[] {
  const lines = said.flatMap(({ text }) =>
    text.split('\n').filter((line, at) => at === 0 || DASH.test(line)),
  );
  const names = new Set(lines.flatMap((line) => PREFIX.exec(line)?.[1] ?? []));
  return said.flatMap((cue) => {
    if (cue.voice !== null || !cue.text.includes('\n')) return [cue];
    const parts: string[] = [];
    for (const line of cue.text.split('\n')) {
      const name = PREFIX.exec(line)?.[1];
      const isOther = name !== undefined && (DASH.test(line) || names.has(name));
      if (isOther || parts.length === 0) parts.push(line);
      else parts.push(`${parts.pop()}\n${line}`);
    }
    return shared(
      cue,
      parts.map((text) => ({ voice: null, text })),
    );
  });
}

/** Each has the part of the cue's time that its text is of all. */
function shared(cue: Said, parts: readonly Pick<Said, 'voice' | 'text'>[]): Said[] {
  const characters = parts.reduce((sum, { text }) => sum + text.length, 0);
  const perCharacter = (cue.toSeconds - cue.fromSeconds) / Math.max(1, characters);
  let at = cue.fromSeconds;
  return parts.map((part, place) => {
    const fromSeconds = at;
    at = place === parts.length - 1 ? cue.toSeconds : at + part.text.length * perCharacter;
    return { ...cue, ...part, fromSeconds, toSeconds: at };
  });
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' };

/** Without tags, and with the characters that stand for others as what they stand for. */
function plainText(text: string): string {
  return text
    .replace(/<[^<>]{1,200}>/g, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => ENTITIES[name] ?? '')
    .trim();
}

/** `Name: text` only where it is no sentence with a colon: every cue has a name, or the name is there more than once. */
function named(said: readonly Said[]): Cue[] {
  const prefixes = said.map(({ voice, text }) => {
    const prefix = voice === null ? PREFIX.exec(text) : null;
    return NOBODY.test(prefix?.[1]?.trim() ?? '') ? null : prefix;
  });
  const counts = new Map<string, number>();
  for (const [, name = ''] of prefixes.filter((prefix) => prefix !== null)) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  // A cue or two of somebody unknown change nothing; where names are in tags, none is before a colon.
  const isNamed =
    said.every(({ voice }) => voice === null) && prefixes.filter(Boolean).length >= said.length * 0.9;
  const isName = (name: string) =>
    isNamed ? !/[?!;]/.test(name) : (counts.get(name) ?? 0) > 1 && CAPITALS.test(name);
  // A name stands where it changes only, in some exports.
  let speaker: ShownName = UNNAMED;
  return said.map(({ row, voice, text, fromSeconds, toSeconds }, place) => {
    const [, before = '', after = ''] = prefixes[place] ?? [];
    const isPrefix = before !== '' && isName(before);
    speaker = readName(voice ?? (isPrefix ? before : '')) ?? speaker;
    return { row, shown: speaker, text: isPrefix ? after : text, fromSeconds, toSeconds };
  });
}

function captions(lines: readonly string[]): Cue[] {
  const cues: Cue[] = [];
  lines.forEach((line, index) => {
    const [, name = '', hours, minutes, seconds] = CAPTION.exec(line) ?? [];
    const last = cues.at(-1);
    if (hours !== undefined) {
      const fromSeconds = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
      cues.push({ row: index + 1, shown: readName(name) ?? UNNAMED, text: '', fromSeconds, toSeconds: null });
    } else if (last) last.text = `${last.text}\n${line}`.trim();
  });
  return cues;
}

function secondsOf([hours, minutes, seconds, thousandths]: readonly (string | undefined)[] = []): number {
  return (Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds) + Number(thousandths) / 1_000;
}

function speakersOf(cues: readonly Cue[], problems: Problems): ImportedPerson[] {
  const people = new Map<string, ImportedPerson>();
  const until = new Map<string, number>();
  for (const { shown, fromSeconds, toSeconds, row } of cues) {
    if (shown === UNNAMED) {
      problems.count('unnamed', row);
      continue;
    }
    const { name, email } = shown;
    sayDoubt(shown, row, problems);
    const key = email ?? keyOf(name);
    const person = people.get(key) ?? { name, ...(email && { email }), row };
    people.set(key, person);
    if (toSeconds === null) continue;
    // A line may begin before the one above it has gone.
    const before = until.get(key) ?? 0;
    person.spokenSeconds =
      (person.spokenSeconds ?? 0) + Math.max(0, toSeconds - Math.max(fromSeconds, before));
    until.set(key, Math.max(before, toSeconds));
  }
  for (const person of people.values()) {
    if (person.spokenSeconds !== undefined)
      person.spokenSeconds = Math.round(person.spokenSeconds * 1_000) / 1_000;
  }
  return [...people.values()];
}
