import { describe, expect, test } from 'vitest';
import type { CommandName } from '../../../shared/command.ts';
import { commandSchemas } from '../../../shared/command.ts';
import { isLive } from '../../../shared/domain/session/over.ts';
import { hand, meeting, planOfDiscussion } from '../../support/meeting.ts';

function over() {
  const m = meeting(planOfDiscussion());
  m.do('agenda/begin', { itemId: 'talk', afterItemId: null });
  m.do('queue/join', hand('e1', 'onsite'));
  m.do('queue/join', hand('e2', 'online'));
  m.do('floor/give', { turnId: 't1', entryId: 'e1', afterTurnId: null });
  m.wait(60).do('session/end');
  return m;
}

describe('a session that is over', () => {
  test('[S6] given it is over, when somebody acts as if it went on, then that is refused, whatever else is wrong with it', () => {
    const m = over();
    const live = [
      ['session/start', {}],
      ['session/end', {}],
      ['session/pause', {}],
      ['agenda/begin', { itemId: 'talk', afterItemId: 'talk' }],
      ['agenda/edit', { items: [] }],
      ['queue/join', hand('e3', 'online')],
      ['queue/leave', { entryId: 'e2' }],
      ['floor/give', { turnId: 't2', entryId: 'e2', afterTurnId: 't1' }],
      ['floor/end', { turnId: 't1' }],
      ['questions/ask', { questionId: 'q1', text: 'Why?', channel: 'online' }],
      ['questions/open', {}],
    ] as const;
    for (const [name, args] of live) expect([name, m.refusal(name, args)]).toEqual([name, 'session/ended']);
  });

  test('[S6] given it is over, when it is put right, then each correction is an event and undone like any other', () => {
    const m = over();
    const seq = m.do('floor/correct', { turnId: 't1', spokenMs: 45_000, channel: 'online' });
    expect(m.state.turns[0]).toMatchObject({ spokenMs: 45_000, channel: 'online' });
    m.do('history/undo', { seq });
    expect(m.state.turns[0]).toMatchObject({ spokenMs: 60_000, channel: 'onsite' });
    m.do('notes/write', { noteId: 'n1', baseRevision: 0, kind: 'point', text: 'Late.', turnId: 't1' });
    m.do('people/add', { personId: 'eve', name: 'Eve', channel: 'online' });
    m.do('session/configure', { title: 'As it was' });
    m.do('backchannel/send', { messageId: 'b1', text: 'Thanks', urgency: 'low' });
    expect(m.state.session.title).toBe('As it was');
  });

  test('[S6] given somebody still waited at its end, when the side is put right, then the list stays as it was', () => {
    const m = over();
    m.do('history/undo', { seq: m.commits.at(-1)?.seq });
    m.do('queue/join', { ...hand('e3', 'onsite'), name: undefined, personId: 'ana' });
    m.do('session/end');
    m.do('people/update', { personId: 'ana', channel: 'online' });
    expect(m.state.people.find((person) => person.personId === 'ana')?.channel).toBe('online');
    expect(m.state.queue.entries.map((entry) => entry.entryId)).toEqual(['e2', 'e3']);
    expect(m.commits.at(-1)?.events.map((event) => event.type)).toEqual(['people/updated']);
  });

  test('[S6] given a paused turn had ended, or a hand had left, when that is undone after the end, then it is refused', () => {
    const m = meeting(planOfDiscussion());
    m.do('session/start');
    m.do('queue/join', hand('e1', 'onsite'));
    m.do('queue/join', hand('e2', 'online'));
    m.do('floor/give', { turnId: 't1', entryId: 'e1', afterTurnId: null });
    m.do('floor/pause', { turnId: 't1' });
    const ended = m.do('floor/end', { turnId: 't1' });
    const left = m.do('queue/leave', { entryId: 'e2' });
    const over = m.do('session/end');
    for (const seq of [ended, left]) expect(m.refusal('history/undo', { seq })).toBe('history/depends');
    m.do('history/undo', { seq: over });
    m.do('history/undo', { seq: left });
    expect(m.state.queue.entries.map((entry) => entry.entryId)).toEqual(['e2']);
  });

  test('[S6] given it was ended by mistake, when that is undone, then the turn runs on as if it had never ended', () => {
    const m = over();
    const seq = m.commits.at(-1)?.seq ?? 0;
    m.wait(10).do('history/undo', { seq });
    expect(m.state.floor.turn?.turnId).toBe('t1');
    m.do('queue/leave', { entryId: 'e2' });
  });

  test('[S6] given all commands, when they are sorted, then areas are live as a whole or by name', () => {
    const names = Object.keys(commandSchemas) as CommandName[];
    const left = names.filter((name) => !isLive(name));
    expect(left.filter((name) => /^(queue|agenda)\//.test(name))).toEqual([]);
    expect(left).toEqual(
      expect.arrayContaining([
        'floor/correct',
        'floor/explain',
        'history/undo',
        'questions/answer',
        'notes/write',
      ]),
    );
  });
});
