import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Contacts } from '../../../electron/hub/contacts.ts';
import { startHub } from '../../../electron/hub/hub.ts';
import { type SessionLog, StoreError } from '../../../electron/store/event-store.ts';
import { memoryStore } from '../../../electron/store/memory.ts';
import { reject } from '../../../shared/domain/context.ts';
import { CONTACT_COMMIT_WAIT_MS, CONTACT_ERASE_RETRY_MS } from '../../../shared/lib/limits.ts';
import { connect } from '../../support/hub-client.ts';
import { meeting } from '../../support/meeting.ts';
import { runningHub } from '../../support/running-hub.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';

const PURPOSE = 'The research network';
const contact = (contactId: string, more: object = {}) => ({
  contactId,
  name: 'Ana Diaz',
  email: 'ana@example.org',
  purpose: PURPOSE,
  consent: true,
  ...more,
});

describe('contacts in the hub', () => {
  let hub: Awaited<ReturnType<typeof runningHub>>;
  beforeEach(async () => {
    hub = await runningHub();
  });
  afterEach(() => hub.stop());

  async function kept(role: 'host' | 'rapporteur' | 'liaison' | 'participant') {
    const url = `${new URL(hub.linkOf(role)).origin}/api/v1/contacts.json`;
    return fetch(url, { headers: { Authorization: `Bearer ${hub.tokenOf(role)}` } });
  }

  test('[E4] given a contact was left, when it is asked for, then host and rapporteur get it, others are refused', async () => {
    const host = await connect(hub.linkOf('host'));
    await host.must('session/configure', { network: { purpose: PURPOSE } });
    const phone = await connect(hub.linkOf('participant'));
    await phone.must('contacts/join', contact('k1'));
    for (const role of ['host', 'rapporteur'] as const) {
      expect(await (await kept(role)).json()).toMatchObject({
        contacts: [{ contactId: 'k1', name: 'Ana Diaz', email: 'ana@example.org', purpose: PURPOSE }],
      });
    }
    for (const role of ['liaison', 'participant'] as const) expect((await kept(role)).status).toBe(403);
  });

  test('[E5] given a contact was left, when the hub restarts, then it is there; erased, it is not', async () => {
    const host = await connect(hub.linkOf('host'));
    await host.must('session/configure', { network: { purpose: PURPOSE } });
    await host.must('contacts/join', contact('k1'));
    await host.must('contacts/join', contact('k2', { email: 'bo@example.org' }));
    await host.must('contacts/erase', { contactId: 'k1' });
    await hub.hub.close();
    hub.hub = await startHub({ dataDir: hub.dataDir, webDir: hub.webDir, host: '127.0.0.1', port: 0 });
    const url = `${hub.hub.url}/api/v1/contacts.json`;
    const answer = await fetch(url, { headers: { Authorization: `Bearer ${hub.tokenOf('host')}` } });
    expect(await answer.json()).toMatchObject({ contacts: [{ contactId: 'k2', email: 'bo@example.org' }] });
  });
});

