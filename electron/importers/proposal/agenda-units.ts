/** Agendas whose lengths are numbers alone: `Intro (5), Talks (2x10), Discussion (20)`. */
import { findDurations } from './durations.ts';
import type { Section } from './sections.ts';

const NUMBER = /[(（](\d{1,3}(?:\s*[x×*]\s*\d{1,3})?)[)）]/g;
const ENDS = /[(（]\d{1,3}(?:\s*[x×*]\s*\d{1,3})?[)）][\s.。]*$/;
/** `5–25: Talks`: minutes since the beginning. */
const ELAPSED = /^(\d{1,3})\s*[-–—]\s*(\d{1,3})(?=\s*[:：|]|\s)/;
const JOINT = /\s*[,，;；→]\s*(?![^()（）]*[)）])/;

/** A length that was read as minutes without saying so. */
export type Assumed = { text: string; minutes: number };

/** The section with minutes for its unit, and the first of its lengths; null where it has units or too few numbers. */
export function withUnits(section: Section): { section: Section; assumed: Assumed } | null {
  const { kind, lines } = section;
  if (kind !== 'agenda' || lines.some(({ text }) => findDurations(text.slice(0, 1_000)).length > 0))
    return null;
  const elapsed = withElapsed(section);
  if (elapsed) return elapsed;
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

/** Where each goes on when the one before ends, from the first minute on. */
function withElapsed(section: Section): { section: Section; assumed: Assumed } | null {
  let end = 0;
  let text = '';
  const read = section.lines.map((line) => {
    const [range = '', from, to] = ELAPSED.exec(line.text) ?? [];
    if (range === '' || Number(from) !== end) return line;
    end = Number(to);
    text ||= range;
    return { ...line, text: line.text.replace(ELAPSED, '$1-$2 min') };
  });
  const isAll = section.lines.filter(({ text }) => ELAPSED.test(text)).length > 1;
  const isWhole = isAll && section.lines.every((line, i) => !ELAPSED.test(line.text) || read[i] !== line);
  return isWhole
    ? { section: { ...section, lines: read }, assumed: { text, minutes: minutesOf(text) } }
    : null;
}

function minutesOf(range: string): number {
  const [from = 0, to = 0] = range.split(/[-–—]/).map(Number);
  return to - from;
}
