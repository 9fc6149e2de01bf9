/** The policy questions of a proposal with their full text, numbered or not. */
import { POLICY_QUESTIONS_MAX, TEXT_CHARS_MAX } from '../../../shared/lib/limits.ts';
import type { PolicyQuestion } from '../../../shared/plan.ts';
import type { NoteList } from './note-list.ts';
import type { Section } from './sections.ts';
import { type Marker, shorten, type TextLine } from './text-lines.ts';

type Found = { texts: string[]; used: Set<number> };

/** `Q1:`, `Question 2 -`, and `A.`, which elsewhere is somebody's initial. */
const QUESTION_MARK =
  /^(?:(?:policy )?question\s?\d{0,2}\s?[.:)–-]|q\s?\d{1,2}\s?[.:)–-]|[A-Ha-h]\.(?=\s))\s*/i;

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
    if (!asks(line.text) && found.texts.length > 0) break;
    found.used.add(line.number);
    if (asks(line.text)) found.texts.push(...splitIfOnlyQuestions(line.text));
  }
  return found;
}

/** `1. How …? 2. What …?` in one paragraph, as copies without line breaks have it. */
function splitInlineNumbers(line: TextLine): TextLine[] {
  if (line.ordinal !== 1 && !/^[^.?!]{0,80}[\s:]\(?1[.)]\s/.test(line.text)) return [line];
  const starts: { at: number; end: number }[] = [];
  let wanted = line.ordinal === 1 ? 2 : 1;
  for (const match of line.text.matchAll(/(?:^|\s)\(?(\d{1,2})[.)]\s/g)) {
    if (Number(match[1]) !== wanted) continue;
    starts.push({ at: match.index, end: match.index + match[0].length });
    wanted++;
  }
  if (starts.length === 0 || wanted < 3) return [line];
  const head = line.text.slice(0, starts[0]?.at).trim();
  const parts = starts.map((start, i) => line.text.slice(start.end, starts[i + 1]?.at).trim());
  const first: TextLine[] = head === '' ? [] : [{ ...line, text: head }];
  const rest = parts.map(
    (text, i): TextLine => ({ ...line, text, marker: 'number', ordinal: i + 1, blanksBefore: 1 }),
  );
  return [...first, ...rest].filter((part) => part.text !== '');
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
