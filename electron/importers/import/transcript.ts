/** Who spoke for how long: a transcript in WebVTT with `Name: text` or `<v Name>`, or a local `closed_caption.txt`. */
import type { ImportedMessage, ImportedPerson } from '../../../shared/imported.ts';
import { QUESTION_WORDS } from './asked.ts';
import { ImportError } from './import-error.ts';
import { readName, type ShownName, sayDoubt } from './names.ts';
import type { Problems } from './problems.ts';

const TIMING = /^(?:(\d+):)?(\d{2}):(\d{2})[.,](\d{3})\s+-->\s+(?:(\d+):)?(\d{2}):(\d{2})[.,](\d{3})/;
const CAPTION = /^\[([^\]]{1,120})\]\s+(\d{1,2}):(\d{2}):(\d{2})\s*$/;
const VOICE = /<v(?:\.[^\s<>]{0,80})?\s([^<>]{1,200})>/;
const PREFIX = /^([^:\n]{1,80}):\s+([\s\S]+)$/;
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
  const isVtt = /^WEBVTT(?:\s|$)/.test(lines[0] ?? '');
  if (!isVtt && !lines.slice(0, 20).some((line) => CAPTION.test(line))) return null;
  const cues = isVtt ? vttCues(lines) : captions(lines);
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

function vttCues(lines: readonly string[]): Cue[] {
  const said: Said[] = [];
  lines.forEach((line, index) => {
    const timing = TIMING.exec(line);
    if (!timing) return;
    const payload: string[] = [];
    for (let at = index + 1; at < lines.length && lines[at]?.trim(); at += 1) payload.push(lines[at] ?? '');
    if (payload.length === 0) {
      if (index >= lines.length - 2) throw new ImportError('cut-off', { row: index + 1 });
      return;
    }
    const [fromSeconds, toSeconds] = [secondsOf(timing.slice(1, 5)), secondsOf(timing.slice(5, 9))];
    said.push(...voices({ row: index + 1, voice: null, text: payload.join('\n'), fromSeconds, toSeconds }));
  });
  return named(said);
}

/** The parts of a cue by their `<v Name>`; each has the part of its time that its text is of all. */
function voices(cue: Said): Said[] {
  const parts = cue.text.split(VOICE);
  if (parts.length === 1) return [{ ...cue, text: withoutTags(cue.text) }];
  const all = parts.flatMap((text, place) =>
    place % 2 === 0 ? [{ voice: parts[place - 1] ?? null, text: withoutTags(text) }] : [],
  );
  const spoken = all.filter(({ voice, text }) => voice !== null || text !== '');
  const characters = spoken.reduce((sum, { text }) => sum + text.length, 0);
  const perCharacter = (cue.toSeconds - cue.fromSeconds) / Math.max(1, characters);
  let at = cue.fromSeconds;
  return spoken.map((part, place) => {
    const fromSeconds = at;
    at = place === spoken.length - 1 ? cue.toSeconds : at + part.text.length * perCharacter;
    return { ...cue, ...part, fromSeconds, toSeconds: at };
  });
}

function withoutTags(text: string): string {
  return text.replace(/<[^<>]{1,200}>/g, '').trim();
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

function secondsOf([hours, minutes, seconds, thousandths]: readonly (string | undefined)[]): number {
  return (Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds) + Number(thousandths) / 1_000;
}

function speakersOf(cues: readonly Cue[], problems: Problems): ImportedPerson[] {
  const people = new Map<string, ImportedPerson>();
  for (const { shown, fromSeconds, toSeconds, row } of cues) {
    if (shown === UNNAMED) continue;
    const { name, email } = shown;
    sayDoubt(shown, row, problems);
    const key = email ?? name;
    const person = people.get(key) ?? { name, ...(email && { email }), row };
    people.set(key, person);
    if (toSeconds === null) continue;
    person.spokenSeconds = (person.spokenSeconds ?? 0) + Math.max(0, toSeconds - fromSeconds);
  }
  for (const person of people.values()) {
    if (person.spokenSeconds !== undefined)
      person.spokenSeconds = Math.round(person.spokenSeconds * 1_000) / 1_000;
  }
  return [...people.values()];
}
