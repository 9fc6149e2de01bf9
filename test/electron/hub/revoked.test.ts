import { afterEach, beforeEach, expect, test } from 'vitest';
import { memoryStore } from '../../../electron/store/memory.ts';
import type { Role } from '../../../shared/lib/vocabulary.ts';
import { CLOSE } from '../../../shared/wire.ts';
import { faultyStore } from '../../support/faulty-store.ts';
import { hand } from '../../support/meeting.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';
import { type SimulatedHub, simulatedHub } from '../../support/simulated-hub.ts';
import { settled } from '../../support/slow-log.ts';

let hub: SimulatedHub;
let gate: Promise<void>;
beforeEach(async () => {
  gate = Promise.resolve();
  const disk = { isFull: false, wait: () => gate };
  const memory = memoryStore();
  hub = await simulatedHub(simulatedClock(), () => faultyStore(memory, disk));
});
afterEach(() => hub.close());

const by = (role: Role) => ({ actor: { personId: role, roles: [role] }, inviteId: `invite-${role}` });
const revoke = () =>
  hub.room.submit(by('host'), 'revoke', 'invites/revoke', { inviteId: 'invite-onsite-moderator' });

test('[U6] given an invitation that is being revoked, when somebody comes by it and waits for the disk, then they are not let in', async () => {
  let open = () => {};
  gate = new Promise((resolve) => {
    open = resolve;
  });
  const revoked = revoke();
  await settled();
  const heard: number[] = [];
  const peer = hub.answer({
    send: () => heard.push(0),
    close: (code) => heard.push(code),
    hold: () => undefined,
    bufferedBytes: () => 0,
    roundTripMs: () => null,
    measure: () => undefined,
    rest: () => undefined,
  });
  const token = hub.tokenOf('onsite-moderator');
  peer.receive(JSON.stringify({ type: 'hello', token, clientId: 'late-device-0123456789', afterSeq: null }));
  // The secret, the room and the invitation have been looked at.
  for (let turn = 0; turn < 5; turn += 1) await settled();
  expect(heard).toEqual([]);
  open();
  expect(await revoked).toEqual({ seq: 2 });
  await expect.poll(() => heard).toEqual([CLOSE.revoked]);
});

test('[U6] given a command whose body came when its invitation was revoked already, when it is submitted, then it is refused', async () => {
  const raise = (commandId: string) =>
    hub.room.submit(by('onsite-moderator'), commandId, 'queue/join', hand(commandId, 'onsite'));
  expect(await raise('before')).toEqual({ seq: 2 });
  await revoke();
  expect(await raise('after')).toEqual({ code: 'forbidden', params: { command: 'queue/join' } });
});
