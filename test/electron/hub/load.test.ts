import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { load } from '../../../electron/hub/load.ts';
import { STATE_VERSION, STATE_VERSION_MIN } from '../../../electron/store/event-store.ts';
import { sqliteStore } from '../../../electron/store/sqlite/store.ts';
import { apply } from '../../../shared/apply.ts';
import type { Commit } from '../../../shared/commit.ts';
import { createEvents } from '../../../shared/create.ts';
import type { Event } from '../../../shared/event.ts';
import { ROLES } from '../../../shared/lib/vocabulary.ts';
import { planSchema } from '../../../shared/plan.ts';
import { INITIAL_STATE } from '../../../shared/state.ts';
import { temporaryFolder } from '../../support/hub-process.ts';

const plan = planSchema.parse({ format: 'evenfloor.plan', v: 1, title: 'T1' });
const inviteIds = Object.fromEntries(ROLES.map((role) => [role, role])) as Parameters<typeof createEvents>[1];
const commit = (seq: number, events: Event[]): Commit => ({
  seq,
  atMs: 1_000 + seq,
  actor: { role: 'hub' },
  commandId: `c${seq}`,
  events,
});
const COMMITS = [
  commit(1, createEvents(plan, inviteIds)),
  ...Array.from({ length: 8 }, (_, index) =>
    commit(index + 2, [{ type: 'session/configured', v: 1, title: `T${index + 2}` }]),
  ),
];

/** A file whose third commit is lost, with a snapshot of the first six. */
async function damagedFile(v: number) {
  const folder = await temporaryFolder();
  const store = sqliteStore(folder.path);
  const log = await store.create('s1', COMMITS.slice(0, 6));
  const state = COMMITS.slice(0, 6).reduce(apply, INITIAL_STATE);
  await log.saveSnapshot({ v, seq: 6, atMs: 1_006, state, commands: [] });
  await log.append(COMMITS.slice(6));
  await log.close();
  const db = new DatabaseSync(`${folder.path}/s1.evenfloor`);
  db.exec('DELETE FROM commits WHERE seq = 3');
  db.close();
  return { store, folder, log: await store.open('s1') };
}

test.each([STATE_VERSION, STATE_VERSION_MIN])(
  '[L10] given a snapshot of version %i that stands in for a lost commit, when the session is loaded, then nothing of it is lost',
  async (v) => {
    const { store, folder, log } = await damagedFile(v);
    const { seq, state } = await load(log);
    expect([seq, state.session.title]).toEqual([9, 'T9']);
    await log.close();
    await store.close();
    await folder.remove();
  },
);

test.each([STATE_VERSION_MIN - 1, STATE_VERSION + 1])(
  '[L10] given one of version %i, which may hold another shape, when the session is loaded, then it is said to be damaged',
  async (v) => {
    const { store, folder, log } = await damagedFile(v);
    await expect(load(log)).rejects.toMatchObject({ code: 'damaged' });
    await log.close();
    await store.close();
    await folder.remove();
  },
);
