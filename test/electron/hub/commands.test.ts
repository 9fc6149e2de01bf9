import { beforeEach, describe, expect, test } from 'vitest';
import { CommandLine } from '../../../electron/hub/commands.ts';
import { doneCommands } from '../../../electron/hub/done.ts';
import { type AppendResult, type SessionLog, StoreError } from '../../../electron/store/event-store.ts';
import { memoryStore } from '../../../electron/store/memory.ts';
import type { Commit } from '../../../shared/commit.ts';
import type { Actor } from '../../../shared/domain/context.ts';
import {
  COMMANDS_IN_FLIGHT_MAX,
  CONFLICT_RETRIES_MAX,
  NEWCOMER_WAIT_MS,
} from '../../../shared/lib/limits.ts';
import { hand, meeting } from '../../support/meeting.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';

const MOD: Actor = { personId: 'mod', roles: ['onsite-moderator'] };
const OTHER: Actor = { personId: 'other', roles: ['online-moderator'] };

/** A log whose disk answers when the test says so. */
async function slowLog(isShared = false) {
  const m = meeting();
  const log = await memoryStore().create('s1');
  await log.append(m.commits);
  const batches: (readonly Commit[])[] = [];
  const syncs: ((outcome?: Error) => Promise<void>)[] = [];
  const slow: SessionLog = {
    ...log,
    ...(isShared && { catchUp: () => others.write() as Promise<void> }),
    append: (commits) => {
      batches.push(commits);
      return new Promise<AppendResult>((resolve, reject) => {
        syncs.push(async (outcome) => {
          if (outcome) reject(outcome);
          else resolve(await log.append(commits));
          await settled();
        });
      });
    },
  };
  // Alone on its store unless a test lets others write.
  const others: { write(): Promise<unknown> } = { write: async () => undefined };
  const heard: number[] = [];
  const failing = { at: '' };
  const broken: unknown[] = [];
  const clock = simulatedClock();
  const line = new CommandLine({
    log: slow,
    clock,
    confirmed: { seq: 1, atMs: 0, state: m.state },
    done: doneCommands([{ commandId: 'c1', personId: '' }]),
    onCommits: (commits) => {
      if (heard.length === 0 && failing.at === 'commits') throw new Error('a bug of ours');
      heard.push(...commits.map((commit) => commit.seq));
    },
    refuse: () => null,
    onBroken: (error) => broken.push(error),
  });
  const join = (entryId: string, actor = MOD, commandId = `cmd-${entryId}`) =>
    line.submit(actor, commandId, 'queue/join', hand(entryId, 'onsite'));
  return { log, line, clock, batches, syncs, heard, join, broken, failing, others };
}

const far = (seq: number, commandId: string, events: Commit['events']): Commit => ({
  seq,
  atMs: 5,
  actor: { personId: 'mod', role: 'onsite-moderator' },
  commandId,
  events,
});
const joined = (seq: number, entryId: string) =>
  far(seq, `far-${entryId}`, [
    { type: 'queue/joined', v: 1, entryId, name: 'F', channel: 'online', door: 'web', kind: 'topic' },
  ]);
const left = (seq: number, entryId: string, commandId: string) =>
  far(seq, commandId, [{ type: 'queue/left', v: 1, entryId }]);

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** The disk answers to its batch number `index`, which is written once all who wanted to were heard. */
async function synced(index: number, outcome?: Error): Promise<void> {
  await settled();
  await t.syncs[index]?.(outcome);
}

let t: Awaited<ReturnType<typeof slowLog>>;
beforeEach(async () => {
  t = await slowLog();
});

const ids = () => t.line.confirmed.state.queue.entries.map((entry) => entry.entryId);

