import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { buckets } from '../../../../electron/hub/pacing/rate.ts';
import { openRoom, type Room } from '../../../../electron/hub/room.ts';
import { memoryStore } from '../../../../electron/store/memory.ts';
import { alone } from '../../../../electron/store/peers.ts';
import { NEWCOMER_BURST, NEWCOMERS_PER_SECOND } from '../../../../shared/lib/limits.ts';
import type { Role } from '../../../../shared/lib/vocabulary.ts';
import { hand, meeting } from '../../../support/meeting.ts';
import { type SimulatedClock, simulatedClock } from '../../../support/simulated-clock.ts';

describe('a room with one invitation on the wall', () => {
  let clock: SimulatedClock;
  let room: Room;
  let lastId = 0;
  beforeEach(async () => {
    clock = simulatedClock();
    const log = await memoryStore().create('s1', meeting().commits);
    const backupFolder = join(tmpdir(), 'evenfloor-never-made');
    room = await openRoom({
      log,
      secret: Buffer.alloc(32),
      clock,
      backupFolder,
      peers: alone(),
      onBroken: () => undefined,
    });
  });

  /** Raises a hand and says who that is; gives the code of the refusal, if it is one. */
  async function raise(device: string, { inviteId = 'wall', role = 'participant' as Role } = {}) {
    lastId += 1;
    const args = { ...hand(`e${lastId}`, 'online'), name: device };
    const sender = { actor: { personId: device, roles: [role] }, inviteId };
    const answer = await room.submit(sender, `raise-${lastId}`, 'queue/join', args);
    return 'code' in answer ? answer.code : null;
  }

  async function crowd(prefix: string, count: number): Promise<number> {
    const codes = await Promise.all(Array.from({ length: count }, (_, i) => raise(`${prefix}${i}`)));
    return codes.filter((code) => code === 'too-many').length;
  }

  test('[U11] given 3,000 people who come within a minute, when each raises a hand, then nobody is refused', async () => {
    for (let second = 0; second < 60; second += 1) {
      expect(await crowd(`person-${second}-`, 50)).toBe(0);
      clock.advance(1_000);
    }
    expect(room.state.queue.entries).toHaveLength(3_000);
  });

  test('[U11] given one who takes a new identity each time, when the burst is over, then only so many a second come in', async () => {
    expect(await crowd('mask', NEWCOMER_BURST + 200)).toBe(200);
    clock.advance(1_000);
    expect(await crowd('another', 2 * NEWCOMERS_PER_SECOND)).toBe(NEWCOMERS_PER_SECOND);
    // Whoever is in already, the staff, and those who come by another door notice nothing.
    expect(await raise('mask0')).toBe('queue/already-waiting');
    expect(await raise('guest', { inviteId: 'other' })).toBeNull();
    expect(await raise('mod', { inviteId: 'staff', role: 'onsite-moderator' })).toBeNull();
  });
});

describe('buckets', () => {
  test('[U11] given more senders than are kept, when new ones come, then only those that are full again are forgotten', () => {
    const kept = buckets({ perSecond: 1, burst: 2 }, 3);
    expect([kept.take('a', 0), kept.take('a', 0), kept.take('a', 0)]).toEqual([true, true, false]);
    for (const key of ['b', 'c', 'd']) expect(kept.take(key, 0)).toBe(true);
    expect(kept.size).toBe(4);
    // After a second the others are full, `a` is not.
    expect(kept.take('e', 1_000)).toBe(true);
    for (const key of ['f', 'g', 'h', 'i']) kept.take(key, 1_000);
    expect(kept.size).toBe(6);
    expect([kept.take('a', 1_000), kept.take('a', 1_000)]).toEqual([true, false]);
  });

  test('[U11] given senders of whom only another hub tells, when there are many, then no more of them are kept', () => {
    const kept = buckets({ perSecond: 1, burst: 2 }, 3);
    for (let i = 0; i < 1_000; i += 1) kept.charge(`far-${i}`, 1, i * 1_000);
    expect(kept.size).toBeLessThanOrEqual(6);
  });
});
