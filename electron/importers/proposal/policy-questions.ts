/** The policy questions of a proposal with their full text, numbered or not. */
import { POLICY_QUESTIONS_MAX, TEXT_CHARS_MAX } from '../../../shared/lib/limits.ts';
import type { PolicyQuestion } from '../../../shared/plan.ts';
import { splitInlineNumbers } from './inline-numbers.ts';
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
