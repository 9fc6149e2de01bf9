import { createHash, createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refusesTencent, tencentItems, tencentText } from '../../../electron/hub/hooks/tencent.ts';
import { refusesZoom, zoomItems, zoomValidation } from '../../../electron/hub/hooks/zoom.ts';
import type { HubMessage } from '../../../shared/protocol.ts';
import { connect, type HubClient } from '../../support/hub-client.ts';
import { runningHub } from '../../support/running-hub.ts';

// Computed apart from this code (DOMAIN.md D1, D2).
const ZOOM = {
  secret: 's3cr3tToken',
  request: {
    timestamp: '1700000000',
    body: '{"event":"meeting.started","event_ts":1700000000000,"payload":{"account_id":"A"}}',
    signature: 'v0=f9785771f90b5c2963328b16a98ccab05c72efb808a064b2c8fbed975b28c447',
  },
};
const TENCENT = {
  keys: { token: 'bVPU6F8HtxabcdefgjGV2xWp1', encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' },
  request: {
    timestamp: '1609239040864',
    nonce: '14964161',
    data: 'YnHy14NsKhY55Rz1BYrElA==',
    signature: '2f38eb688c80970d54fed2c8fbcfaae436102ea8',
  },
};

describe('signatures', () => {
  test('[J15] given the vectors of both platforms, when checked, then right ones pass, changed and old ones do not', () => {
    const { secret, request } = ZOOM;
    expect(refusesZoom(secret, request, 1_700_000_000_000)).toBeNull();
    expect(refusesZoom(secret, request, 1_700_000_301_000)).toBe('old');
    expect(refusesZoom(secret, { ...request, body: `${request.body} ` }, 1_700_000_000_000)).toBe('unsigned');
    expect(refusesZoom(secret, { ...request, signature: 'v0=' }, 1_700_000_000_000)).toBe('unsigned');
    expect(
      zoomValidation(secret, {
        event: 'endpoint.url_validation',
        payload: { plainToken: 'qgg8vlvZRS6UYooatFL8Aw' },
      }),
    ).toEqual({
      plainToken: 'qgg8vlvZRS6UYooatFL8Aw',
      encryptedToken: '2603014efb439be115131c2df81c615279c7b15af325076379a536df4b571504',
    });
    const { keys, request: callback } = TENCENT;
    expect(refusesTencent(keys, callback, 1_609_239_040_864)).toBeNull();
    expect(refusesTencent(keys, callback, 1_609_239_440_865)).toBe('old');
    expect(refusesTencent(keys, { ...callback, nonce: '1' }, 1_609_239_040_864)).toBe('unsigned');
    expect(tencentText(keys, callback.data)).toBe('hello-check');
    expect(tencentText(keys, 'AAAA')).toBeNull();
    expect(tencentText({ token: 't' }, Buffer.from('plain').toString('base64'))).toBe('plain');
  });
});

describe('who comes and goes', () => {
  test('[J15] given ids that are there and empty, or a telephone alone, when read, then each is somebody of their own', () => {
    const joined = (participant: object) =>
      zoomItems({ event: 'meeting.participant_joined', payload: { object: { participant } } });
    expect(joined({ participant_uuid: '', user_id: '16', user_name: 'Ada' })).toMatchObject([{ id: '16' }]);
    const event = 'meeting.participant-joined';
    const operators = [{ ms_open_id: '', uuid: 'u1', user_name: 'Bo' }, { pstn_number: '+86' }, { uuid: '' }];
    expect(tencentItems({ event, payload: operators.map((operator) => ({ operator })) })).toMatchObject([
      { id: 'u1', name: 'Bo' },
      { id: '+86', name: '' },
    ]);
  });
});

let t: Awaited<ReturnType<typeof runningHub>>;
beforeEach(async () => {
  t = await runningHub();
});
afterEach(() => t.stop());

type Presence = Extract<HubMessage, { type: 'presence' }>;
const isPresence = (message: HubMessage): message is Presence => message.type === 'presence';

function withSecrets(): void {
  const secrets = { zoom: { secretToken: ZOOM.secret }, tencent: TENCENT.keys };
  writeFileSync(join(t.dataDir, 'secrets/hooks.json'), JSON.stringify(secrets));
}

function zoom(
  event: object,
  {
    session = 'session-1',
    timestamp = String(Math.floor(Date.now() / 1_000)),
    sign = true,
    language = 'en',
  } = {},
) {
  const body = JSON.stringify(event);
  const signature = `v0=${createHmac('sha256', ZOOM.secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  return fetch(`${t.hub.url}/hooks/zoom/${session}`, {
    method: 'POST',
    body,
    headers: {
      'Accept-Language': language,
      'x-zm-request-timestamp': timestamp,
      ...(sign && { 'x-zm-signature': signature }),
    },
  });
}

const chat = (id: string, text: string, to = 'everyone') => ({
  event: 'meeting.chat_message_sent',
  event_ts: 1,
  payload: {
    object: {
      chat_message: { message_id: id, sender_name: 'Ada', recipient_type: to, message_content: text },
    },
  },
});
const moved = (what: 'joined' | 'left', id: string) => ({
  event: `meeting.participant_${what}`,
  payload: { object: { participant: { user_id: id, user_name: 'Bo' } } },
});

async function outsideOf(client: HubClient): Promise<Presence['outside']> {
  return ((await client.until((message) => isPresence(message))) as Presence).outside;
}

describe('what the platforms call', () => {
  test('[J15] given no secrets, when a hook is called, then it is not there; with them it must be signed', async () => {
    expect((await zoom(moved('joined', '1'))).status).toBe(404);
    withSecrets();
    expect((await zoom(moved('joined', '1'))).status).toBe(200);
    expect((await zoom(moved('joined', '1'), { sign: false })).status).toBe(401);
    expect((await zoom(moved('joined', '1'), { timestamp: '1700000000' })).status).toBe(401);
    expect((await zoom(moved('joined', '1'), { session: 'gone' })).status).toBe(404);
    expect((await fetch(`${t.hub.url}/hooks/zoom/session-1`)).status).toBe(404);
    const validation = { event: 'endpoint.url_validation', payload: { plainToken: 'abc' } };
    expect(await (await zoom(validation, { sign: false })).json()).toMatchObject({ plainToken: 'abc' });
  });

  test('[J15] given a validation that asks for the signature of a notification, when it is answered, then nothing is signed', async () => {
    withSecrets();
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const plainToken = `v0:${timestamp}:${JSON.stringify(moved('joined', '1'))}`;
    const answer = await zoom({ event: 'endpoint.url_validation', payload: { plainToken } }, { sign: false });
    expect(answer.status).toBe(401);
    expect(JSON.stringify(await answer.json())).not.toContain('encryptedToken');
  });

  test('[J15] given a call that is not believed, when it is answered, then it is said what is wrong with it', async () => {
    withSecrets();
    const said = async (language: string, call: Parameters<typeof zoom>[1]) => {
      const answer = await zoom(moved('joined', '1'), { ...call, language });
      return ((await answer.json()) as { message: string }).message;
    };
    expect(await said('en', { sign: false })).toContain('not made with the secret');
    expect(await said('zh-CN', { sign: false })).toContain('密钥');
    expect(await said('en', { timestamp: '1700000000' })).toContain('clock');
    expect(await said('zh-CN', { timestamp: '1700000000' })).toContain('时钟');
  });

  test('[J15] given Zoom tells of a chat, when it is marked as a question, then it is asked once; private and other messages are not', async () => {
    withSecrets();
    for (const event of [
      chat('m1', 'Q: Why now?'),
      chat('m1', 'Q: Why now?'),
      chat('m2', 'Hello'),
      chat('m3', 'Q: Me?', 'host'),
    ]) {
      expect((await zoom(event)).status).toBe(200);
    }
    const liaison = await connect(t.linkOf('liaison'));
    expect(liaison.state.questions).toMatchObject([
      { text: 'Why now?', name: 'Ada', door: 'zoom', channel: 'online' },
    ]);
  });

  test('[J15] given people come and go there, when staff looks, then it is told how many, and no commit was made', async () => {
    withSecrets();
    const host = await connect(t.linkOf('host'));
    for (const event of [
      moved('joined', '1'),
      moved('joined', '2'),
      moved('joined', '2'),
      moved('left', '1'),
    ])
      await zoom(event);
    await expect.poll(() => outsideOf(host)).toEqual([{ door: 'zoom', count: 1 }]);
    expect(host.seq).toBe(1);
    const phone = await connect(t.linkOf('participant'));
    expect(phone.received.find(isPresence)).not.toHaveProperty('outside');
  });

  test('[J15] given Tencent checks the address and tells of people, when signed, then it is answered as it wants', async () => {
    withSecrets();
    const { token } = TENCENT.keys;
    const timestamp = String(Date.now());
    const call = (data: string, init: RequestInit, query = '') => {
      const signature = createHash('sha1')
        .update([token, timestamp, '7', data].sort().join(''))
        .digest('hex');
      return fetch(`${t.hub.url}/hooks/tencent/session-1${query}`, {
        ...init,
        headers: { timestamp, nonce: '7', signature },
      });
    };
    const check = TENCENT.request.data;
    const answer = await call(check, {}, `?check_str=${encodeURIComponent(check)}`);
    expect([answer.status, await answer.text()]).toEqual([200, 'hello-check']);
    expect((await call('ab+/', {}, '?check_str=ab+/')).status).toBe(400);
    expect((await call('changed', {}, `?check_str=${encodeURIComponent(check)}`)).status).toBe(401);
    const body = JSON.stringify({ data: check });
    const posted = await call(check, { method: 'POST', body });
    expect(posted.status).toBe(400);
  });
});

describe('the intake', () => {
  const send = (items: unknown[], role: 'liaison' | 'participant' = 'liaison') =>
    fetch(`${t.hub.url}/api/v1/intake`, {
      method: 'POST',
      body: JSON.stringify({ items }),
      headers: { Authorization: `Bearer ${t.tokenOf(role)}` },
    });

  test('[J16] given questions of a streaming chat, when sent twice, then each is asked once, and what is refused is named', async () => {
    const items = [
      { id: 'a1', type: 'question', text: 'Why?', name: 'Ada', door: 'stream' },
      { id: 'a2', type: 'message', text: '<QUESTION>How?</QUESTION> <QUESTION>When?</QUESTION>' },
      { id: 'a3', type: 'question', text: ' ' },
    ];
    const expected = { taken: 3, refused: [{ id: 'a3', code: 'invalid' }] };
    expect(await (await send(items)).json()).toMatchObject(expected);
    expect(await (await send(items)).json()).toMatchObject(expected);
    const liaison = await connect(t.linkOf('liaison'));
    expect(liaison.state.questions.map(({ text, door }) => [text, door])).toEqual([
      ['Why?', 'stream'],
      ['How?', 'stream'],
      ['When?', 'stream'],
    ]);
  });

  test('[J16] given a participant, or nothing in the list, when sent, then it is refused', async () => {
    expect((await send([{ id: 'a', type: 'question', text: 'Why?' }], 'participant')).status).toBe(403);
    expect((await send([])).status).toBe(400);
  });

  test('[J16] given items of which some cannot be taken, when sent, then those alone are refused, by their ids or their places', async () => {
    const answer = await send([
      { id: 'b1', type: 'rumour', text: 'Who?' },
      { id: 'b2', type: 'question', text: 'Why?', name: 'ada@example.org' },
      { type: 'question', text: 'When?' },
      'Where?',
    ]);
    expect([answer.status, await answer.json()]).toEqual([
      200,
      {
        taken: 1,
        refused: [
          { id: 'b1', code: 'invalid', params: expect.objectContaining({ field: 'type' }) },
          { id: 'items.2', code: 'invalid', params: { field: 'id', problem: 'missing' } },
          { id: 'items.3', code: 'invalid', params: { field: 'item', problem: 'not-an-object' } },
        ],
      },
    ]);
    const liaison = await connect(t.linkOf('liaison'));
    expect(liaison.state.questions).toMatchObject([{ text: 'Why?', name: 'ada' }]);
  });
});
