import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import {
  INVITES_MAX,
  PUBLIC_COMMAND_BURST,
  PUBLIC_PRESENCE_INTERVAL_MS,
  REFUSED_COMMANDS_MAX,
} from '../../../shared/lib/limits.ts';
import { hubMessageSchema } from '../../../shared/protocol.ts';
import type { State } from '../../../shared/state.ts';
import { CLOSE, PROTOCOL_VERSION, SUBPROTOCOL } from '../../../shared/wire.ts';
import { closing, connect, freshId, socketTo } from '../../support/hub-client.ts';
import { hand } from '../../support/meeting.ts';
import { runningHub } from '../../support/running-hub.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';

let t: Awaited<ReturnType<typeof runningHub>>;
const clock = simulatedClock();

beforeEach(async () => {
  t = await runningHub({ clock });
});
afterEach(() => t.stop());

/** Sends the frames as they are, and gives the code that the hub closes with. */
async function closedFor(...frames: (string | Buffer)[]): Promise<number> {
  const socket = socketTo(t.hub.url);
  const closed = closing(socket);
  await new Promise((resolve) => socket.once('open', resolve));
  for (const frame of frames) socket.send(frame);
  return (await closed).code;
}

const hello = (more: object = {}) =>
  JSON.stringify({
    type: 'hello',
    token: t.tokenOf('host'),
    clientId: 'client-of-a-test',
    afterSeq: null,
    ...more,
  });

