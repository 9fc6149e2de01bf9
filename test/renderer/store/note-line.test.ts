import { describe, expect, test } from 'vitest';
import {
  choicesFor,
  EMPTY_DRAFT,
  type LineContext,
  readDraft,
  resolved,
  tokenAt,
  typed,
  unknownKind,
  withChoice,
} from '../../../renderer/store/note-line.ts';
import { NO_SOUNDS } from '../../../renderer/store/sounds.ts';
import type { NoteKind } from '../../../shared/lib/vocabulary.ts';
import { NOTE_KINDS } from '../../../shared/lib/vocabulary.ts';

const kindWords = { ...Object.fromEntries(NOTE_KINDS.map((kind) => [kind, kind])), case: '案例' } as Record<
  NoteKind,
  string
>;
const context: LineContext = {
  people: [
    { personId: 'ana', name: 'Ana Díaz', channel: 'onsite', seq: 1 },
    { personId: 'li', name: '李 Wei', channel: 'online', seq: 2 },
  ],
  policyQuestions: [
    { policyQuestionId: 'pq1', text: 'How is energy counted?' },
    { policyQuestionId: 'pq2', text: 'Who pays?' },
  ],
  kindWords,
  soundsOf: NO_SOUNDS,
};
const at = (text: string) => tokenAt(text, text.length);

describe('the token at the caret', () => {
  test.each([
    ['#', { sign: '#', letters: '' }],
    ['so #ca', { sign: '#', letters: 'ca' }],
    ['@ana di', { sign: '@', letters: 'ana di' }],
    ['costs !2', { sign: '!', letters: '2' }],
  ])('%j is one', (text, token) => {
    expect(at(text)).toMatchObject({ ...token, from: text.lastIndexOf(token.sign), to: text.length });
  });

  test.each(['', 'mail a@b.org', 'C#', '#case ', '# ', 'wow!', '@one two three four five', 'a #x\n', '#a b'])(
    '%j is plain text',
    (text) => {
      expect(at(text)).toBeNull();
    },
  );

  test('what stands behind the caret does not count', () => {
    expect(tokenAt('#ca and more', 3)).toMatchObject({ letters: 'ca', from: 0, to: 3 });
  });
});

describe('what a sign may stand for', () => {
  const choices = (text: string) => choicesFor(at(text) as never, context);

  test('kinds by the letters they begin with, in either language', () => {
    expect(choices('#c')).toMatchObject([{ kind: 'consensus' }, { kind: 'case' }, { kind: 'challenge' }]);
    expect(choices('#案')).toMatchObject([{ kind: 'case' }]);
    expect(choices('#')).toHaveLength(NOTE_KINDS.length);
  });

  test('people of the list, accents or not, and the name as it is typed', () => {
    expect(choices('@ana d')).toEqual([
      { sign: '@', speaker: { personId: 'ana', name: 'Ana Díaz' } },
      { sign: '@', speaker: { name: 'ana d' } },
    ]);
    expect(choices('@row C')).toEqual([{ sign: '@', speaker: { name: 'row C' } }]);
    expect(choices('@')).toEqual([]);
  });

  test('policy questions by number or by a word of theirs', () => {
    expect(choices('!2')).toMatchObject([{ policyQuestionId: 'pq2' }]);
    expect(choices('!energy')).toMatchObject([{ policyQuestionId: 'pq1', number: 1 }]);
    expect(choices('!')).toHaveLength(2);
  });
});

describe('kinds that there are not', () => {
  test.each([
    ['#decision we go on', { letters: 'decision', isWhole: true }],
    ['we go on #决定 today', { letters: '决定', isWhole: true }],
    ['#cons we agree', { letters: 'cons', isWhole: true }],
    ['so #dec', { letters: 'dec', isWhole: false }],
    ['#decision: we go on', { letters: 'decision:', isWhole: true }],
  ])('%j names one', (text, unknown) => {
    expect(unknownKind(text, context)).toEqual(unknown);
  });

  test.each([
    '',
    'we go on',
    '#cas',
    '#case x',
    '#',
    'WS #377 went well',
    'C# is',
    '#to',
    '#TODO x',
    '@ana #action:',
  ])('%j does not', (text) => {
    expect(unknownKind(text, context)).toBeNull();
  });

  test('a word that can mean but one kind is that kind, with a colon or without', () => {
    const draft = (text: string) => ({ ...EMPTY_DRAFT, text });
    expect(resolved(draft('#todo: call Ana'), context, false)).toMatchObject({
      text: 'call Ana',
      kind: 'action',
    });
    expect(resolved(draft('#待办 x'), context, false)).toMatchObject({ text: 'x', kind: 'action' });
    expect(resolved(draft('#Agreed x'), context, false)).toMatchObject({ text: 'x', kind: 'consensus' });
    expect(choicesFor(at('#tod') as never, context)).toMatchObject([{ kind: 'action' }]);
  });
});

describe('a draft', () => {
  const draft = (text: string) => ({ ...EMPTY_DRAFT, text });

  test('a choice goes out of the text and into the draft', () => {
    const begun = draft('@ana solar works');
    const token = tokenAt(begun.text, 4);
    const chosen = withChoice(begun, token as never, {
      sign: '@',
      speaker: { personId: 'ana', name: 'Ana Díaz' },
    });
    expect(chosen).toMatchObject({ text: 'solar works', speaker: { personId: 'ana' } });
  });

  test('whole words are taken once a space is behind them, a name and half a word are not', () => {
    expect(resolved(draft('#case '), context, false)).toMatchObject({ text: '', kind: 'case' });
    expect(resolved(draft('#案例 x'), context, false)).toMatchObject({ text: 'x', kind: 'case' });
    expect(resolved(draft('so !2 it is'), context, false)).toMatchObject({
      text: 'so it is',
      policyQuestionId: 'pq2',
    });
    for (const text of ['#case', '#cas x', '!7 x', '@ana x', 'C# is', 'a#case b']) {
      expect(resolved(draft(text), context, false)).toEqual(draft(text));
    }
  });

  test('at the end of the line the end counts as a space', () => {
    expect(resolved(draft('solar #case !1'), context, true)).toMatchObject({
      text: 'solar',
      kind: 'case',
      policyQuestionId: 'pq1',
    });
    expect(resolved(draft('#hashtag'), context, true)).toEqual(draft('#hashtag'));
  });

  test('the first key stroke takes down time and turn; later ones, and another turn, change nothing', () => {
    const first = typed(EMPTY_DRAFT, 's', 5_000, 't1');
    expect(first).toMatchObject({ text: 's', typedAtMs: 5_000, turnId: 't1' });
    expect(typed(first, 'so', 9_000, 't2')).toMatchObject({ text: 'so', typedAtMs: 5_000, turnId: 't1' });
    expect(typed(typed(first, '', 9_000, 't2'), 'n', 9_500, 't2')).toMatchObject({
      typedAtMs: 9_500,
      turnId: 't2',
    });
  });

  test('kept on the device it comes back as it was; what cannot be read is an empty line', () => {
    const first = typed(EMPTY_DRAFT, 'so', 5_000, 't1');
    expect(readDraft(JSON.stringify(first))).toEqual(first);
    for (const kept of [null, '{', '{}', '7', '{"text":3}']) expect(readDraft(kept)).toEqual(EMPTY_DRAFT);
  });
});
