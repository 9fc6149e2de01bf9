import { describe, expect, test } from 'vitest';
import { StoreError } from '../../../../electron/store/event-store.ts';
import type { Commit } from '../../../../shared/commit.ts';
import type { Actor } from '../../../../shared/domain/context.ts';
import { hand } from '../../../support/meeting.ts';
import { far, joined, left, MOD, OTHER, settled, slowLog } from '../../../support/slow-log.ts';

let t: Awaited<ReturnType<typeof slowLog>>;

/** The disk answers to its batch number `index`. */
async function synced(index: number, outcome?: Error): Promise<void> {
  await settled();
  await t.syncs[index]?.(outcome);
}

/** Everything that is on its way comes to its end. */
async function allSynced(): Promise<void> {
  for (let index = 0; index < 8; index += 1) {
    await settled();
    await synced(index);
  }
}

const ids = () => t.line.confirmed.state.queue.entries.map((entry) => entry.entryId);

describe('a command that would be refused, of a log that others write too', () => {
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
    const lost = t.line.submit(MOD, 'd', 'queue/leave', { entryId: 'a' });
    await expect(lost).rejects.toThrow('a bug of ours');
    expect(t.broken).toHaveLength(1);
  });

  test('[M29] given two of one sender in one batch, when another hub was first and the first is refused now, then the second does not overtake it', async () => {
    t = await slowLog(true);
    const raised = t.join('e1');
    const cleared = t.line.submit(MOD, 'clear', 'queue/clear', {});
    await settled();
    await t.log.append([joined(2, 'z1'), far(3, 'close', [{ type: 'queue/closed', v: 1 }])]);
    t.others.write = async () => {
      t.others.write = async () => undefined;
      await t.log.append([far(t.line.confirmed.seq + 1, 'open', [{ type: 'queue/opened', v: 1 }])]);
    };
    await allSynced();
    expect(await raised).toMatchObject({ code: 'queue/closed' });
    expect(await cleared).toEqual({ seq: 4 });
    expect(ids()).toEqual([]);
  });

  test('[M29] given one that waits for own commands and another of its sender before it, when another hub was first, then they are decided in the order in which they came', async () => {
    t = await slowLog(true);
    const host: Actor = { personId: 'host', roles: ['host'] };
    const raised = t.join('e1');
    void t.line.submit(host, 'close', 'queue/close', {});
    void t.line.submit(host, 'open', 'queue/open', {});
    await settled();
    const again = t.join('e1', MOD, 'again');
    const lowered = t.line.submit(MOD, 'lowered', 'queue/leave', { entryId: 'e1' });
    await settled();
    await t.log.append([far(2, 'far-close', [{ type: 'queue/closed', v: 1 }])]);
    await allSynced();
    const answers = await Promise.all([raised, again, lowered]);
    expect(answers).toMatchObject([{ code: 'queue/closed' }, { seq: 4 }, { seq: 5 }]);
    expect(ids()).toEqual([]);
  });

  test('[M29] given a refusal that says what stands now, when an own command that is not durable yet says otherwise, then it says what is durable', async () => {
    t = await slowLog(true);
    const write = (actor: Actor, commandId: string, baseRevision: number, text: string) =>
      t.line.submit(actor, commandId, 'notes/write', { noteId: 'n1', baseRevision, kind: 'point', text });
    const first = write(MOD, 'first', 0, 'durable');
    await synced(0);
    await first;
    const lost = write(MOD, 'lost', 1, 'never durable');
    await settled();
    const stale = await write(OTHER, 'stale', 0, 'mine');
    expect(stale).toMatchObject({ code: 'notes/stale', params: { revision: 1, text: 'durable' } });
    await synced(1, new StoreError('line-cut', {}));
    expect(await lost).toMatchObject({ code: 'hub/cannot-write' });
  });
});
