/** Every action of the console without a mouse. */
import { expect } from 'vitest';
import { testActions } from './actions/run.ts';

testActions('byKeys', ({ pointers, keys }) => {
  expect(pointers).toBe(0);
  expect(keys).toBeGreaterThan(0);
});
