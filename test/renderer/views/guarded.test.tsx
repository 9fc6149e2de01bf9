// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useMeeting } from '../../../renderer/hooks/session.ts';
import { Guarded, GuardedPage } from '../../../renderer/panels/trouble/Guarded.tsx';
import { renderSession } from '../support/render-session.tsx';

// React reports what a boundary has caught there.
beforeEach(() => vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => {
  vi.restoreAllMocks();
  cleanup();
});

function Title() {
  const title = useMeeting((state) => state.session.title);
  if (title === 'broken') throw new Error('broken title');
  return <h1>{title}</h1>;
}

test('a part that throws leaves the others at work, and is back with the next commit that it can show', () => {
  const { hub, settle, screen } = renderSession(
    <>
      <Guarded>
        <Title />
      </Guarded>
      <Guarded>
        <p>the queue</p>
      </Guarded>
    </>,
  );
  hub.command('session/configure', { title: 'broken' });
  settle();
  expect(screen.getByRole('alert').textContent).toContain('this part cannot be shown');
  expect(screen.queryByRole('heading')).toBeNull();
  expect(screen.getByText('the queue')).toBeTruthy();
  hub.command('session/configure', { title: 'mended' });
  settle();
  expect(screen.getByRole('heading').textContent).toBe('mended');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a page that throws offers to reload instead of going white', () => {
  const Broken = () => {
    throw new Error('broken page');
  };
  const screen = render(
    <GuardedPage>
      <Broken />
    </GuardedPage>,
  );
  expect(screen.getByRole('alert').textContent).toContain('This page cannot be shown');
  expect(screen.getByRole('button', { name: 'Reload the page' })).toBeTruthy();
});
