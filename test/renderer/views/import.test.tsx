// @vitest-environment jsdom
import { act, fireEvent } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MenuCommand } from '../../../electron/shell-api.ts';
import { StaffView } from '../../../renderer/views/StaffView.tsx';
import type { ImportPreview } from '../../../shared/imported.ts';
import { IMPORT_BYTES_MAX } from '../../../shared/lib/limits.ts';
import { fakeShell, type Given, renderView } from '../support/render-view.tsx';

const PREVIEW: ImportPreview = {
  format: 'zoom-participants',
  people: [{ name: 'Ada' }],
  questions: [],
  problems: [],
};

const fetched = vi.fn<typeof fetch>();
const heard = new Set<(command: MenuCommand) => void>();
const choose = (command: MenuCommand) =>
  act(() => {
    for (const hear of heard) hear(command);
  });

beforeEach(() => {
  fetched.mockReset().mockImplementation(async () => Response.json(PREVIEW));
  vi.stubGlobal('fetch', fetched);
  const onMenu = (callback: (command: MenuCommand) => void) => {
    heard.add(callback);
    return () => heard.delete(callback);
  };
  vi.stubGlobal('evenfloor', { ...fakeShell({}), onMenu });
});
afterEach(() => {
  vi.unstubAllGlobals();
  history.replaceState(null, '', '/');
});

const file = (name: string, bytes = 10) =>
  Object.defineProperty(new File(['x'], name), 'size', { value: bytes });

function open(given?: Given) {
  const all = renderView(<StaffView />, given);
  const dialog = () => all.screen.findByRole('dialog', { name: 'People and questions from a file' });
  const drop = async (...files: File[]) => {
    const target = await dialog();
    fireEvent.dragOver(target, { dataTransfer: { files } });
    await act(async () => void fireEvent.drop(target, { dataTransfer: { files } }));
  };
  return { ...all, dialog, drop };
}

test('[J10] given the dialog, when a file is dropped anywhere on it, then it is read as if it had been chosen', async () => {
  const all = open();
  await all.user.click(all.screen.getByRole('button', { name: 'Import file' }));
  const dropped = file('report.csv');
  await all.drop(dropped);
  expect(await all.screen.findByText('Zoom: participants')).toBeTruthy();
  expect(fetched.mock.calls.map(([path, init]) => [path, init?.body])).toEqual([
    ['/api/v1/import/preview', dropped],
  ]);
});

test('[J7] given several files, or one that is too large, when they are dropped, then a sentence says so and nothing is sent', async () => {
  const all = open();
  await all.user.click(all.screen.getByRole('button', { name: 'Import file' }));
  await all.drop(file('a.csv'), file('b.csv'));
  expect((await all.screen.findByRole('alert')).textContent).toBe('One file at a time, please.');
  await all.drop(file('film.mp4', IMPORT_BYTES_MAX + 1));
  expect((await all.screen.findByRole('alert')).textContent).toContain('“film.mp4” is larger than 20 MB');
  expect(fetched).not.toHaveBeenCalled();
});

test('[J10] given the app’s menu, when import is chosen at any place of the staff, then the same dialog opens', async () => {
  history.replaceState(null, '', '/?view=invitations');
  const all = open();
  await all.screen.findByRole('navigation', { name: 'Views' });
  choose('import/show');
  expect(await all.dialog()).toBeTruthy();
});

test('[R1] given somebody who may not import, when the console is open, then there is no way to it', async () => {
  history.replaceState(null, '', '/?view=console');
  const all = open({ roles: 'rapporteur' });
  expect(all.screen.queryByRole('button', { name: 'Import file' })).toBeNull();
  choose('import/show');
  expect(all.screen.queryByRole('dialog')).toBeNull();
});

test('given the app’s menu, when the keys are asked for at the console, then they are listed', async () => {
  const all = open();
  choose('keys/show');
  expect(await all.screen.findByRole('dialog', { name: 'Keys' })).toBeTruthy();
});
