import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startHub } from '../../../electron/hub/hub.ts';
import { keepTime, type Timed } from '../../../electron/hub/timekeeper.ts';
import { elapsedMs } from '../../../shared/domain/floor/slice.ts';
import type { Absence } from '../../../shared/domain/session/schema.ts';
import { must } from '../../../shared/lib/assert.ts';
import type { HubClient } from '../../support/hub-client.ts';
import { connect } from '../../support/hub-client.ts';
import { hand } from '../../support/meeting.ts';
import { runningHub } from '../../support/running-hub.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';

type Presence = { absences?: Absence[] };

/** What the staff is asked, as it came with the first word of who is here. */
function askedOf(client: HubClient): Absence[] {
  const presence = client.received.findLast((message) => message.type === 'presence') as Presence | undefined;
  return presence?.absences ?? [];
}

async function connected(link: string): Promise<HubClient> {
  const client = await connect(link);
  if (!client.received.some((message) => message.type === 'presence')) {
    await client.until((message) => message.type === 'presence');
  }
  return client;
}

describe('a hub that was away', () => {
  let t: Awaited<ReturnType<typeof runningHub>>;
  let clock: ReturnType<typeof simulatedClock>;
  beforeEach(async () => {
    clock = simulatedClock();
    t = await runningHub({ clock });
  });
  afterEach(() => t.stop());

  /** Closes the hub and opens the session with another one, so much later. */
  async function reopened(afterMs: number): Promise<void> {
    await t.hub.close();
    clock.advance(afterMs);
    const { dataDir, webDir } = t;
    t.hub = await startHub({ dataDir, webDir, clock, host: '127.0.0.1', port: t.hub.port });
    await t.hub.openSession(t.session.sessionId);
  }

  async function turnOf(seconds: number): Promise<void> {
    const host = await connect(t.linkOf('host'));
    await host.must('agenda/begin', { itemId: 'talk', afterItemId: null });
    await host.must('queue/join', hand('e1', 'onsite'));
    await host.must('floor/give', { turnId: 't1', entryId: 'e1', afterTurnId: null });
    for (let second = 0; second < seconds; second += 1) {
      clock.advance(1_000);
      // The word that the hub lives goes to the same thread as the commands, and is there before the next answer.
      await host.must('people/introduce', { name: `Host ${second}`, channel: 'onsite' });
    }
    host.close();
  }

  test('[U13] given a turn ran, when the hub comes back after 130 s, then the turn has run on, and staff alone is asked', async () => {
    await turnOf(2);
    const beforeMs = clock.nowMs();
    await reopened(130_000);
    const moderator = await connected(t.linkOf('onsite-moderator'));
    expect(askedOf(moderator)).toEqual([{ fromMs: beforeMs, toMs: clock.nowMs() }]);
    expect(moderator.seq).toBe(6);
    const turn = () => must(moderator.state.floor.turn, 'turn');
    expect(elapsedMs(turn(), clock.nowMs())).toBe(132_000);
    expect(askedOf(await connected(t.linkOf('participant')))).toEqual([]);
    const [absence] = askedOf(moderator);
    const seq = await moderator.must('session/settle-absence', { ...absence, counted: false });
    await moderator.reached(seq);
    expect(elapsedMs(turn(), clock.nowMs())).toBe(2_000);
  });

  test('[U13] given a time that the hub was there, or a part of its absence, when it is to be taken off, then that is refused', async () => {
    await turnOf(2);
    const fromMs = clock.nowMs();
    await reopened(130_000);
    const moderator = await connected(t.linkOf('onsite-moderator'));
    for (const made of [
      { fromMs: fromMs - 1_000, toMs: fromMs },
      { fromMs, toMs: fromMs + 60_000 },
    ]) {
      const answer = await moderator.command('session/settle-absence', { ...made, counted: false });
      expect(answer).toMatchObject({ code: 'session/no-such-absence' });
    }
    const phone = await connect(t.linkOf('participant'));
    const made = { fromMs, toMs: fromMs + 1, counted: false };
    expect(await phone.command('session/settle-absence', made)).toMatchObject({ code: 'forbidden' });
    const absence = { fromMs, toMs: clock.nowMs(), counted: false };
    const first = await moderator.command('session/settle-absence', absence, 'settled');
    expect(first).toHaveProperty('seq');
    expect(await moderator.command('session/settle-absence', absence, 'settled')).toEqual(first);
  });

  test('[U13] given a turn ran, when the hub is back within 5 s, then nobody is asked', async () => {
    await turnOf(1);
    await reopened(5_000);
    expect(askedOf(await connected(t.linkOf('onsite-moderator')))).toEqual([]);
  });

  test('[U13] given no clock ran, when the hub comes back after a week, then nobody is asked', async () => {
    await reopened(7 * 86_400_000);
    expect(askedOf(await connected(t.linkOf('host')))).toEqual([]);
  });

  test('[U13] given a question nobody has answered, when the hub goes away again, then both times are asked about', async () => {
    await turnOf(1);
    await reopened(60_000);
    const first = askedOf(await connected(t.linkOf('host')));
    clock.advance(1_000);
    await (await connect(t.linkOf('host'))).must('people/introduce', { name: 'Host', channel: 'onsite' });
    await reopened(70_000);
    const both = askedOf(await connected(t.linkOf('host')));
    expect(both).toHaveLength(2);
    expect(both[0]).toEqual(first[0]);
  });

  test('[U13] given the clock was set back between two hubs, when the session is opened, then time goes on all the same', async () => {
    await turnOf(1);
    const atMs = clock.nowMs();
    await t.hub.close();
    const earlier = simulatedClock(atMs - 3_600_000);
    const { dataDir, webDir } = t;
    t.hub = await startHub({ dataDir, webDir, clock: earlier, host: '127.0.0.1', port: t.hub.port });
    await t.hub.openSession(t.session.sessionId);
    const host = await connected(t.linkOf('host'));
    earlier.advance(30_000);
    const seq = await host.must('floor/end', { turnId: 't1' });
    await host.reached(seq);
    expect(host.state.turns[0]?.spokenMs).toBe(31_000);
  });

  test('[U13] given a session whose log is an hour ahead, when it is opened beside one with a turn, then each keeps its own time', async () => {
    await turnOf(1);
    const { dataDir, webDir } = t;
    const later = simulatedClock(clock.nowMs() + 3_600_000);
    const other = await startHub({ dataDir, webDir, clock: later, host: '127.0.0.1', port: 0 });
    await other.createSession(t.plan, 'session-2');
    await other.close();
    const nowMs = clock.nowMs();
    const ahead = await t.hub.openSession('session-2');
    expect(clock.nowMs()).toBe(nowMs);
    clock.advance(2_000);
    const host = await connect(t.linkOf('host'));
    expect(host.welcome.hubTimeMs).toBe(nowMs + 2_000);
    expect(elapsedMs(must(host.state.floor.turn, 'turn'), host.welcome.hubTimeMs)).toBe(3_000);
    const guest = await connect(must(ahead.invites.host, 'link'));
    expect(guest.welcome.hubTimeMs).toBe(later.nowMs() + 2_000);
    const pong = guest.until((message) => message.type === 'pong');
    guest.send({ type: 'ping', sentAtMs: 1 });
    expect(await pong).toMatchObject({ hubTimeMs: later.nowMs() + 2_000 });
  });

  test('[U13] given a session whose log is ahead, when the machine sleeps in a turn of it, then it is asked in that session’s own time', async () => {
    await turnOf(1);
    await t.hub.close();
    const lastMs = clock.nowMs();
    const earlier = simulatedClock(lastMs - 3_600_000);
    const { dataDir, webDir } = t;
    t.hub = await startHub({ dataDir, webDir, clock: earlier, host: '127.0.0.1', port: t.hub.port });
    await t.hub.openSession(t.session.sessionId);
    const moderator = await connected(t.linkOf('onsite-moderator'));
    const told = moderator.until((message) => message.type === 'presence' && message.absences !== undefined);
    earlier.sleep(60_000);
    earlier.advance(2_000);
    await told;
    expect(askedOf(moderator)).toEqual([{ fromMs: lastMs, toMs: lastMs + 61_000 }]);
  });

  test('[U13] given the hub goes away again at once, when a third opens the session, then the first time is still asked about', async () => {
    await turnOf(1);
    await reopened(60_000);
    await reopened(1_000);
    expect(askedOf(await connected(t.linkOf('host')))).toHaveLength(1);
  });

  test('[U13] given the machine sleeps 7 minutes in a turn, when it wakes, then the day’s time is right and staff is asked', async () => {
    await turnOf(1);
    const moderator = await connected(t.linkOf('onsite-moderator'));
    const atMs = clock.nowMs();
    clock.sleep(420_000);
    const told = moderator.until((message) => message.type === 'presence' && message.absences !== undefined);
    clock.advance(1_000);
    clock.advance(1_000);
    await told;
    expect(clock.nowMs()).toBe(atMs + 422_000);
    const [absence] = askedOf(moderator);
    expect(must(absence, 'absence').toMs - must(absence, 'absence').fromMs).toBe(421_000);
  });
});

