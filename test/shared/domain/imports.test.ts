import { describe, expect, test } from 'vitest';
import { planOf } from '../../../shared/create.ts';
import { importPeople } from '../../../shared/domain/imports/decide.ts';
import { must } from '../../../shared/lib/assert.ts';
import { PEOPLE_MAX, QUESTIONS_MAX } from '../../../shared/lib/limits.ts';
import { redactCommit, redactState } from '../../../shared/redact.ts';
import { meeting, planOfDiscussion } from '../../support/meeting.ts';

const attendance = { source: 'zoom-participants', minutes: 12, joins: 2 };
const person = (personId: string, more: object = {}) => ({
  personId,
  name: `N ${personId}`,
  channel: 'online',
  attendance,
  ...more,
});
const imported = (people: object[], questions: object[] = []) => ({
  door: 'zoom',
  source: 'zoom-participants',
  people,
  questions,
});
const asked = (questionId: string, more: object = {}) => ({
  questionId,
  text: `Why ${questionId}?`,
  ...more,
});

describe('importing people and questions', () => {
  test('[J10] given new people and questions, when they are imported and undone, then all is as before', () => {
    const m = meeting(planOfDiscussion());
    const before = m.state;
    const seq = m.do(
      'people/import',
      imported([person('x1'), person('ana')], [asked('q1', { answer: 'So.', name: 'Zed' }), asked('q2')]),
    );
    expect(m.state.people.find((one) => one.personId === 'x1')).toMatchObject({ self: true, attendance });
    expect(m.state.people.find((one) => one.personId === 'ana')).toMatchObject({ name: 'Ana', attendance });
    expect(m.state.questions).toMatchObject([
      {
        questionId: 'q1',
        decided: 'answered-in-writing',
        answer: 'So.',
        name: 'Zed',
        door: 'zoom',
        channel: 'online',
      },
      { questionId: 'q2', decided: 'received' },
    ]);
    const after = m.state;
    const undone = m.do('history/undo', { seq });
    expect(m.state.people).toEqual(before.people);
    expect(m.state.questions).toEqual(before.questions);
    m.do('history/undo', { seq: undone });
    expect([m.state.people, m.state.questions]).toEqual([after.people, after.questions]);
  });

  test('[J12] given a record of the roster, when its attendance comes, then name, side and what staff wrote stay', () => {
    const m = meeting(planOfDiscussion());
    const before = m.state.people.find((one) => one.personId === 'ana');
    m.do(
      'people/import',
      imported([person('ana', { name: 'ana (iPad)', channel: 'online', organisation: 'Red' })]),
    );
    const after = m.state.people.find((one) => one.personId === 'ana');
    const organisation = before?.organisation ?? 'Red';
    expect(after).toEqual({ ...before, attendance, organisation, otherNames: ['ana (iPad)'] });
    m.do('people/import', imported([person('ana', { organisation: 'Blue' })]));
    expect(m.state.people.find((one) => one.personId === 'ana')?.organisation).toBe(after?.organisation);
  });

  test('[J12] given names of files, when they come again, are renamed or merged, then each is kept once, the newest eight', () => {
    const m = meeting(planOfDiscussion());
    const namesOf = (personId: string) => m.state.people.find((one) => one.personId === personId)?.otherNames;
    m.do('people/import', imported([person('x1', { name: '019_B' }), person('x2', { name: 'Guest' })]));
    expect([namesOf('x1'), namesOf('x2')]).toEqual([undefined, undefined]);
    m.do('people/update', { personId: 'x1', name: 'Béla' });
    m.do('people/update', { personId: 'x1', organisation: 'Red' });
    expect(namesOf('x1')).toEqual(['019_B']);
    m.do('people/import', imported([person('x1', { name: 'BELA', otherNames: ['Bela phone', '019_b'] })]));
    expect(namesOf('x1')).toEqual(['019_b', 'Bela phone']);
    m.do('people/merge', { personId: 'x1', otherPersonId: 'x2' });
    expect(namesOf('x1')).toEqual(['Guest', '019_b', 'Bela phone']);
    const many = Array.from({ length: 8 }, (_, index) => `Device ${index}`);
    m.do('people/import', imported([person('x1', { name: 'Last', otherNames: many })]));
    expect(namesOf('x1')).toEqual([...many.slice(1), 'Last']);
    // Nobody's import: a name that is put right is no other name.
    m.do('people/update', { personId: 'bo', name: 'Bó' });
    expect(namesOf('bo')).toBeUndefined();
    expect(planOf(m.state).people.flatMap((one) => Object.keys(one))).not.toContain('otherNames');
  });

  test('[J11] given people are imported, when the public looks, then it sees no name, no attendance and no commit of the new ones', () => {
    const m = meeting(planOfDiscussion());
    m.do('people/import', imported([person('x1')], [asked('q1')]));
    const [commit] = m.commits.slice(-1);
    expect(commit && redactCommit(commit, 'public', 0)).toBeNull();
    m.do('people/import', imported([person('ana', { otherNames: ['N x9'] })]));
    const [known] = m.commits.slice(-1);
    expect(JSON.stringify(known && redactCommit(known, 'public', 0))).not.toMatch(/attendance|N x9/);
    expect(JSON.stringify(redactState(m.state, 'public'))).not.toMatch(/attendance|N x/);
  });

  test('[J14] given nothing, somebody twice, an id that is taken or too many, when they are imported, then it is refused whole', () => {
    const m = meeting(planOfDiscussion());
    expect(m.refusal('people/import', imported([]))).toBe('invalid');
    expect(m.refusal('people/import', imported([person('x1'), person('x1')]))).toBe('invalid');
    expect(m.refusal('people/import', imported([], [asked('q1'), asked('q1')]))).toBe('invalid');
    m.do('people/import', imported([], [asked('q1')]));
    expect(m.refusal('people/import', imported([], [asked('q1')]))).toBe('invalid');
    const last = m.commits.at(-1)?.seq ?? 0;
    m.do('history/undo', { seq: last });
    expect(m.state.questions).toEqual([]);
    m.do('people/import', imported([], [asked('q1')]));
    const args = {
      door: 'zoom' as const,
      source: 'zoom-participants',
      people: [person('x1') as never],
      questions: [],
    };
    const roster = Array.from({ length: PEOPLE_MAX }, (_, seq) => ({
      personId: `p${seq}`,
      name: 'N',
      channel: 'online' as const,
      seq,
    }));
    expect(importPeople({ people: roster, questions: [] }, args)).toMatchObject({
      code: 'too-many',
      params: { limit: PEOPLE_MAX },
    });
    const [question] = m.state.questions;
    const many = Array.from({ length: QUESTIONS_MAX }, (_, seq) => ({
      ...must(question, 'q1'),
      questionId: `m${seq}`,
    }));
    const one = { door: 'zoom' as const, source: 'zoom-participants', people: [], questions: [asked('q9')] };
    expect(importPeople({ people: [], questions: many }, one)).toMatchObject({
      code: 'too-many',
      params: { limit: QUESTIONS_MAX },
    });
  });
});
