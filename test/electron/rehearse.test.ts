import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startHub } from '../../electron/hub/hub.ts';
import type { RehearseOptions } from '../../electron/rehearse.ts';
import { inOneLine, rehearse } from '../../electron/rehearse.ts';
import { terminalWords } from '../../electron/words/words.ts';
import { must } from '../../shared/lib/assert.ts';
import type { SyntheticHand } from '../../shared/projections/synthetic-hands.ts';
import { CLOSE } from '../../shared/wire.ts';
import { connect, type HubClient } from '../support/hub-client.ts';
import { runningHub } from '../support/running-hub.ts';
import { type SimulatedClock, simulatedClock } from '../support/simulated-clock.ts';

let t: Awaited<ReturnType<typeof runningHub>>;
let clock: SimulatedClock;
let host: HubClient;

beforeEach(async () => {
  clock = simulatedClock();
  t = await runningHub({ clock });
  host = await connect(t.linkOf('host'));
  await host.must('agenda/begin', { itemId: 'talk', afterItemId: null });
});
afterEach(async () => {
  host.close();
  await t.stop();
});

const SPEED = 10;
const hand = (atSeconds: number, channel: 'onsite' | 'online', more: Partial<SyntheticHand> = {}) => ({
  atSeconds,
  name: `Guest at ${atSeconds}`,
  channel,
  door: channel === 'onsite' ? ('room' as const) : ('zoom' as const),
  kind: 'topic' as const,
  topic: 'a topic',
  turnSeconds: 40,
  leavesAtSeconds: null,
  ...more,
});
const start = (hands: SyntheticHand[], more: Partial<RehearseOptions> = {}) =>
  rehearse({
    link: t.linkOf('onsite-moderator'),
    hands,
    untilSeconds: 600,
    speed: SPEED,
    drive: false,
    clock,
    ...more,
  });

/** Through the log and back, so that whatever was sent before is durable and known to everybody. */
async function roundTrip(): Promise<void> {
  await host.must('agenda/adjust', { itemId: 'talk', seconds: 1 });
}

/** Lets the rehearsal's seconds go by, in steps, since a hub drops a socket that is silent for long. */
async function play(seconds: number): Promise<void> {
  for (let left = seconds; left > 0; left -= 10) {
    clock.advance((Math.min(10, left) * 1_000) / SPEED);
    await roundTrip();
  }
}

async function until(isSo: () => boolean): Promise<void> {
  if (!isSo()) await host.until(isSo);
}

/** Lets time go by in small steps until it is so. */
async function playUntil(isSo: () => boolean): Promise<void> {
  for (let steps = 0; !isSo(); steps += 1) {
    if (steps > 1_000) throw new Error('it never came to be so');
    await play(1);
  }
}

const names = () => host.state.queue.entries.map((entry) => entry.name);

