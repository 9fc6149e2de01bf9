// @vitest-environment jsdom
import { act } from '@testing-library/react';
import { expect, test } from 'vitest';
import { setLanguage } from '../../../renderer/messages/language.ts';
import { ParticipantView } from '../../../renderer/views/ParticipantView.tsx';
import type { Language } from '../../../shared/words/languages.ts';
import { hand } from '../support/client.ts';
import { renderSession } from '../support/render-session.tsx';
import { renderView } from '../support/render-view.tsx';

/** The page of Ada, who has said who she is. */
async function introduced(language?: Language) {
  const all = renderView(<ParticipantView />, { roles: 'participant', ...(language && { language }) });
  const button = (name: string) => all.screen.getByRole('button', { name });
  const shown = (name: string) => all.screen.queryByRole('button', { name }) !== null;
  const press = async (name: string) => {
    await all.user.click(button(name));
    all.settle();
  };
  const field = (name: string) => all.screen.getByLabelText(name) as HTMLInputElement;
  await all.user.type(all.screen.getAllByRole('textbox')[0] as HTMLElement, 'Ada{Enter}');
  all.settle();
  return { ...all, button, shown, press, field };
}

test('[Q3] given a hand that is up, when the name is changed, then the hand stays in sight and can be lowered', async () => {
  const all = await introduced();
  await all.press('Raise hand');
  await all.press('Change');
  expect(all.screen.getByRole('heading', { name: 'Your hand is up' })).toBeTruthy();
  expect(all.shown('Lower hand')).toBe(true);
  await all.user.type(all.field('Your name'), ' Obi{Enter}');
  all.settle();
  expect(all.hub.state.queue.entries).toMatchObject([{ name: 'Ada Obi' }]);
  expect(all.shown('Continue')).toBe(false);
});

test.each([
  ['Cancel', (all: Awaited<ReturnType<typeof introduced>>) => all.press('Cancel')],
  ['Escape', (all: Awaited<ReturnType<typeof introduced>>) => all.user.keyboard('{Escape}')],
])(
  '[P1] given a name that is being changed, when it is given up by %s, then it is as it was',
  async (_, giveUp) => {
    const all = await introduced();
    await all.press('Change');
    expect(document.activeElement).toBe(all.field('Your name'));
    await all.user.keyboard('xyz');
    await giveUp(all);
    expect(all.shown('Continue')).toBe(false);
    expect(all.screen.getByText('You are Ada')).toBeTruthy();
    expect(all.hub.state.people).toMatchObject([{ name: 'Ada' }]);
    await all.press('Change');
    expect(all.field('Your name').value).toBe('Ada');
  },
);

test('[P1] given nobody has said yet who they are, when the page asks, then there is nothing to go back to', () => {
  const { screen } = renderView(<ParticipantView />, { roles: 'participant' });
  expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
});

/** The page of this device, loaded anew; a session begins from nothing in these tests. */
function reloaded() {
  const { screen, session, settle } = renderSession(<ParticipantView />, 'participant', {
    keepStorage: true,
  });
  const field = (name: string) => screen.getByLabelText(name) as HTMLInputElement;
  const introduce = () => {
    session.submit({ name: 'people/introduce', args: { name: 'Ada', channel: 'onsite' } });
    settle();
  };
  return { screen, field, introduce };
}

test('[P1] given a name half typed, when the page is loaded anew, then it stands there still, until it is taken', async () => {
  const all = renderView(<ParticipantView />, { roles: 'participant' });
  await all.user.type(all.screen.getByLabelText('Your name'), 'Ad');
  expect(reloaded().field('Your name').value).toBe('Ad');
  await introduced();
  expect(reloaded().field('Your name').value).toBe('');
});

test('[Q3] given what it is about half typed, when the page is loaded anew, then it stands there still, until the hand is up', async () => {
  const all = await introduced();
  await all.user.type(all.field('What about? (optional)'), 'E-waste');
  const again = reloaded();
  again.introduce();
  expect(again.field('What about? (optional)').value).toBe('E-waste');
  const raised = await introduced();
  await raised.user.type(raised.field('What about? (optional)'), 'E-waste{Enter}');
  raised.settle();
  expect(raised.hub.state.queue.entries).toMatchObject([{ topic: 'E-waste' }]);
  await raised.press('Lower hand');
  expect(raised.field('What about? (optional)').value).toBe('');
});

test('[Q3] given a line that is cut, when a hand is raised, then it is said to go up later, without a place, and is up once the line is back', async () => {
  const all = await introduced();
  all.hub.command('queue/join', hand('bob').args);
  all.settle();
  act(() => all.world.line.cut());
  await all.press('Raise hand');
  expect(all.screen.getByRole('heading', { name: 'Your hand goes up when the line is back' })).toBeTruthy();
  expect(all.screen.queryByText(/2nd of 2|likely/)).toBeNull();
  act(() => setLanguage('zh-CN'));
  expect(all.screen.getByRole('heading', { name: '连接恢复后将为您举手' })).toBeTruthy();
  act(() => setLanguage('en'));
  act(() => all.world.wake());
  all.settle();
  expect(all.screen.getByRole('heading', { name: 'Your hand is up' })).toBeTruthy();
  expect(all.screen.getByText('You’re 2nd of 2 in the room')).toBeTruthy();
  expect(all.screen.queryByText(/You kept your place/)).toBeNull();
  act(() => all.world.line.cut());
  expect(all.screen.getByRole('heading', { name: 'Your hand is up' })).toBeTruthy();
});

test('[Q3] given the focus is elsewhere, when a hand is raised or lowered by a tap, then the focus is where it stands now', async () => {
  const all = await introduced();
  const focused = () => document.activeElement?.textContent;
  await expect.poll(focused).toContain('You are Ada');
  await all.press('Raise hand');
  await expect.poll(focused).toContain('Your hand is up');
  all.button('Change').focus();
  await all.press('Lower hand');
  await expect.poll(() => document.activeElement).toBe(all.screen.getByRole('form', { name: 'Raise hand' }));
});

test('[U1] given a press, when the hub has not answered yet, then the phone says that it is on its way, and then that it is in sync', async () => {
  const all = await introduced();
  const isSynced = () => all.screen.queryByRole('img', { name: 'In sync' }) !== null;
  expect(isSynced()).toBe(true);
  await all.user.click(all.button('Raise hand'));
  expect(isSynced()).toBe(false);
  expect(all.screen.getByText('Sending 1')).toBeTruthy();
  all.settle();
  expect(isSynced()).toBe(true);
  const entryId = all.hub.state.queue.entries[0]?.entryId;
  all.hub.command('floor/give', { turnId: 't', entryId, afterTurnId: null });
  all.settle();
  expect(all.screen.getByRole('heading', { name: 'You have the floor' })).toBeTruthy();
  expect(isSynced()).toBe(true);
});
