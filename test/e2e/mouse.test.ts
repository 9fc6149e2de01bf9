/** Every action of the console without a keyboard, but for text into the field that was clicked. */
import { expect } from 'vitest';
import { testActions } from './actions/run.ts';

testActions('byMouse', ({ pointers, keysOutsideFields }) => {
  expect(pointers).toBeGreaterThan(0);
  expect(keysOutsideFields).toEqual([]);
});
