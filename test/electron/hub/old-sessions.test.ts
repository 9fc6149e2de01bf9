/** The log of each released version, as that version has written it: it opens for ever. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Hub } from '../../../electron/hub/hub.ts';
import { startHub } from '../../../electron/hub/hub.ts';
import { must } from '../../../shared/lib/assert.ts';
import { connect } from '../../support/hub-client.ts';
import { ROOT, temporaryFolder } from '../../support/hub-process.ts';

const CASES = join(ROOT, 'test/cases/sessions');
const versions = readdirSync(CASES)
  .filter((name) => name.endsWith('.evenfloor'))
  .map((name) => basename(name, '.evenfloor'));

const idOf = (kind: string, version: string) => `${kind}-${version.replaceAll('.', '-')}`;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let hub: Hub;
beforeAll(async () => {
  folder = await temporaryFolder();
  const dataDir = join(folder.path, 'data');
  mkdirSync(dataDir);
  for (const version of versions) {
    const pathOf = (kind: string) => join(dataDir, `${idOf(kind, version)}.evenfloor`);
    copyFileSync(join(CASES, `${version}.evenfloor`), pathOf('whole'));
    copyFileSync(join(CASES, `${version}.evenfloor`), pathOf('folded'));
    const db = new DatabaseSync(pathOf('folded'));
    db.exec('DELETE FROM snapshot');
    db.close();
  }
  hub = await startHub({ dataDir, webDir: folder.path, host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await hub?.close();
  await folder?.remove();
});

async function opened(sessionId: string) {
  const { invites } = await hub.openSession(sessionId);
  const host = await connect(must(invites.host, 'link'));
  const headers = { authorization: `Bearer ${invites.host?.split('#')[1]}` };
  const { contacts } = await (await fetch(`${hub.url}/api/v1/contacts.json`, { headers })).json();
  const { session, people, queue, turns, questions, notes, backchannel } = host.state;
  return {
    title: session.title,
    seq: host.welcome.seq,
    people: people.map(({ name }) => name),
    waiting: queue.entries.map(({ name, held }) => (held ? `${name} (held)` : name)),
    turns: turns.map(({ name, channel, spokenMs }) => [name, channel, spokenMs]),
    questions: questions.map(({ text, decided, votes, answer }) => [text, decided, votes, answer ?? null]),
    notes: notes.map(({ kind, text, revealed }) => [kind, text, revealed ?? false]),
    messages: backchannel?.map(({ text, acknowledgedBy }) => [text, acknowledgedBy.length]),
    contacts: contacts.map(({ name, email }: { name: string; email: string }) => [name, email]),
  };
}

describe.each(versions)('a session file of version %s', (version) => {
  const expected = JSON.parse(readFileSync(join(CASES, `${version}.expected.json`), 'utf8'));

  test('[Y7] given it, when it is opened, then everything in it is as it was', async () => {
    expect(await opened(idOf('whole', version))).toEqual(expected);
  });

  test('[Y7] given its snapshot is gone, when it is opened, then its log alone gives the same', async () => {
    expect(await opened(idOf('folded', version))).toEqual(expected);
  });
});
