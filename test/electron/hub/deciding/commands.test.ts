import { beforeEach, describe, expect, test } from 'vitest';
import { StoreError } from '../../../../electron/store/event-store.ts';
import type { Commit } from '../../../../shared/commit.ts';
import {
  COMMANDS_IN_FLIGHT_MAX,
  CONFLICT_RETRIES_MAX,
  NEWCOMER_WAIT_MS,
} from '../../../../shared/lib/limits.ts';
import { hand } from '../../../support/meeting.ts';
import { MOD, OTHER, settled, slowLog } from '../../../support/slow-log.ts';

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
    const answers = Promise.allSettled([t.join('a'), t.join('a'), t.join('b')]);
    await synced(0);
    expect(t.broken).toMatchObject([{ message: 'a bug of ours' }]);
    expect((await t.log.read(1, 10)).map((commit) => commit.commandId)).toEqual(['cmd-a', 'cmd-b']);
    const broken = { status: 'rejected', reason: { message: 'a bug of ours' } };
    expect(await answers).toMatchObject([broken, broken, broken]);
  });

  test('[U12] given an append that fails for no reason of the disk, when it does, then the room is told to rebuild', async () => {
    const answers = Promise.allSettled([t.join('a')]);
    await synced(0, new Error('thread lost its files'));
    expect(t.broken).toMatchObject([{ message: 'thread lost its files' }]);
    expect(await answers).toMatchObject([{ status: 'rejected' }]);
  });
});
