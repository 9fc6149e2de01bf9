// @vitest-environment jsdom
import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Announcer } from '../../../renderer/components/Announcer.tsx';
import { SessionContext } from '../../../renderer/hooks/session.ts';
import { renderView } from '../support/render-view.tsx';

// The page's ticker is the one thing here that runs by real timers.
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

test('of several sentences within ten seconds the first is said at once and the last when the time is over', () => {
  const all = renderView(<Announcer text="Ada has the floor." />);
  const say = (text: string) =>
    all.screen.rerender(
      <SessionContext value={all.session}>
        <Announcer text={text} />
      </SessionContext>,
    );
  const heard = () => all.screen.getByRole('status').textContent;
  const later = (ms: number) =>
    act(() => {
      all.world.nowMs += ms;
      vi.advanceTimersByTime(250);
    });
  expect(heard()).toBe('Ada has the floor.');
  say('The floor is free.');
  expect(heard()).toBe('The floor is free.');
  later(3_000);
  say('Bob has the floor.');
  say('Cem has the floor.');
  later(6_000);
  expect(heard()).toBe('The floor is free.');
  later(1_000);
  expect(heard()).toBe('Cem has the floor.');
});
