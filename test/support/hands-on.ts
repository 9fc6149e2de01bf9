/**
 * Two pairs of hands for the end-to-end tests: one has nothing but keys, the other nothing but a mouse. The page itself
 * notes what it feels, so that a test can prove which of the two it was.
 */
import type { Locator, Page } from 'playwright-core';

/** Locators are for looking only. */
export type Keys = {
  readonly page: Page;
  /** One after the other, by Playwright's names: `Enter`, `Alt+ArrowUp`. */
  press(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** As often as it takes until `target` has the focus; `Shift+Tab` goes back. Throws after a whole round. */
  tabTo(target: Locator, key?: 'Tab' | 'Shift+Tab'): Promise<void>;
  /** `tabTo`, and Enter. */
  enter(target: Locator): Promise<void>;
};

export type Mouse = {
  readonly page: Page;
  click(target: Locator): Promise<void>;
  /** From the middle of one thing to `below` pixels under the middle of another. */
  drag(from: Locator, to: Locator, below: number): Promise<void>;
  /** The one thing that needs keys: text, into the field that was clicked. Replaces what stands there. */
  write(field: Locator, text: string): Promise<void>;
  /** The list of a select is the system's own window, which no driver of a page reaches. */
  choose(select: Locator, label: string): Promise<void>;
};

/** More than there are stops on any page of ours. */
const TABS_MAX = 120;

export function keysOf(page: Page): Keys {
  const tabTo = async (target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
    await target.waitFor();
    for (let tabs = 0; tabs < TABS_MAX; tabs += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press(key);
    }
    throw new Error(`${key} never comes to ${target}`);
  };
  return {
    page,
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    type: (text) => page.keyboard.type(text),
    tabTo,
    enter: async (target) => {
      await tabTo(target);
      await page.keyboard.press('Enter');
    },
  };
}

export function mouseOf(page: Page): Mouse {
  return {
    page,
    click: (target) => target.click(),
    drag: async (from, to, below) => {
      const start = await middleOf(from);
      const end = await middleOf(to);
      await page.mouse.move(start.x, start.y);
      await page.mouse.down();
      await page.mouse.move(start.x, start.y + 20, { steps: 3 });
      await page.mouse.move(end.x, end.y + below, { steps: 6 });
      await page.mouse.up();
    },
    write: async (field, text) => {
      await field.click({ clickCount: 3 });
      await page.keyboard.type(text);
    },
    choose: async (select, label) => void (await select.selectOption({ label })),
  };
}

/** What the page has felt since it was opened with `feel`. */
export type Felt = { pointers: number; keys: number; keysOutsideFields: string[] };

/** To be called before the page is opened. */
export async function feel(page: Page): Promise<() => Promise<Felt>> {
  await page.addInitScript(() => {
    const felt: Felt = { pointers: 0, keys: 0, keysOutsideFields: [] };
    Object.assign(window, { felt });
    const feelPointer = ({ isTrusted }: Event) => {
      if (isTrusted) felt.pointers += 1;
    };
    addEventListener('pointerdown', feelPointer, true);
    addEventListener(
      'keydown',
      ({ isTrusted, key, target }) => {
        if (!isTrusted) return;
        felt.keys += 1;
        const isText = key.length === 1 && target instanceof HTMLInputElement;
        if (!isText) felt.keysOutsideFields.push(key);
      },
      true,
    );
  });
  return () => page.evaluate(() => (window as unknown as { felt: Felt }).felt);
}

async function middleOf(place: Locator): Promise<{ x: number; y: number }> {
  const box = await place.boundingBox();
  if (!box) throw new Error(`${place} is not to be seen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
