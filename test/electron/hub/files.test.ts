import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startHub } from '../../../electron/hub/hub.ts';
import type { Role } from '../../../shared/lib/vocabulary.ts';
import { connect, type HubClient } from '../../support/hub-client.ts';
import { hand } from '../../support/meeting.ts';
import { runningHub } from '../../support/running-hub.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';

const PURPOSE = 'The network';
const clock = simulatedClock();

let t: Awaited<ReturnType<typeof runningHub>>;
let host: HubClient;
beforeEach(async () => {
  t = await runningHub({ clock });
  host = await connect(t.linkOf('host'));
});
afterEach(() => t.stop());

function ask(role: Role, query = '') {
  const headers = { authorization: `Bearer ${t.tokenOf(role)}`, 'accept-language': 'en' };
  return fetch(`${t.hub.url}/api/v1/session.evenfloor${query}`, { headers });
}

/** Turns, a point, a waiting hand and a contact. */
async function met(): Promise<void> {
  await host.must('session/configure', { title: 'Frieden & مساواة', network: { purpose: PURPOSE } });
  await host.must('agenda/begin', { itemId: 'talk', afterItemId: null });
  await host.must('floor/give', { turnId: 't1', person: { personId: 'bo' }, afterTurnId: null });
  await host.must('notes/write', { noteId: 'n1', baseRevision: 0, kind: 'consensus', text: 'We agree.' });
  await host.must('queue/join', hand('e1', 'online'));
  const contact = { name: 'Ana', email: 'ana@example.org', purpose: PURPOSE, consent: true };
  await host.must('contacts/join', { contactId: 'k1', ...contact });
}

/** The file that a role gets, kept outside the hub's own folder. */
async function savedBy(role: Role, query = ''): Promise<string> {
  const path = join(t.folder, 'saved.evenfloor');
  writeFileSync(path, Buffer.from(await (await ask(role, query)).arrayBuffer()));
  return path;
}

/** Another computer; the test closes it. */
function anotherHub() {
  return startHub({ dataDir: join(t.folder, 'other'), webDir: t.webDir, host: '127.0.0.1', port: 0, clock });
}

