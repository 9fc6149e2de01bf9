import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { memoryStore } from '../../../electron/store/memory.ts';
import type { HubMessage } from '../../../shared/protocol.ts';
import { type FaultyDisk, faultyStore } from '../../support/faulty-store.ts';
import { connect, type HubClient } from '../../support/hub-client.ts';
import { hand } from '../../support/meeting.ts';
import { runningHub } from '../../support/running-hub.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';

let t: Awaited<ReturnType<typeof runningHub>>;
let clock: ReturnType<typeof simulatedClock>;
let disk: FaultyDisk;
let said: ReturnType<typeof vi.spyOn>;
beforeEach(async () => {
  clock = simulatedClock();
  disk = { isFull: false, wait: async () => undefined };
  said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  t = await runningHub({ clock, store: faultyStore(memoryStore(), disk) });
});
afterEach(async () => {
  said.mockRestore();
  await t.stop();
});

type Presence = Extract<HubMessage, { type: 'presence' }>;
const isPresence = (message: HubMessage): message is Presence => message.type === 'presence';

/** Until the staff has been told so, second by second. */
async function told(client: HubClient, cannotWrite: true | undefined): Promise<void> {
  await expect
    .poll(() => {
      clock.advance(1_000);
      return client.received.findLast(isPresence)?.cannotWrite;
    })
    .toBe(cannotWrite);
}

describe('a disk that takes nothing', () => {
  test('[L12] given a command could not be written, when others of the staff look, then they are told; once there is room, by itself not any more', async () => {
    const host = await connect(t.linkOf('host'));
    const rapporteur = await connect(t.linkOf('rapporteur'));
    const phone = await connect(t.linkOf('participant'));
    disk.isFull = true;
    expect(await host.command('queue/join', hand('e1', 'onsite'))).toMatchObject({
      code: 'hub/cannot-write',
    });
    await told(rapporteur, true);
    expect(phone.received.filter(isPresence).some((message) => message.cannotWrite)).toBe(false);
    const late = await connect(t.linkOf('online-moderator'));
    await told(late, true);
    expect(late.state.queue.entries).toEqual([]);
    disk.isFull = false;
    await told(rapporteur, undefined);
    await host.must('queue/join', hand('e1', 'onsite'));
    const [failed, works] = said.mock.calls.map(String);
    expect(failed).toContain('session session-1');
    expect(works).toContain('session session-1: what is written is taken again');
    expect(said.mock.calls).toHaveLength(2);
  });

  test('[L12] given a clock runs, when the disk takes not even word that the hub lives, then the staff is told before anybody tries', async () => {
    const host = await connect(t.linkOf('host'));
    await host.must('agenda/begin', { itemId: 'talk', afterItemId: null });
    disk.isFull = true;
    await told(host, true);
    disk.isFull = false;
    await told(host, undefined);
  });
});
