/** The policy questions of a proposal with their full text, numbered or not. */
import { POLICY_QUESTIONS_MAX, TEXT_CHARS_MAX } from '../../../shared/lib/limits.ts';
import type { PolicyQuestion } from '../../../shared/plan.ts';
import type { NoteList } from './note-list.ts';
import type { Section } from './sections.ts';
import { type Marker, shorten, type TextLine, wordCount } from './text-lines.ts';

const HEADING_WORDS_MAX = 8;

type Found = { texts: string[]; used: Set<number> };

/** `Q1:`, `Question 2 -`, and `A.`, which elsewhere is somebody's initial. */
const QUESTION_MARK =
  /^(?:(?:policy )?question\s?\d{0,2}\s?[.:)–-]|q\s?\d{1,2}\s?[.:)–-]|[A-Ha-h][.:](?=\s))\s*/i;

/** Questions of all sections so labelled, and the numbers of the lines they take up. */
export function readPolicyQuestions(
  sections: readonly Section[],
  notes: NoteList,
): { questions: PolicyQuestion[]; used: Set<number> } {
  const used = new Set<number>();
  const texts: string[] = [];
  for (const section of sections) {
    if (section.kind !== 'policy-questions') continue;
    const found = readSection(section.lines);
    texts.push(...found.texts);
    for (const number of found.used) used.add(number);
  }
  if (texts.length > POLICY_QUESTIONS_MAX) {
    notes.add('policyQuestions', 'too-many', { kept: POLICY_QUESTIONS_MAX, found: texts.length });
  }
  const questions = texts.slice(0, POLICY_QUESTIONS_MAX).map((text, i) => {
    const policyQuestionId = `pq-${i + 1}`;
    if (text.length > TEXT_CHARS_MAX) {
      notes.add(`policyQuestions/${policyQuestionId}`, 'text-cut', {
        kept: TEXT_CHARS_MAX,
        found: text.length,
      });
    }
    return { policyQuestionId, text: shorten(text, TEXT_CHARS_MAX) };
  });
  return { questions, used };
}

function readSection(all: readonly TextLine[]): Found {
  const lines = all.flatMap(splitInlineNumbers).map(withQuestionMark);
  const listed = lines.some((line) => line.marker !== 'none');
  return listed ? readList(lines) : readParagraphs(lines);
}

/** In a list, an entry goes on over soft line breaks, over lines nested under it, and until its question mark. */
function readList(lines: readonly TextLine[]): Found {
  const found: Found = { texts: [], used: new Set() };
  const top = lines.find((line) => line.marker !== 'none')?.marker ?? 'none';
  for (const line of lines) {
    const last = found.texts.length - 1;
    const before = found.texts[last];
    if (before !== undefined && asks(before) && isHeading(line)) continue;
    if (line.marker === top) found.texts.push(line.text);
    else if (before === undefined) {
      // Words before the first entry introduce the list, unless they ask something themselves.
      if (asks(line.text)) found.texts.push(line.text);
    } else if (line.marker !== 'none') found.texts[last] = `${before}\n${line.text}`;
    else if (line.blanksBefore === 0) found.texts[last] = `${before} ${line.text}`;
    else if (!asks(before) && asks(line.text)) found.texts[last] = `${before}\n${line.text}`;
    else break;
    found.used.add(line.number);
  }
  return found;
}

/** Without marks, a paragraph that asks is a question; the first that does not, after one that did, ends them. */
function readParagraphs(lines: readonly TextLine[]): Found {
  const found: Found = { texts: [], used: new Set() };
  for (const line of lines) {
    if (found.texts.length > 0 && isHeading(line)) continue;
    if (!asks(line.text) && found.texts.length > 0) break;
    found.used.add(line.number);
    if (asks(line.text)) found.texts.push(...splitIfOnlyQuestions(line.text));
  }
  return found;
}

/** `Trust:` between questions says what the next ones are about. */
function isHeading({ text, marker }: TextLine): boolean {
  return marker === 'none' && /[:：]$/.test(text) && !asks(text) && wordCount(text) <= HEADING_WORDS_MAX;
}

/** How people count inside a paragraph: the mark, and what each sign of it stands for. */
const COUNTED: readonly [mark: RegExp, signs: string][] = [
  [/(?:^|\s)\(?(\d{1,2})[.)]\s/g, '1 2 3 4 5 6 7 8 9 10 11 12'],
  [/(?:^|\s)\(?([ivx]{1,4})\)\s/g, 'i ii iii iv v vi vii viii ix x'],
  [/(?:^|\s)\(?([a-h])\)\s/g, 'a b c d e f g h'],
];

/** `1. How …? 2. What …?` in one paragraph, as copies without line breaks have it; `(i)` and `a)` too. */
function splitInlineNumbers(line: TextLine): TextLine[] {
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

/** Gives marks that only questions have the same standing as those of any list. */
function withQuestionMark(line: TextLine): TextLine {
  const mark = QUESTION_MARK.exec(line.text)?.[0] ?? '';
  const text = line.text.slice(mark.length);
  if (mark === '' || text === '' || line.marker !== 'none') return line;
  const marker: Marker = /\d/.test(mark) ? 'number' : 'letter';
  return { ...line, text, marker };
}

/** A paragraph of nothing but questions is as many questions; one with a sentence in between belongs together. */
function splitIfOnlyQuestions(text: string): string[] {
  const sentences = text.match(/[^?？]+[?？]+/g) ?? [];
  const whole = sentences.join('').length === text.length;
  const plain = sentences.every((sentence) => !/[.!。]\s/.test(sentence) && sentence.trim().length > 20);
  return whole && plain && sentences.length > 1 ? sentences.map((sentence) => sentence.trim()) : [text];
}

function asks(text: string): boolean {
  return /[?？؟]/.test(text);
}
