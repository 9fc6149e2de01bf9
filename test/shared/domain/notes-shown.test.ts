import { describe, expect, test } from 'vitest';
import { apply } from '../../../shared/apply.ts';
import { type Command, decodeCommand } from '../../../shared/command.ts';
import { decide } from '../../../shared/decide.ts';
import { must } from '../../../shared/lib/assert.ts';
import { redactCommit, redactState } from '../../../shared/redact.ts';
import { discussion, type Meeting } from '../../support/meeting.ts';
import { note, twoTurns, write } from '../../support/noted-meeting.ts';

describe('what the public gets of points', () => {
  const sent = (m: Meeting) => JSON.stringify(m.commits.map((commit) => redactCommit(commit, 'public', 0)));

  test('[N7] given private points, whatever is done to them, when it is sent, then the public gets nothing', () => {
    const m = twoTurns();
    m.do('notes/write', write('secret1', { text: 'Secret', speaker: { name: 'Secret' } }));
    m.do('notes/write', write('secret2', { text: 'Secret too' }));
    m.do('notes/move', { noteId: 'secret2', afterNoteId: null });
    m.do('notes/endorse', { noteId: 'secret1', personId: 'ana', stance: 'support' });
    const seq = m.do('notes/merge', {
      noteId: 'secret1',
      otherNoteId: 'secret2',
      baseRevision: 1,
      otherBaseRevision: 1,
      text: 'Secret',
    });
    m.do('history/undo', { seq });
    m.do('notes/remove', { noteId: 'secret1', baseRevision: 3 });
    expect(sent(m) + JSON.stringify(redactState(m.state, 'public'))).not.toMatch(/secret/i);
  });

  test('[N7] given a point is revealed, when the public looks, then it has the words and not whose they are', () => {
    const m = twoTurns();
    m.do('notes/write', write('n1', { speaker: { name: 'Secret' } }));
    m.do('notes/endorse', { noteId: 'n1', name: 'Secret', channel: 'online', stance: 'reservation' });
    expect(m.refusal('notes/reveal', { noteId: 'n1', revealed: false })).toBe('notes/not-revealed');
    m.do('notes/reveal', { noteId: 'n1', revealed: true });
    expect(m.refusal('notes/reveal', { noteId: 'n1', revealed: true })).toBe('notes/already-revealed');
    const seen = redactState(m.state, 'public');
    expect(seen.notes).toMatchObject([{ noteId: 'n1', text: 'point n1', turnId: 't2', speaker: null }]);
    expect(JSON.stringify(seen) + sent(m)).not.toMatch(/Secret|ra-1/);
    m.do('notes/reveal', { noteId: 'n1', revealed: false });
    expect(redactState(m.state, 'public').notes).toEqual([]);
    expect(note(m).revealed).toBeUndefined();
    expect(redactCommit(must(m.commits.at(-1), 'commit'), 'public', 0)?.events).toEqual([
      { type: 'notes/removed', v: 1, noteId: 'n1' },
    ]);
  });

  test.each([
    ['both', true, true],
    ['the kept one', true, false],
    ['the other one', false, true],
  ])(
    '[N7] given %s of two is public, when they are merged, then the public has what it may have',
    (_, kept, other) => {
      const m = twoTurns();
      m.do('notes/write', write('n1'));
      m.do('notes/write', write('n2'));
      if (kept) m.do('notes/reveal', { noteId: 'n1', revealed: true });
      if (other) m.do('notes/reveal', { noteId: 'n2', revealed: true });
      m.do('notes/merge', {
        noteId: 'n1',
        otherNoteId: 'n2',
        baseRevision: 1,
        otherBaseRevision: 1,
        text: 'both',
      });
      const commit = must(m.commits.at(-1), 'commit');
      const types = redactCommit(commit, 'public', 0)?.events.map((event) => event.type);
      expect(types).toEqual([kept ? (other ? 'notes/merged' : 'notes/written') : 'notes/removed']);
      expect(redactState(m.state, 'public').notes.map((one) => one.text)).toEqual(kept ? ['both'] : []);
    },
  );
});

