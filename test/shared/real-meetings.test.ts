import { describe, expect, test } from 'vitest';
import type { Channel } from '../../shared/lib/vocabulary.ts';
import { fairness } from '../../shared/projections/fairness.ts';
import { type Meeting, meeting } from '../support/meeting.ts';
import { sharedCases } from '../support/shared-cases.ts';

type Recorded = {
  turns: { speaker: string; channel: Channel | null; words: number; seconds: number | null }[];
};
type QueueLog = { events: { t: number; who?: string; op: string }[] };

const TALK = [{ itemId: 'talk', kind: 'discussion' as const, title: 'Talk', minutes: 600 }];
const WORDS_PER_MINUTE = 140;

/** One short meeting of the kind, so that the replay is held in every clone. */
const OWN_MEETING: Recorded = {
  turns: [
    { speaker: 'CHAIR', channel: 'onsite', words: 70, seconds: null },
    { speaker: 'S1', channel: 'online', words: 280, seconds: null },
    { speaker: 'S2', channel: null, words: 0, seconds: 12.345 },
  ],
};
const OWN_LOG: QueueLog = {
  events: [
    { t: 1, who: 'S1', op: 'q+' },
    { t: 2, who: 'S2', op: 'q+' },
    { t: 2, who: 'S1', op: 'q+' },
    { t: 3, who: 'S2', op: 'q-' },
    { t: 9, who: 'S1', op: 'ack' },
    { t: 12, who: 'S3', op: 'ack' },
  ],
};

function talk(): Meeting {
  const m = meeting({ format: 'evenfloor.plan', v: 1, title: 'Replay', agenda: TALK });
  m.do('agenda/begin', { itemId: 'talk', afterItemId: null });
  return m;
}

describe('real meetings', () => {
  test('[B7] given what was really said, when it is replayed, then the sums are the record’s, to the millisecond', () => {
    for (const [name, record] of [['own', OWN_MEETING] as const, ...sharedCases<Recorded>('meetings')]) {
      const m = talk();
      const expected = { onsite: 0, online: 0 };
      record.turns.forEach(({ speaker, channel, words, seconds }, index) => {
        // Where two speak at once, some records say less than nothing.
        const spokenMs = Math.max(0, Math.round((seconds ?? (words / WORDS_PER_MINUTE) * 60) * 1_000));
        const side = channel ?? 'onsite';
        const after = index === 0 ? null : `t${index - 1}`;
        m.do('floor/give', {
          turnId: `t${index}`,
          person: { name: speaker, channel: side },
          afterTurnId: after,
        });
        m.wait(spokenMs / 1_000).do('floor/end', { turnId: `t${index}` });
        expected[side] += spokenMs;
      });
      const { channels } = fairness(m.state, m.nowMs);
      expect(Math.round(channels.onsite.seconds * 1_000), name).toBe(expected.onsite);
      expect(Math.round(channels.online.seconds * 1_000), name).toBe(expected.online);
      expect(channels.onsite.turns + channels.online.turns, name).toBe(record.turns.length);
    }
  });

  test('[Q7] given how hands really came and went, when it is replayed, then whoever is not in the log’s line waits nowhere', () => {
    for (const [name, log] of [['own', OWN_LOG] as const, ...sharedCases<QueueLog>('queues')]) {
      const m = talk();
      const line = new Map<string, string>();
      let last: string | null = null;
      log.events.forEach(({ who = '', op }, index) => {
        const waiting = line.get(who);
        if (op === 'q+' && who && !waiting) {
          const entryId = `e${index}`;
          m.do('queue/join', { entryId, name: who, channel: 'online', door: 'chat', kind: 'topic' });
          line.set(who, entryId);
        } else if (op === 'q-' && waiting) {
          m.do('queue/leave', { entryId: waiting });
          line.delete(who);
        } else if (op === 'ack' && who) {
          const whom = waiting ? { entryId: waiting } : { person: { name: who, channel: 'online' } };
          m.do('floor/give', { turnId: `t${index}`, ...whom, afterTurnId: last });
          line.delete(who);
          last = `t${index}`;
        }
      });
      expect(m.state.queue.entries.map((entry) => entry.entryId).toSorted(), name).toEqual(
        [...line.values()].toSorted(),
      );
    }
  });
});
