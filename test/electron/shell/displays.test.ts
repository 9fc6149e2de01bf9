import { expect, test } from 'vitest';
import { otherDisplay } from '../../../electron/shell/displays.ts';

const display = (id: number, x: number) => ({ id, bounds: { x, y: 0, width: 1_920, height: 1_080 } });

test('the stage goes to the display that the console is not on, and nowhere in particular with one', () => {
  const [laptop, projector] = [display(1, 0), display(2, 1_920)];
  expect(otherDisplay([laptop, projector], 1)).toBe(projector);
  expect(otherDisplay([laptop, projector], 2)).toBe(laptop);
  expect(otherDisplay([laptop], 1)).toBeNull();
});