describe('the report as it is worded', () => {
  const draft = (baseRevision: number, text: string | null, sectionId = 'takeaways') => ({
    sectionId,
    baseRevision,
    text,
  });

  test('[N11] given two word one section, when the later arrives, then it hears what stands there', () => {
    const m = twoTurns();
    const seq = m.do('notes/draft', draft(0, 'First'));
    expect(m.state.drafts).toEqual([
      {
        sectionId: 'takeaways',
        seq,
        revision: 1,
        text: 'First',
        editor: { personId: 'ra-1', role: 'rapporteur' },
        editedAtMs: m.nowMs,
      },
    ]);
    expect(m.ask('notes/draft', draft(0, 'Other'))).toEqual({
      code: 'notes/stale',
      params: { sectionId: 'takeaways', revision: 1, text: 'First' },
    });
    const back = m.do('notes/draft', draft(1, null));
    expect(m.ask('notes/draft', draft(1, 'x'))).toMatchObject({ params: { text: '', revision: 2 } });
    m.do('history/undo', { seq: back });
    expect(m.state.drafts).toMatchObject([{ text: 'First', revision: 3 }]);
  });

  test('[N11] given a template is chosen, when that is undone, then there is none again', () => {
    const m = twoTurns();
    const seq = m.do('notes/use-template', { templateId: 'generic' });
    expect(m.state.reportTemplateId).toBe('generic');
    m.do('history/undo', { seq });
    expect(m.state.reportTemplateId).toBeNull();
  });

  test('[N11] given as many sections as there may be, when one more is worded, then it is refused', () => {
    const m = twoTurns();
    for (let n = 0; n < 60; n += 1) m.do('notes/draft', draft(0, 'x', `s${n}`));
    expect(m.refusal('notes/draft', draft(0, 'x', 'more'))).toBe('too-many');
    expect(m.refusal('notes/draft', draft(1, 'y', 's7'))).toBeNull();
  });

  test('[N11] given wordings, when the public looks, then there are none', () => {
    const m = twoTurns();
    const seq = m.do('notes/draft', draft(0, 'Secret'));
    m.do('notes/use-template', { templateId: 'secret' });
    m.do('history/undo', { seq });
    const seen = JSON.stringify([
      m.commits.map((one) => redactCommit(one, 'public', 0)),
      redactState(m.state, 'public'),
    ]);
    expect(seen).not.toMatch(/secret|takeaways/i);
  });
});

