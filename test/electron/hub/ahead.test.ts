import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from '../../support/hub-client.ts';
import { hand } from '../../support/meeting.ts';
import { runningHub } from '../../support/running-hub.ts';

let t: Awaited<ReturnType<typeof runningHub>>;
beforeEach(async () => {
  t = await runningHub();
});
afterEach(() => t.stop());

test('[U20] given a phone that raises a hand, when it is acknowledged, then it knows before that the hand is there and its own', async () => {
  const phone = await connect(t.linkOf('participant'), { accept: ['short'] });
  await phone.must('people/introduce', { name: 'Ana', channel: 'online' });
  const before = phone.received.length;
  await phone.must('queue/join', {
    ...hand('e1', 'online'),
    door: 'phone',
    personId: phone.welcome.personId,
  });
  const told = phone.received.slice(before).filter(({ type }) => type !== 'presence');
  expect(told.map(({ type }) => type)).toEqual(['commits', 'own', 'ack']);
  expect(told[1]).toMatchObject({ entryIds: ['e1'] });
  await phone.must('queue/leave', { entryId: 'e1' });
  const own = phone.received.filter(({ type }) => type === 'own');
  expect(own.at(-1)).toMatchObject({ entryIds: [] });
  phone.close();
});

test('[U20] given a batch that touches one person several times, when its acks come, then what is the own comes once, and none that is older follows', async () => {
  const phone = await connect(t.linkOf('participant'));
  await phone.must('people/introduce', { name: 'Ana', channel: 'online' });
  const before = phone.received.length;
  const join = { ...hand('e1', 'online'), door: 'phone', personId: phone.welcome.personId };
  await Promise.all([phone.must('queue/join', join), phone.must('queue/leave', { entryId: 'e1' })]);
  await phone.must('queue/join', { ...join, entryId: 'e2' });
  const own = phone.received.slice(before).filter((message) => message.type === 'own');
  expect(own.at(-1)).toMatchObject({ entryIds: ['e2'] });
  expect(own.length).toBeLessThanOrEqual(3);
  phone.close();
});
