import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compacted, expanded } from '../../shared/compact.ts';
import { must } from '../../shared/lib/assert.ts';
import { hubMessageSchema } from '../../shared/protocol.ts';
import { redactCommit } from '../../shared/redact.ts';
import { discussion, meeting } from '../support/meeting.ts';
import { anyCommands, play } from '../support/random-meeting.ts';

/** As long as those that the pages make. */
const ID = 'Qw3rTz8uIo';

describe('the compact form', () => {
  test('[W5] given any meeting, when the public’s commits are made compact and expanded again, then only the command’s id is gone', () => {
    fc.assert(
      fc.property(anyCommands(40), (steps) => {
        const m = meeting();
        play(m, steps);
        for (const commit of m.commits) {
          const sent = redactCommit(commit, 'public', Math.max(0, commit.seq - 3));
          if (!sent) continue;
          const message = { type: 'compact', commits: [JSON.parse(JSON.stringify(compacted(sent)))] };
          const read = hubMessageSchema.parse(message);
          if (read.type !== 'compact') throw new Error('another type');
          const wire = JSON.parse(JSON.stringify({ ...sent, commandId: '' }));
          expect(expanded(must(read.commits[0], 'commit'))).toEqual(wire);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('[W5] given an event of a later version, when it is made compact, then the version stays', () => {
    const commit = { seq: 9, prev: 7, atMs: 5, actor: 'host' as const, commandId: 'c' };
    const later = { ...commit, events: [{ type: 'queue/opened', v: 2 }] as never };
    expect(compacted(later)).toEqual([9, 2, 5, 'host', [{ type: 'queue/opened', v: 2 }]]);
    expect(expanded(compacted(later)).events).toEqual([{ type: 'queue/opened', v: 2 }]);
  });

  test('[W5] given a commit of the staff, when it is to be made compact, then that is a bug of ours', () => {
    const commit = { seq: 9, prev: 7, atMs: 5, actor: { role: 'host' as const }, commandId: 'c', events: [] };
    expect(() => compacted(commit)).toThrow('the public is not told');
  });

  test('[W5] given a hand as phones put it up, when it is sent to a phone, then it takes less than 175 bytes', () => {
    const m = discussion();
    m.as(ID, 'participant').do('people/introduce', { name: 'Ana María López', channel: 'online' });
    m.do('queue/join', { entryId: ID, personId: ID, channel: 'online', door: 'phone', kind: 'topic' });
    const sent = must(redactCommit(must(m.commits.at(-1), 'commit'), 'public', m.commits.length - 1), 'sent');
    const bytes = Buffer.byteLength(JSON.stringify({ type: 'compact', commits: [compacted(sent)] }));
    expect(bytes).toBeLessThan(175);
    expect(Buffer.byteLength(JSON.stringify({ type: 'commits', commits: [sent] }))).toBeGreaterThan(bytes);
  });
});
