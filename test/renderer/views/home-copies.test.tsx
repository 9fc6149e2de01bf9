// @vitest-environment jsdom
import { act, render, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import type { ShellApi } from '../../../electron/shell-api.ts';
import { HomeView } from '../../../renderer/views/HomeView.tsx';
import { fakeShell, reset } from '../support/render-view.tsx';

const kept = vi.hoisted(() => ({ copies: async (): Promise<object[]> => [] }));
vi.mock('../../../renderer/store/copies.ts', () => ({ keptCopies: () => kept.copies() }));

const bytes = new Uint8Array(3);
const copyOf = (sessionId: string, title: string) => ({
  ...{ sessionId, title, bytes, logId: 'l', seq: 1, name: `${sessionId}.evenfloor` },
  atMs: new Date(2026, 10, 27, 14, 5).getTime(),
});
const RESTORED = { sessionId: 'far', title: 'Far', invites: {}, asOfMs: 5 };

beforeEach(() => reset());

async function open(shell: ShellApi) {
  Object.defineProperty(window, 'evenfloor', { value: shell, configurable: true });
  const screen = render(<HomeView />);
  await act(async () => undefined);
  return { screen, user: userEvent.setup() };
}

test('[Y6] given copies of sessions elsewhere and of one that is here, when the app begins, then the first can be opened, and then is here', async () => {
  kept.copies = async () => [copyOf('far', 'Far'), copyOf('here', 'Here')];
  const here = { sessionId: 'here', title: 'Here', createdAtMs: 1, startedAtMs: null, endedAtMs: null };
  const list = vi.fn(async () => [here]);
  const restoreBytes = vi.fn(async () => RESTORED);
  const { screen, user } = await open(fakeShell({ sessions: { list, restoreBytes } }));
  const region = await screen.findByRole('region', { name: 'Copies of sessions on other computers' });
  expect(region.querySelectorAll('li')).toHaveLength(1);
  list.mockResolvedValue([here, { ...here, ...RESTORED }]);
  await user.click(await screen.findByRole('button', { name: /^Far copy from Nov 27, 2026, 2:05 PM$/ }));
  expect(restoreBytes).toHaveBeenCalledWith('far.evenfloor', bytes);
  // The list is asked for anew, and answers when it does.
  await waitFor(() => expect(screen.queryByText('Copies of sessions on other computers')).toBeNull());
  expect(screen.getByText(/“Far” is on this computer/)).toBeTruthy();
});

test('[Y6] given a device that keeps none, or cannot say, when the app begins, then nothing is spoken of', async () => {
  for (const copies of [async () => [], () => Promise.reject(new Error('private'))]) {
    kept.copies = copies;
    const { screen } = await open(fakeShell({}));
    expect(screen.queryByText('Copies of sessions on other computers')).toBeNull();
    screen.unmount();
  }
});
