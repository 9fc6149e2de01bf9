import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startHub } from '../../../../electron/hub/hub.ts';
import type { HubMessage } from '../../../../shared/protocol.ts';
import { connect, type HubClient } from '../../../support/hub-client.ts';
import { hand } from '../../../support/meeting.ts';
import { runningHub } from '../../../support/running-hub.ts';
import { simulatedClock } from '../../../support/simulated-clock.ts';

let t: Awaited<ReturnType<typeof runningHub>>;
let clock: ReturnType<typeof simulatedClock>;
beforeEach(async () => {
  clock = simulatedClock();
  t = await runningHub({ clock });
});
afterEach(() => t.stop());

const PHONE = { clientId: 'phone-of-ada-0123456789' };

/** Ada's phone with its hand up. */
async function waiting(): Promise<HubClient> {
  const phone = await connect(t.linkOf('participant'), PHONE);
  await phone.must('people/introduce', { name: 'Ada', channel: 'online' });
  await phone.must('queue/join', { ...hand('e1', 'online'), name: undefined, door: 'web' });
  return phone;
}

type Presence = Extract<HubMessage, { type: 'presence' }>;
const isPresence = (message: HubMessage): message is Presence => message.type === 'presence';
const last = (client: HubClient) => client.received.findLast(isPresence)?.quiet;

/** The next word of who is here, once the hub has heard that `phone` is gone or back. */
async function told(moderator: HubClient, count: number): Promise<void> {
  const isSo = (message: HubMessage) => isPresence(message) && message.count === count;
  const heard = moderator.until(isSo);
  await expect
    .poll(() => {
      clock.advance(1_000);
      return moderator.received.findLast(isPresence)?.count;
    })
    .toBe(count);
  await heard;
}

describe('a hand without a line', () => {
  test('[Q12] given a phone is gone, when two minutes are over, then the staff is told, the place is kept, and its return ends it', async () => {
    const moderator = await connect(t.linkOf('online-moderator'));
    const phone = await waiting();
    await told(moderator, 2);
    const hereMs = clock.nowMs();
    phone.close();
    await told(moderator, 1);
    const knownMs = clock.nowMs();
    expect(last(moderator)).toBeUndefined();
    const heard = moderator.until((message) => isPresence(message) && message.quiet !== undefined);
    clock.advance(125_000);
    await heard;
    expect(last(moderator)).toEqual(['e1']);
    const sinceMs = moderator.received.findLast(isPresence)?.quietSince?.e1;
    expect(sinceMs).toBeGreaterThanOrEqual(hereMs);
    expect(sinceMs).toBeLessThan(knownMs);
    const watcher = await connect(t.linkOf('participant'), { clientId: 'somebody-else-0123456789' });
    expect(watcher.received.find(isPresence)).not.toHaveProperty('quiet');
    const again = await connect(t.linkOf('participant'), PHONE);
    expect(again.state.queue.entries.map((entry) => entry.entryId)).toEqual(['e1']);
    await told(moderator, 3);
    expect(last(moderator)).toBeUndefined();
  });

  test('[Q12] given the hub starts anew, when nobody comes back in two minutes, then the hand has gone quiet; staff’s own never does', async () => {
    const phone = await waiting();
    const host = await connect(t.linkOf('host'));
    await host.must('queue/join', hand('e2', 'onsite'));
    await host.must('queue/join', { ...hand('e3', 'onsite'), name: undefined, personId: 'ana', door: 'web' });
    phone.close();
    host.close();
    const { dataDir, webDir } = t;
    const { port } = t.hub;
    await t.hub.close();
    t.hub = await startHub({ dataDir, webDir, clock, host: '127.0.0.1', port });
    await t.hub.openSession(t.session.sessionId);
    clock.advance(121_000);
    const moderator = await connect(t.linkOf('online-moderator'));
    expect(moderator.received.find(isPresence)?.quiet ?? (await moderator.until(isPresence))).toEqual(['e1']);
  });
});
