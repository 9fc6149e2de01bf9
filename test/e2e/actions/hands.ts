import type { Page } from 'playwright-core';
import { lineOf } from '../../../renderer/store/line.ts';
import type { State } from '../../../shared/state.ts';
import type { HubClient } from '../../support/hub-client.ts';
import { hand } from '../../support/meeting.ts';
import { type Action, button, entryOf, handField, keyed } from './action.ts';

const PASTED = 'Ada Osei\nGuest r1\n王小明';

const onsiteOrder = (state: State) => lineOf(state, 'onsite', Date.now()).map((entry) => entry.entryId);
const names = ({ queue }: State) => queue.entries.map((entry) => entry.name);
const actionsOf = (page: Page, id: string) => button(page, `Actions for Guest ${id}`);
const row = (page: Page, id: string) => page.locator(`li[data-row="${id}"]`);

/** One of the buttons behind a card's "⋯". */
function onCard(
  action: string,
  id: string,
  label: string,
  rest: Pick<Action, 'given' | 'gives' | 'is'>,
): Action {
  return {
    action,
    byKeys: async (keys) => {
      await keys.enter(actionsOf(keys.page, id));
      await keys.enter(button(keys.page, label));
    },
    byMouse: async (mouse) => {
      await mouse.click(actionsOf(mouse.page, id));
      await mouse.click(button(mouse.page, label));
    },
    ...rest,
  };
}

const adding: readonly Action[] = [
  {
    action: 'add a hand of the roster by a few letters',
    byKeys: async (keys) => {
      await keys.press('l');
      await keys.type('lxm');
      await keys.page.getByRole('option', { name: '李小明' }).waitFor();
      await keys.press('Enter');
    },
    byMouse: async (mouse) => {
      await mouse.click(keyed(mouse.page, '+ Add online hand', 'L'));
      await mouse.write(handField(mouse.page), 'lxm');
      await mouse.click(mouse.page.getByRole('option', { name: '李小明' }));
    },
    gives: ({ queue }) => queue.entries.find((entry) => entry.personId === 'li')?.channel,
    is: 'online',
  },
  {
    action: 'add a hand by description',
    byKeys: async (keys) => {
      await keys.press('o');
      await keys.type('Row C, blue jacket');
      await keys.press('Enter');
    },
    byMouse: async (mouse) => {
      await mouse.click(keyed(mouse.page, '+ Add onsite hand', 'O'));
      await mouse.write(handField(mouse.page), 'Row C, blue jacket');
      await mouse.click(keyed(mouse.page, 'Add', 'Enter'));
    },
    gives: ({ queue }) => queue.entries.find((entry) => entry.name === 'Row C, blue jacket')?.door,
    is: 'room',
  },
  {
    action: 'add a point of order, with what it is about',
    byKeys: async (keys) => {
      await keys.press('o');
      await keys.type('Row D');
      await keys.tabTo(button(keys.page, 'More'));
      await keys.press('Enter');
      await keys.tabTo(keys.page.getByRole('radio', { name: 'topic' }));
      await keys.press('ArrowDown', 'ArrowDown', 'ArrowDown');
      await keys.tabTo(keys.page.getByLabel('What about? (optional)'));
      await keys.type('The time limit');
      await keys.enter(keyed(keys.page, 'Add', 'Enter'));
    },
    byMouse: async (mouse) => {
      await mouse.click(keyed(mouse.page, '+ Add onsite hand', 'O'));
      await mouse.write(handField(mouse.page), 'Row D');
      await mouse.click(button(mouse.page, 'More'));
      await mouse.click(mouse.page.getByRole('radio', { name: 'point of order' }));
      await mouse.write(mouse.page.getByLabel('What about? (optional)'), 'The time limit');
      await mouse.click(keyed(mouse.page, 'Add', 'Enter'));
    },
    gives: ({ queue }) => {
      const entry = queue.entries.find((one) => one.name === 'Row D');
      return [entry?.kind, entry?.topic];
    },
    is: ['point-of-order', 'The time limit'],
  },
  {
    action: 'paste several names',
    byKeys: async (keys) => {
      await keys.page.evaluate((text) => navigator.clipboard.writeText(text), PASTED);
      await keys.press('o', 'Control+v');
      await button(keys.page, 'Add 2 hands').waitFor();
      await keys.press('Enter');
    },
    byMouse: async (mouse) => {
      await mouse.click(keyed(mouse.page, '+ Add onsite hand', 'O'));
      // The menu with "Paste" in it is the system's own window, which no driver of a page reaches.
      await handField(mouse.page).evaluate((field, text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }, PASTED);
      await mouse.click(button(mouse.page, 'Add 2 hands'));
    },
    gives: (state) => names(state).slice(5),
    is: ['Ada Osei', '王小明'],
  },
  {
    action: 'put a question on the list',
    given: (colleague) =>
      colleague.must('questions/ask', {
        questionId: 'q1',
        text: 'Who pays?',
        name: 'Adaeze',
        channel: 'online',
        door: 'zoom',
      }),
    byKeys: async (keys) => {
      await keys.tabTo(keys.page.getByRole('tab', { name: 'Back-channel' }));
      await keys.press('ArrowRight');
      await keys.enter(button(keys.page, 'Put on the list: Who pays?'));
    },
    byMouse: async (mouse) => {
      await mouse.click(mouse.page.getByRole('tab', { name: /^Questions/ }));
      await mouse.click(button(mouse.page, 'Put on the list: Who pays?'));
    },
    gives: ({ queue }) => queue.entries.at(-1)?.door,
    is: 'question',
  },
  {
    action: 'make one of two hands of the same person',
    given: (colleague) =>
      colleague.must('queue/join', hand('again', 'online', { name: 'Guest r1', door: 'phone' })),
    byKeys: (keys) => keys.enter(button(keys.page, 'Merge the two hands of Guest r1')),
    byMouse: (mouse) => mouse.click(button(mouse.page, 'Merge the two hands of Guest r1')),
    gives: (state) => names(state).filter((name) => name === 'Guest r1').length,
    is: 1,
  },
];

