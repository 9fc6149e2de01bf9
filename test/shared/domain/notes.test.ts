import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inReportOrder } from '../../../shared/domain/notes/slice.ts';
import { NOTE_CHARS_MAX, NOTE_VERSIONS_MAX, NOTES_MAX } from '../../../shared/lib/limits.ts';
import { type Meeting, meeting } from '../../support/meeting.ts';
import { note, PLAN, twoTurns, write } from '../../support/noted-meeting.ts';

const order = (m: Meeting) => inReportOrder(m.state.notes).map((one) => one.noteId);

describe('a point', () => {
  test('[N1] given a turn runs, when a point is written, then it has turn, item, times and author by itself', () => {
    const m = twoTurns();
    const seq = m.do('notes/write', write('n1', { kind: 'case', policyQuestionId: 'pq1' }));
    expect(note(m)).toEqual({
      noteId: 'n1',
      seq,
      revision: 1,
      kind: 'case',
      text: 'point n1',
      policyQuestionId: 'pq1',
      turnId: 't2',
      itemId: 'talk',
      speaker: null,
      caseDetails: null,
      owner: null,
      typedAtMs: 1_065_000,
      writtenAtMs: 1_065_000,
      author: { personId: 'ra-1', role: 'rapporteur' },
      order: 1_065_000,
    });
  });

  test.each([
    ['in the first turn', 1_020_000, 't1'],
    ['between the turns', 1_042_000, null],
    ['at the end of a turn', 1_040_000, 't1'],
    ['before any turn', 1_001_000, null],
    ['by a clock that is ahead', 9_000_000, 't2'],
    ['in the turn that runs', 1_045_000, 't2'],
  ])(
    '[N1] given the first key was struck %s, when the point arrives later, then it is filed there',
    (_, typedAtMs, turnId) => {
      const m = twoTurns();
      m.do('notes/write', write('n1', { typedAtMs }));
      expect(note(m)).toMatchObject({
        turnId,
        typedAtMs: Math.min(typedAtMs, m.nowMs),
        writtenAtMs: m.nowMs,
      });
    },
  );

  test('[N1] given nobody speaks, when a point is written, then it belongs to the current item', () => {
    const m = meeting(PLAN);
    m.do('notes/write', write('n1'));
    m.do('agenda/begin', { itemId: 'talk', afterItemId: null });
    m.do('notes/write', write('n2'));
    expect([note(m).itemId, note(m, 'n2').itemId]).toEqual([null, 'talk']);
  });

  test('[N1] given the agenda went on, and back, when a point that was typed before arrives, then it is filed under the item of then', () => {
    const m = meeting(PLAN);
    const typed: [string | null, number][] = [[null, m.nowMs]];
    for (const itemId of ['speeches', 'talk', 'speeches', 'closing']) {
      m.wait(10).do('agenda/begin', { itemId, afterItemId: m.state.agenda.currentItemId });
      typed.push([itemId, m.wait(10).nowMs]);
    }
    for (const [at, [, typedAtMs]] of typed.entries()) m.do('notes/write', write(`n${at}`, { typedAtMs }));
    expect(m.state.notes.map(({ itemId }) => itemId)).toEqual(typed.map(([itemId]) => itemId));
  });

  test('[N1] given the sender names the turn, or none, when the point is written, then that counts', () => {
    const m = twoTurns();
    m.do('notes/write', write('n1', { turnId: 't1' }));
    m.do('notes/write', write('n2', { turnId: null }));
    m.do('notes/write', write('n4', { turnId: 't2' }));
    expect(note(m, 'n4').itemId).toBe('talk');
    m.as('mod', 'onsite-moderator').do('floor/end', { turnId: 't2' });
    m.do('notes/write', write('n3', { turnId: 't1' }));
    expect(['n1', 'n2', 'n3'].map((id) => note(m, id).turnId)).toEqual(['t1', null, 't1']);
  });

  test('[N2] given two change the same revision, when the later arrives, then it hears what stands there', () => {
    const m = twoTurns();
    m.do('notes/write', write('n1'));
    m.do('notes/write', write('n1', { baseRevision: 1, text: 'hers' }));
    expect(
      m.as('ra-2', 'rapporteur').ask('notes/write', write('n1', { baseRevision: 1, text: 'his' })),
    ).toEqual({
      code: 'notes/stale',
      params: { noteId: 'n1', revision: 2, text: 'hers' },
    });
    expect(m.refusal('notes/write', write('n1'))).toBe('notes/stale');
    expect(m.refusal('notes/remove', { noteId: 'n1', baseRevision: 1 })).toBe('notes/stale');
    m.do('notes/write', write('n1', { baseRevision: 2, text: 'both' }));
    expect(note(m)).toMatchObject({
      revision: 3,
      text: 'both',
      editor: { personId: 'ra-2' },
      author: { personId: 'ra-1' },
    });
  });

  test('[N2] given a change is undone, when somebody still edits it, then that revision is not there again', () => {
    const m = twoTurns();
    m.do('notes/write', write('n1'));
    const seq = m.do('notes/write', write('n1', { baseRevision: 1, text: 'second' }));
    m.do('history/undo', { seq });
    expect(note(m)).toMatchObject({ text: 'point n1', revision: 3 });
    expect(m.refusal('notes/write', write('n1', { baseRevision: 2, text: 'third' }))).toBe('notes/stale');
  });

  test('[N3] given a change names some things, when it is made, then the others stay and null takes away', () => {
    const m = twoTurns();
    const caseDetails = { title: 'Night-time hydro', link: 'https://example.org/a' };
    m.do(
      'notes/write',
      write('n1', { policyQuestionId: 'pq1', speaker: { personId: 'bo' }, caseDetails, owner: 'Organisers' }),
    );
    m.do('notes/write', write('n1', { baseRevision: 1, text: 'other', owner: null }));
    expect(note(m)).toMatchObject({
      text: 'other',
      policyQuestionId: 'pq1',
      speaker: { personId: 'bo', name: 'Bo 博' },
      caseDetails,
      owner: null,
    });
    m.do(
      'notes/write',
      write('n1', { baseRevision: 2, turnId: 't1', speaker: null, policyQuestionId: null }),
    );
    expect(note(m)).toMatchObject({ turnId: 't1', speaker: null, policyQuestionId: null, text: 'point n1' });
  });

  test.each([
    ['a turn', { turnId: 'gone' }, 'floor/no-such-turn'],
    ['a policy question', { policyQuestionId: 'gone' }, 'notes/no-such-question'],
    ['a person', { speaker: { personId: 'gone' } }, 'people/no-such-person'],
    ['nobody', { speaker: {} }, 'invalid'],
    ['a link that is none', { caseDetails: { link: 'javascript:alert(1)' } }, 'invalid'],
    ['no text', { text: ' \u200b\n' }, 'invalid'],
    ['too long a text', { text: 'x'.repeat(NOTE_CHARS_MAX + 1) }, 'invalid'],
  ])(
    '[N3] given a point names %s that is not there, when it is written, then it is refused',
    (_, wrong, code) => {
      expect(twoTurns().refusal('notes/write', write('n1', wrong))).toBe(code);
    },
  );

  test('[N3] given a point is not there, when it is changed or done anything with, then the refusal says so', () => {
    const m = twoTurns();
    m.do('notes/write', write('n1'));
    for (const [name, args] of [
      ['notes/write', write('gone', { baseRevision: 1 })],
      ['notes/remove', { noteId: 'gone', baseRevision: 1 }],
      ['notes/move', { noteId: 'gone', afterNoteId: null }],
      ['notes/move', { noteId: 'n1', afterNoteId: 'gone' }],
      ['notes/reveal', { noteId: 'gone', revealed: true }],
      ['notes/endorse', { noteId: 'gone', personId: 'ana', stance: 'support' }],
      ['notes/ask', { noteId: 'gone' }],
    ] as const) {
      expect(m.refusal(name, args), name).toBe('notes/no-such-note');
    }
  });

  test('[N3] given the list is full, when one more is written, then it is refused and the others still change', () => {
    const m = meeting(PLAN);
    for (let n = 0; n < NOTES_MAX; n += 1) m.do('notes/write', write(`n${n}`));
    expect(m.refusal('notes/write', write('more'))).toBe('too-many');
    expect(m.refusal('notes/write', write('n7', { baseRevision: 1, text: 'x' }))).toBeNull();
  });

  test('[N4] given a point is changed and removed, when staff looks, then the earlier wordings are there', () => {
    const m = twoTurns();
    m.do('notes/write', write('n1'));
    m.as('ra-2', 'rapporteur')
      .wait(5)
      .do('notes/write', write('n1', { baseRevision: 1, text: 'second' }));
    // Neither a new place nor a tap is another wording.
    m.do('notes/write', write('n1', { baseRevision: 2, text: 'second', turnId: 't1' }));
    m.do('notes/endorse', { noteId: 'n1', personId: 'bo', stance: 'support' });
    m.do('notes/remove', { noteId: 'n1', baseRevision: 3 });
    const [one, two] = ['ra-1', 'ra-2'].map((personId) => ({ personId, role: 'rapporteur' }));
    const at = { noteId: 'n1', kind: 'point', replacedBy: two, replacedAtMs: 1_070_000 };
    expect(m.state.versions).toEqual([
      { ...at, revision: 1, text: 'point n1', author: one },
      { ...at, revision: 3, text: 'second', author: two },
    ]);
    expect(m.state.notes).toEqual([]);
  });

  test('[N4] given more wordings than are kept, when another comes, then the oldest goes', () => {
    const m = meeting(PLAN);
    m.do('notes/write', write('n1'));
    for (let n = 1; n <= NOTE_VERSIONS_MAX + 1; n += 1)
      m.do('notes/write', write('n1', { baseRevision: n, text: `v${n}` }));
    expect(m.state.versions).toHaveLength(NOTE_VERSIONS_MAX);
    expect(m.state.versions?.[0]?.text).toBe('v1');
  });

  test('[N5] given two points, when they are merged, then one is left with what only the other had', () => {
    const m = twoTurns();
    m.do('notes/write', write('n1', { caseDetails: { title: 'mine' } }));
    m.do(
      'notes/write',
      write('n2', { policyQuestionId: 'pq1', owner: 'Them', caseDetails: { title: 'x', place: 'Kyoto' } }),
    );
    m.do('notes/endorse', { noteId: 'n1', personId: 'ana', stance: 'support' });
    m.do('notes/endorse', { noteId: 'n2', personId: 'ana', stance: 'reservation' });
    m.do('notes/endorse', { noteId: 'n2', name: 'Row C', channel: 'onsite', stance: 'support' });
    const merge = { noteId: 'n1', otherNoteId: 'n2', baseRevision: 1, otherBaseRevision: 1, text: 'both' };
    expect(m.refusal('notes/merge', { ...merge, otherNoteId: 'n1' })).toBe('invalid');
    expect(m.refusal('notes/merge', { ...merge, otherBaseRevision: 2 })).toBe('notes/stale');
    expect(m.refusal('notes/merge', { ...merge, otherNoteId: 'gone' })).toBe('notes/no-such-note');
    const before = m.state.notes;
    const seq = m.do('notes/merge', merge);
    expect(m.state.notes).toHaveLength(1);
    expect(note(m)).toMatchObject({
      text: 'both',
      revision: 2,
      policyQuestionId: 'pq1',
      owner: 'Them',
      caseDetails: { title: 'mine', place: 'Kyoto' },
      stances: [
        { personId: 'ana', name: 'Ana', channel: 'onsite', stance: 'support' },
        { name: 'Row C', channel: 'onsite', stance: 'support' },
      ],
    });
    expect(m.state.versions?.map((version) => version.text)).toEqual(['point n1', 'point n2']);
    m.do('history/undo', { seq });
    expect(m.state.notes).toEqual(before.map((one) => ({ ...one, revision: one.noteId === 'n1' ? 3 : 1 })));
  });

  test('[N5] given neither has details or stances, when they are merged, then there are none', () => {
    const m = twoTurns();
    m.do('notes/write', write('n1'));
    m.do('notes/write', write('n2'));
    m.do('notes/merge', {
      noteId: 'n1',
      otherNoteId: 'n2',
      baseRevision: 1,
      otherBaseRevision: 1,
      text: 'both',
    });
    expect(note(m)).toMatchObject({ caseDetails: null, text: 'both' });
    expect(note(m).stances).toBeUndefined();
  });

  test('[N6] given points in the order of typing, when one is moved, then it stands right behind the other', () => {
    const m = twoTurns();
    for (const [at, noteId] of ['n1', 'n2', 'n3', 'n4'].entries()) {
      m.do('notes/write', write(noteId, { typedAtMs: 1_050_000 + at }));
    }
    m.do('notes/move', { noteId: 'n4', afterNoteId: 'n1' });
    expect(order(m)).toEqual(['n1', 'n4', 'n2', 'n3']);
    m.do('notes/move', { noteId: 'n2', afterNoteId: null });
    expect(order(m)).toEqual(['n2', 'n1', 'n4', 'n3']);
    m.do('notes/move', { noteId: 'n2', afterNoteId: 'n3' });
    expect(order(m)).toEqual(['n1', 'n4', 'n3', 'n2']);
  });

  test('[N6] given the only point, or points of the same moment, when one is moved, then there is room all the same', () => {
    const m = twoTurns();
    m.do('notes/write', write('n1'));
    m.do('notes/move', { noteId: 'n1', afterNoteId: null });
    m.do('notes/write', write('n2'));
    m.do('notes/write', write('n3'));
    m.do('notes/move', { noteId: 'n3', afterNoteId: 'n1' });
    expect(order(m)).toEqual(['n1', 'n3', 'n2']);
  });

  test('[N6] for any moves, each stands where it was put', () => {
    const moves = fc.array(fc.tuple(fc.nat(5), fc.nat(6)), { maxLength: 60 });
    fc.assert(
      fc.property(moves, (steps) => {
        const m = twoTurns();
        for (let n = 0; n < 6; n += 1) m.do('notes/write', write(`n${n}`));
        let expected = order(m);
        for (const [which, to] of steps) {
          const noteId = `n${which}`;
          const others = expected.filter((other) => other !== noteId);
          const afterNoteId = to === 0 ? null : (others[to - 1] ?? null);
          m.do('notes/move', { noteId, afterNoteId });
          expected = others.toSpliced(afterNoteId === null ? 0 : to, 0, noteId);
          expect(order(m)).toEqual(expected);
        }
      }),
    );
  });

  test('[N10] given any script, when it is written, then every letter is as it was typed', () => {
    const texts = [
      'e\u0301',
      'ไทย\u200bภาษา',
      'می\u200cخواهم',
      '\u200fعربي (ABC)\u200f',
      '👩\u200d💻',
      '=HYPERLINK("x")',
      'a\tb\nc',
      'Việt Nam',
      '  <script>  ',
    ];
    const m = twoTurns();
    for (const [at, text] of texts.entries()) m.do('notes/write', write(`n${at}`, { text }));
    expect(m.state.notes.map((one) => one.text)).toEqual(texts.map((text) => text.trim()));
    m.do('notes/write', write('odd', { text: 'a\u0000b\u202ec\ufeffd\ud800e' }));
    expect(note(m, 'odd').text).toBe('abcd\ufffde');
  });

  test('[P5] given a point of somebody who is renamed and merged, when it is looked at, then it has the name of now', () => {
    const m = twoTurns();
    m.do('notes/write', write('n1', { speaker: { personId: 'bo' } }));
    m.as('mod', 'onsite-moderator').do('people/update', { personId: 'bo', name: 'Bo Li' });
    expect(note(m).speaker).toEqual({ personId: 'bo', name: 'Bo Li' });
    m.do('people/merge', { personId: 'ana', otherPersonId: 'bo' });
    expect(note(m).speaker).toEqual({ personId: 'ana', name: 'Ana' });
  });
});
