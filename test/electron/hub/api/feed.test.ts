import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { feedRows } from '../../../../electron/hub/api/feed.ts';
import { redactState } from '../../../../shared/redact.ts';
import { connect } from '../../../support/hub-client.ts';
import { discussion, hand } from '../../../support/meeting.ts';
import { runningHub } from '../../../support/running-hub.ts';

const rows = (m: ReturnType<typeof discussion>) => feedRows(redactState(m.state, 'public'), m.nowMs, 'en');

describe('the feed of a vision mixer', () => {
  test('[O3] given a turn, when it runs and runs over, then its clock is text that counts down and up again', () => {
    const m = discussion(1);
    expect(rows(m)).toEqual([{ timer: '', speaker: '', channel: '', item: 'Discussion', relayed: false }]);
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    expect(rows(m)).toEqual([
      { timer: '02:00', speaker: 'Guest r1', channel: 'onsite', item: 'Discussion', relayed: false },
    ]);
    expect(rows(m.wait(59.5))).toMatchObject([{ timer: '01:01' }]);
    expect(rows(m.wait(60.5))).toMatchObject([{ timer: '+00:00' }]);
    expect(rows(m.wait(72.4))).toMatchObject([{ timer: '+01:12' }]);
    m.do('floor/pause', { turnId: 't1' });
    expect(rows(m.wait(500))).toMatchObject([{ timer: '+01:12' }]);
  });

  test('[S8] where clocks count up, the feed does', () => {
    const m = discussion(1);
    m.do('session/configure', { clockShows: 'spent' });
    m.do('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
    expect(rows(m.wait(59.5))).toMatchObject([{ timer: '00:59' }]);
    expect(rows(m.wait(100))).toMatchObject([{ timer: '02:39' }]);
  });

  describe('over HTTP', () => {
    let t: Awaited<ReturnType<typeof runningHub>>;
    beforeEach(async () => {
      t = await runningHub();
    });
    afterEach(() => t.stop());

    test('[O3] given the token of a screen, when it stands in the address or the header, then it is answered; without one it is not', async () => {
      const url = `${t.hub.url}/feeds/vmix.json`;
      const token = t.tokenOf('display');
      const statusOf = async (address: string, headers = {}) => (await fetch(address, { headers })).status;
      expect(await statusOf(url)).toBe(401);
      expect(await statusOf(`${url}?token=${token.slice(0, -4)}AAAA`)).toBe(401);
      expect(await statusOf(`${url}?token=${token}`)).toBe(200);
      expect(await statusOf(url, { authorization: `Bearer ${token}` })).toBe(200);
      // Nowhere else, where it would stand in a log.
      expect(await statusOf(`${t.hub.url}/api/v1/state?token=${token}`)).toBe(401);
    });

    test('[O2] given a moderator’s token, when somebody of own words is called, then the feed has the name from then on', async () => {
      const host = await connect(t.linkOf('host'));
      const phone = await connect(t.linkOf('participant'));
      const url = `${t.hub.url}/feeds/vmix.json`;
      // An address that opens more than a screen does is not to stand in a log.
      expect((await fetch(`${url}?token=${t.tokenOf('onsite-moderator')}`)).status).toBe(403);
      const feed = async () =>
        (await fetch(url, { headers: { authorization: `Bearer ${t.tokenOf('onsite-moderator')}` } })).json();
      await phone.must('people/introduce', { name: 'Own words', channel: 'online' });
      await phone.must('queue/join', {
        ...hand('e1', 'online'),
        door: 'phone',
        personId: phone.welcome.personId,
      });
      expect(JSON.stringify(await feed())).not.toContain('Own words');
      await host.must('floor/give', { turnId: 't1', entryId: 'e1', afterTurnId: null });
      expect(await feed()).toMatchObject([{ speaker: 'Own words', channel: 'online', timer: '02:00' }]);
      for (const client of [host, phone]) client.close();
    });
  });
});
