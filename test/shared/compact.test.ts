import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMessage, shortened } from '../../shared/compact.ts';
import { must } from '../../shared/lib/assert.ts';
import { redactCommit } from '../../shared/redact.ts';
import { discussion, meeting } from '../support/meeting.ts';
import { anyCommands, play } from '../support/random-meeting.ts';

/** As long as those that the pages make. */
const ID = 'Qw3rTz8uIo';

const wireOf = (...commits: Parameters<typeof shortened>[0][]) =>
  JSON.stringify({ short: commits.map(shortened) });

describe('the short form', () => {
  test('[W5] given any meeting, when the public’s commits are made short and read again, then only the command’s id is gone', () => {
    fc.assert(
      fc.property(anyCommands(40), (steps) => {
        const m = meeting();
        play(m, steps);
        for (const commit of m.commits) {
          const sent = redactCommit(commit, 'public', Math.max(0, commit.seq - 3));
          if (!sent) continue;
          const plain = JSON.stringify({ type: 'commits', commits: [{ ...sent, commandId: '' }] });
          const read = readMessage(wireOf(sent));
          expect(read).toEqual(JSON.parse(plain));
        }
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    [
      'a hand without a name',
      { entryId: 'e', channel: 'online', door: 'phone', kind: 'topic' },
      ['queue/joined', 'e', 'online', 'phone', 'topic'],
    ],
    [
      'a name that is not known for sure',
      { entryId: 'e', channel: 'online', door: 'phone', kind: 'topic', name: undefined },
      ['queue/joined', 'e', 'online', 'phone', 'topic'],
    ],
    [
      'a topic, and no name before it',
      { entryId: 'e', channel: 'online', door: 'phone', kind: 'topic', topic: 'T' },
      ['queue/joined', 'e', 'online', 'phone', 'topic', null, null, 'T'],
    ],
    [
      'more than there are places for',
      { entryId: 'e', channel: 'online', door: 'phone', kind: 'topic', relayed: true },
      { type: 'queue/joined', entryId: 'e', channel: 'online', door: 'phone', kind: 'topic', relayed: true },
    ],
    [
      'a later version',
      { v: 2, entryId: 'e', channel: 'online', door: 'phone', kind: 'topic' },
      { type: 'queue/joined', v: 2, entryId: 'e', channel: 'online', door: 'phone', kind: 'topic' },
    ],
  ])('[W5] given %s, when it is made short, then nothing is lost', (_, fields, short) => {
    const event = { type: 'queue/joined', v: 1, ...fields };
    const commit = { seq: 9, prev: 7, atMs: 5, actor: 'participant' as const, commandId: 'c' };
    const sent = { ...commit, events: [event, { type: 'queue/left', v: 1, entryId: 'e' }] as never };
    expect(JSON.parse(wireOf(sent))).toEqual({ short: [[9, 2, 5, 6, short, ['queue/left', 'e']]] });
    expect(readMessage(wireOf(sent, sent))).toEqual({
      type: 'commits',
      commits: [
        { ...sent, commandId: '' },
        { ...sent, commandId: '' },
      ],
    });
  });

  test('[W5] given every author and every field that has a place, when they are made short, then their numbers and places are those of the wire', () => {
    const fields = {
      entryId: 'e',
      channel: 'online',
      door: 'web',
      kind: 'reply',
      itemId: 'i',
      name: 'N',
      topic: 'T',
    };
    const actors = [
      'hub',
      'host',
      'onsite-moderator',
      'online-moderator',
      'rapporteur',
      'liaison',
      'participant',
      'display',
    ] as const;
    for (const [place, actor] of actors.entries()) {
      const commit = { seq: 9, prev: 7, atMs: 5, actor, commandId: 'c' };
      const sent = { ...commit, events: [{ type: 'queue/joined', v: 1, ...fields }] as never };
      const event = ['queue/joined', 'e', 'online', 'web', 'reply', 'i', 'N', 'T'];
      expect(JSON.parse(wireOf(sent))).toEqual({ short: [[9, 2, 5, place, event]] });
    }
  });

  test('[W5] given a commit of the staff, when it is to be made short, then that is a bug of ours', () => {
    const commit = { seq: 9, prev: 7, atMs: 5, actor: { role: 'host' as const }, commandId: 'c', events: [] };
    expect(() => shortened(commit)).toThrow('the public is not told');
  });

  test.each([
    ['on a phone', 'participant', 'phone'],
    ['by a moderator', 'onsite-moderator', 'room'],
  ] as const)(
    '[W5] given a hand put up %s, when it is sent to a phone, then it takes less than 110 bytes',
    (_, role, door) => {
      const m = discussion();
      m.as(ID, 'participant').do('people/introduce', { name: 'Ana María López', channel: 'online' });
      const hand = { entryId: ID, channel: 'online', door, kind: 'topic' } as const;
      m.as(ID, role).do(
        'queue/join',
        role === 'participant' ? { ...hand, personId: ID } : { ...hand, name: 'Bo Li' },
      );
      const sent = must(
        redactCommit(must(m.commits.at(-1), 'commit'), 'public', m.commits.length - 1),
        'sent',
      );
      expect(Buffer.byteLength(wireOf(sent))).toBeLessThan(110);
    },
  );
});