describe('a session as a file', () => {
  test('[Y1] given a session, when its file is asked for, then the staff gets it under title and date, the public 403', async () => {
    await met();
    const answer = await ask('online-moderator');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/vnd.sqlite3']);
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toMatch(
      /filename\*=UTF-8''Frieden-مساواة-\d{4}-\d\d-\d\d-\d{4}\.evenfloor$/,
    );
    for (const role of ['participant', 'display'] as const) expect((await ask(role)).status).toBe(403);
    expect((await ask('online-moderator', '?contacts=1')).status).toBe(403);
    expect((await ask('rapporteur', '?contacts=1')).status).toBe(200);
  });

  test('[Y2] given a moderator’s file, when another computer restores it, then the meeting is as it was under new links', async () => {
    await met();
    const path = await savedBy('onsite-moderator');
    const bytes = readFileSync(path);
    const other = await anotherHub();
    const restored = await other.restoreSession(path);
    expect(restored).toMatchObject({ sessionId: 'session-1', title: 'Frieden & مساواة' });
    expect(restored.asOfMs).toBeLessThanOrEqual(clock.nowMs());
    expect(restored.invites.host?.split('#')[1]).not.toBe(t.tokenOf('host'));
    const moderator = await connect(restored.invites['onsite-moderator'] ?? '');
    const { contacts, history: _, ...before } = host.state;
    const { history: __, ...after } = moderator.state;
    expect(contacts).toHaveLength(1);
    expect(after).toEqual(before);
    expect(moderator.welcome.logId).not.toBe(host.welcome.logId);
    await moderator.must('floor/end', { turnId: 't1' });
    await moderator.must('history/undo', { seq: moderator.seq });
    const keeper = await connect(restored.invites.host ?? '');
    expect(keeper.state.contacts).toEqual([]);
    expect(readFileSync(path)).toEqual(bytes);
    await other.close();
  });

  test('[Y3] given contacts were asked for, when the file is restored, then they are there', async () => {
    await met();
    const path = await savedBy('host', '?contacts=1');
    const other = await anotherHub();
    const { invites } = await other.restoreSession(path);
    const headers = { authorization: `Bearer ${invites.host?.split('#')[1]}` };
    const { contacts } = await (await fetch(`${other.url}/api/v1/contacts.json`, { headers })).json();
    expect(contacts).toMatchObject([{ name: 'Ana', email: 'ana@example.org' }]);
    await other.close();
  });

  test('[Y2] given the session is there already, when its file is restored, then both are there under links of their own', async () => {
    await met();
    const restored = await t.hub.restoreSession(await savedBy('host'));
    expect(restored.sessionId).not.toBe('session-1');
    const back = await connect(restored.invites.host ?? '');
    expect(back.state.turns).toEqual(host.state.turns);
    await host.must('queue/join', hand('e2', 'onsite'));
    expect(back.state.queue.entries.map(({ entryId }) => entryId)).toEqual(['e1']);
    expect((await t.hub.listSessions()).map(({ title }) => title)).toEqual(Array(2).fill('Frieden & مساواة'));
  });

  test('[Y4] given a file whose events this version does not know, when it is restored, then it is refused by name and nothing is left', async () => {
    const path = await savedBy('host');
    const db = new DatabaseSync(path);
    const body =
      '{"seq":2,"atMs":9e12,"actor":{"role":"hub"},"commandId":"x","events":[{"type":"a/b","v":1}]}';
    const { crc32 } = await import('node:zlib');
    db.prepare('INSERT INTO commits VALUES (2, ?, ?, ?)').run('x', body, crc32(`2 ${body}`));
    db.close();
    const other = await anotherHub();
    await expect(other.restoreSession(path)).rejects.toMatchObject({ code: 'log-newer', params: { path } });
    const dataDir = join(t.folder, 'other');
    expect(readdirSync(dataDir)).toEqual(['secrets']);
    expect(readdirSync(join(dataDir, 'secrets'))).toEqual([]);
    await other.close();
  });
});

describe('backups', () => {
  const folder = () => join(t.dataDir, 'backups', 'session-1');
  const names = () => readdirSync(folder());

  test('[Y5] given the session ends and the hub closes, when its file is lost, then the backup brings it back under the old links', async () => {
    await met();
    await host.must('session/end');
    await expect.poll(() => readdirSync(join(t.dataDir, 'backups'))).toEqual(['session-1']);
    await host.must('notes/write', { noteId: 'n2', baseRevision: 0, kind: 'point', text: 'Afterwards.' });
    await t.hub.close();
    const path = join(folder(), names().at(-1) ?? '');
    expect(readFileSync(path).toString('latin1')).not.toMatch(/ana@example|contacts.joined/);
    for (const name of readdirSync(t.dataDir))
      if (name.startsWith('session-1.')) rmSync(join(t.dataDir, name));
    t.hub = await startHub({ dataDir: t.dataDir, webDir: t.webDir, host: '127.0.0.1', port: 0, clock });
    const { invites } = await t.hub.restoreSession(path);
    expect(invites.host?.split('#')[1]).toBe(t.tokenOf('host'));
    const back = await connect(invites.host ?? '');
    expect(back.state.notes.map(({ text }) => text)).toEqual(['We agree.', 'Afterwards.']);
  });

  test('[Y5] given no backup can be written, when it is time, then that is said once and the session goes on', async () => {
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    mkdirSync(t.dataDir, { recursive: true });
    writeFileSync(join(t.dataDir, 'backups'), 'no folder');
    await host.must('session/start');
    await host.must('session/end');
    await t.hub.close();
    const said = stderr.mock.calls.map(String).filter((line) => line.includes('no backup'));
    stderr.mockRestore();
    expect(said).toEqual([expect.stringContaining('session session-1 has no backup')]);
    t.hub = await startHub({ dataDir: t.dataDir, webDir: t.webDir, host: '127.0.0.1', port: 0, clock });
    expect((await connect((await t.hub.openSession('session-1')).invites.host ?? '')).seq).toBe(host.seq);
  });
});