const order: readonly Action[] = [
  {
    action: 'move a card',
    byKeys: async (keys) => {
      await keys.tabTo(button(keys.page, 'Move Guest r3'));
      await keys.press('Alt+ArrowUp');
    },
    byMouse: (mouse) =>
      mouse.drag(mouse.page.getByText('Guest r2', { exact: true }).first(), row(mouse.page, 'r3'), 12),
    gives: onsiteOrder,
    is: ['r1', 'r3', 'r2'],
  },
  onCard('put to the top', 'r3', 'To top', { gives: onsiteOrder, is: ['r3', 'r1', 'r2'] }),
  onCard('put on hold', 'r1', 'Hold', { gives: (state) => entryOf(state, 'r1')?.held, is: true }),
  onCard('bring back from hold, in the former place', 'r1', 'Return', {
    given: (colleague) => colleague.must('queue/hold', { entryId: 'r1' }),
    gives: onsiteOrder,
    is: ['r1', 'r2', 'r3'],
  }),
  onCard('note as absent', 'r2', 'Absent', {
    gives: (state) => entryOf(state, 'r2')?.missedCalls,
    is: 1,
  }),
  onCard('withdraw', 'r2', 'Withdraw', { gives: onsiteOrder, is: ['r1', 'r3'] }),
  {
    action: 'edit what a hand is about, and its kind',
    byKeys: async (keys) => {
      await keys.enter(actionsOf(keys.page, 'r2'));
      await keys.enter(button(keys.page, 'Edit'));
      await keys.press('Tab');
      await keys.type('E-waste');
      await keys.tabTo(keys.page.getByRole('radio', { name: 'topic' }));
      await keys.press('ArrowDown');
      await keys.enter(button(keys.page, 'Save'));
    },
    byMouse: async (mouse) => {
      await mouse.click(actionsOf(mouse.page, 'r2'));
      await mouse.click(button(mouse.page, 'Edit'));
      await mouse.write(mouse.page.getByLabel('What about?', { exact: true }), 'E-waste');
      await mouse.click(mouse.page.getByRole('radio', { name: 'reply' }));
      await mouse.click(button(mouse.page, 'Save'));
    },
    gives: (state) => [entryOf(state, 'r2')?.topic, entryOf(state, 'r2')?.kind],
    is: ['E-waste', 'reply'],
  },
  {
    action: 'clear a side',
    byKeys: async (keys) => {
      await keys.enter(button(keys.page, 'The whole list in the room'));
      await keys.enter(button(keys.page, 'Clear all 3 in the room'));
      await keys.enter(button(keys.page, 'Clear'));
    },
    byMouse: async (mouse) => {
      await mouse.click(button(mouse.page, 'The whole list in the room'));
      await mouse.click(button(mouse.page, 'Clear all 3 in the room'));
      await mouse.click(button(mouse.page, 'Clear'));
    },
    gives: names,
    is: ['Guest o1', 'Guest o2'],
  },
  {
    action: 'clear what an item has left',
    byKeys: async (keys) => {
      await keys.enter(button(keys.page, 'The whole list online'));
      await keys.enter(button(keys.page, /^Clear 5 hands raised in “.?Discussion/));
      await keys.enter(button(keys.page, 'Clear'));
    },
    byMouse: async (mouse) => {
      await mouse.click(button(mouse.page, 'The whole list online'));
      await mouse.click(button(mouse.page, /^Clear 5 hands raised in “.?Discussion/));
      await mouse.click(button(mouse.page, 'Clear'));
    },
    gives: names,
    is: [],
  },
];

const onDeck = (colleague: HubClient) => colleague.must('queue/put-on-deck', { entryId: 'r1' });

const deck: readonly Action[] = [
  onCard('tell the next one to get ready', 'o1', 'Get ready', {
    gives: ({ queue }) => queue.onDeck,
    is: ['o1'],
  }),
  onCard('take from deck', 'r1', 'Stand down', { given: onDeck, gives: ({ queue }) => queue.onDeck, is: [] }),
  onCard('say for somebody without a phone: not ready', 'r1', 'Not ready: next one', {
    given: onDeck,
    gives: ({ queue }) => [
      queue.onDeck.includes('r1'),
      queue.entries.some(({ entryId }) => entryId === 'r1'),
    ],
    is: [false, true],
  }),
];

export const HANDS: readonly Action[] = [...adding, ...order, ...deck];
