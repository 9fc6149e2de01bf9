// @vitest-environment jsdom
import { act, fireEvent, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useSteadyClicks } from '../../../renderer/input/use-steady-clicks.ts';

let pressed: string[];
/** What lies at the one place where the pointer rests. */
let under: Element | null;

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['performance', 'requestAnimationFrame', 'cancelAnimationFrame', 'setTimeout'],
  });
  pressed = [];
  under = null;
  Object.assign(document, { elementFromPoint: () => under });
});
afterEach(() => {
  vi.useRealTimers();
  Reflect.deleteProperty(document, 'elementFromPoint');
});

function Page({ banner, does = 'one' }: { banner: boolean; does?: string }) {
  useSteadyClicks();
  return (
    <>
      {banner && <p>Audio problem</p>}
      {['End', 'Begin'].map((name) => (
        <button key={name} type="button" data-does={does} onClick={() => pressed.push(name)}>
          {name}
        </button>
      ))}
    </>
  );
}

function open() {
  const screen = render(<Page banner={false} />);
  const button = (name: string) => screen.getByRole('button', { name });
  const rest = (name: string) => {
    under = button(name);
    fireEvent(
      under,
      new PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse', clientX: 50, clientY: 50 }),
    );
  };
  /** A banner comes, and another button lies where the pointer rests. */
  const slide = async (name: string) => {
    screen.rerender(<Page banner />);
    under = button(name);
    await act(() => Promise.resolve());
  };
  /** The same button comes to do something else. */
  const change = async () => {
    screen.rerender(<Page banner={false} does="another" />);
    await act(() => Promise.resolve());
  };
  const scroll = (name: string) => {
    under = button(name);
    fireEvent.scroll(document.body);
  };
  const click = (name: string, { x = 50, detail = 1 } = {}) =>
    fireEvent.click(button(name), { detail, clientX: x, clientY: 50 });
  return { rest, slide, change, scroll, click };
}

test('given a button that has slid under the pointer, when it is pressed at once, then nothing happens; a moment later it does', async () => {
  const page = open();
  page.rest('End');
  await page.slide('Begin');
  await vi.advanceTimersByTimeAsync(100);
  page.click('Begin');
  expect(pressed).toEqual([]);
  await vi.advanceTimersByTimeAsync(600);
  page.click('Begin');
  expect(pressed).toEqual(['Begin']);
});

test('given the second half of a double click, when it comes before the page is drawn anew, then it does nothing either', async () => {
  const page = open();
  page.rest('End');
  page.click('End');
  await page.slide('Begin');
  page.click('Begin', { detail: 2 });
  expect(pressed).toEqual(['End']);
});

test('given a page that has moved, when the pointer goes to another button, or a key presses it, then it is pressed', async () => {
  const page = open();
  page.rest('End');
  await page.slide('Begin');
  await vi.advanceTimersByTimeAsync(50);
  page.click('End');
  page.click('Begin', { x: 80 });
  page.click('Begin', { detail: 0 });
  expect(pressed).toEqual(['End', 'Begin', 'Begin']);
});

test('given a page that changes elsewhere, when the same button is pressed again and again, then each press counts', async () => {
  const page = open();
  page.rest('End');
  await page.slide('End');
  page.click('End');
  page.click('End', { detail: 2 });
  expect(pressed).toEqual(['End', 'End']);
});

test('given a button that comes to do something else, when it is pressed at once, then it does nothing', async () => {
  const page = open();
  page.rest('End');
  await page.change();
  page.click('End');
  expect(pressed).toEqual([]);
});

test('given a page that was scrolled under the pointer, when something changes elsewhere, then what is there now is pressed', async () => {
  const page = open();
  page.rest('End');
  page.scroll('Begin');
  await vi.advanceTimersByTimeAsync(3_000);
  await page.slide('Begin');
  page.click('Begin');
  expect(pressed).toEqual(['Begin']);
});