describe('a rehearsal', () => {
  test('[B17] given hands, when their time comes at ten times the speed, then they are raised and lowered, and the floor is left alone', async () => {
    const { ended } = await start([
      hand(0, 'onsite', { leavesAtSeconds: 60 }),
      hand(30, 'online', { kind: 'question' }),
    ]);
    await play(29);
    await until(() => names().length === 1);
    expect(names()).toEqual(['Guest at 0']);
    await play(1);
    await until(() => names().length === 2);
    expect(host.state.queue.entries[1]).toMatchObject({
      name: 'Guest at 30',
      channel: 'online',
      door: 'zoom',
      kind: 'question',
      topic: 'a topic',
    });
    await play(30);
    await until(() => names().length === 1);
    expect(names()).toEqual(['Guest at 30']);
    await play(540);
    expect(await ended).toEqual({ why: 'over', raised: 2, lowered: 1, given: 0, refused: 0 });
    expect(host.state.floor.turn).toBeNull();
    expect(host.state.turns).toEqual([]);
  });

  test('[B17] given it drives, when people wait, then it follows every proposal and lets turns last as drawn', async () => {
    const hands = [
      hand(0, 'onsite', { turnSeconds: 100 }),
      hand(5, 'onsite', { turnSeconds: 30 }),
      hand(10, 'online', { turnSeconds: 20 }),
      hand(15, 'online', { turnSeconds: 20 }),
    ];
    const { ended } = await start(hands, { drive: true });
    await playUntil(() => host.state.turns.length === 4);
    const { turns } = host.state;
    expect(turns[0]?.name).toBe('Guest at 0');
    // The room has had the long turn, so both online come before its second.
    expect(turns.map((turn) => turn.channel)).toEqual(['onsite', 'online', 'online', 'onsite']);
    for (const turn of turns) {
      expect(turn.override).toBeUndefined();
      expect(turn.choice.proposedEntryId).toBe(turn.entryId);
      const drawn = must(
        hands.find((one) => one.name === turn.name),
        'hand',
      );
      expect(turn.spokenMs).toBeGreaterThanOrEqual((drawn.turnSeconds * 1_000) / SPEED);
    }
    await play(600);
    expect(inOneLine(terminalWords({}), await ended)).toBe(
      'rehearsal: it is over; hands raised: 4, lowered: 0; turns given: 4',
    );
  });

  test('[B17] given it drives, when it is stopped in a turn of its own, then that turn ends with it', async () => {
    const { ended, stop } = await start([hand(0, 'onsite')], { drive: true });
    await playUntil(() => host.state.floor.turn !== null);
    stop({ why: 'stopped' });
    expect(await ended).toMatchObject({ why: 'stopped', given: 1 });
    await until(() => host.state.floor.turn === null);
    expect(host.state.turns).toHaveLength(1);
  });

  test('[B17] given it drives, when a moderator gives the floor or stops the session, then that is left alone and it goes on after', async () => {
    const { ended, stop } = await start([hand(20, 'onsite')], { drive: true });
    const person = { name: 'Somebody real', channel: 'online' };
    await host.must('floor/give', { turnId: 'real', person, afterTurnId: null });
    await play(300);
    await until(() => names().length === 1);
    expect(host.state.floor.turn?.turnId).toBe('real');
    await host.must('session/pause');
    await host.must('floor/end', { turnId: 'real' });
    await roundTrip();
    expect(host.state.floor.turn).toBeNull();
    stop({ why: 'stopped' });
    expect(await ended).toMatchObject({ raised: 1, given: 0, refused: 0 });
  });

  test('[B17] given the queue is closed, when a hand would be raised, then it is counted as refused', async () => {
    await host.must('queue/close');
    const { ended } = await start([hand(0, 'onsite')]);
    await play(1);
    await host.must('session/end');
    const done = await ended;
    expect(done).toMatchObject({ why: 'ended', raised: 0, refused: 1 });
    expect(inOneLine(terminalWords({}), done)).toContain('refused: 1');
    expect(inOneLine(terminalWords({ LANG: 'zh_CN.UTF-8' }), done)).toBe(
      '演练：会议已结束；举手 0 次，放下 0 次；被拒绝 1 次',
    );
  });

  test('[B17] given the hub closes, when a rehearsal runs, then it ends and says so', async () => {
    const { ended } = await start([hand(0, 'onsite'), hand(30, 'online')]);
    await t.hub.close();
    const done = await ended;
    expect(done).toMatchObject({ why: 'gone', code: CLOSE.restarting });
    expect(inOneLine(terminalWords({}), done)).toContain('the hub has gone (it restarts');
    t.hub = await startHub({ dataDir: t.dataDir, webDir: t.webDir, host: '127.0.0.1', port: 0 });
  });

  test('[B17] given a link of a participant, one that is none, or one without a session, when started, then it refuses', async () => {
    await expect(start([], { link: t.linkOf('participant') })).rejects.toThrow('a moderator is needed');
    await expect(start([], { link: 'hello' })).rejects.toThrow('--link');
    await expect(start([], { link: `${t.hub.url}/#no.such.mac` })).rejects.toThrow('no such session');
  });
});
