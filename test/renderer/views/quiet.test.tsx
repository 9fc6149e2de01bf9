// @vitest-environment jsdom
import { act, fireEvent, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { setLanguage } from '../../../renderer/messages/language.ts';
import { hand } from '../support/client.ts';
import { openConsole } from '../support/open-console.tsx';

test('[Q12] a hand that has gone quiet says so on its card and in the suggestion, until it is back', () => {
  const all = openConsole();
  all.hub.command('queue/join', hand('ada', 'online', 'Ada').args);
  all.hub.tell({ type: 'presence', count: 1, quiet: ['ada'] });
  all.settle();
  expect(within(all.region(/Online/)).getByText('◌ gone quiet')).toBeTruthy();
  expect(all.screen.getByText(/the place is kept/)).toBeTruthy();
  all.hub.tell({ type: 'presence', count: 2 });
  all.settle();
  expect(all.screen.queryByText('◌ gone quiet')).toBeNull();
});

test('[Q12] since when is said in minutes, which go on by themselves', () => {
  const all = openConsole();
  all.hub.command('queue/join', hand('ada', 'online', 'Ada').args);
  const quietSince = { ada: all.world.nowMs - 250_000 };
  all.hub.tell({ type: 'presence', count: 1, quiet: ['ada'], quietSince });
  all.settle();
  expect(within(all.region(/Online/)).getByText('◌ quiet for 4 min')).toBeTruthy();
  expect(all.screen.getByText(/without a line for 4 minutes; the place is kept/)).toBeTruthy();
  all.world.sleep(60_000);
  fireEvent(window, new Event('focus'));
  expect(within(all.region(/Online/)).getByText('◌ quiet for 5 min')).toBeTruthy();
  act(() => setLanguage('zh-CN'));
  expect(all.screen.getByText('◌ 已断线 5 分钟')).toBeTruthy();
});
