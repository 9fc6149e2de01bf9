/**
 * The text of a page as lines without the traces of copying: no-break spaces and hyphens, soft hyphens, markdown
 * signs. List marks are taken off but remembered, because they tell agenda items from what is nested under them.
 */
import { TEXT_CHARS_MAX } from '../../../shared/lib/limits.ts';
import { count, HAN_COUNT } from './counts.ts';

export type Marker = 'number' | 'letter' | 'bullet' | 'none';

export type TextLine = {
  /** From 1, as an editor shows it. */
  number: number;
  text: string;
  marker: Marker;
  /** The number of a numbered line, else 0. */
  ordinal: number;
  blanksBefore: number;
};

/** A proposal has some 200 lines; beyond this the file is something else, and reading it would only cost time. */
export const PROPOSAL_LINES_MAX = 5_000;

/** Bounds what the patterns of this folder see of one line, so that none of them can run away. */
const LINE_CHARS_MAX = 2 * TEXT_CHARS_MAX;

const INVISIBLE = /[^\P{Cc}\n\t]|[\u00ad\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const CIRCLED_ZERO = 0x245f;
const LONE_SURROGATE = /\p{Cs}/gu;
const BRACKETED = /[([（【][^()[\]（）【】]*[)\]）】]/g;
// “1.What” is a mark, “10.30” and “16.4” are not.
const NUMBER_MARK = new RegExp(
  `^(?:[(（](\\d{1,2}|${HAN_COUNT})[)）]|(\\d{1,2})(?:[)）、．](?!\\d)|\\.(?![\\d.]))|(${HAN_COUNT})、|([①-⑳]))\\s*`,
);
// “A.” is somebody's initial.
const LETTER_MARK = /^(?:\(([A-Za-z])\)|([A-Za-z])\)|[a-h]\.)\s+/;
const CHECK_BOX = /^\[[ xX✓]\]\s+/;
const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ]/g;
/** Drawn under a heading, it is no line and no space. */
const RULER = /^\s*(?:[-=_*~—]{3,}|(?:[-_*] ){3,})\s*$/;
const EMPHASIS = /(?<![^\s(（])[*_](?=[^\s*_])([^*_]{1,200}?)(?<=\S)[*_](?![\p{L}\p{N}*_])/gu;
const MARKDOWN_LINK = /\[([^[\]]{1,200})\]\(https?:[^()\s]{1,500}\)/g;
const BULLET_MARK = /^(?:[-*+•●▪◦‣·○■►✓>–—]|o(?=\s{2}))\s+/;

/** The non-blank lines of a text, at most {@link PROPOSAL_LINES_MAX}. */
export function textLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let blanksBefore = 0;
  for (const [i, raw] of text.split('\n').entries()) {
    if (lines.length >= PROPOSAL_LINES_MAX) break;
    if (RULER.test(raw)) continue;
    const line = textLine(raw, i + 1, blanksBefore);
    if (line) lines.push(line);
    blanksBefore = line ? 0 : blanksBefore + 1;
  }
  return lines;
}

/** One line, or null when nothing visible is in it. */
export function textLine(raw: string, number: number, blanksBefore = 0): TextLine | null {
  const clean = cleanText(raw);
  const numbered = NUMBER_MARK.exec(clean);
  const mark = numbered ?? LETTER_MARK.exec(clean) ?? BULLET_MARK.exec(clean);
  const text = clean
    .slice(mark?.[0].length ?? 0)
    .replace(CHECK_BOX, '')
    .trim();
  if (text === '') return null;
  const [, inBrackets, dotted, han, circled] = numbered ?? [];
  const ordinal = circled ? circled.charCodeAt(0) - CIRCLED_ZERO : count(inBrackets ?? dotted ?? han ?? '0');
  return { number, text, marker: markerOf(mark?.[0] ?? '', ordinal), ordinal, blanksBefore };
}

/** What stands in brackets at the end of a text. */
export const BRACKETS_BEHIND = /\s*(?:[([（【][^()[\]（）【】]*[)\]）】]\s*)+$/;

/** The pieces of a text between separators that are not inside brackets; `separator` is global. */
export function cutOutside(text: string, separator: RegExp): string[] {
  const masked = text.replace(BRACKETED, (bracket) => `(${'x'.repeat(bracket.length - 2)})`);
  const pieces: string[] = [];
  let from = 0;
  for (const match of masked.matchAll(separator)) {
    pieces.push(text.slice(from, match.index));
    from = match.index + match[0].length;
  }
  return [...pieces, text.slice(from)].map((piece) => piece.trim()).filter((piece) => piece !== '');
}

/** Cut to `charsMax` without splitting a character in two. */
export function shorten(text: string, charsMax: number): string {
  if (text.length <= charsMax) return text;
  const cut = text.slice(0, charsMax - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function cleanText(raw: string): string {
  return raw
    .slice(0, LINE_CHARS_MAX)
    .normalize('NFC')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(LONE_SURROGATE, '')
    .replace(INVISIBLE, '')
    .replace(/\*\*|__|`/g, '')
    .replace(FULL_WIDTH, (sign) => sign.normalize('NFKC'))
    .replace(EMPHASIS, '$1')
    .replace(MARKDOWN_LINK, '$1')
    .replaceAll('🔒', '')
    .trim()
    .replace(/^#{1,6}\s+/, '')
    .replaceAll('\t', ' | ')
    .replace(/\s+/g, ' ')
    .slice(0, LINE_CHARS_MAX);
}

function markerOf(mark: string, ordinal: number): Marker {
  if (mark === '') return 'none';
  if (ordinal > 0) return 'number';
  return /[A-Za-z][).]/.test(mark) ? 'letter' : 'bullet';
}
