import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect } from '../../support/hub-client.ts';
import { hand } from '../../support/meeting.ts';
import { runningHub } from '../../support/running-hub.ts';

let t: Awaited<ReturnType<typeof runningHub>>;
beforeEach(async () => {
  t = await runningHub();
});
afterEach(() => t.stop());

type Asked = {
  method?: string;
  role?: 'host' | 'participant' | 'onsite-moderator';
  body?: string;
  headers?: Record<string, string>;
};

async function ask(path: string, { method = 'GET', role, body, headers = {} }: Asked = {}) {
  const authorization: Record<string, string> = role ? { authorization: `Bearer ${t.tokenOf(role)}` } : {};
  const response = await fetch(t.hub.url + path, {
    method,
    body: body ?? null,
    headers: { ...authorization, ...headers },
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

/** With a Host header of the caller's choice, which `fetch` does not allow. */
function statusForHost(host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    httpRequest(`${t.hub.url}/healthz`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).end();
  });
}

describe('HTTP', () => {
  test('[U7] given the web client, when its pages and assets are asked for, then they come with their headers', async () => {
    const overlays = ['timer', 'lower-third', 'queue'].map((overlay) => `/overlay/${overlay}`);
    for (const path of ['/', '/stage', ...overlays]) {
      const page = await ask(path);
      expect([page.status, page.body]).toEqual([200, expect.stringContaining('<title>Evenfloor')]);
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
      expect(page.headers.get('cache-control')).toBe('no-cache');
    }
    expect((await ask('/assets/app-1234.js')).headers.get('cache-control')).toContain('immutable');
    expect((await ask('/healthz')).body).toEqual({ ok: true });
    expect((await ask('/nowhere')).status).toBe(404);
    expect((await ask('/overlay/none')).status).toBe(404);
    expect((await ask('/../data/secrets')).status).toBe(404);
    expect((await ask('/', { method: 'POST' })).status).toBe(405);
  });

  test('[U7] given a name that is not the hub’s, when it asks, then it is refused', async () => {
    expect(await statusForHost('evil.example')).toBe(421);
    expect(await statusForHost(`localhost:${t.hub.port}`)).toBe(200);
    expect(await statusForHost('[not an address')).toBe(421);
  });

  test('[U4] given a session, when its state is asked for, then each role gets its own view with projections', async () => {
    const mod = await connect(t.linkOf('onsite-moderator'));
    await mod.must('agenda/begin', { itemId: 'talk', afterItemId: null });
    await mod.must('queue/join', hand('o1', 'online'));
    const { body } = await ask('/api/v1/state', {
      role: 'host',
      headers: { 'accept-language': 'zh-CN,en;q=0.5' },
    });
    expect(body).toMatchObject({ seq: 3, roles: ['host'], state: { session: { title: 'A discussion' } } });
    expect(body.hubTimeMs).toBeGreaterThan(1_600_000_000_000);
    expect(body.state.invites).toHaveLength(7);
    expect(body.projections.fairness.next).toEqual([
      {
        entryId: 'o1',
        reasons: expect.arrayContaining([{ code: 'first-turn', params: {}, text: '首次发言' }]),
      },
    ]);
    expect(body.projections.forecast).toMatchObject({ turnsThatFit: expect.any(Number), notReached: 0 });
    const seen = await ask('/api/v1/state', { role: 'participant' });
    expect(seen.body.state).not.toHaveProperty('invites');
    expect(seen.body.state).not.toHaveProperty('history');
    mod.close();
  });

  test('[K5] given a message of the back-channel, when state and socket of each audience are read, then staff alone has it', async () => {
    const [mod, phone] = await Promise.all([
      connect(t.linkOf('online-moderator')),
      connect(t.linkOf('participant')),
    ]);
    await mod.must('backchannel/send', { messageId: 'm1', text: 'psst', urgency: 'high' });
    const seq = await mod.must('agenda/begin', { itemId: 'talk', afterItemId: null });
    await phone.reached(seq);
    const staff = await ask('/api/v1/state', { role: 'onsite-moderator' });
    expect(staff.body.state.backchannel).toMatchObject([{ messageId: 'm1', acknowledgedBy: [] }]);
    const seen = await ask('/api/v1/state', { role: 'participant' });
    expect(seen.body.state).not.toHaveProperty('backchannel');
    expect(JSON.stringify([seen.body, phone.received])).not.toMatch(/psst|backchannel/);
    const refused = await ask('/api/v1/commands', {
      method: 'POST',
      role: 'participant',
      body: JSON.stringify({ commandId: 'c1', name: 'backchannel/acknowledge', args: { messageId: 'm1' } }),
    });
    expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    mod.close();
    phone.close();
  });

  test('[W2] given commands over HTTP, when taken or refused, then the answer is the same as on the socket', async () => {
    const send = (role: Asked['role'], body: unknown, headers = {}) =>
      ask('/api/v1/commands', {
        method: 'POST',
        role,
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers,
      });
    const join = { commandId: 'c-1', name: 'queue/join', args: hand('e1', 'onsite') };
    expect(await send('onsite-moderator', join)).toMatchObject({ status: 200, body: { seq: 2 } });
    expect(await send('onsite-moderator', join)).toMatchObject({ status: 200, body: { seq: 2 } });
    expect(await send('onsite-moderator', join, { 'x-client-id': 'another-device-here' })).toMatchObject({
      status: 400,
    });
    expect(
      await send('participant', { ...join, commandId: 'c-2', name: 'floor/end', args: { turnId: 't' } }),
    ).toMatchObject({
      status: 403,
      body: {
        code: 'forbidden',
        params: { command: 'floor/end' },
        message: 'Your invitation does not allow this.',
      },
    });
    expect(await send('host', { commandId: 'c-3', name: 'queue/open' })).toMatchObject({ status: 409 });
    expect(await send('host', { commandId: 'c-4', name: 'no/such' })).toMatchObject({ status: 400 });
    expect(await send('host', 'not json', { 'accept-language': 'zh' })).toMatchObject({
      status: 400,
      body: {
        code: 'invalid',
        params: { field: 'body', problem: 'not-json' },
        message: '“body”不是有效的 JSON。',
      },
    });
    expect(
      await send('host', { commandId: 'c-5', name: 'queue/close', args: { x: 'y'.repeat(70_000) } }),
    ).toMatchObject({
      status: 413,
    });
  });

  test('[V1] given tokens, when paths are asked for with, without and with the wrong ones, then each is answered by name', async () => {
    expect((await ask('/api/v1/state')).status).toBe(401);
    const bearer = (token: string) => ask('/api/v1/state', { headers: { authorization: `Bearer ${token}` } });
    expect((await bearer('nonsense')).status).toBe(401);
    expect((await bearer('no-session.invite.mac')).status).toBe(404);
    const host = await connect(t.linkOf('host'));
    await host.must('invites/revoke', { inviteId: t.tokenOf('participant').split('.')[1] });
    expect((await ask('/api/v1/state', { role: 'participant' })).status).toBe(403);
    expect((await ask('/api/v1/nowhere', { role: 'host' })).status).toBe(404);
    host.close();
  });

  test('[V1] given staff, when it asks for the links, then a moderator gets all but the host’s', async () => {
    const all = (await ask('/api/v1/invites', { role: 'host' })).body.invites;
    expect(all.map((invite: { url: string }) => invite.url)).toEqual(Object.values(t.session.invites));
    const some = (await ask('/api/v1/invites', { role: 'onsite-moderator' })).body.invites;
    expect(some).toEqual(all.slice(1));
    expect((await ask('/api/v1/invites', { role: 'participant' })).status).toBe(403);
    expect((await ask('/api/v1/plan.json', { role: 'participant' })).status).toBe(403);
    expect((await ask('/api/v1/plan.json', { role: 'host' })).body).toMatchObject({
      format: 'evenfloor.plan',
      v: 1,
    });
  });
});

describe('behind a reverse proxy', () => {
  test('[U7] given --public-url, when a browser comes by another host name, then pages, API and socket work, and links use it', async () => {
    const proxy = createServer();
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const proxyPort = (proxy.address() as AddressInfo).port;
    const behind = await runningHub({ publicUrl: `http://meet.localtest:${proxyPort}` });
    const forward = (request: import('node:http').IncomingMessage) => ({
      port: behind.hub.port,
      host: '127.0.0.1',
      path: request.url,
      method: request.method,
      headers: request.headers,
    });
    proxy.on('request', (request, response) => {
      const onward = httpRequest(forward(request), (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      request.pipe(onward);
    });
    proxy.on('upgrade', (request, socket, head) => {
      const onward = httpRequest(forward(request));
      onward.on('upgrade', (answer, upstream) => {
        const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}`);
        socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`);
        upstream.write(head);
        upstream.pipe(socket).pipe(upstream);
      });
      onward.on('response', (answer) => socket.end(`HTTP/1.1 ${answer.statusCode} Refused\r\n\r\n`));
      onward.end();
    });
    const host = `meet.localtest:${proxyPort}`;
    const link = behind.linkOf('host');
    expect(link.startsWith(`http://${host}/#`)).toBe(true);
    const status = await new Promise((resolve) => {
      const headers = { host, authorization: `Bearer ${behind.tokenOf('host')}` };
      httpRequest({ port: proxyPort, host: '127.0.0.1', path: '/api/v1/state', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end();
    });
    expect(status).toBe(200);
    const client = await connect(`http://127.0.0.1:${proxyPort}/#${behind.tokenOf('host')}`, {
      headers: { host, origin: `http://${host}` },
    });
    expect(await client.must('session/start')).toBe(2);
    client.close();
    proxy.close();
    proxy.closeAllConnections();
    await behind.stop();
  });

  test('[U14] given turns in two fair items, when the report is asked for, then each item has its charts', async () => {
    const host = await connect(t.linkOf('host'));
    const items = ['first', 'second'].map((title) => ({
      itemId: title,
      kind: 'discussion',
      title,
      minutes: 5,
    }));
    await host.must('agenda/edit', { items });
    for (const [index, itemId] of ['first', 'second'].entries()) {
      await host.must('agenda/begin', { itemId, afterItemId: index === 0 ? null : 'first' });
      const person = { name: `Speaker of ${itemId}`, channel: 'online' };
      await host.must('floor/give', { turnId: itemId, person, afterTurnId: index === 0 ? null : 'first' });
      await host.must('floor/end', { turnId: itemId });
    }
    host.close();
    const { body } = await ask('/api/v1/report.html', { role: 'host' });
    expect(body.match(/<svg/g)).toHaveLength(6);
    expect(body).toContain('first: ');
    expect(body).toContain('second: ');
  });

  test.each([
    ['en;q=0.5, zh-CN', '不是此处的地址'],
    ['zh;q=0, en;q=0.1', 'is no address here'],
    ['fr, zh;q=0.3, en;q=0.7', 'is no address here'],
  ])(
    '[W3] given Accept-Language %s, when refused, then in the language that is liked best',
    async (accepted, words) => {
      const { body } = await ask('/nowhere', { headers: { 'accept-language': accepted } });
      expect(body.message).toContain(words);
    },
  );

  test('[R5] given groups are balanced, when a participant asks for the state, then the order is the staff’s and no reason names a group', async () => {
    const host = await connect(t.linkOf('host'));
    const groups = { stakeholder: 'Government' };
    await host.must('people/add', { personId: 'gov', name: 'Gov', channel: 'onsite', groups });
    // Without ageing, the group alone decides between two of one side.
    const balance = { balancedGroup: 'stakeholder', windowSeconds: 600, agingSeconds: 0 };
    await host.must('session/configure', { fairness: balance });
    await host.must('agenda/begin', { itemId: 'talk', afterItemId: null });
    await host.must('floor/give', { turnId: 't1', person: { personId: 'ana' }, afterTurnId: null });
    // A turn of no time at all would count for nobody's group.
    const hubTimeMs = async () => (await ask('/api/v1/state', { role: 'host' })).body.hubTimeMs;
    await expect.poll(hubTimeMs).toBeGreaterThan(host.state.floor.turn?.startedAtMs ?? 0);
    await host.must('floor/end', { turnId: 't1' });
    for (const personId of ['ana', 'gov'])
      await host.must('queue/join', { ...hand(personId, 'onsite'), personId });
    host.close();
    const told = (await ask('/api/v1/state', { role: 'host' })).body;
    expect(JSON.stringify(told)).toContain('Government');
    const seen = (await ask('/api/v1/state', { role: 'participant' })).body;
    for (const group of ['Government', 'Civil Society']) expect(JSON.stringify(seen)).not.toContain(group);
    const orderOf = (body: typeof seen) =>
      body.projections.fairness.next.map(({ entryId }: { entryId: string }) => entryId);
    expect(orderOf(seen)).toEqual(['gov', 'ana']);
    expect(orderOf(seen)).toEqual(orderOf(told));
  });
});
