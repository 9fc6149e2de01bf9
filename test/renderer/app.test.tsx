// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { App } from '../../renderer/App.tsx';
import { StaffView } from '../../renderer/views/StaffView.tsx';
import { startClient } from './support/client.ts';
import { MemoryHub } from './support/memory-hub.ts';
import { SimulatedWorld } from './support/simulated-world.ts';

let world: SimulatedWorld;

beforeEach(() => {
  cleanup();
  localStorage.clear();
  history.replaceState(null, '', '/');
  world = new SimulatedWorld();
  new MemoryHub(world, { title: 'Digital governance' });
});

function open(roles: string) {
  const screen = render(<App session={startClient(world, roles)} Full={StaffView} />);
  act(() => world.settle());
  return screen;
}

test('until the hub has answered it says that it loads', () => {
  expect(render(<App session={startClient(world)} Full={StaffView} />).getByRole('status').textContent).toBe(
    'Loading…',
  );
});

test('an invitation that is none is told in words, and nothing is tried again', () => {
  const screen = render(<App session={startClient(world)} Full={StaffView} />);
  act(() => world.line.cut(4401));
  expect(screen.getByRole('alert').textContent).toBe(
    'This link is incomplete or was mistyped; ask for it again.',
  );
  expect(screen.getByRole('textbox', { name: 'Invitation link or code' })).toBeTruthy();
});

test.each(['liaison', 'participant', 'display'])(
  'a %s whose invitation is withdrawn sees the sentence, and nothing more of the session',
  async (role) => {
    const screen = open(role);
    await screen.findAllByRole('heading');
    act(() => world.line.cut(4403, 'revoked'));
    expect(screen.getByRole('alert').textContent).toBe('This invitation has been withdrawn.');
    expect(screen.queryByText('Digital governance')).toBeNull();
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Join']);
  },
);

test('what the hub cannot read closes the line, and the page stays as it was', async () => {
  const screen = open('liaison');
  await screen.findAllByRole('heading');
  act(() => world.line.cut(4409));
  expect(screen.getByText('This page is older than the hub. Reload it.')).toBeTruthy();
  expect(screen.getByText('Digital governance')).toBeTruthy();
});

test('staff gets the console', async () => {
  const screen = open('online-moderator');
  expect(await screen.findByRole('button', { name: 'Console' })).toBeTruthy();
});

test('somebody with two roles starts with the first and can switch', async () => {
  const screen = open('display_online-moderator');
  const role = await screen.findByRole('combobox', { name: 'Role' });
  expect((role as HTMLSelectElement).value).toBe('online-moderator');
});

test('a display, and whoever opens /stage, gets the stage', async () => {
  const screen = open('display');
  expect(await screen.findByRole('heading', { name: 'The session begins soon' })).toBeTruthy();
  cleanup();
  history.replaceState(null, '', '/stage');
  const staff = open('host');
  expect(await staff.findByRole('heading', { name: 'The session begins soon' })).toBeTruthy();
});

test('a line that breaks is told to everybody, and mended by a press', async () => {
  const screen = open('online-moderator');
  await screen.findByRole('button', { name: 'Console' });
  act(() => world.line.cut());
  expect(screen.getByText(/No connection/)).toBeTruthy();
  act(() => screen.getByRole('button', { name: 'Try now' }).click());
  act(() => world.settle());
  expect(screen.queryByText(/No connection/)).toBeNull();
  expect(screen.getByText('In sync')).toBeTruthy();
});
