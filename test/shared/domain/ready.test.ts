import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposedEntryId } from '../../../shared/domain/fairness/view.ts';
import type { EntryKind } from '../../../shared/lib/vocabulary.ts';
import { redactCommit, redactState } from '../../../shared/redact.ts';
import { discussion, hand, type Meeting } from '../../support/meeting.ts';
import { anyCommands, play } from '../../support/random-meeting.ts';

const say = (m: Meeting, entryId: string, readiness: string) => m.do('floor/ready', { entryId, readiness });
const deck = (m: Meeting, ...entryIds: string[]) => {
  for (const entryId of entryIds) m.do('queue/put-on-deck', { entryId });
};
const entry = (m: Meeting, entryId: string) => m.state.queue.entries.find((one) => one.entryId === entryId);

describe('readiness', () => {
  test('[F10] given somebody on deck, when it answers, then the answer stands; nobody else is asked', () => {
    const m = discussion(1).as('dev-1', 'participant');
    m.do('queue/join', { ...hand('e1', 'online'), door: 'phone' });
    expect(m.refusal('floor/ready', { entryId: 'e1', readiness: 'ready' })).toBe('queue/not-on-deck');
    m.as('mod', 'online-moderator').do('queue/put-on-deck', { entryId: 'e1' });
    m.as('dev-1', 'participant').do('floor/ready', { entryId: 'e1', readiness: 'no-microphone' });
    expect(m.state.queue.entries[1]?.readiness).toBe('no-microphone');
    expect(m.refusal('floor/ready', { entryId: 'r1', readiness: 'ready' })).toBe('forbidden');
    m.as('mod', 'online-moderator');
    expect(m.refusal('floor/ready', { entryId: 'r1', readiness: 'ready' })).toBe('queue/not-on-deck');
    expect(m.refusal('floor/ready', { entryId: 'gone', readiness: 'ready' })).toBe('queue/not-on-deck');
    m.do('queue/take-off-deck', { entryId: 'e1' });
    expect(m.state.queue.entries[1]?.readiness).toBeUndefined();
  });

  test('[F13] given one of each side on deck, when the first is not ready, then the next of its side stands there, and its own place is kept', () => {
    const m = discussion(3, 2);
    deck(m, 'r1', 'o1');
    const before = entry(m, 'r1');
    say(m, 'r1', 'not-ready');
    expect(m.state.queue.onDeck).toEqual(['r2', 'o1']);
    expect(entry(m, 'r1')).toEqual({ ...before, held: true, readiness: 'not-ready' });
    expect(proposedEntryId(m.state, m.nowMs)).toBe('r2');
    say(m, 'o1', 'not-ready');
    expect(m.state.queue.onDeck).toEqual(['r2', 'o2']);
    say(m, 'r2', 'not-ready');
    expect(m.state.queue.onDeck).toEqual(['r3', 'o2']);
  });

  test('[F13] given two of one side on deck, when the first is not ready, then the other moves up and nobody passes it', () => {
    const m = discussion(3);
    deck(m, 'r1', 'r2');
    say(m, 'r1', 'not-ready');
    expect(m.state.queue.onDeck).toEqual(['r2', 'r3']);
  });

  test('[F13] given nobody else of the side, or the other side still without a place, when one is not ready, then the other side is told', () => {
    const alone = discussion(1, 2);
    deck(alone, 'r1', 'o1');
    say(alone, 'r1', 'not-ready');
    expect(alone.state.queue.onDeck).toEqual(['o1', 'o2']);
    const late = discussion(3);
    deck(late, 'r1', 'r2');
    late.do('queue/join', hand('o1', 'online'));
    say(late, 'r1', 'not-ready');
    expect(late.state.queue.onDeck).toEqual(['r2', 'o1']);
  });

  test('[F13] given nobody else who could be told, when the last is not ready, then the deck is empty and nobody is proposed', () => {
    const m = discussion(2);
    m.do('queue/hold', { entryId: 'r2' });
    deck(m, 'r1');
    say(m, 'r1', 'not-ready');
    expect(m.state.queue.onDeck).toEqual([]);
    expect(proposedEntryId(m.state, m.nowMs)).toBeNull();
  });

  test('[F13] given somebody not ready, when it says ready, then it is back where it was, asked anew the next time', () => {
    const m = discussion(2, 1).as('dev-1', 'participant');
    const kind: EntryKind = 'topic';
    m.do('queue/join', { entryId: 'e1', name: 'Cy', channel: 'online', door: 'phone', kind });
    m.as('mod', 'online-moderator');
    m.do('queue/leave', { entryId: 'o1' });
    deck(m, 'e1');
    const before = entry(m, 'e1');
    m.as('dev-1', 'participant');
    say(m, 'e1', 'not-ready');
    for (const readiness of ['not-ready', 'no-microphone']) {
      expect(m.refusal('floor/ready', { entryId: 'e1', readiness })).toBe('queue/not-on-deck');
    }
    say(m, 'e1', 'ready');
    expect(entry(m, 'e1')).toEqual(before);
    expect(m.refusal('floor/ready', { entryId: 'e1', readiness: 'ready' })).toBe('queue/not-on-deck');
    m.as('mod', 'online-moderator').do('queue/take-off-deck', { entryId: 'r1' });
    deck(m, 'e1');
    say(m, 'e1', 'ready');
    m.do('queue/take-off-deck', { entryId: 'e1' });
    deck(m, 'e1');
    expect(entry(m, 'e1')).not.toHaveProperty('readiness');
  });

  test('[F13] given somebody not ready, when staff tells, calls or returns it, then that goes before the answer', () => {
    const m = discussion(3);
    deck(m, 'r1');
    say(m, 'r1', 'not-ready');
    m.do('queue/put-on-deck', { entryId: 'r1' });
    expect(m.state.queue.onDeck).toEqual(['r2', 'r1']);
    expect(entry(m, 'r1')).not.toHaveProperty('held');
    say(m, 'r1', 'not-ready');
    m.do('queue/return', { entryId: 'r1' });
    expect(entry(m, 'r1')).not.toHaveProperty('readiness');
    m.do('queue/take-off-deck', { entryId: 'r3' });
    deck(m, 'r1');
    say(m, 'r1', 'not-ready');
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    expect(m.state.floor.turn?.entryId).toBe('r1');
  });

  test('[F13] given a swap, when it is undone, then deck, place and answer are exactly as they were', () => {
    const m = discussion(3, 2);
    deck(m, 'r1', 'o1');
    say(m, 'r1', 'ready');
    const { queue } = m.state;
    const seq = say(m, 'r1', 'not-ready');
    m.do('history/undo', { seq });
    expect(m.state.queue).toEqual(queue);
  });

  test('[F13] for any meeting: whoever is not ready keeps place and request time, is not on deck and not proposed', () => {
    fc.assert(
      fc.property(anyCommands(60), (steps) => {
        const m = discussion(2, 2);
        for (const step of steps) {
          const { entries } = m.state.queue;
          play(m, [step]);
          const isAnswer = m.commits.at(-1)?.events[0]?.type === 'floor/readied';
          for (const { held, readiness, ...facts } of m.state.queue.entries) {
            if (!held || readiness !== 'not-ready') continue;
            const { entryId } = facts;
            expect(m.state.queue.onDeck).not.toContain(entryId);
            expect(proposedEntryId(m.state, m.nowMs)).not.toBe(entryId);
            if (!isAnswer) continue;
            const {
              held: _,
              readiness: __,
              ...before
            } = entries.find((one) => one.entryId === entryId) ?? {};
            expect(facts).toEqual(before);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('[R3] given answers on deck, when they are redacted for the public, then only the deck is left of them', () => {
    const m = discussion(3);
    deck(m, 'r1');
    const ready = say(m, 'r1', 'ready');
    const swap = say(m, 'r1', 'not-ready');
    const sent = (seq: number) => {
      const commit = m.commits[seq - 1];
      return commit ? redactCommit(commit, 'public', 0) : undefined;
    };
    expect(sent(ready)).toBeNull();
    expect(sent(swap)?.events.map(({ type }) => type)).toEqual(['queue/held', 'queue/put-on-deck']);
    expect(JSON.stringify(redactState(m.state, 'public'))).not.toContain('readiness');
    expect(redactState(m.state, 'staff').queue.entries[0]?.readiness).toBe('not-ready');
  });
});
