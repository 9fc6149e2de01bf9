/** What every event store must do, whatever it keeps the commits in. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EventStore, STATE_VERSION } from '../../electron/store/event-store.ts';
import type { Commit } from '../../shared/commit.ts';
import { INITIAL_STATE } from '../../shared/state.ts';
import { temporaryFolder } from './hub-process.ts';

export function commitOf(seq: number, more: Partial<Commit> = {}): Commit {
  return {
    seq,
    atMs: 1_000 + seq,
    actor: { personId: 'p1', role: 'host' },
    commandId: `c${seq}`,
    events: [{ type: 'session/configured', v: 1, title: `标题 ${seq} “ü”` }],
    ...more,
  };
}

export const commitsOf = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => commitOf(from + index));

type Fixture = { store: EventStore; remove(): Promise<void> };

/** `holders`: how many may hold one log for writing at the same time. */
export function eventStoreContract(
  name: string,
  holders: 'one' | 'many',
  make: () => Promise<Fixture>,
): void {
  describe(`event store: ${name}`, () => {
    let fixture: Fixture;
    let store: EventStore;

    beforeEach(async () => {
      fixture = await make();
      store = fixture.store;
    });
    afterEach(async () => {
      await store.close();
      await fixture.remove();
    });

    test('[L1] given commits were appended, when the log is opened later, then they are read back in order', async () => {
      const log = await store.create('s1');
      await log.append(commitsOf(1, 3));
      await log.append([commitOf(4)]);
      await log.close();
      const again = await store.open('s1');
      expect(await again.read(0, 100)).toEqual(commitsOf(1, 4));
      expect(await again.read(1, 2)).toEqual(commitsOf(2, 3));
      expect(await again.read(4, 10)).toEqual([]);
      expect([again.sessionId, again.logId]).toEqual(['s1', log.logId]);
    });

    test('[L1] given first commits, when the log is created, then they are in it from the start', async () => {
      await (await store.create('s1', commitsOf(1, 2))).close();
      const again = await store.open('s1');
      expect(await again.read(0, 10)).toEqual(commitsOf(1, 2));
      expect(await again.append([commitOf(3, { commandId: 'c1' })])).toEqual({
        kind: 'duplicate',
        commandId: 'c1',
      });
    });

    test('[L1] given sessions, when they are listed, then all are there; others are refused by name', async () => {
      for (const id of ['s1', 's2']) await (await store.create(id)).close();
      expect((await store.list()).toSorted()).toEqual(['s1', 's2']);
      expect([await store.has('s1'), await store.has('s3')]).toEqual([true, false]);
      await expect(store.open('s3')).rejects.toMatchObject({ code: 'no-such-session' });
      await expect(store.create('s1')).rejects.toMatchObject({ code: 'session-exists' });
    });

    test('[L2] given a batch that does not follow the last commit, when appended, then it is a conflict, all of it', async () => {
      const log = await store.create('s1');
      expect(await log.append([commitOf(1)])).toEqual({ kind: 'appended' });
      for (const batch of [[commitOf(1, { commandId: 'x' })], [commitOf(3), commitOf(4)]]) {
        expect(await log.append(batch)).toEqual({ kind: 'conflict' });
      }
      expect(await log.read(0, 10)).toEqual([commitOf(1)]);
    });

    test('[L3] given a commandId that is in the log, when it comes again, then nothing of the batch is written', async () => {
      const log = await store.create('s1');
      await log.append(commitsOf(1, 2));
      const batch = [commitOf(3), commitOf(4, { commandId: 'c2' })];
      expect(await log.append(batch)).toEqual({ kind: 'duplicate', commandId: 'c2' });
      expect(await log.read(2, 10)).toEqual([]);
      expect(await log.append([commitOf(3)])).toEqual({ kind: 'appended' });
    });

    test('[L4] given followers, when commits become durable, then each hears them in order, before append resolves', async () => {
      const log = await store.create('s1');
      const heard: string[] = [];
      const stop = log.follow((commits) => heard.push(...commits.map((commit) => `a${commit.seq}`)));
      log.follow((commits) => heard.push(...commits.map((commit) => `b${commit.seq}`)));
      await log.append(commitsOf(1, 2)).then(() => heard.push('resolved'));
      stop();
      await log.append([commitOf(9)]);
      await log.append([commitOf(3)]);
      expect(heard).toEqual(['a1', 'a2', 'b1', 'b2', 'resolved', 'b3']);
    });

    if (holders === 'many') {
      test('[M1] given two who hold one log, when both append, then one wins and the other hears it first', async () => {
        const [a, b] = [await store.create('s1', commitsOf(1, 2)), await store.open('s1')];
        expect([b.logId, await b.read(0, 10)]).toEqual([a.logId, commitsOf(1, 2)]);
        const heard: Record<string, number[]> = { a: [], b: [] };
        a.follow((commits) => heard.a?.push(...commits.map(({ seq }) => seq)));
        b.follow((commits) => heard.b?.push(...commits.map(({ seq }) => seq)));
        const [one, other] = [commitOf(3, { commandId: 'of-a' }), commitOf(3, { commandId: 'of-b' })];
        const results = await Promise.all([a.append([one]), b.append([other])]);
        expect(results.map(({ kind }) => kind).toSorted()).toEqual(['appended', 'conflict']);
        expect(heard).toEqual({ a: [3], b: [3] });
        const [winner, loser] = results[0]?.kind === 'appended' ? [a, b] : [b, a];
        const [written] = await loser.read(2, 10);
        expect(await winner.read(2, 10)).toEqual([written]);
        expect(await loser.append([commitOf(4, { commandId: written?.commandId ?? '' })])).toMatchObject({
          kind: 'duplicate',
        });
        expect(await loser.append(commitsOf(4, 6))).toEqual({ kind: 'appended' });
        await expect.poll(() => heard).toEqual({ a: [3, 4, 5, 6], b: [3, 4, 5, 6] });
      });
    } else {
      test('[L5] given a log that is held for writing, when another would write, then it is refused until it is free', async () => {
        const log = await store.create('s1');
        await expect(store.open('s1')).rejects.toMatchObject({ code: 'session-held' });
        await log.close();
        const reader = await store.open('s1', { readOnly: true });
        expect(await reader.read(0, 10)).toEqual([]);
        await reader.close();
        const writer = await store.open('s1');
        expect(await writer.append([commitOf(1)])).toEqual({ kind: 'appended' });
      });
    }

    test('[L8] given word that a hub lived, when the log is opened later, then the last word is there', async () => {
      const log = await store.create('s1');
      expect(await log.loadPulse()).toBeNull();
      await log.savePulse({ atMs: 5, absences: [] });
      const last = { atMs: 9, absences: [{ fromMs: 1, toMs: 8 }] };
      await log.savePulse(last);
      await log.append(commitsOf(1, 1));
      await log.close();
      const again = await store.open('s1');
      expect(await again.loadPulse()).toEqual(last);
      expect(await again.read(0, 10)).toEqual(commitsOf(1, 1));
    });

    test('[L9] given contacts beside the log, when one is replaced and one erased, then the others are there later', async () => {
      const log = await store.create('s1');
      expect(await log.contacts()).toEqual([]);
      await log.eraseContact('never');
      for (const contactId of ['a', 'b', 'c']) await log.putContact(contactId, `body of ${contactId}`);
      await log.putContact('c', 'another body');
      await log.eraseContact('a');
      await log.append(commitsOf(1, 1));
      await log.close();
      const again = await store.open('s1');
      const rows = (await again.contacts()).toSorted((x, y) => x.contactId.localeCompare(y.contactId));
      expect(rows).toEqual([
        { contactId: 'b', body: 'body of b' },
        { contactId: 'c', body: 'another body' },
      ]);
      expect(await again.read(0, 10)).toEqual(commitsOf(1, 1));
    });

    describe('a copy', () => {
      let folder: Awaited<ReturnType<typeof temporaryFolder>>;
      let path: string;
      beforeEach(async () => {
        folder = await temporaryFolder();
        path = join(folder.path, 'copy.evenfloor');
      });
      afterEach(() => folder.remove());

      const created = (id: string) => commitOf(1, { commandId: `create.${id}` });
      const contact = (seq: number) =>
        commitOf(seq, {
          events: [{ type: 'contacts/joined', v: 1, contactId: `k${seq}`, purpose: 'to meet' }],
        });

      test('[Y1] given an open log, when it is copied and restored, then all of it is there as another log, and both go on', async () => {
        const log = await store.create('s1', [created('s1'), ...commitsOf(2, 5)]);
        await log.copy(path, { contacts: false });
        const before = readFileSync(path);
        await log.append([commitOf(6)]);
        const restored = await store.restore(path, 'other');
        expect(restored.sessionId).toBe('other');
        expect(restored.logId).not.toBe(log.logId);
        expect(await restored.read(0, 100)).toEqual([created('s1'), ...commitsOf(2, 5)]);
        expect(await restored.append([commitOf(6)])).toEqual({ kind: 'appended' });
        expect(await log.append([commitOf(7)])).toEqual({ kind: 'appended' });
        expect(readFileSync(path)).toEqual(before);
      });

      test('[Y2] given the session is gone, when its copy is restored, then it has its old id; each restoring is another log', async () => {
        const log = await store.create('s1', [created('s1'), ...commitsOf(2, 3)]);
        await log.copy(path, { contacts: false });
        await log.close();
        await store.remove('s1');
        expect(await store.has('s1')).toBe(false);
        const restored = await store.restore(path, 'other');
        const again = await store.restore(path, 'third');
        expect([restored.sessionId, again.sessionId]).toEqual(['s1', 'third']);
        expect(new Set([log.logId, restored.logId, again.logId]).size).toBe(3);
      });

      test('[Y3] given contacts were left, when the log is copied, then nothing of them goes along unless asked for', async () => {
        const log = await store.create('s1', [created('s1'), contact(2), commitOf(3)]);
        await log.putContact('k2', 'a body');
        await log.copy(path, { contacts: false });
        const without = await store.restore(path, 'without');
        expect(await without.contacts()).toEqual([]);
        const erased = { type: 'contacts/erased', v: 1, contactId: 'k2' };
        expect(await without.read(1, 1)).toEqual([
          { ...contact(2), actor: { role: 'hub' }, events: [erased] },
        ]);
        expect(readFileSync(path).toString('latin1')).not.toMatch(/to meet|a body/);
        await log.copy(path, { contacts: true });
        const whole = await store.restore(path, 'whole');
        expect(await whole.contacts()).toEqual([{ contactId: 'k2', body: 'a body' }]);
        expect(await whole.read(1, 1)).toEqual([contact(2)]);
      });
    });

    test('[L6] given a snapshot was saved, when it is loaded, then it is the same; a newer one replaces it', async () => {
      const log = await store.create('s1');
      expect(await log.loadSnapshot()).toBeNull();
      const snapshot = {
        v: STATE_VERSION,
        seq: 1,
        atMs: 5,
        state: INITIAL_STATE,
        commands: [{ commandId: 'c1', personId: 'p1' }],
      };
      await log.saveSnapshot(snapshot);
      await log.saveSnapshot({ ...snapshot, seq: 2 });
      await log.close();
      expect(await (await store.open('s1')).loadSnapshot()).toEqual({ ...snapshot, seq: 2 });
    });
  });
}
