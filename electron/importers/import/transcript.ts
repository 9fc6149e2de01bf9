/** Who spoke for how long: a transcript in WebVTT with `Name: text` or `<v Name>`, or a local `closed_caption.txt`. */
import type { ImportedMessage, ImportedPerson } from '../../../shared/imported.ts';
import { nameOf } from './attendance.ts';
import { ImportError } from './import-error.ts';

const TIMING = /^(?:(\d+):)?(\d{2}):(\d{2})[.,](\d{3})\s+-->\s+(?:(\d+):)?(\d{2}):(\d{2})[.,](\d{3})/;
const CAPTION = /^\[([^\]]{1,120})\]\s+(\d{1,2}):(\d{2}):(\d{2})\s*$/;
const UNNAMED = '?';

type Cue = { row: number; name: string; text: string; fromSeconds: number; toSeconds: number | null };

/** Null for a text that is neither. Throws ImportError for one that ends inside a cue. */
export function readTranscript(
  text: string,
): { people: ImportedPerson[]; messages: ImportedMessage[] } | null {
  const lines = text.split('\n');
  const isVtt = /^WEBVTT(?:\s|$)/.test(lines[0] ?? '');
  if (!isVtt && !lines.slice(0, 20).some((line) => CAPTION.test(line))) return null;
  const cues = isVtt ? vttCues(lines) : captions(lines);
  if (cues.length === 0) throw new ImportError('no-rows', { row: 1 });
  return {
    people: speakersOf(cues),
    messages: cues.map(({ name, text: said, fromSeconds, row }) => ({
      name,
      text: said,
      atSeconds: fromSeconds,
      row,
    })),
  };
}

function vttCues(lines: readonly string[]): Cue[] {
  const cues: Cue[] = [];
  // A name stands where it changes only, in some exports.
  let speaker = UNNAMED;
  lines.forEach((line, index) => {
    const timing = TIMING.exec(line);
    if (!timing) return;
    const payload: string[] = [];
    for (let at = index + 1; at < lines.length && lines[at]?.trim(); at += 1) payload.push(lines[at] ?? '');
    if (payload.length === 0) {
      if (index >= lines.length - 2) throw new ImportError('cut-off', { row: index + 1 });
      return;
    }
    const said = payload.join('\n');
    const [, voice, voiced] = /^<v(?:\.[^ >]*)?\s+([^>]+)>([\s\S]*)$/.exec(said) ?? [];
    const [, before, after] = /^([^:\n]{1,80}):\s+([\s\S]+)$/.exec(said) ?? [];
    const named = nameOf(voice ?? before ?? '');
    if (named) speaker = named;
    cues.push({
      row: index + 1,
      name: speaker,
      text: (voiced?.replace(/<\/v>\s*$/, '') ?? after ?? said).trim(),
      fromSeconds: secondsOf(timing.slice(1, 5)),
      toSeconds: secondsOf(timing.slice(5, 9)),
    });
  });
  return cues;
}

function captions(lines: readonly string[]): Cue[] {
  const cues: Cue[] = [];
  lines.forEach((line, index) => {
    const [, name = '', hours, minutes, seconds] = CAPTION.exec(line) ?? [];
    const last = cues.at(-1);
    if (hours !== undefined) {
      const fromSeconds = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
      cues.push({ row: index + 1, name: nameOf(name) ?? UNNAMED, text: '', fromSeconds, toSeconds: null });
    } else if (last) last.text = `${last.text}\n${line}`.trim();
  });
  return cues;
}

function secondsOf([hours, minutes, seconds, thousandths]: readonly (string | undefined)[]): number {
  return (Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds) + Number(thousandths) / 1_000;
}

function speakersOf(cues: readonly Cue[]): ImportedPerson[] {
  const people = new Map<string, ImportedPerson>();
  for (const { name, fromSeconds, toSeconds, row } of cues) {
    if (name === UNNAMED) continue;
    const person = people.get(name) ?? { name, row };
    people.set(name, person);
    if (toSeconds === null) continue;
    person.spokenSeconds = (person.spokenSeconds ?? 0) + Math.max(0, toSeconds - fromSeconds);
  }
  for (const person of people.values()) {
    if (person.spokenSeconds !== undefined)
      person.spokenSeconds = Math.round(person.spokenSeconds * 1_000) / 1_000;
  }
  return [...people.values()];
}
