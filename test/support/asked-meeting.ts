/** A discussion in which questions come in, and the liaison who sorts them. */
import type { Question } from '../../shared/domain/questions/schema.ts';
import { statusOf } from '../../shared/domain/questions/status.ts';
import { must } from '../../shared/lib/assert.ts';
import { type Meeting, meeting, planOfDiscussion } from './meeting.ts';

const PLAN = planOfDiscussion({ policyQuestions: [{ policyQuestionId: 'pq1', text: 'How?' }] });

/** A discussion; Cy online has said who that is. The liaison acts. */
export function desk(): Meeting {
  const m = meeting(PLAN);
  m.do('agenda/begin', { itemId: 'talk', afterItemId: null });
  m.as('dev-1', 'participant').do('people/introduce', { name: 'Cy', channel: 'online' });
  return liaison(m);
}
export const liaison = (m: Meeting) => m.as('li-1', 'liaison');
export const cy = (m: Meeting) => m.as('dev-1', 'participant');
export const ask = (questionId: string, more: object = {}) => ({
  questionId,
  text: `Why ${questionId}?`,
  ...more,
});
export const question = (m: Meeting, id = 'q1'): Question =>
  must(
    m.state.questions.find((one) => one.questionId === id),
    id,
  );
export const status = (m: Meeting, id = 'q1') => statusOf(question(m, id), m.state);

/** A question of Cy's and one from the stream. */
export function asked(): Meeting {
  const m = desk();
  cy(m).do('questions/ask', ask('q1'));
  liaison(m)
    .wait(5)
    .do('questions/ask', ask('q2', { name: 'Zed', channel: 'online', door: 'stream' }));
  return m.wait(5);
}