describe('contacts beside the log', () => {
  async function opened() {
    const log = await memoryStore().create('s1');
    const m = meeting();
    m.do('session/configure', { network: { purpose: PURPOSE } });
    const submit = (name: 'contacts/join' | 'contacts/erase', args: object) => async () => {
      const code = m.refusal(name, args);
      return code === null ? { seq: m.do(name, args) } : reject(code);
    };
    const clock = simulatedClock();
    const contacts = new Contacts(log, () => m.state, clock);
    const send = (name: 'contacts/join' | 'contacts/erase', args: object) =>
      contacts.submit(name, args, submit(name, args));
    return { log, m, contacts, send, clock };
  }
  const ids = async (log: SessionLog) => (await log.contacts()).map((row) => row.contactId);

  test('[E5] given a contact is refused, when that is answered, then nothing of it is kept', async () => {
    const { log, m, send } = await opened();
    expect(await send('contacts/join', contact('k1', { purpose: 'Another' }))).toMatchObject({
      code: 'contacts/other-purpose',
    });
    expect(await send('contacts/join', contact('k1', { email: 'none' }))).toMatchObject({ code: 'invalid' });
    expect(await ids(log)).toEqual([]);
    expect(m.state.contacts).toEqual([]);
  });

  test('[E5] given two come with one id at once, when both are answered, then the first stays as it was', async () => {
    const { contacts, send } = await opened();
    const answers = await Promise.all([
      send('contacts/join', contact('k1')),
      send('contacts/join', contact('k1', { email: 'other@example.org' })),
    ]);
    expect(answers).toMatchObject([{ seq: 3 }, { code: 'invalid' }]);
    expect(await contacts.list()).toMatchObject([{ email: 'ana@example.org' }]);
  });

  test('[E5] given a row that no commit knows of, when the session is opened, then it is erased', async () => {
    const { log, m, send } = await opened();
    await send('contacts/join', contact('k1'));
    await log.putContact('orphan', '{}');
    await new Contacts(log, () => m.state, simulatedClock()).close();
    expect(await ids(log)).toEqual(['k1']);
  });

  test('[M28] given rows that no commit knows of, when other hubs may be about to write it, then what is unknown after a minute is erased', async () => {
    const { log, m, send } = await opened();
    await log.putContact('k1', '{}');
    await log.putContact('orphan', '{}');
    const clock = simulatedClock();
    const line = { isUp: true, onChange: () => () => undefined };
    const contacts = new Contacts({ ...log, line }, () => m.state, clock);
    await nextTurn();
    await clock.pass(CONTACT_COMMIT_WAIT_MS - 1);
    // Another hub has written its commit meanwhile.
    await send('contacts/join', contact('k1'));
    expect(await ids(log)).toEqual(['k1', 'orphan']);
    await clock.pass(1);
    await contacts.close();
    expect(await ids(log)).toEqual(['k1']);
  });

  test('[E5] given a disk that cannot be written, when a contact comes, then it is refused', async () => {
    const { log, send } = await opened();
    await send('contacts/join', contact('k1'));
    const full = () => Promise.reject(new StoreError('cannot-write', { why: 'ENOSPC' }));
    Object.assign(log, { putContact: full, eraseContact: full });
    expect(await send('contacts/join', contact('k2'))).toMatchObject({ code: 'hub/cannot-write' });
    expect(await ids(log)).toEqual(['k1']);
  });

  test('[E5] given a commit that says that a contact went, when the store does not take that, then it is asked until it does, and then acknowledged', async () => {
    const { log, send, clock } = await opened();
    await send('contacts/join', contact('k1'));
    const { eraseContact } = log;
    const refuse = () => Promise.reject(new StoreError('line-cut', {}));
    Object.assign(log, { eraseContact: refuse });
    let answer: unknown = null;
    const erasing = send('contacts/erase', { contactId: 'k1' }).then((given) => {
      answer = given;
    });
    await clock.pass(3 * CONTACT_ERASE_RETRY_MS);
    expect([answer, await ids(log)]).toEqual([null, ['k1']]);
    Object.assign(log, { eraseContact });
    await clock.pass(CONTACT_ERASE_RETRY_MS);
    await erasing;
    expect(answer).toMatchObject({ seq: expect.any(Number) });
    expect(await ids(log)).toEqual([]);
  });

  test('[E5] given an erasure that the store does not take, when the hub closes, then nobody is told that it was done', async () => {
    const { log, send, clock, contacts } = await opened();
    await send('contacts/join', contact('k1'));
    Object.assign(log, { eraseContact: () => Promise.reject(new StoreError('line-cut', {})) });
    const erasing = send('contacts/erase', { contactId: 'k1' });
    await clock.pass(0);
    await contacts.close();
    clock.advance(CONTACT_ERASE_RETRY_MS);
    await expect(erasing).rejects.toThrow('closing');
  });

  test('[M28] given a hub that cannot tell what became of a contact’s command, when another one has done it, then the contact stays; else it goes after a minute', async () => {
    const { log, m, send, clock } = await opened();
    const line = { isUp: true, onChange: () => () => undefined };
    const contacts = new Contacts({ ...log, line }, () => m.state, clock);
    const cut = async () => reject('hub/cannot-write');
    expect(await contacts.submit('contacts/join', contact('k1'), cut)).toMatchObject({
      code: 'hub/cannot-write',
    });
    await contacts.submit('contacts/join', contact('k2'), cut);
    await send('contacts/join', contact('k1'));
    await clock.pass(CONTACT_COMMIT_WAIT_MS);
    await contacts.close();
    expect(await ids(log)).toEqual(['k1']);
  });

  test('[E5] given an erasure is refused, when that is answered, then the contact stays', async () => {
    const { log, send } = await opened();
    await send('contacts/join', contact('k1'));
    expect(await send('contacts/erase', { contactId: 'k2' })).toMatchObject({
      code: 'contacts/no-such-contact',
    });
    expect(await ids(log)).toEqual(['k1']);
  });
});
