import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from '../../../support/hub-client.ts';
import { runningHub } from '../../../support/running-hub.ts';

let t: Awaited<ReturnType<typeof runningHub>>;
beforeEach(async () => {
  t = await runningHub();
});
afterEach(() => t.stop());

type Link = { roles: string[]; url: string; shortUrl?: string; inviteId: string };

async function links(): Promise<Link[]> {
  const headers = { authorization: `Bearer ${t.tokenOf('host')}` };
  return (await (await fetch(`${t.hub.url}/api/v1/invites`, { headers })).json()).invites;
}

async function follow(address: string) {
  const answer = await fetch(address, { redirect: 'manual' });
  return { status: answer.status, to: answer.headers.get('location') };
}

test('[V3] given the invitations, when they are asked for, then the participants’ alone has a code, which leads to its link however it is typed', async () => {
  const all = await links();
  expect(all.filter(({ shortUrl }) => shortUrl).map(({ roles }) => roles)).toEqual([['participant']]);
  const { shortUrl = '' } = all.find(({ roles }) => roles.includes('participant')) ?? {};
  expect(shortUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/j\/[A-HJKMNP-Z2-9]{8}$/);
  const there = { status: 302, to: `/#${t.tokenOf('participant')}` };
  expect(await follow(shortUrl)).toEqual(there);
  expect(await follow(shortUrl.toLowerCase())).toEqual(there);
  expect(await follow(shortUrl.replace(/(....)$/, '-$1'))).toEqual(there);
});

test('[V3] given a code of nobody, when it is typed, then it leads to the page that says so, whatever stands in it', async () => {
  expect(await follow(`${t.hub.url}/j/AAAA2222`)).toEqual({ status: 302, to: '/#AAAA2222' });
  expect(await follow(`${t.hub.url}/j/`)).toEqual({ status: 302, to: '/#' });
  expect((await follow(`${t.hub.url}/j/%0d%0aX`)).to).toBe('/#%250d%250aX');
});

test('[V3] given the participants’ invitation is revoked, when its code is typed, then it leads nowhere, and the next one has another', async () => {
  const [before] = (await links()).filter(({ shortUrl }) => shortUrl);
  const host = await connect(t.linkOf('host'));
  await host.must('invites/revoke', { inviteId: before?.inviteId });
  expect((await follow(before?.shortUrl ?? '')).to).not.toContain(t.tokenOf('participant'));
  await host.must('invites/issue', { inviteId: 'second', roles: ['participant'] });
  const [after] = (await links()).filter(({ shortUrl }) => shortUrl);
  expect(after?.shortUrl).not.toBe(before?.shortUrl);
  host.close();
});
