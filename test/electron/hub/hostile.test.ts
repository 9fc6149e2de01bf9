/** What strangers send, and what a disk may hold: the hub goes on, and opens no door. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect as connectTcp } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeToken } from '../../../electron/hub/auth.ts';
import { startHub } from '../../../electron/hub/hub.ts';
import { STATE_VERSION } from '../../../electron/store/event-store.ts';
import { planSchema } from '../../../shared/plan.ts';
import { connect, socketTo } from '../../support/hub-client.ts';
import { hand, planOfDiscussion } from '../../support/meeting.ts';
import { runningHub } from '../../support/running-hub.ts';

let t: Awaited<ReturnType<typeof runningHub>>;
beforeEach(async () => {
  t = await runningHub();
});
afterEach(() => t.stop());

/** The first line of the answer to bytes as they are. */
function raw(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const stream = connectTcp(t.hub.port, '127.0.0.1', () => stream.write(bytes));
    let text = '';
    stream.on('data', (chunk) => {
      text += chunk;
    });
    stream.on('close', () => resolve(text.split('\r\n')[0] ?? ''));
    stream.on('error', () => resolve('reset'));
  });
}

const upgrade = (path: string) =>
  `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`;
const plain = (path: string, host = '127.0.0.1') =>
  `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;

const secretFile = () => join(t.dataDir, 'secrets/session-1.secret');

describe('strangers', () => {
  test('[U5] given targets that are no address, when they are asked for, then 400, and the hub goes on', async () => {
    for (const path of ['//', '///', '//[', 'http://', '*']) {
      expect([path, await raw(upgrade(path))]).toEqual([path, 'HTTP/1.1 400 Bad Request']);
      expect([path, await raw(plain(path))]).toEqual([path, 'HTTP/1.1 400 Bad Request']);
    }
    (await connect(t.linkOf('host'))).close();
  });

  test('[U5] given upgrades that are refused and reset in the middle, when there are many, then the hub goes on', async () => {
    for (let i = 0; i < 100; i += 1) {
      await new Promise<void>((resolve) => {
        const stream = connectTcp(t.hub.port, '127.0.0.1', () => {
          stream.write(upgrade('/nope'));
          stream.resetAndDestroy();
        });
        stream.on('close', () => resolve());
        stream.on('error', () => undefined);
      });
    }
    (await connect(t.linkOf('host'))).close();
  });

  test('[U7] given hosts and origins dressed up as ours, when they ask, then they are refused', async () => {
    for (const host of ['evil.example@localhost', 'localhost/evil.example', 'localhost.evil.example']) {
      expect([host, await raw(plain('/healthz', host))]).toEqual([host, 'HTTP/1.1 421 Misdirected Request']);
    }
    for (const origin of ['chrome-extension://localhost', 'javascript://localhost', 'null']) {
      const socket = socketTo(t.hub.url, { origin });
      const status = await new Promise((resolve) => {
        socket.once('unexpected-response', (_, response) => resolve(response.statusCode));
        socket.once('open', () => resolve('open'));
        socket.once('error', () => undefined);
      });
      expect([origin, status]).toEqual([origin, 403]);
    }
  });

  test('[V1] given a liaison and a rapporteur, when they ask for links, then they get none', async () => {
    for (const role of ['liaison', 'rapporteur'] as const) {
      const response = await fetch(`${t.hub.url}/api/v1/invites`, {
        headers: { authorization: `Bearer ${t.tokenOf(role)}` },
      });
      expect([role, response.status]).toEqual([role, 403]);
    }
  });

  test('[U11] given a participant in haste over HTTP, when the burst is over, then 429', async () => {
    const send = (commandId: string) =>
      fetch(`${t.hub.url}/api/v1/commands`, {
        method: 'POST',
        headers: { authorization: `Bearer ${t.tokenOf('participant')}` },
        body: JSON.stringify({
          commandId,
          name: 'people/introduce',
          args: { name: 'Cy', channel: 'online' },
        }),
      }).then((response) => response.status);
    const statuses = await Promise.all(Array.from({ length: 60 }, (_, i) => send(`c${i}`)));
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(20);
  });

  test('[U4] given commands sent right behind the hello, when the welcome has gone out, then they are answered', async () => {
    const socket = socketTo(t.hub.url);
    const types: string[] = [];
    await new Promise((resolve) => socket.once('open', resolve));
    const answered = new Promise<void>((resolve) => {
      socket.on('message', (data) => {
        const { type } = JSON.parse(String(data));
        types.push(type);
        if (type === 'ack') resolve();
      });
    });
    socket.send(
      JSON.stringify({ type: 'hello', token: t.tokenOf('host'), clientId: 'early', afterSeq: null }),
    );
    socket.send(JSON.stringify({ type: 'ping', sentAtMs: 1 }));
    socket.send(JSON.stringify({ type: 'command', commandId: 'c1', name: 'session/start', args: {} }));
    await answered;
    expect(types[0]).toBe('welcome');
    expect(types).toContain('pong');
    socket.close();
  });

  test('[U4] given somebody who comes back with other rights, when the log is named, then it is a snapshot', async () => {
    const phone = await connect(t.linkOf('participant'), { clientId: 'same' });
    const { seq, logId } = phone.welcome;
    phone.close();
    const host = await connect(t.linkOf('host'), { clientId: 'same', afterSeq: seq, logId });
    expect(host.welcome.mode).toBe('snapshot');
    host.close();
  });

  test('[P5] given a phone whose person was merged, when its hand goes up, then it is told that the hand is its own', async () => {
    const host = await connect(t.linkOf('host'));
    const phone = await connect(t.linkOf('participant'));
    await phone.must('people/introduce', { name: 'ana m', channel: 'onsite' });
    await host.must('people/merge', { personId: 'ana', otherPersonId: phone.welcome.personId });
    const own = phone.until((message) => message.type === 'own' && message.entryIds.length > 0);
    await host.must('queue/join', {
      entryId: 'e1',
      personId: 'ana',
      channel: 'onsite',
      door: 'room',
      kind: 'topic',
    });
    expect(await own).toMatchObject({ name: 'Ana', entryIds: ['e1'] });
    host.close();
    phone.close();
  });
});

describe('what a disk may hold', () => {
  test('[U6] given a secret that is empty or cut, when the hub starts, then nobody gets in, least of all by a guessed key', async () => {
    const inviteId = t.tokenOf('host').split('.')[1] ?? '';
    const whole = readFileSync(secretFile(), 'utf8');
    await t.hub.close();
    for (const text of ['', '\n', '!!!', 'AA', whole.slice(0, 20)]) {
      writeFileSync(secretFile(), text);
      const hub = await startHub({ dataDir: t.dataDir, webDir: t.webDir, host: '127.0.0.1', port: 0 });
      await expect(hub.openSession('session-1')).rejects.toMatchObject({ code: 'secret-damaged' });
      const forged = makeToken(Buffer.from(text.trim(), 'base64url'), 'session-1', inviteId);
      await expect(connect(`${hub.url}/#${forged}`)).rejects.toThrow('1012');
      await hub.close();
    }
    writeFileSync(secretFile(), whole);
    t.hub = await startHub({ dataDir: t.dataDir, webDir: t.webDir, host: '127.0.0.1', port: 0 });
    expect((await t.hub.openSession('session-1')).invites.host?.split('#')[1]).toBe(t.tokenOf('host'));
  });

  test('[U6] given the secret’s file vanishes while the session runs, when somebody comes back, then the links still open', async () => {
    const { rmSync } = await import('node:fs');
    rmSync(secretFile());
    (await connect(t.linkOf('host'))).close();
  });

  test('[L6] given a snapshot that is damaged, of another version or gone, when the session opens, then it is the same, folded from the log', async () => {
    const host = await connect(t.linkOf('host'));
    await host.must('queue/join', hand('e1', 'onsite'));
    host.close();
    await t.hub.close();
    const changes = [
      `UPDATE snapshot SET body = '{"seq":'`,
      `UPDATE snapshot SET body = replace(body, '{"v":${STATE_VERSION},', '{"v":0,')`,
      'DELETE FROM snapshot',
    ];
    for (const change of changes) {
      const db = new DatabaseSync(join(t.dataDir, 'session-1.evenfloor'));
      db.exec(change);
      db.close();
      const hub = await startHub({ dataDir: t.dataDir, webDir: t.webDir, host: '127.0.0.1', port: 0 });
      const { invites } = await hub.openSession('session-1');
      const back = await connect(invites.host ?? '');
      expect([back.welcome.seq, back.state]).toEqual([host.seq, host.state]);
      back.close();
      await hub.close();
    }
    t.hub = await startHub({ dataDir: t.dataDir, webDir: t.webDir, host: '127.0.0.1', port: 0 });
  });

  test('[L7] given files that are none of ours, when they are opened, then they are refused and not changed by a byte', async () => {
    const foreign = join(t.dataDir, 'foreign.evenfloor');
    const db = new DatabaseSync(foreign);
    db.exec('CREATE TABLE meta (key TEXT, value TEXT); CREATE TABLE other (a)');
    db.close();
    const empty = join(t.dataDir, 'empty.evenfloor');
    writeFileSync(empty, '');
    for (const path of [foreign, empty]) {
      const before = readFileSync(path);
      await expect(t.hub.openSession(path === foreign ? 'foreign' : 'empty')).rejects.toMatchObject({
        code: 'damaged',
      });
      expect(readFileSync(path)).toEqual(before);
    }
  });

  test('[U9] given secrets that cannot be written, when a session is created, then no session is left behind', async () => {
    const dataDir = join(t.folder, 'other');
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'secrets'), 'in the way');
    const hub = await startHub({ dataDir, webDir: t.webDir, host: '127.0.0.1', port: 0 });
    await expect(hub.createSession(planSchema.parse(planOfDiscussion()), 'half')).rejects.toThrow();
    expect(await hub.hasSession('half')).toBe(false);
    await hub.close();
  });

  test('[U9] given a session that cannot be written, when it is created, then its new secret goes and an older one stays', async () => {
    const plan = planSchema.parse(planOfDiscussion());
    for (const id of ['half', 'restored']) mkdirSync(join(t.dataDir, `${id}.evenfloor-journal`));
    const kept = join(t.dataDir, 'secrets/restored.secret');
    writeFileSync(kept, readFileSync(secretFile()));
    for (const id of ['half', 'restored']) {
      await expect(t.hub.createSession(plan, id)).rejects.toMatchObject({ code: 'cannot-write' });
    }
    expect(existsSync(join(t.dataDir, 'secrets/half.secret'))).toBe(false);
    expect(readFileSync(kept)).toEqual(readFileSync(secretFile()));
    await expect(t.hub.createSession(plan, 'session-1')).rejects.toMatchObject({ code: 'session-exists' });
    expect(existsSync(secretFile())).toBe(true);
  });
});
