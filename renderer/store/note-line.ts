/** The rapporteur's one line: free text in which `#` names a kind, `@` a person and `!` a policy question. */
import type { Note } from '../../shared/domain/notes/schema.ts';
import type { Person } from '../../shared/domain/people/schema.ts';
import type { PolicyQuestion } from '../../shared/domain/session/schema.ts';
import { must } from '../../shared/lib/assert.ts';
import { plain } from '../../shared/lib/plain.ts';
import type { NoteKind } from '../../shared/lib/vocabulary.ts';
import { NOTE_KINDS } from '../../shared/lib/vocabulary.ts';
import { findPeople } from './roster.ts';
import type { SoundsOf } from './sounds.ts';

/** A point while it is typed. `typedAtMs` and `turnId` are those of the first key stroke; null before it. */
export type NoteDraft = {
  text: string;
  kind: NoteKind;
  speaker: Note['speaker'];
  policyQuestionId: string | null;
  typedAtMs: number | null;
  turnId: string | null;
};

export const EMPTY_DRAFT: NoteDraft = {
  text: '',
  kind: 'point',
  speaker: null,
  policyQuestionId: null,
  typedAtMs: null,
  turnId: null,
};

const SIGNS = ['#', '@', '!'] as const;
type Sign = (typeof SIGNS)[number];

/** A sign and what was typed behind it, up to the caret; `from` and `to` are places in the text. */
export type Token = { sign: Sign; letters: string; from: number; to: number };

/** What a sign may stand for. */
export type Choice =
  | { sign: '#'; kind: NoteKind }
  | { sign: '@'; speaker: NonNullable<Note['speaker']> }
  | { sign: '!'; policyQuestionId: string; number: number; text: string };

/** What the choices are made from; `kindWords` are the kinds in the page's language. */
export type LineContext = {
  people: readonly Person[];
  policyQuestions: readonly PolicyQuestion[];
  kindWords: Record<NoteKind, string>;
  soundsOf: SoundsOf;
};

/**
 * Words that can mean but one of the kinds. A decision is none: it may have been taken against somebody, and a
 * consensus is asked about.
 */
const SYNONYMS: Partial<Record<NoteKind, readonly string[]>> = {
  action: ['todo', 'task', '待办', '任务'],
  consensus: ['agreed', 'agreement', '一致'],
};

/** Names have spaces; a sentence that merely mentions somebody has more. */
const NAME_WORDS_MAX = 4;

