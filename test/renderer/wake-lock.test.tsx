// @vitest-environment jsdom
import { fireEvent } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ParticipantView } from '../../renderer/views/ParticipantView.tsx';
import { StageView } from '../../renderer/views/StageView.tsx';
import { renderView } from './support/render-view.tsx';

const play = vi.fn<() => Promise<void>>();
const film = () => document.querySelector('video');

beforeEach(() => {
  play.mockReset().mockResolvedValue();
  HTMLMediaElement.prototype.play = play;
  HTMLMediaElement.prototype.pause = () => undefined;
});

afterEach(() => {
  Reflect.deleteProperty(navigator, 'wakeLock');
});

test.each([
  ['stage', <StageView key="stage" />, 'display'],
  ['participant’s page', <ParticipantView key="page" />, 'participant'],
])('without a wake lock, a silent film keeps the %s awake from the start to the end', (_, view, roles) => {
  const all = renderView(view, { roles });
  expect(film()).toBeNull();
  all.hub.command('session/start', {});
  all.settle();
  expect(film()).toMatchObject({ muted: true, loop: true, playsInline: true });
  expect(film()?.getAttribute('aria-hidden')).toBe('true');
  expect(film()?.src).toContain('awake');
  all.hub.command('session/end', {});
  all.settle();
  expect(film()).toBeNull();
});

test('a phone that lets nothing play before the first touch is asked again then', () => {
  play.mockRejectedValueOnce(new Error('NotAllowedError'));
  const all = renderView(<StageView />, { roles: 'display' });
  all.hub.command('session/start', {});
  all.settle();
  expect(play).toHaveBeenCalledTimes(1);
  fireEvent.pointerDown(document.body);
  expect(play).toHaveBeenCalledTimes(2);
  all.screen.unmount();
  fireEvent.pointerDown(document.body);
  expect(play).toHaveBeenCalledTimes(2);
});

test('with a wake lock there is no film, and the lock is released', async () => {
  const release = vi.fn(async () => undefined);
  const request = vi.fn(async () => ({ release }));
  Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true });
  const all = renderView(<StageView />, { roles: 'display' });
  all.hub.command('session/start', {});
  all.settle();
  await vi.waitFor(() => expect(request).toHaveBeenCalledWith('screen'));
  expect(film()).toBeNull();
  all.screen.unmount();
  await vi.waitFor(() => expect(release).toHaveBeenCalled());
});
