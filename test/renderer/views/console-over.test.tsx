// @vitest-environment jsdom
import { fireEvent, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { OverlayView } from '../../../renderer/views/OverlayView.tsx';
import { hand } from '../support/client.ts';
import { consoleWithHands, type OpenConsole } from '../support/open-console.tsx';
import { renderSession } from '../support/render-session.tsx';

/** The session ends with Ada in the room and Bob online not reached. */
function over() {
  const all = consoleWithHands();
  all.hub.command('session/start', {});
  later(all, 60_000);
  all.hub.command('session/end', {});
  all.settle();
  return all;
}

function later(all: Pick<OpenConsole, 'world'>, ms: number): void {
  all.world.nowMs += ms;
  fireEvent(window, new Event('focus'));
}

test('[S6] after the end the waiting times stand still', () => {
  const all = over();
  const waited = () => within(all.region(/^Onsite/)).getByTitle(/^waiting/i).textContent;
  const before = waited();
  later(all, 120_000);
  expect(waited()).toBe(before);
  expect(before).toBe('1:00');
});

test('[S6] after the end no field opens for a hand: button and key say why, or nothing', async () => {
  const all = over();
  const add = within(all.region(/^Onsite/)).getByRole('button', { name: /^\+ / });
  expect(add.getAttribute('aria-disabled')).toBe('true');
  expect(add.title).toMatch(/session has ended/i);
  expect(all.screen.queryByText(/points of order are still taken/)).toBeNull();
  expect(add.querySelector('kbd')).toBeNull();
  await all.user.keyboard('olr/');
  expect(all.screen.queryByRole('combobox')).toBeNull();
  expect(all.screen.queryByRole('region', { name: /panel/i })).toBeNull();
});

test('[S6] after the end only keys that still do something are hinted at', () => {
  const all = over();
  const hints = within(all.screen.getByRole('list', { name: 'Keys' })).getAllByRole('listitem');
  expect(hints.map((hint) => hint.textContent?.trim().slice(0, 1))).toEqual(['U', '?']);
});

test('[S6] after the end nobody is said to have lost the line', () => {
  const all = consoleWithHands();
  all.hub.tell({ type: 'presence', count: 1, quiet: ['ada'] });
  all.settle();
  expect(all.screen.getByText('◌ gone quiet')).toBeTruthy();
  all.hub.command('session/start', {});
  all.hub.command('session/end', {});
  all.settle();
  expect(all.screen.queryByText(/◌/)).toBeNull();
});

test('[O1] after the end the queue of the stream is gone', () => {
  const all = renderSession(<OverlayView overlay="queue" />, 'display');
  all.hub.command('queue/join', hand('ada', 'online', 'Ada').args);
  all.hub.command('session/start', {});
  all.settle();
  expect(all.screen.container.textContent).not.toBe('');
  all.hub.command('session/end', {});
  all.settle();
  expect(all.screen.container.textContent).toBe('');
});
