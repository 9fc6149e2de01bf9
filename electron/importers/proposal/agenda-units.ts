/** Agendas whose lengths are numbers alone: `Intro (5), Talks (2x10), Discussion (20)`. */
import { findDurations } from './durations.ts';
import type { Section } from './sections.ts';

const NUMBER = /[(（](\d{1,3}(?:\s*[x×*]\s*\d{1,3})?)[)）]/g;
const ENDS = /[(（]\d{1,3}(?:\s*[x×*]\s*\d{1,3})?[)）][\s.。]*$/;
const JOINT = /\s*[,，;；→]\s*(?![^()（）]*[)）])/;

/** A length that was read as minutes without saying so. */
export type Assumed = { text: string; minutes: number };

/** The section with minutes for its unit, and the first of its lengths; null where it has units or too few numbers. */
export function withUnits(section: Section): { section: Section; assumed: Assumed } | null {
  const { kind, lines } = section;
  if (kind !== 'agenda' || lines.some(({ text }) => findDurations(text.slice(0, 1_000)).length > 0))
    return null;
  const isCounted = (text: string) => text.split(JOINT).every((piece) => ENDS.test(piece));
  const counted = lines.filter(({ text }) => text.length <= 1_000 && isCounted(text));
  const numbers = counted.flatMap(({ text }) => text.match(NUMBER) ?? []);
  const [text = ''] = numbers;
  if (numbers.length < 2) return null;
  const read = lines.map((line) =>
    counted.includes(line) ? { ...line, text: line.text.replace(NUMBER, '($1 min)') } : line,
  );
  const minutes = findDurations(`${text.slice(1, -1)} min`)[0]?.minutes ?? 0;
  return { section: { ...section, lines: read }, assumed: { text, minutes } };
}
