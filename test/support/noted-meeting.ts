/** A discussion that the rapporteur writes down. */
import type { Note } from '../../shared/domain/notes/schema.ts';
import { must } from '../../shared/lib/assert.ts';
import { type Meeting, meeting, planOfDiscussion } from './meeting.ts';

export const PLAN = planOfDiscussion({ policyQuestions: [{ policyQuestionId: 'pq1', text: 'How?' }] });

/** A turn of Ana's from 1,010 s to 1,040 s, then one of a guest online that runs. */
export function twoTurns(): Meeting {
  const m = meeting(PLAN);
  m.do('agenda/begin', { itemId: 'talk', afterItemId: null });
  m.wait(10).do('floor/give', { turnId: 't1', person: { personId: 'ana' }, afterTurnId: null });
  m.wait(30).do('floor/end', { turnId: 't1' });
  m.wait(5);
  m.do('floor/give', { turnId: 't2', person: { name: 'Row C', channel: 'online' }, afterTurnId: 't1' });
  return m.wait(20).as('ra-1', 'rapporteur');
}

/** A new point, unless `more` says otherwise. */
export const write = (noteId: string, more: object = {}) => ({
  noteId,
  baseRevision: 0,
  kind: 'point',
  text: `point ${noteId}`,
  ...more,
});
export const note = (m: Meeting, noteId = 'n1'): Note =>
  must(
    m.state.notes.find((one) => one.noteId === noteId),
    noteId,
  );
