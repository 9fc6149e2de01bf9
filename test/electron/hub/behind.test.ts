import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { openRoom, type Room } from '../../../electron/hub/room.ts';
import type { Member } from '../../../electron/hub/sending/members.ts';
import type { SessionLog } from '../../../electron/store/event-store.ts';
import { memoryStore } from '../../../electron/store/memory.ts';
import { alone } from '../../../electron/store/peers.ts';
import { NEWCOMER_BEHIND_MS_MAX, STAFF_COMMAND_BURST } from '../../../shared/lib/limits.ts';
import { CLOSE } from '../../../shared/wire.ts';
import { hand, meeting } from '../../support/meeting.ts';
import { type SimulatedClock, simulatedClock } from '../../support/simulated-clock.ts';

const MOD = { actor: { personId: 'mod', roles: ['onsite-moderator' as const] }, inviteId: 'staff' };

let clock: SimulatedClock;
let log: SessionLog;
let room: Room;
/** What the store does when it is asked for the rest of the log. */
let answer: () => Promise<void>;
let asked: number;

beforeEach(async () => {
  clock = simulatedClock();
  log = await memoryStore().create('s1', meeting().commits);
  asked = 0;
  answer = async () => undefined;
  room = await openRoom({
    log: {
      ...log,
      catchUp: () => {
        asked += 1;
        return answer();
      },
    },
    secret: Buffer.alloc(32),
    clock,
    backupFolder: join(tmpdir(), 'evenfloor-never-made'),
    peers: alone(),
    onBroken: () => undefined,
  });
});

const raise = (entryId: string) =>
  room.submit(MOD, `raise-${entryId}`, 'queue/join', hand(entryId, 'online'));

test('[M29] given somebody who has seen more at another hub, when they come, then this one asks for the rest before it lets them in', async () => {
  answer = async () => {
    await raise('a');
    await raise('b');
  };
  await room.turn({ afterSeq: null });
  await room.turn({ afterSeq: room.seq });
  expect(asked).toBe(0);
  await room.turn({ afterSeq: room.seq + 2 });
  expect([asked, room.seq]).toEqual([1, 3]);
});

test('[M29] given a store that refuses to say, or says nothing, when somebody comes who has seen more, then they are let in after a moment', async () => {
  answer = () => Promise.reject(new Error('no answer'));
  await room.turn({ afterSeq: 99 });
  answer = () => new Promise(() => undefined);
  let isIn = false;
  const coming = room.turn({ afterSeq: 99 }).then(() => {
    isIn = true;
  });
  clock.advance(NEWCOMER_BEHIND_MS_MAX - 1);
  await new Promise((resolve) => setImmediate(resolve));
  expect(isIn).toBe(false);
  clock.advance(1);
  await coming;
  expect(asked).toBe(2);
});

test('[U12] given a room that closes while a newcomer waits to be let in, when their turn comes, then they are sent away as everybody was', async () => {
  answer = () => new Promise(() => undefined);
  const coming = room.turn({ afterSeq: 99 });
  await room.close();
  clock.advance(NEWCOMER_BEHIND_MS_MAX);
  await coming;
  const told: number[] = [];
  const member = {
    actor: MOD.actor,
    inviteId: 'staff',
    takesCompact: false,
    sink: { send: () => undefined, bufferedBytes: () => 0 },
    send: () => told.push(0),
    close: (code: number) => told.push(code),
    roundTripMs: () => null,
  } as unknown as Member;
  room.join(member, { afterSeq: null });
  expect(told).toEqual([CLOSE.restarting]);
});

test('[U2] given a sender who has used up what is allowed at once, when what is done is sent again, then it is acknowledged as before', async () => {
  const answers = [];
  for (let i = 0; i <= STAFF_COMMAND_BURST; i += 1) answers.push(await raise(`e${i}`));
  expect(answers.at(-1)).toMatchObject({ code: 'too-many' });
  expect(await raise('e0')).toEqual(answers[0]);
  expect(await raise('new')).toMatchObject({ code: 'too-many' });
});
