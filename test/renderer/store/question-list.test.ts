import { expect, test } from 'vitest';
import { copiedIn, countsOf, found, listed, openByVotes } from '../../../renderer/store/question-list.ts';
import { QUESTION_CHARS_MAX } from '../../../shared/lib/limits.ts';
import { meeting, planOfDiscussion } from '../../support/meeting.ts';

function asked() {
  const m = meeting(planOfDiscussion()).as('li', 'liaison');
  for (const [questionId, text] of [
    ['q1', 'Who pays?'],
    ['q2', 'Why now?'],
    ['q3', 'How much?'],
  ]) {
    m.do('questions/ask', { questionId, text, name: 'José', channel: 'online' });
  }
  m.do('questions/triage', { questionId: 'q2', decided: 'reviewed', translation: '为什么是现在？' });
  m.do('questions/triage', { questionId: 'q3', decided: 'declined' });
  return listed(m.state);
}

const ids = (all: ReturnType<typeof asked>) => all.map(({ question }) => question.questionId);

test('questions are counted and sorted by where they stand', () => {
  const all = asked();
  expect(countsOf(all)).toEqual({ new: 1, open: 1, list: 0, done: 1, all: 3 });
  expect(ids(found(all, 'new', ''))).toEqual(['q1']);
  expect(ids(found(all, 'done', ''))).toEqual(['q3']);
  expect(ids(openByVotes(all))).toEqual(['q1', 'q2']);
});

test('a search looks at text, translation and name, accents and case aside', () => {
  const all = asked();
  expect(ids(found(all, 'all', 'jose'))).toEqual(['q1', 'q2', 'q3']);
  expect(ids(found(all, 'all', '现在'))).toEqual(['q2']);
  expect(ids(found(all, 'new', 'WHY'))).toEqual([]);
});

test('each pasted line is a question; one that is too long says so', () => {
  expect(copiedIn('One?\r\n\n  Two?  ')).toEqual({ questions: ['One?', 'Two?'], tooLong: null });
  expect(copiedIn('  ').questions).toEqual([]);
  expect(copiedIn(`One?\n\n ${'长'.repeat(QUESTION_CHARS_MAX + 1)}`).tooLong).toEqual({
    line: 3,
    chars: QUESTION_CHARS_MAX + 1,
    begins: '长'.repeat(30),
  });
});