describe('sockets', () => {
  test('[U5] given frames that break the contract, when they arrive, then each has its close code and the hub goes on', async () => {
    expect(await closedFor('not json')).toBe(CLOSE.badMessage);
    expect(await closedFor('{"type":"sing"}')).toBe(CLOSE.badMessage);
    expect(await closedFor('{"type":"ping","sentAtMs":1}')).toBe(CLOSE.badMessage);
    expect(await closedFor(hello(), hello())).toBe(CLOSE.badMessage);
    expect(await closedFor(Buffer.from(hello()))).toBe(CLOSE.badMessage);
    expect(await closedFor('x'.repeat(65 * 1024))).toBe(CLOSE.tooLarge);
    expect(await closedFor(hello({ token: 'nonsense' }))).toBe(CLOSE.notInvited);
    expect(await closedFor(hello({ token: `${t.tokenOf('host').slice(0, -2)}xx` }))).toBe(CLOSE.notInvited);
    expect(await closedFor(hello({ token: t.tokenOf('display').replace(/\.[^.]+\./, '.another.') }))).toBe(
      CLOSE.notInvited,
    );
    expect(await closedFor(hello({ token: 'no-session.invite.mac' }))).toBe(CLOSE.noSuchSession);
    expect(await closedFor(hello({ schema: PROTOCOL_VERSION + 1 }))).toBe(CLOSE.hubTooOld);
    expect(await closedFor(hello({ schema: 0 }))).toBe(CLOSE.badMessage);
    const client = await connect(t.linkOf('host'));
    expect(await client.command('floor/take', {})).toMatchObject({ code: 'unknown-command' });
    expect(await client.command('floor/end', {})).toMatchObject({
      code: 'invalid',
      params: { field: 'turnId' },
    });
    client.close();
  });

  test('[U5] given somebody who never says hello, when 5 s have gone by, then the socket is closed, and may come again: the line may have held the hello up', async () => {
    const socket = socketTo(t.hub.url);
    const closed = closing(socket);
    await new Promise((resolve) => socket.once('open', resolve));
    // The server's end of the socket exists once another one has been answered.
    (await connect(t.linkOf('host'))).close();
    clock.advance(5_000);
    expect(await closed).toEqual({ code: CLOSE.tooSlow, reason: 'no hello within 5 s' });
  });

  test('[U7] given a page of another site, another name or path, when it opens a socket, then it is refused', async () => {
    const statusOf = (path: string, headers: Record<string, string>) =>
      new Promise((resolve) => {
        const url = t.hub.url.replace('http', 'ws') + path;
        const socket = new WebSocket(url, SUBPROTOCOL, { headers });
        socket.once('unexpected-response', (_, response) => resolve(response.statusCode));
        socket.once('open', () => resolve('open'));
        socket.once('error', () => undefined);
      });
    expect(await statusOf('/ws', { origin: 'https://evil.example' })).toBe(403);
    expect(await statusOf('/ws', { host: 'evil.example' })).toBe(421);
    expect(await statusOf('/other', {})).toBe(404);
    expect(await statusOf('/ws', { origin: t.hub.url })).toBe('open');
  });

  test('[U4] given a client that was away, when it comes back, then it gets what it missed, or a snapshot', async () => {
    const host = await connect(t.linkOf('host'));
    const away = await connect(t.linkOf('onsite-moderator'));
    const seen = { seq: away.seq, state: away.state as State, logId: away.welcome.logId };
    away.close();
    await host.must('queue/join', hand('e1', 'onsite'));
    await host.must('queue/join', hand('e2', 'online'));
    const options = { afterSeq: seen.seq, logId: seen.logId, from: seen.state };
    const back = await connect(t.linkOf('onsite-moderator'), options);
    expect(back.welcome).toMatchObject({ mode: 'tail', seq: 3 });
    const { contacts: _, ...staffed } = host.state as State;
    expect(JSON.stringify(back.state)).toBe(JSON.stringify(staffed));
    const restored = await connect(t.linkOf('onsite-moderator'), { ...options, logId: 'another' });
    expect(restored.welcome.mode).toBe('snapshot');
    const beyond = await connect(t.linkOf('onsite-moderator'), { ...options, afterSeq: 99 });
    expect(beyond.welcome.mode).toBe('snapshot');
    for (const client of [host, back, restored, beyond]) client.close();
  });

  test('[R2] given two roles and a participant, when a meeting runs, then staff see the same at every seq, the public no more than it may', async () => {
    const onsite = await connect(t.linkOf('onsite-moderator'));
    const online = await connect(t.linkOf('online-moderator'));
    const phone = await connect(t.linkOf('participant'));
    await onsite.must('agenda/begin', { itemId: 'talk', afterItemId: null });
    await phone.must('queue/join', {
      entryId: 'p1',
      name: 'Cy',
      channel: 'onsite',
      door: 'phone',
      kind: 'topic',
      topic: 'x',
    });
    await online.must('queue/join', hand('o1', 'online'));
    await onsite.must('floor/give', { turnId: 't1', entryId: 'o1', afterTurnId: null });
    clock.advance(20_000);
    await online.must('floor/pause', { turnId: 't1' });
    clock.advance(5_000);
    await onsite.must('floor/resume', { turnId: 't1' });
    await onsite.must('floor/adjust', { turnId: 't1', seconds: 30 });
    const last = await online.must('floor/end', { turnId: 't1' });
    await Promise.all([onsite, online, phone].map((client) => client.reached(last)));
    for (const [seq, state] of onsite.statesBySeq) expect(online.statesBySeq.get(seq)).toBe(state);
    expect(onsite.state.turns[0]).toMatchObject({
      name: 'Guest o1',
      spokenMs: 20_000,
      pausedMs: 5_000,
      limitMs: 150_000,
    });
    expect(phone.state.queue.entries[0]).not.toHaveProperty('name');
    expect(JSON.stringify(phone.received)).not.toContain('"invites"');
    for (const message of [...onsite.received, ...phone.received]) hubMessageSchema.parse(message);
    for (const client of [onsite, online, phone]) client.close();
  });

  test('[F1] given two moderators who give the floor at once, when both name the same last turn, then it advances once', async () => {
    const a = await connect(t.linkOf('onsite-moderator'));
    const b = await connect(t.linkOf('online-moderator'));
    const give = (turnId: string) => ({ turnId, person: { personId: 'ana' }, afterTurnId: null });
    const answers = await Promise.all([
      a.command('floor/give', give('t1')),
      b.command('floor/give', give('t2')),
    ]);
    expect(answers.filter((answer) => 'seq' in answer)).toHaveLength(1);
    expect(answers.find((answer) => 'code' in answer)).toMatchObject({
      code: 'floor/moved-on',
      message: 'The floor has already gone to Ana.',
    });
    a.close();
    b.close();
  });

  test('[U2] given a command id sent twice, when answered, then one commit and the same ack', async () => {
    const mod = await connect(t.linkOf('onsite-moderator'));
    const id = freshId('twice');
    const answers = await Promise.all([
      mod.command('queue/close', {}, id),
      mod.command('queue/close', {}, id),
    ]);
    expect(answers).toEqual([{ seq: 2 }, { seq: 2 }]);
    const other = await connect(t.linkOf('online-moderator'));
    expect(await other.command('queue/close', {}, id)).toMatchObject({ code: 'invalid' });
    expect(mod.seq).toBe(2);
    mod.close();
    other.close();
  });

  test('[U6] given an invitation that is revoked, when its holder is connected, then the socket closes at once; a new one opens', async () => {
    const host = await connect(t.linkOf('host'));
    const liaison = await connect(t.linkOf('liaison'));
    const inviteId = t.tokenOf('liaison').split('.')[1];
    await host.must('invites/revoke', { inviteId });
    expect((await liaison.closed).code).toBe(CLOSE.revoked);
    await expect(connect(t.linkOf('liaison'))).rejects.toThrow(String(CLOSE.revoked));
    await host.must('invites/issue', { inviteId: 'again', roles: ['liaison', 'rapporteur'] });
    const { invites } = await t.hub.openSession('session-1');
    const again = await connect(invites.liaison ?? '');
    expect(again.welcome.roles).toEqual(['rapporteur', 'liaison']);
    again.close();
    host.close();
  });

  test('[U10] given a participant, when its own hand goes up and down, then only it is told whose it is', async () => {
    const phone = await connect(t.linkOf('participant'), { clientId: 'phone-number-one' });
    const other = await connect(t.linkOf('participant'), { clientId: 'phone-number-two' });
    expect(phone.welcome.personId).not.toBe(other.welcome.personId);
    await phone.must('queue/join', {
      entryId: 'p1',
      name: 'Cy',
      channel: 'online',
      door: 'phone',
      kind: 'topic',
    });
    const left = await phone.must('queue/leave', { entryId: 'p1' });
    await other.reached(left);
    const own = (client: typeof phone) => client.received.filter((message) => message.type === 'own');
    expect(own(phone).map((message) => message.type === 'own' && message.entryIds)).toEqual([[], ['p1'], []]);
    expect(own(other)).toHaveLength(1);
    phone.close();
    other.close();
  });

  test('[U10] given a participant on deck, when it answers, then only it and the staff are told what', async () => {
    const host = await connect(t.linkOf('host'));
    const phone = await connect(t.linkOf('participant'), { clientId: 'phone-number-one' });
    const other = await connect(t.linkOf('participant'), { clientId: 'phone-number-two' });
    const p1 = { entryId: 'p1' };
    await phone.must('queue/join', { ...p1, name: 'Cy', channel: 'online', door: 'phone', kind: 'topic' });
    await host.must('queue/put-on-deck', p1);
    await phone.must('floor/ready', { ...p1, readiness: 'not-ready' });
    await phone.must('floor/ready', { ...p1, readiness: 'ready' });
    await host.must('queue/put-on-deck', p1);
    await phone.must('floor/ready', { ...p1, readiness: 'no-microphone' });
    const off = await host.must('queue/take-off-deck', p1);
    await Promise.all([phone.reached(off), other.reached(off)]);
    const told = phone.received.flatMap((message) => (message.type === 'own' ? [message.readiness] : []));
    expect(told).toEqual([undefined, undefined, 'not-ready', undefined, 'no-microphone', undefined]);
    expect(JSON.stringify(other.received)).not.toMatch(/readiness|readied|no-microphone/);
    expect(JSON.stringify(host.received)).toContain('no-microphone');
    for (const client of [host, phone, other]) client.close();
  });

  test('[U10] given people who come and go, when time has gone by, then staff hear who after a second, the public how many after five', async () => {
    const host = await connect(t.linkOf('host'));
    const phone = await connect(t.linkOf('participant'));
    const [seen, counted] = [host, phone].map((client) =>
      client.until((message) => message.type === 'presence'),
    );
    clock.advance(1_000);
    expect(await seen).toMatchObject({ count: 2, people: [{ roles: ['host'] }, { roles: ['participant'] }] });
    clock.advance(PUBLIC_PRESENCE_INTERVAL_MS - 1_000);
    const told = await counted;
    expect(told).toMatchObject({ count: 2 });
    expect(told).not.toHaveProperty('people');
    host.send({ type: 'ping', sentAtMs: 7 });
    expect(await host.until((message) => message.type === 'pong')).toEqual({
      type: 'pong',
      sentAtMs: 7,
      hubTimeMs: clock.nowMs(),
    });
    host.close();
    phone.close();
  });

  test('[U23] given a command refused on a page’s second line, when the first line’s copy comes late, then it is not done', async () => {
    const link = t.linkOf('host');
    const first = await connect(link, { clientId: 'one-page-0123456789' });
    const second = await connect(link, { clientId: 'one-page-0123456789' });
    const raise = (line: typeof first) => line.command('queue/join', hand('late', 'onsite'), 'copied');
    await second.must('queue/close');
    expect(await raise(second)).toMatchObject({ code: 'queue/closed' });
    await second.must('queue/open');
    expect(await raise(first)).toMatchObject({ code: 'queue/closed' });
    expect(second.state.queue.entries).toEqual([]);
    expect(await raise(second)).toHaveProperty('seq');
    for (const line of [first, second]) line.close();
  });

  test('[U11] given a participant who sends too many, when the burst is over, then they are refused; staff are not', async () => {
    const phone = await connect(t.linkOf('participant'));
    const answers = await Promise.all(
      Array.from({ length: PUBLIC_COMMAND_BURST + 5 }, () =>
        phone.command('people/introduce', { name: 'Cy', channel: 'online' }),
      ),
    );
    expect(answers.filter((answer) => 'code' in answer && answer.code === 'too-many')).toHaveLength(5);
    clock.advance(1_000);
    expect(await phone.command('people/introduce', { name: 'Cy', channel: 'online' })).toHaveProperty('seq');
    const mod = await connect(t.linkOf('onsite-moderator'));
    const joins = await Promise.all(
      Array.from({ length: 1_000 }, (_, i) => mod.command('queue/join', hand(`n${i}`, 'onsite'))),
    );
    expect(joins.every((answer) => 'seq' in answer)).toBe(true);
    phone.close();
    mod.close();
  });

  test('[U10] given the line to a moderator was measured, when staff is told who is here, then how far away; the public is not', async () => {
    const host = await connect(t.linkOf('host'));
    const phone = await connect(t.linkOf('participant'));
    type People = { roles: string[]; roundTripMs?: number }[];
    const people = () =>
      host.received
        .flatMap((message) => (message.type === 'presence' ? [message.people as People] : []))
        .at(-1);
    const isMeasured = () =>
      people()?.length === 2 &&
      people()?.some(({ roles, roundTripMs }) => roles[0] === 'host' && roundTripMs !== undefined);
    while (!isMeasured()) {
      clock.advance(1_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(people()?.find(({ roles }) => roles[0] === 'participant')).not.toHaveProperty('roundTripMs');
    expect(JSON.stringify(phone.received)).not.toContain('roundTripMs');
    for (const client of [host, phone]) client.close();
  });

  test('[U11] given a list that is full, when more is refused than haste would be forgiven, then nobody is cut off', async () => {
    const host = await connect(t.linkOf('host'));
    const issue = (i: number) =>
      host.command('invites/issue', { inviteId: `invite-${i}`, roles: ['display'] });
    const count = INVITES_MAX + REFUSED_COMMANDS_MAX + 1;
    const answers = await Promise.all(Array.from({ length: count }, (_, i) => issue(i)));
    const refused = answers.filter((answer) => 'code' in answer && answer.code === 'too-many');
    expect(refused.length).toBeGreaterThan(REFUSED_COMMANDS_MAX);
    expect(await host.command('people/introduce', { name: 'Host', channel: 'onsite' })).toHaveProperty('seq');
    host.close();
  });

  test('[U12] given commands that keep coming, when the hub closes, then it ends, says 1012 and complains of nothing', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const host = await connect(t.linkOf('host'));
    const token = t.tokenOf('onsite-moderator');
    let isOver = false;
    const pump = async () => {
      while (!isOver) {
        const args = hand(freshId('e'), 'onsite');
        await Promise.race([host.command('queue/join', args), host.closed]);
        const body = JSON.stringify({ commandId: freshId('c'), name: 'queue/leave', args });
        const headers = { authorization: `Bearer ${token}` };
        await fetch(`${t.hub.url}/api/v1/commands`, { method: 'POST', headers, body }).catch(() => undefined);
      }
    };
    const pumps = Array.from({ length: 10 }, pump);
    await host.must('people/introduce', { name: 'Host', channel: 'onsite' });
    await t.hub.close();
    expect(await host.closed).toMatchObject({ code: 1012 });
    isOver = true;
    await Promise.all(pumps);
    expect(said.mock.calls).toEqual([]);
    said.mockRestore();
  });
});
