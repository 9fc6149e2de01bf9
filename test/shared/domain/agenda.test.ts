import { describe, expect, test } from 'vitest';
import { applyAgenda } from '../../../shared/domain/agenda/apply.ts';
import { allottedMs, currentItem, itemAt, spentMs } from '../../../shared/domain/agenda/slice.ts';
import { must } from '../../../shared/lib/assert.ts';
import { discussion, meeting, planOfDiscussion } from '../../support/meeting.ts';

const itemOf = (m: ReturnType<typeof meeting>, itemId: string) =>
  must(
    m.state.agenda.items.find((item) => item.itemId === itemId),
    itemId,
  );

describe('agenda', () => {
  test('[A1] given two people who saw no current item, when both begin one, then the later is told', () => {
    const m = meeting();
    m.do('agenda/begin', { itemId: 'opening', afterItemId: null });
    expect(currentItem(m.state.agenda)?.itemId).toBe('opening');
    expect(m.ask('agenda/begin', { itemId: 'talk', afterItemId: null })).toEqual({
      code: 'agenda/moved-on',
      params: { title: 'Opening' },
    });
    expect(m.refusal('agenda/begin', { itemId: 'opening', afterItemId: 'opening' })).toBe(
      'agenda/already-current',
    );
    expect(m.refusal('agenda/begin', { itemId: 'nowhere', afterItemId: 'opening' })).toBe(
      'agenda/no-such-item',
    );
    m.do('agenda/begin', { itemId: 'talk', afterItemId: 'opening' });
    expect(m.state.agenda.items.filter((item) => item.runningSinceMs !== null)).toHaveLength(1);
  });

  test('[A1] given no current item, when somebody names one as seen, then that is refused', () => {
    const m = meeting();
    expect(m.ask('agenda/begin', { itemId: 'talk', afterItemId: 'opening' })).toEqual({
      code: 'agenda/moved-on',
      params: { title: '' },
    });
  });

  test('[A2] given a session not started, when an item begins, then the session starts in the same commit', () => {
    const m = meeting();
    m.do('agenda/begin', { itemId: 'talk', afterItemId: null });
    expect(m.commits.at(-1)?.events.map((event) => event.type)).toEqual(['session/started', 'agenda/begun']);
    m.do('agenda/begin', { itemId: 'closing', afterItemId: 'talk' });
    expect(m.commits.at(-1)?.events.map((event) => event.type)).toEqual(['agenda/begun']);
  });

  test('[A2] given a session that is stopped or over, when an item begins, then that is refused', () => {
    const m = discussion();
    m.do('session/pause');
    expect(m.refusal('agenda/begin', { itemId: 'closing', afterItemId: 'talk' })).toBe(
      'session/already-paused',
    );
    m.do('session/resume');
    m.do('session/end');
    expect(m.refusal('agenda/begin', { itemId: 'closing', afterItemId: 'talk' })).toBe('session/ended');
  });

  test('[A3] given an item that is current twice, when it runs 60 s and 30 s, then it has run 90 s', () => {
    const m = meeting();
    m.do('agenda/begin', { itemId: 'talk', afterItemId: null });
    m.wait(60).do('agenda/begin', { itemId: 'opening', afterItemId: 'talk' });
    m.wait(500).do('agenda/begin', { itemId: 'talk', afterItemId: 'opening' });
    m.wait(30);
    expect(spentMs(itemOf(m, 'talk'), m.nowMs)).toBe(90_000);
    expect(spentMs(itemOf(m, 'opening'), m.nowMs)).toBe(500_000);
    expect(spentMs(itemOf(m, 'closing'), m.nowMs)).toBe(0);
  });

  test('[A4] given an item of 40 minutes, when 5 are granted and 50 taken off, then the second is refused', () => {
    const m = discussion();
    m.do('agenda/adjust', { itemId: 'talk', seconds: 300 });
    expect(allottedMs(itemOf(m, 'talk'))).toBe(45 * 60_000);
    expect(itemOf(m, 'talk').minutes).toBe(40);
    expect(m.refusal('agenda/adjust', { itemId: 'talk', seconds: -50 * 60 })).toBe('agenda/below-zero');
    expect(m.refusal('agenda/adjust', { itemId: 'nowhere', seconds: 1 })).toBe('agenda/no-such-item');
  });

  test('[A5] given a running item, when the agenda is edited, then what it has run stays', () => {
    const m = discussion();
    m.wait(60);
    const { items, revision } = m.state.agenda;
    m.do('agenda/edit', {
      baseRevision: revision,
      items: [...items.slice(1), { itemId: 'coffee', kind: 'other', title: 'Coffee', minutes: 10 }],
    });
    expect(m.state.agenda.items.map((item) => item.itemId)).toEqual([
      'speeches',
      'talk',
      'closing',
      'coffee',
    ]);
    expect(spentMs(itemOf(m, 'talk'), m.nowMs)).toBe(60_000);
    expect(m.refusal('agenda/edit', { baseRevision: revision, items })).toBe('agenda/stale');
  });

  test('[A4] given minutes were taken off, when an edit leaves fewer than that, then the item has none left, not less', () => {
    const m = discussion();
    m.do('agenda/adjust', { itemId: 'opening', seconds: -300 });
    m.do('agenda/edit', { items: m.state.agenda.items.map((item) => ({ ...item, minutes: 1 })) });
    expect(allottedMs(itemOf(m, 'opening'))).toBe(0);
    m.do('agenda/adjust', { itemId: 'opening', seconds: 60 });
    expect(allottedMs(itemOf(m, 'opening'))).toBe(60_000);
  });

  test('[A5] given an item that has begun, when an edit leaves it out, then that is refused', () => {
    const m = discussion();
    expect(m.refusal('agenda/edit', { items: [] })).toBe('agenda/already-begun');
    expect(m.refusal('agenda/edit', { items: [...m.state.agenda.items, ...m.state.agenda.items] })).toBe(
      'invalid',
    );
  });

  test('[A6] given a plan that says nothing of it, when the session is made, then only the discussion is fair', () => {
    expect(meeting().state.agenda.items.map((item) => item.fair)).toEqual([false, false, true, false]);
    const unfair = planOfDiscussion({
      agenda: [{ itemId: 'a', kind: 'discussion', title: 'A', minutes: 1, fair: false }],
    });
    expect(meeting(unfair).state.agenda.items[0]?.fair).toBe(false);
  });

  test('[A3] given a log older than when items began, when one is looked up by time, then by what is known of each', () => {
    const m = meeting();
    for (const itemId of ['talk', 'opening']) {
      m.do('agenda/begin', { itemId, afterItemId: m.state.agenda.currentItemId });
      m.wait(10);
    }
    const { begins: _, ...older } = m.state.agenda;
    const times = [999_999, 1_000_000, 1_009_999, 1_010_000];
    expect(times.map((atMs) => itemAt(older, atMs)?.itemId)).toEqual([undefined, 'talk', 'talk', 'opening']);
    const next = applyAgenda(
      older,
      { type: 'agenda/begun', v: 1, itemId: 'talk' },
      { seq: 9, atMs: 1_020_000 },
    );
    expect(itemAt(next, 1_015_000)?.itemId).toBe('opening');
    expect(itemAt(next, 1_020_000)?.itemId).toBe('talk');
  });

  test('[A5] given an edit is undone, when somebody who saw it edits on, then that is refused: no revision is used twice', () => {
    const m = meeting();
    const items = must(planOfDiscussion().agenda, 'agenda');
    const edit = (title: string, baseRevision = m.state.agenda.revision) => ({
      items: items.map((item) => (item.itemId === 'talk' ? { ...item, title } : item)),
      baseRevision,
    });
    const seq = m.do('agenda/edit', edit('A'));
    const seen = m.state.agenda.revision;
    m.do('history/undo', { seq });
    m.do('agenda/edit', edit('C'));
    expect(m.refusal('agenda/edit', edit('Y', seen))).toBe('agenda/stale');
    const { revision } = m.state.agenda;
    m.do('history/undo', { seq: m.do('agenda/adjust', { itemId: 'talk', seconds: 60 }) });
    expect(m.state.agenda.revision).toBe(revision);
  });
});