describe('command line', () => {
  test('[U1] given a sync in flight, when more commands come, then they are decided at once and written as one batch', async () => {
    const answers = [t.join('a')];
    await settled();
    answers.push(t.join('b'), t.join('c'));
    expect(t.batches.map((batch) => batch.length)).toEqual([1]);
    expect([ids(), t.heard]).toEqual([[], []]);
    await synced(0);
    expect(await answers[0]).toEqual({ seq: 2 });
    expect(ids()).toEqual(['a']);
    expect(t.batches.map((batch) => batch.length)).toEqual([1, 2]);
    await synced(1);
    expect(await Promise.all(answers)).toEqual([{ seq: 2 }, { seq: 3 }, { seq: 4 }]);
    expect(t.heard).toEqual([2, 3, 4]);
    await t.line.idle();
  });

  test('[U1] given several who are heard in one turn, when they are written, then they share one sync', async () => {
    const answers = [t.join('a'), t.join('b', OTHER)];
    await synced(0);
    expect(t.batches.map((batch) => batch.length)).toEqual([2]);
    expect(await Promise.all(answers)).toEqual([{ seq: 2 }, { seq: 3 }]);
  });

  test('[U1] given two who give the floor before the disk has answered, when decided on the tip, then one is refused', async () => {
    const give = (turnId: string) => ({ turnId, person: { personId: 'ana' }, afterTurnId: null });
    const first = t.line.submit(MOD, 'g1', 'floor/give', give('t1'));
    expect(await t.line.submit(OTHER, 'g2', 'floor/give', give('t2'))).toMatchObject({
      code: 'floor/moved-on',
    });
    await synced(0);
    expect(await first).toEqual({ seq: 2 });
  });

  test('[U2] given an id sent twice, in flight and after, when the actor is the same, then the same ack; else invalid', async () => {
    const answers = [t.join('a'), t.join('a'), t.join('a')];
    expect(await t.join('a', OTHER)).toMatchObject({ code: 'invalid', params: { field: 'commandId' } });
    await synced(0);
    expect(await Promise.all(answers)).toEqual([{ seq: 2 }, { seq: 2 }, { seq: 2 }]);
    expect(await t.join('a')).toEqual({ seq: 2 });
    expect(await t.join('a', OTHER)).toMatchObject({ code: 'invalid' });
    expect(t.batches).toHaveLength(1);
  });

  test('[U22] given a newcomer, when a batch is being written, then it waits for the answers, or a little for a slow disk', async () => {
    const told: string[] = [];
    await t.line.written(NEWCOMER_WAIT_MS);
    void t.join('a').then(() => told.push('ack'));
    await settled();
    void t.line.written(NEWCOMER_WAIT_MS).then(() => told.push('newcomer'));
    await settled();
    expect(told).toEqual([]);
    await synced(0);
    expect(told).toEqual(['ack', 'newcomer']);
    void t.join('b').then(() => told.push('late ack'));
    await settled();
    void t.line.written(NEWCOMER_WAIT_MS).then(() => told.push('second newcomer'));
    t.clock.advance(NEWCOMER_WAIT_MS);
    await settled();
    expect(told).toEqual(['ack', 'newcomer', 'second newcomer']);
    await synced(1);
  });

  test('[U3] given somebody else wrote first, when the append conflicts, then the commands are decided again on top', async () => {
    const answers = [t.join('a'), t.join('b')];
    const foreign: Commit = {
      seq: 2,
      atMs: 5,
      actor: { personId: 'far', role: 'liaison' },
      commandId: 'foreign',
      events: [
        {
          type: 'queue/joined',
          v: 1,
          entryId: 'a',
          name: 'F',
          channel: 'online',
          door: 'web',
          kind: 'topic',
        },
      ],
    };
    await t.log.append([foreign]);
    expect(ids()).toEqual(['a']);
    await synced(0);
    expect(await answers[0]).toMatchObject({ code: 'invalid' });
    await synced(1);
    expect(await answers[1]).toEqual({ seq: 3 });
    expect(ids()).toEqual(['a', 'b']);
    expect(t.heard).toEqual([2, 3]);
  });

  test('[U3] given another hub that has done the same command at the same place behind one of its own, when it is delivered, then the state is the log’s, and nothing of the own batch is in it', async () => {
    const [mine, same] = [t.join('mine'), t.join('z', MOD, 'same')];
    await settled();
    const [first, second] = t.batches[0] as [Commit, Commit];
    const theirs = (commit: Commit, entryId: string, commandId: string): Commit => ({
      ...commit,
      atMs: commit.atMs + 7,
      commandId,
      events: commit.events.map((event) => ({ ...event, entryId }) as typeof event),
    });
    await t.log.append([theirs(first, 'theirs', 'foreign'), theirs(second, 'z', 'same')]);
    expect(ids()).toEqual(['theirs', 'z']);
    await synced(0);
    expect(await same).toEqual({ seq: 3 });
    await synced(1);
    expect(await mine).toEqual({ seq: 4 });
    expect(ids()).toEqual(['theirs', 'z', 'mine']);
  });

  test('[U3] given a command that another hub has written already, when it conflicts, then it is acknowledged, not done again', async () => {
    const answer = t.join('a', MOD, 'same');
    await settled();
    const [written] = t.batches[0] as Commit[];
    await t.log.append([written as Commit]);
    await synced(0);
    expect(await answer).toEqual({ seq: 2 });
    expect(ids()).toEqual(['a']);
  });

  test('[M29] given a hub that is behind, when it would refuse what another hub has done or made possible, then it hears the rest of the log first', async () => {
    t = await slowLog(true);
    const leave = (entryId: string, commandId: string) =>
      t.line.submit(MOD, commandId, 'queue/leave', { entryId });
    let asked = 0;
    t.others.write = async () => {
      asked += 1;
      await settled();
      if (asked === 1) await t.log.append([joined(2, 'a'), joined(3, 'b'), left(4, 'a', 'gone')]);
    };
    const answers = [leave('a', 'gone'), leave('b', 'possible'), leave('nobody', 'refused')];
    expect(await answers[0]).toEqual({ seq: 4 });
    expect(await answers[2]).toMatchObject({ code: 'queue/no-such-entry' });
    await synced(0);
    expect(await answers[1]).toEqual({ seq: 5 });
    // The second and the third came while the first was asked for, and the log may have grown since.
    expect(asked).toBe(2);
    await t.line.idle();
  });

  test('[M29] given a command that only an own one that is not durable yet forbids, when another hub does it first, then it is acknowledged, and the own one refused', async () => {
    t = await slowLog(true);
    const give = (turnId: string) => ({ turnId, person: { personId: 'ana' }, afterTurnId: null });
    const own = t.line.submit(MOD, 'own', 'floor/give', give('t1'));
    await settled();
    const same = t.line.submit(MOD, 'same', 'floor/give', give('t2'));
    const [written] = t.batches[0] as [Commit];
    const events = written.events.map((event) => ({ ...event, turnId: 't2' }) as typeof event);
    await settled();
    await t.log.append([far(2, 'same', events)]);
    await synced(0);
    expect(await same).toEqual({ seq: 2 });
    expect(await own).toMatchObject({ code: 'floor/moved-on' });
    expect(t.line.confirmed.state.floor.turn?.turnId).toBe('t2');
  });

  test('[M29] given a command that only an own one that is not durable yet forbids, when that becomes durable, then it is refused', async () => {
    t = await slowLog(true);
    const give = (turnId: string) => ({ turnId, person: { personId: 'ana' }, afterTurnId: null });
    const own = t.line.submit(MOD, 'own', 'floor/give', give('t1'));
    await settled();
    let answer: unknown = null;
    const second = t.line.submit(OTHER, 'second', 'floor/give', give('t2')).then((given) => {
      answer = given;
    });
    await settled();
    expect(answer).toBeNull();
    await synced(0);
    expect(await own).toEqual({ seq: 2 });
    await second;
    expect(answer).toMatchObject({ code: 'floor/moved-on' });
  });

  test('[M29] given one that would be refused, when the same sender sends more behind it, then all are done in their order, as at a hub that is alone', async () => {
    const joinAs = (entryId: string, commandId: string) =>
      t.line.submit(MOD, commandId, 'queue/join', { ...hand(entryId, 'onsite'), personId: 'ana' });
    const leave = (entryId: string, commandId: string, actor = MOD) =>
      t.line.submit(actor, commandId, 'queue/leave', { entryId });
    const seen: unknown[] = [];
    for (const isShared of [false, true]) {
      t = await slowLog(isShared);
      const first = joinAs('e1', 'first');
      await synced(0);
      await first;
      t.others.write = () => settled().then(settled);
      const answers = [
        leave('nobody', 'asked', OTHER),
        joinAs('e2', 'twice'),
        leave('e1', 'lowered'),
        leave('e1', 'again'),
      ];
      for (let turns = 0; turns < 8; turns += 1) await settled();
      await synced(1);
      seen.push([await Promise.all(answers), ids(), t.batches.length]);
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[0]).toMatchObject([
      [
        { code: 'queue/no-such-entry' },
        { code: 'queue/already-waiting' },
        { seq: 3 },
        { code: 'queue/no-such-entry' },
      ],
      [],
      2,
    ]);
  });

  test('[M29] given a write that takes long, when what has nothing to do with it is refused, then nobody waits for it', async () => {
    t = await slowLog(true);
    const slow = t.join('a');
    await settled();
    const leave = (entryId: string) => t.line.submit(OTHER, `leave-${entryId}`, 'queue/leave', { entryId });
    const answers = [leave('nobody'), leave('none')];
    for (const answer of answers) expect(await answer).toMatchObject({ code: 'queue/no-such-entry' });
    await synced(0);
    expect(await slow).toEqual({ seq: 2 });
  });

  test('[M29] given senders who have left, when another hub was first or the log is known, then what is not written is not decided anew for them', async () => {
    t = await slowLog(true);
    t.others.write = () => settled().then(settled);
    let hasLeft = false;
    const send = (commandId: string, name: string, args: object, actor = MOD) =>
      t.line.submit(actor, commandId, name, args, () => hasLeft);
    const lost = send('lost', 'queue/join', hand('mine', 'onsite'));
    const stays = t.join('stays', OTHER);
    const held = send('held', 'queue/leave', { entryId: 'foreign' }, OTHER);
    hasLeft = true;
    await settled();
    await t.log.append([joined(2, 'foreign')]);
    await synced(0);
    expect(await lost).toEqual({ code: 'hub/restarting', params: {} });
    expect(await held).toEqual({ code: 'hub/restarting', params: {} });
    await synced(1);
    expect(await stays).toEqual({ seq: 3 });
    expect(ids()).toEqual(['foreign', 'stays']);
  });

  test('[M29] given a hub that would refuse, when the store does not say how far the log goes, then nothing is said of what the log holds', async () => {
    t = await slowLog(true);
    t.others.write = () => Promise.reject(new StoreError('line-cut', {}));
    const answer = t.line.submit(MOD, 'c', 'queue/leave', { entryId: 'a' });
    const again = t.line.submit(MOD, 'c', 'queue/leave', { entryId: 'a' });
    let isIdle = false;
    void t.line.idle().then(() => {
      isIdle = true;
    });
    expect(isIdle).toBe(false);
    expect(await answer).toEqual({ code: 'hub/cannot-write', params: {} });
    expect(await again).toEqual({ code: 'hub/cannot-write', params: {} });
    await settled();
    expect([isIdle, t.broken]).toEqual([true, []]);
    t.others.write = async () => {
      await t.log.append([joined(2, 'a'), left(3, 'a', 'done')]);
      throw new StoreError('line-cut', {});
    };
    const done = t.line.submit(MOD, 'done', 'queue/leave', { entryId: 'a' });
    expect(await done).toEqual({ seq: 3 });
    t.others.write = () => Promise.reject(new Error('a bug of ours'));
    void t.line.submit(MOD, 'd', 'queue/leave', { entryId: 'a' });
    await settled();
    expect(t.broken).toHaveLength(1);
  });

  test('[U3] given a disk that fails, when commands wait, then all are refused, and the next one is tried anew', async () => {
    const answers = [t.join('a'), t.join('b')];
    await synced(0, new StoreError('cannot-write', { why: 'disk full' }));
    for (const answer of answers) expect(await answer).toEqual({ code: 'hub/cannot-write', params: {} });
    expect([ids(), t.heard]).toEqual([[], []]);
    const again = t.join('c');
    await synced(1);
    expect(await again).toEqual({ seq: 2 });
  });

  test('[U3] given a log in which somebody always writes first, when retried long enough, then the sender is told', async () => {
    const answer = t.join('mine');
    await settled();
    for (let seq = 2; t.syncs.length > 0 && seq < 2 * CONFLICT_RETRIES_MAX + 40; seq += 1) {
      await t.log.append([
        {
          seq,
          atMs: seq,
          actor: { role: 'hub' },
          commandId: `f${seq}`,
          events: [{ type: 'queue/closed', v: 1 }],
        },
        {
          seq: seq + 1,
          atMs: seq,
          actor: { role: 'hub' },
          commandId: `g${seq}`,
          events: [{ type: 'queue/opened', v: 1 }],
        },
      ]);
      seq += 1;
      await t.syncs.shift()?.();
    }
    expect(await answer).toEqual({ code: 'hub/restarting', params: {} });
  });

  test('[U11] given a disk that does not answer, when commands pile up, then the bound refuses the next', async () => {
    for (let i = 0; i < COMMANDS_IN_FLIGHT_MAX; i += 1)
      void t.line.submit(MOD, `n${i}`, 'queue/join', hand(`n${i % 4_000}`, 'onsite'));
    await settled();
    expect(t.batches).toHaveLength(1);
    let refused = 0;
    for (let i = 0; i < COMMANDS_IN_FLIGHT_MAX; i += 1) {
      const answer = await Promise.race([
        t.line.submit(MOD, `m${i}`, 'agenda/adjust', { itemId: 'talk', seconds: 1 }),
        settled(),
      ]);
      if (answer && 'code' in answer && answer.code === 'too-many') {
        refused += 1;
        break;
      }
    }
    expect(refused).toBe(1);
  });

  test('[U12] given a bug in what follows a commit, when it strikes, then the room is told to rebuild, not the sender misled', async () => {
    t.failing.at = 'commits';
    void t.join('a');
    await synced(0);
    expect(t.broken).toMatchObject([{ message: 'a bug of ours' }]);
    expect((await t.log.read(1, 10)).map((commit) => commit.commandId)).toEqual(['cmd-a']);
  });

  test('[U12] given an append that fails for no reason of the disk, when it does, then the room is told to rebuild', async () => {
    void t.join('a');
    await synced(0, new Error('thread lost its files'));
    expect(t.broken).toMatchObject([{ message: 'thread lost its files' }]);
  });
});