/** The sign that is being completed at the caret; null when what is there is plain text. */
export function tokenAt(text: string, caret: number): Token | null {
  const before = text.slice(0, caret);
  const found = /(?:^|\s)([#@!])([^#@!\n]*)$/u.exec(before);
  if (!found) return null;
  const [, sign, letters] = found as unknown as [string, Sign, string];
  const words = letters.trim() === '' ? 0 : letters.trim().split(/\s+/).length;
  if (/^\s/.test(letters) || words > (sign === '@' ? NAME_WORDS_MAX : 1)) return null;
  if (sign !== '@' && /\s$/.test(letters)) return null;
  return { sign, letters, from: caret - letters.length - 1, to: caret };
}

/** What the token may stand for, best first; a name that nobody has can be taken as it is typed. */
export function choicesFor({ sign, letters }: Token, context: LineContext): Choice[] {
  switch (sign) {
    case '#':
      return NOTE_KINDS.filter((kind) => isKind(kind, letters, context)).map((kind) => ({ sign, kind }));
    case '@': {
      const found = findPeople(context.people, letters, context.soundsOf);
      const known = found.map(({ personId, name }) => ({ sign, speaker: { personId, name } }));
      const name = letters.trim();
      return name === '' ? known : [...known, { sign, speaker: { name } }];
    }
    case '!':
      return questions(context).filter(
        ({ number, text }) => `${number}`.startsWith(letters) || plain(text).includes(plain(letters)),
      );
  }
}

/** The draft with a choice made: the token goes out of the text, what it stands for goes in. */
export function withChoice(draft: NoteDraft, { from, to }: Token, choice: Choice): NoteDraft {
  const text = `${draft.text.slice(0, from)}${draft.text.slice(to).replace(/^\s/, '')}`;
  return chosen({ ...draft, text }, choice);
}

/**
 * Whole words such as `#case` and `!2` are taken without choosing, once a space or the end is behind them. A name is
 * not: only its writer knows where it ends.
 */
export function resolved(draft: NoteDraft, context: LineContext, isWhole: boolean): NoteDraft {
  const word = isWhole ? /(?:^|\s)([#!])([^\s#@!]+)(?=\s|$)/gu : /(?:^|\s)([#!])([^\s#@!]+)(?=\s)/gu;
  let after = draft;
  const text = draft.text.replace(word, (whole, sign: '#' | '!', letters: string) => {
    const choice = exact(sign, letters, context);
    if (choice) after = chosen(after, choice);
    return choice ? '' : whole;
  });
  if (after === draft) return draft;
  return { ...after, text: text.trimStart() };
}

/** The draft after a key stroke; the first one takes down the time and whose turn it is. */
export function typed(draft: NoteDraft, text: string, nowMs: number, turnId: string | null): NoteDraft {
  if (text.trim() === '') return { ...draft, text, typedAtMs: null, turnId: null };
  return draft.typedAtMs === null ? { ...draft, text, typedAtMs: nowMs, turnId } : { ...draft, text };
}

function chosen(draft: NoteDraft, choice: Choice): NoteDraft {
  switch (choice.sign) {
    case '#':
      return { ...draft, kind: choice.kind };
    case '@':
      return { ...draft, speaker: choice.speaker };
    case '!':
      return { ...draft, policyQuestionId: choice.policyQuestionId };
  }
}

function exact(sign: '#' | '!', letters: string, context: LineContext): Choice | null {
  if (sign === '!') return questions(context).find(({ number }) => `${number}` === letters) ?? null;
  // As in "#todo: call Ana".
  const word = plain(letters.replace(/[:：]$/u, ''));
  const kind = NOTE_KINDS.find((one) => namesOf(one, context).includes(word));
  return kind ? { sign, kind } : null;
}

function isKind(kind: NoteKind, letters: string, context: LineContext): boolean {
  return namesOf(kind, context).some((name) => name.startsWith(plain(letters)));
}

/** What may stand behind `#` for it. */
function namesOf(kind: NoteKind, { kindWords }: LineContext): string[] {
  return [kind, plain(kindWords[kind]), ...(SYNONYMS[kind] ?? []).map(plain)];
}

/**
 * The first `#word` that names no kind; `isWhole`: nothing is typed to it any more. A number is none: people write
 * "WS #377".
 */
export function unknownKind(
  text: string,
  context: LineContext,
): { letters: string; isWhole: boolean } | null {
  for (const [, letters = '', space] of text.matchAll(/(?:^|\s)#([^\s#@!\d][^\s#@!]*)(?=(\s)|$)/gu)) {
    const isWhole = space !== undefined;
    const isKnown = exact('#', letters, context) !== null;
    if (!isKnown && (isWhole || !NOTE_KINDS.some((kind) => isKind(kind, letters, context)))) {
      return { letters, isWhole };
    }
  }
  return null;
}

function questions({ policyQuestions }: LineContext) {
  return policyQuestions.map(({ policyQuestionId, text }, index) => ({
    sign: '!' as const,
    policyQuestionId,
    number: index + 1,
    text,
  }));
}

/** A draft as it was kept on this device; nothing where it cannot be read. */
export function readDraft(text: string | null): NoteDraft {
  try {
    const read = JSON.parse(must(text, 'a draft')) as Partial<NoteDraft>;
    return typeof read.text === 'string' ? { ...EMPTY_DRAFT, ...read } : EMPTY_DRAFT;
  } catch {
    return EMPTY_DRAFT;
  }
}
