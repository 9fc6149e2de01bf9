import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startHub } from '../../../electron/hub/hub.ts';
import type { HubMessage } from '../../../shared/protocol.ts';
import { connect, type HubClient } from '../../support/hub-client.ts';
import { hand } from '../../support/meeting.ts';
import { runningHub } from '../../support/running-hub.ts';

let t: Awaited<ReturnType<typeof runningHub>>;
beforeEach(async () => {
  t = await runningHub();
});
afterEach(() => t.stop());

/** Three hands, then the hub is closed, its file changed, and the session opened again. */
async function reopened(change: string): Promise<{ before: HubClient; said: string }> {
  const before = await connect(t.linkOf('host'));
  for (const id of ['e1', 'e2', 'e3']) await before.must('queue/join', hand(id, 'onsite'));
  before.close();
  const { dataDir, webDir } = t;
  const { port } = t.hub;
  await t.hub.close();
  const db = new DatabaseSync(join(dataDir, 'session-1.evenfloor'));
  db.exec(change);
  db.close();
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  t.hub = await startHub({ dataDir, webDir, host: '127.0.0.1', port });
  await t.hub.openSession('session-1');
  const said = stderr.mock.calls.join();
  stderr.mockRestore();
  return { before, said };
}

async function told(client: HubClient) {
  const isPresence = (message: HubMessage) => message.type === 'presence';
  return client.received.find(isPresence) ?? (await client.until(isPresence));
}

describe('a session whose file was damaged', () => {
  test('[L10] given the last hand was damaged, when the session is opened, then the others wait, the staff is told and the public is not', async () => {
    const { said } = await reopened(
      `UPDATE commits SET body = body || ' ' WHERE seq = 4; DELETE FROM snapshot`,
    );
    const [keptAs = ''] = readdirSync(t.dataDir).filter((name) => name.includes('.damaged-'));
    expect(said).toContain(keptAs);
    const moderator = await connect(t.linkOf('online-moderator'));
    expect(moderator.state.queue.entries.map((entry) => entry.entryId)).toEqual(['e1', 'e2']);
    expect(await told(moderator)).toMatchObject({ damage: { seq: 4, lastSeq: 3, keptAs } });
    expect(await told(await connect(t.linkOf('participant')))).not.toHaveProperty('damage');
    await moderator.must('queue/join', hand('e4', 'online'));
    expect(moderator.state.queue.entries.map((entry) => entry.entryId)).toEqual(['e1', 'e2', 'e4']);
  });

  test('[L10] given a screen had the lost hand, when it comes back with what it knew, then it gets the session as it is now', async () => {
    const { before } = await reopened(`UPDATE commits SET sum = 0 WHERE seq = 4; DELETE FROM snapshot`);
    const { seq, logId } = before.welcome;
    const back = await connect(t.linkOf('host'), { afterSeq: seq, logId });
    expect(back.welcome.mode).toBe('snapshot');
    expect(back.state.queue.entries).toHaveLength(2);
  });

  test('[L10] given the damage lies before the snapshot, when the session is opened, then nothing of its state is lost', async () => {
    const { said } = await reopened('DELETE FROM commits WHERE seq = 2');
    expect(said).toContain('nothing of its state');
    const host = await connect(t.linkOf('host'));
    expect(host.state.queue.entries.map((entry) => entry.entryId)).toEqual(['e1', 'e2', 'e3']);
    expect(await told(host)).toMatchObject({ damage: { seq: 2, lastSeq: 4 } });
  });
});
