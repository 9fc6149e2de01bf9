// @vitest-environment jsdom
import { act } from '@testing-library/react';
import { expect, test } from 'vitest';
import { setLanguage } from '../../../renderer/messages/language.ts';
import { ParticipantView } from '../../../renderer/views/ParticipantView.tsx';
import { renderView } from '../support/render-view.tsx';

/** Ada has said who she is, and has not raised her hand yet. */
async function introduced(plan = {}) {
  const all = renderView(<ParticipantView />, { roles: 'participant', plan });
  await all.user.type(all.screen.getByLabelText('Your name'), 'Ada{Enter}');
  all.settle();
  const own = () =>
    all.hub.state.queue.entries.find((entry) => entry.personId === 'person-device-a-0123456789');
  const button = (name: string) => all.screen.getByRole('button', { name });
  const press = async (name: string) => {
    await all.user.click(button(name));
    all.settle();
  };
  const pointOfOrder = async () => {
    await press('Point of order');
    await press('Yes, it is');
  };
  return { ...all, own, button, press, pointOfOrder };
}

test('[Q1] a point of order can be raised while the list is open, and is then called one', async () => {
  const all = await introduced();
  await all.pointOfOrder();
  expect(all.own()?.kind).toBe('point-of-order');
  expect(all.screen.getByRole('heading', { name: 'Your point of order is up' })).toBeTruthy();
  act(() => setLanguage('zh-CN'));
  expect(all.screen.getByRole('heading', { name: '您已提出程序问题' })).toBeTruthy();
});

test.each([
  ['new', false],
  ['out of a hand that is up', true],
])(
  '[Q3] given a point of order, %s, when its button is pressed, then it is asked about once, by keys too, and Escape leaves all as it was',
  async (_, isUp) => {
    const all = await introduced();
    if (isUp) await all.press('Raise hand');
    const before = all.own();
    all.button('Point of order').focus();
    await all.user.keyboard('{Enter}');
    expect(all.screen.getByRole('alert').textContent).toMatch(/called before everybody else/);
    expect(document.activeElement).toBe(all.button('No'));
    await all.user.keyboard('{Escape}');
    all.settle();
    expect(all.screen.queryByRole('alert')).toBeNull();
    expect(document.activeElement).toBe(all.button('Point of order'));
    expect(all.own()).toEqual(before);
    await all.user.keyboard('{Enter}');
    await all.user.tab({ shift: true });
    await all.user.keyboard('{Enter}');
    all.settle();
    expect(all.own()?.kind).toBe('point-of-order');
    expect(all.screen.queryByRole('alert')).toBeNull();
    const focused = () => document.activeElement?.textContent;
    await expect.poll(focused).toContain('Your point of order is up');
  },
);

test('[Q3] a hand that is up becomes a point of order by an answer, and by one press a hand in its old place', async () => {
  const all = await introduced();
  await all.press('Raise hand');
  const before = all.own();
  await all.pointOfOrder();
  expect(all.own()).toEqual({ ...before, kind: 'point-of-order' });
  expect(all.screen.getAllByRole('button', { name: /Lower hand|order/ })).toHaveLength(2);
  await all.press('Not a point of order');
  expect(all.own()).toEqual(before);
  expect(all.screen.getByRole('heading', { name: 'Your hand is up' })).toBeTruthy();
});

test('a hand that came of a question is the question’s again', async () => {
  const all = await introduced();
  const personId = 'person-device-a-0123456789';
  all.hub.command('queue/join', {
    ...{ entryId: 'e1', personId, channel: 'onsite', door: 'question', kind: 'question' },
  });
  all.settle();
  await all.pointOfOrder();
  await all.press('Not a point of order');
  expect(all.own()?.kind).toBe('question');
});

test('[Q1] while the list is closed a point of order stays one, until it opens', async () => {
  const all = await introduced();
  all.hub.command('queue/close', {});
  all.settle();
  await all.pointOfOrder();
  expect(all.own()?.kind).toBe('point-of-order');
  expect(all.screen.queryByRole('button', { name: 'Not a point of order' })).toBeNull();
  all.hub.command('queue/open', {});
  all.settle();
  await all.press('Not a point of order');
  expect(all.own()?.kind).toBe('topic');
});

test('[P8] in the lobby neither is offered as if it could be done', async () => {
  const all = await introduced();
  all.hub.command('session/configure', { lobby: true });
  all.settle();
  for (const name of ['Raise hand', 'Point of order']) {
    expect(all.button(name).getAttribute('aria-disabled'), name).toBe('true');
  }
  expect(all.screen.queryByText(/list of speakers is closed/)).toBeNull();
});

test('who is likely to be called next is not told as well that the part may end before', async () => {
  const agenda = [{ itemId: 'talk', kind: 'discussion' as const, title: 'Discussion', minutes: 1 }];
  const all = await introduced({ agenda });
  all.hub.command('agenda/begin', { itemId: 'talk', afterItemId: null });
  const person = { name: 'Bob', channel: 'online' };
  all.hub.command('floor/give', { turnId: 't1', person, afterTurnId: null, limitSeconds: 300 });
  all.settle();
  await all.press('Raise hand');
  expect(all.screen.getByText('You are likely to be called next')).toBeTruthy();
  expect(all.screen.queryByText(/may end before your turn/)).toBeNull();
});

test('[B9] given somebody who was called and was not there, when the page shows the hand, then it says so and what that means', async () => {
  const all = await introduced();
  await all.press('Raise hand');
  const said = () => all.screen.queryByText(/You were called and did not answer/)?.textContent ?? '';
  const miss = () => {
    all.hub.command('queue/miss', { entryId: all.own()?.entryId });
    all.settle();
  };
  expect(said()).toBe('');
  miss();
  expect(said()).toMatch(/keep your place\.$/);
  expect(all.screen.getByText(said()).closest('[role="status"]')).toBeTruthy();
  miss();
  expect(said()).toMatch(/behind the others\.$/);
  await all.pointOfOrder();
  expect(said()).toMatch(/keep your place\.$/);
  act(() => setLanguage('zh-CN'));
  expect(all.screen.getByText('刚才请您发言时没有回应。您的位置仍保留。')).toBeTruthy();
});
