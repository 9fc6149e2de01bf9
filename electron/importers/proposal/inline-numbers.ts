/** Lists in one paragraph, as copies without line breaks have them. */
import type { TextLine } from './text-lines.ts';

/** How people count inside a paragraph: the mark, and what each sign of it stands for. */
const COUNTED: readonly [mark: RegExp, signs: string][] = [
  [/(?:^|\s)\(?(\d{1,2})[.)]\s/g, '1 2 3 4 5 6 7 8 9 10 11 12'],
  [/(?:^|\s)\(?([ivx]{1,4})\)\s/g, 'i ii iii iv v vi vii viii ix x'],
  [/(?:^|\s)\(?([a-h])\)\s/g, 'a b c d e f g h'],
];

/** `1. How …? 2. What …?`, `(i) … (ii) …`, `a) … b) …`: a line for each. */
export function splitInlineNumbers(line: TextLine): TextLine[] {
  for (const [mark, signs] of COUNTED) {
    // The first sign was taken off as the mark of the line.
    const isMarked = line.ordinal === 1 || line.marker === 'letter';
    const starts = startsOf(line.text, mark, signs.split(' ').slice(isMarked ? 1 : 0));
    const isIntroduced = isMarked || (starts[0]?.at ?? 81) <= 80;
    if (starts.length >= (isMarked ? 1 : 2) && isIntroduced) return cutAt(line, starts);
  }
  return [line];
}

type Start = { at: number; end: number };

function startsOf(text: string, mark: RegExp, signs: readonly string[]): Start[] {
  const starts: Start[] = [];
  for (const match of text.matchAll(mark)) {
    if (match[1] !== signs[starts.length]) continue;
    starts.push({ at: match.index, end: match.index + match[0].length });
  }
  return starts;
}

function cutAt(line: TextLine, starts: readonly Start[]): TextLine[] {
  const head = line.text.slice(0, starts[0]?.at).trim();
  const parts = starts.map((start, i) => line.text.slice(start.end, starts[i + 1]?.at).trim());
  const isFirst = line.marker !== 'none';
  const texts = isFirst ? [head, ...parts] : parts;
  const numbered = texts.map(
    (text, i): TextLine => ({ ...line, text, marker: 'number', ordinal: i + 1, blanksBefore: 1 }),
  );
  return [...(isFirst ? [] : [{ ...line, text: head }]), ...numbered].filter((part) => part.text !== '');
}
