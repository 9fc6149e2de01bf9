/** What stays on the device, or opens something: the hub's state does not know of it, the page shows it. */
import type { Page } from 'playwright-core';
import { type Action, button, giveFloor, keyed } from './action.ts';

/** One of the selects behind "Settings"; `steps` down from what it is at first. */
function setting(action: string, label: string, choice: string, steps: number, shown: keyof DOMStringMap) {
  return (is: string): Action => ({
    action,
    byKeys: async (keys) => {
      await keys.enter(button(keys.page, 'Settings'));
      await keys.tabTo(keys.page.getByLabel(label, { exact: true }));
      for (let step = 0; step < steps; step += 1) await keys.press('ArrowDown');
    },
    byMouse: async (mouse) => {
      await mouse.click(button(mouse.page, 'Settings'));
      await mouse.choose(mouse.page.getByLabel(label, { exact: true }), choice);
    },
    gives: (_, page) => page.evaluate((key) => document.documentElement.dataset[key], shown),
    is,
  });
}

const settings: readonly Action[] = [
  setting('choose dark colours', 'Colours', 'Dark', 2, 'theme')('dark'),
  setting('choose more contrast', 'Contrast', 'More', 1, 'contrast')('more'),
  setting('choose larger text', 'Size of text', 'Large (130 %)', 2, 'text')('130'),
  setting('choose less movement', 'Movement', 'Nothing glides', 1, 'motion')('less'),
  {
    action: 'choose another language',
    byKeys: async (keys) => {
      await keys.enter(button(keys.page, 'Settings'));
      await keys.tabTo(keys.page.getByLabel('Language'));
      await keys.press('ArrowDown');
    },
    byMouse: async (mouse) => {
      await mouse.click(button(mouse.page, 'Settings'));
      await mouse.choose(mouse.page.getByLabel('Language'), '中文');
    },
    gives: (_, page) => page.getByRole('dialog').getByRole('heading').textContent(),
    is: '设置',
  },
  {
    action: 'switch the sounds on',
    byKeys: async (keys) => {
      await keys.enter(button(keys.page, 'Settings'));
      await keys.tabTo(keys.page.getByRole('checkbox'));
      await keys.press('Space');
    },
    byMouse: async (mouse) => {
      await mouse.click(button(mouse.page, 'Settings'));
      await mouse.click(mouse.page.getByRole('checkbox'));
    },
    gives: (_, page) => page.evaluate(() => localStorage.getItem('evenfloor.sounds')),
    is: 'on',
  },
];

/** Printed pages, counted by a stand-in: the real dialog is the system's own window. */
const printed: Action['gives'] = (_, page) =>
  page.evaluate(() => (window as unknown as { printed: number }).printed);

const doors: readonly Action[] = [
  {
    action: 'print the list and the run of show',
    byKeys: (keys) => keys.press('w'),
    byMouse: (mouse) => mouse.click(keyed(mouse.page, 'Print', 'W')),
    gives: printed,
    is: 1,
  },
  {
    action: 'put the side panel away, and back',
    byKeys: async (keys) => {
      await keys.enter(button(keys.page, 'Hide side panel'));
      await keys.enter(button(keys.page, 'Show side panel'));
    },
    byMouse: async (mouse) => {
      await mouse.click(button(mouse.page, 'Hide side panel'));
      await mouse.click(button(mouse.page, 'Show side panel'));
    },
    gives: (_, page) => page.getByRole('complementary', { name: 'Side panel' }).isVisible(),
    is: true,
  },
  {
    action: 'hand the own place over',
    byKeys: async (keys) => {
      await keys.tabTo(keys.page.getByRole('tab', { name: 'Back-channel' }));
      await keys.press('End');
      await keys.enter(button(keys.page, 'Hand over my place…'));
    },
    byMouse: async (mouse) => {
      await mouse.click(mouse.page.getByRole('tab', { name: 'Log' }));
      await mouse.click(button(mouse.page, 'Hand over my place…'));
    },
    gives: async (_, page) =>
      (await page.getByRole('textbox', { name: 'My own link' }).inputValue()) === page.url(),
    is: true,
  },
  {
    action: 'open the stage',
    byKeys: async (keys) => {
      await keys.enter(button(keys.page, 'Invitations'));
      await keys.enter(button(keys.page, 'Open the stage here'));
    },
    byMouse: async (mouse) => {
      await mouse.click(button(mouse.page, 'Invitations'));
      await mouse.click(button(mouse.page, 'Open the stage here'));
    },
    gives: (_, page) => page.context().pages().map(pathOf),
    is: ['/', '/stage'],
  },
];

const keymap: readonly Action[] = [
  {
    action: 'see all keys',
    byKeys: (keys) => keys.press('?'),
    byMouse: (mouse) => mouse.click(button(mouse.page, '? all keys')),
    gives: (_, page) => page.getByRole('dialog', { name: 'Keys' }).isVisible(),
    is: true,
  },
  {
    action: 'switch the keys off',
    byKeys: async (keys) => {
      await keys.press('?');
      await keys.tabTo(keys.page.getByRole('checkbox', { name: 'Keys are on' }));
      await keys.press('Space');
    },
    byMouse: async (mouse) => {
      await mouse.click(button(mouse.page, '? all keys'));
      await mouse.click(mouse.page.getByRole('checkbox', { name: 'Keys are on' }));
    },
    gives: (_, page) => page.evaluate(() => localStorage.getItem('evenfloor.floor-keys')),
    is: 'off',
  },
  {
    action: 'give an action another key',
    given: giveFloor,
    byKeys: async (keys) => {
      await keys.press('?');
      await keys.enter(button(keys.page, 'Change the key: end turn'));
      await keys.press('e');
      await keys.page.getByText('E: end turn.').waitFor();
      await keys.press('Escape');
      await keys.press('e');
    },
    // There is no key to give without pressing it, so the mouse only comes as far as being asked for one.
    byMouse: async (mouse) => {
      await mouse.click(button(mouse.page, '? all keys'));
      await mouse.click(button(mouse.page, 'Change the key: end turn'));
      await button(mouse.page, 'Press a key').waitFor();
      await mouse.click(button(mouse.page, 'Close'));
      await mouse.click(keyed(mouse.page, 'End turn', 'Space'));
    },
    gives: ({ floor }) => floor.turn,
    is: null,
  },
];

export const DEVICE: readonly Action[] = [...settings, ...doors, ...keymap];

const pathOf = (page: Page) => new URL(page.url()).pathname;
