// @vitest-environment jsdom
import { waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { ParticipantView } from '../../../renderer/views/ParticipantView.tsx';
import { StaffView } from '../../../renderer/views/StaffView.tsx';
import type { Language } from '../../../shared/words/languages.ts';
import { hand } from '../support/client.ts';
import { renderView } from '../support/render-view.tsx';

const OWN_ID = 'person-device-a-0123456789';

afterEach(() => history.replaceState(null, '', '/'));

/** Ada's page; Bob and Eve wait too. */
function open(language: Language = 'en') {
  const all = renderView(<ParticipantView />, { roles: 'participant', language });
  const own = { entryId: 'ada', channel: 'onsite' as const, door: 'phone' as const, kind: 'topic' as const };
  all.session.submit({ name: 'queue/join', args: { ...own, name: 'Ada' } });
  all.settle();
  all.hub.command('queue/join', hand('bob', 'online', 'Bob').args);
  all.settle();
  const give = (entryId: string, turnId: string, afterTurnId: string | null = null) => {
    all.hub.command('floor/give', { turnId, entryId, afterTurnId, limitSeconds: 120 });
    all.settle();
  };
  const tell = (entryId: string) => {
    all.hub.command('queue/put-on-deck', { entryId });
    all.settle();
  };
  /** The clock of the page is read four times a second. */
  const after = async (seconds: number, text: string) => {
    all.world.nowMs += seconds * 1_000;
    await waitFor(() => expect(all.screen.getByRole('timer').textContent).toBe(text));
  };
  const title = () => all.screen.getByRole('heading', { level: 1 }).textContent;
  return { ...all, give, tell, after, title };
}

describe('a participant’s page', () => {
  test('on deck: says so, first or not, marks the tab, and shows who speaks; the hand can still go down', async () => {
    const all = open();
    all.tell('bob');
    all.tell('ada');
    expect(all.title()).toBe('Get ready: you will be called soon');
    expect(document.title).toMatch(/^\(!\)/);
    all.give('bob', 't1');
    expect(all.title()).toBe('You are next: get ready');
    expect(all.screen.getByText('Bob')).toBeTruthy();
    await all.user.click(all.screen.getByRole('button', { name: 'Lower hand' }));
    all.settle();
    expect(all.hub.state.queue.entries).toEqual([]);
    expect(all.title()).toBe('Test');
    expect(document.title).not.toMatch(/!/);
  });

  test('speaking: one clock, the limit, who comes after; its warnings are words too', async () => {
    const all = open();
    all.give('ada', 't1');
    expect(all.title()).toBe('You have the floor');
    expect(all.screen.getByText('Your limit: 2:00')).toBeTruthy();
    expect(all.screen.queryByText(/After you/)).toBeNull();
    all.tell('bob');
    expect(all.screen.getByText(/After you/).textContent).toBe('After you: ● Bob');
    const floor = within(all.screen.getByRole('region', { name: 'You have the floor' }));
    const said = () => floor.getByRole('status').textContent;
    expect(said()).toBe('');
    await all.after(95, '0:25');
    expect(said()).toBe('Last seconds');
    await all.after(40, '+0:15');
    expect(said()).toBe('Please come to an end');
    all.hub.command('floor/pause', { turnId: 't1' });
    all.settle();
    expect(said()).toBe('Clock is paused');
    all.hub.command('session/start', {});
    all.hub.command('session/pause', {});
    all.settle();
    expect(said()).toBe('Short technical stop');
    all.hub.command('session/resume', {});
    all.hub.command('floor/end', { turnId: 't1' });
    all.settle();
    expect(all.screen.getByRole('button', { name: 'Raise hand' })).toBeTruthy();
  });

  test('it speaks Chinese', () => {
    const all = open('zh-CN');
    all.tell('ada');
    expect(all.title()).toBe('下一位就是您，请准备');
    all.give('ada', 't1');
    expect(all.screen.getByText('您的发言时限：2:00')).toBeTruthy();
  });
});

describe('somebody on the staff who speaks', () => {
  test('has a place for it as soon as there is something to see', async () => {
    const all = renderView(<StaffView />, { roles: 'rapporteur' });
    const place = () => all.screen.queryByRole('button', { name: 'Speaker' });
    expect(place()).toBeNull();
    all.session.submit({ name: 'people/introduce', args: { name: 'Rafa', channel: 'onsite' } });
    all.settle();
    expect(place()).toBeNull();
    all.hub.command('queue/join', { ...hand('rafa').args, name: undefined, personId: OWN_ID });
    all.settle();
    await all.user.click(place() as HTMLElement);
    expect(await all.screen.findByText(/Here you will be told to get ready/)).toBeTruthy();
    expect(document.title).toContain('Speaker');
    all.hub.command('queue/put-on-deck', { entryId: 'rafa' });
    all.settle();
    expect(all.screen.getByRole('heading', { level: 1, name: 'You are next: get ready' })).toBeTruthy();
    // What the hub would refuse to this role is not offered.
    expect(all.screen.queryByRole('button', { name: 'I’m ready' })).toBeNull();
    expect(all.screen.queryByRole('button', { name: 'Lower hand' })).toBeNull();
    all.hub.command('floor/give', { turnId: 't1', entryId: 'rafa', afterTurnId: null });
    all.settle();
    expect(all.screen.getByRole('timer')).toBeTruthy();
  });

  test('moderates too: answers there', async () => {
    history.replaceState(null, '', '/?view=speaker');
    const all = renderView(<StaffView />, { roles: 'online-moderator' });
    all.session.submit({ name: 'people/introduce', args: { name: 'Mo', channel: 'online' } });
    all.settle();
    all.hub.command('queue/join', { ...hand('mo', 'online').args, name: undefined, personId: OWN_ID });
    all.hub.command('queue/put-on-deck', { entryId: 'mo' });
    all.settle();
    await all.user.click(await all.screen.findByRole('button', { name: 'No microphone' }));
    all.settle();
    expect(all.hub.state.queue.entries[0]?.readiness).toBe('no-microphone');
  });

  test('is of the panel: has it before any hand goes up', () => {
    const plan = { people: [{ personId: 'p', name: 'Pia', channel: 'onsite' as const, panel: true }] };
    const all = renderView(<StaffView />, { roles: 'liaison', plan });
    all.session.submit({ name: 'people/introduce', args: { name: 'Pia', channel: 'onsite' } });
    all.settle();
    all.hub.command('people/merge', { personId: 'p', otherPersonId: OWN_ID });
    all.settle();
    expect(all.screen.getByRole('button', { name: 'Speaker' })).toBeTruthy();
  });
});