describe('stances', () => {
  test('[N8] given staff taps somebody in twice, when it is looked at, then the last stance counts', () => {
    const m = twoTurns();
    m.do('notes/write', write('n1'));
    m.do('notes/endorse', { noteId: 'n1', personId: 'bo', stance: 'support' });
    m.do('notes/endorse', { noteId: 'n1', name: 'Row C', channel: 'onsite', stance: 'support' });
    m.do('notes/endorse', { noteId: 'n1', personId: 'bo', stance: 'reservation' });
    expect(note(m).stances).toEqual([
      { name: 'Row C', channel: 'onsite', stance: 'support' },
      { personId: 'bo', name: 'Bo 博', channel: 'online', stance: 'reservation' },
    ]);
    m.do('notes/endorse', { noteId: 'n1', personId: 'bo', stance: null });
    m.do('notes/endorse', { noteId: 'n1', name: 'Row C', channel: 'onsite', stance: null });
    expect(note(m).stances).toBeUndefined();
    expect(m.refusal('notes/endorse', { noteId: 'n1', name: 'Row D', stance: 'support' })).toBe('invalid');
    expect(m.refusal('notes/endorse', { noteId: 'n1', personId: 'x', stance: 'support' })).toBe(
      'people/no-such-person',
    );
    for (let n = 0; n < 200; n += 1)
      m.do('notes/endorse', { noteId: 'n1', name: `Row ${n}`, channel: 'onsite', stance: 'support' });
    expect(
      m.refusal('notes/endorse', { noteId: 'n1', name: 'Row D', channel: 'onsite', stance: 'support' }),
    ).toBe('too-many');
  });

  test('[N9] given a show of hands, when people answer, then each counts once, on the own side', () => {
    const m = twoTurns();
    m.do('notes/write', write('n1'));
    const answer = (stance: string | null, more: object = {}) => ({ noteId: 'n1', stance, ...more });
    expect(m.as('dev-1', 'participant').refusal('notes/endorse', answer('support'))).toBe('notes/not-asked');
    m.as('ra-1', 'rapporteur').do('notes/ask', { noteId: 'n1' });
    expect(m.refusal('notes/ask', { noteId: 'n1' })).toBe('notes/already-asked');
    m.as('bo', 'participant').do('notes/endorse', answer('support', { channel: 'onsite' }));
    m.as('dev-1', 'participant').do('notes/endorse', answer('support', { channel: 'onsite' }));
    expect(m.as('dev-2', 'participant').refusal('notes/endorse', answer('support'))).toBe('invalid');
    // Whoever is of the staff and names nobody answers for itself too.
    m.as('ra-1', 'rapporteur').do('notes/endorse', answer('reservation', { channel: 'onsite' }));
    m.as('dev-1', 'participant').do('notes/endorse', answer('reservation', { channel: 'onsite' }));
    m.as('bo', 'participant').do('notes/endorse', answer(null));
    const counts = { onsite: { support: 0, reservation: 2 }, online: { support: 0, reservation: 0 } };
    expect(m.state.shows).toMatchObject([{ noteId: 'n1', text: 'point n1', open: true, counts }]);
    const seen = redactState(m.state, 'public');
    expect(seen.shows).toMatchObject([{ counts }]);
    expect(
      JSON.stringify([seen.shows, m.commits.slice(-5).map((one) => redactCommit(one, 'public', 0))]),
    ).not.toContain('dev-1');
    m.as('ra-1', 'rapporteur').do('notes/close', { noteId: 'n1' });
    expect(m.refusal('notes/close', { noteId: 'n1' })).toBe('notes/not-asked');
    expect(m.as('bo', 'participant').refusal('notes/endorse', answer('support'))).toBe('notes/not-asked');
    m.as('ra-1', 'rapporteur').do('notes/ask', { noteId: 'n1' });
    expect(m.state.shows).toMatchObject([{ open: true, counts }]);
  });

  test('[N9] given an asking is undone and redone, when that is sent, then the public gets the counts and no names', () => {
    const m = twoTurns();
    m.do('notes/write', write('n1'));
    const seq = m.do('notes/ask', { noteId: 'n1' });
    m.as('dev-1', 'participant').do('notes/endorse', { noteId: 'n1', stance: 'support', channel: 'online' });
    const records = () => {
      const sent = redactCommit(must(m.commits.at(-1), 'commit'), 'public', 0)?.events[0];
      return sent?.type === 'history/undone' ? sent.records : null;
    };
    const undone = m.as('ra-1', 'rapporteur').do('history/undo', { seq });
    expect(records()).toEqual([{ table: 'shows', id: 'n1', value: null }]);
    m.do('history/undo', { seq: undone });
    expect(records()).toMatchObject([{ value: { noteId: 'n1', counts: { online: { support: 1 } } } }]);
    expect(JSON.stringify(records())).not.toContain('dev-1');
  });

  test('[N9] given people answer after a second asking, when that is undone, then their answers stay', () => {
    const m = twoTurns();
    m.do('notes/write', write('n1'));
    m.do('notes/ask', { noteId: 'n1' });
    const answer = (id: string, stance: string | null) =>
      m.as(id, 'participant').do('notes/endorse', { noteId: 'n1', stance, channel: 'online' });
    for (const id of ['dev-1', 'dev-2']) answer(id, 'support');
    m.as('ra-1', 'rapporteur').do('notes/close', { noteId: 'n1' });
    const seq = m.do('notes/ask', { noteId: 'n1' });
    answer('dev-1', null);
    answer('dev-2', 'reservation');
    answer('dev-3', 'support');
    m.as('ra-1', 'rapporteur').do('history/undo', { seq });
    const counts = { onsite: { support: 0, reservation: 0 }, online: { support: 1, reservation: 1 } };
    expect(m.state.shows).toMatchObject([{ open: false, counts }]);
    expect(m.state.shows[0]?.answers?.map(({ personId }) => personId)).toEqual(['dev-2', 'dev-3']);
  });

  test('[N9] given a screen of the public answers, when it shows that in advance, then its own counts once too', () => {
    const m = twoTurns();
    m.do('notes/write', write('n1'));
    m.do('notes/ask', { noteId: 'n1' });
    m.as('dev-1', 'participant').do('notes/endorse', { noteId: 'n1', stance: 'support', channel: 'online' });
    expect(m.state.history?.at(-1)?.types).toEqual(['notes/asked']);
    const last = redactCommit(must(m.commits.at(-1), 'commit'), 'public', 0);
    const seen = apply(redactState(m.state, 'public'), must(last, 'what the public gets'));
    expect(seen.shows[0]?.counts.online.support).toBe(1);
    const answer = must(
      decodeCommand('notes/endorse', { noteId: 'n1', stance: 'support', channel: 'online' }),
      'command',
    );
    expect(
      decide(seen, answer as Command, {
        actor: { personId: 'dev-2', roles: ['participant'] },
        nowMs: m.nowMs,
      }),
    ).toMatchObject([{ type: 'notes/answered', counts: { online: { support: 2 } } }]);
  });

  test('[N9] given as many shows of hands as there may be, when one more is asked for, then it is refused', () => {
    const m = discussion();
    for (let n = 0; n <= 100; n += 1) m.do('notes/write', write(`n${n}`));
    for (let n = 0; n < 100; n += 1) m.do('notes/ask', { noteId: `n${n}` });
    m.do('notes/close', { noteId: 'n7' });
    expect(m.state.shows.filter((show) => !show.open).map((show) => show.noteId)).toEqual(['n7']);
    expect(m.refusal('notes/ask', { noteId: 'n100' })).toBe('too-many');
  });
});