describe('timekeeper', () => {
  function kept() {
    const clock = simulatedClock(1_000_000);
    const heard: (Absence | 'pulse')[] = [];
    const room: Timed = { pulse: () => heard.push('pulse'), wasAway: (absence) => heard.push(absence) };
    const stop = keepTime(clock, () => [room]);
    return { clock, heard, stop };
  }

  test('[U13] given an awake machine, when seconds go by, then there is a pulse in each, until it is stopped', () => {
    const { clock, heard, stop } = kept();
    clock.advance(3_000);
    expect(heard).toEqual(['pulse', 'pulse', 'pulse']);
    stop();
    clock.advance(3_000);
    expect(heard).toHaveLength(3);
  });

  test('[U13] given a clock that is set back, or a little forward, when seconds go by, then nothing is asked or moved', () => {
    const { clock, heard } = kept();
    clock.sleep(-3_600_000);
    clock.advance(1_000);
    clock.sleep(4_000);
    clock.advance(1_000);
    expect(heard).toEqual(['pulse', 'pulse']);
    expect(clock.nowMs()).toBe(1_002_000);
  });

  test('[U13] given a process that hung while its clock went on, when it goes on, then it is asked about and nothing is moved', () => {
    const { clock, heard } = kept();
    clock.advance(1_000);
    clock.hang(30_000);
    clock.advance(0);
    expect(heard).toEqual(['pulse', { fromMs: 1_001_000, toMs: 1_031_000 }, 'pulse']);
    expect(clock.nowMs()).toBe(1_031_000);
  });
});
