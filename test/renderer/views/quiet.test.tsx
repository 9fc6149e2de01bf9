// @vitest-environment jsdom
import { within } from '@testing-library/react';
import { expect, test } from 'vitest';
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
