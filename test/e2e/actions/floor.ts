import { type Action, button, giveFloor, inSync, keyed, region } from './action.ts';

const turnOf: Action['gives'] = ({ floor }) => floor.turn?.name ?? null;

const calling: readonly Action[] = [
  {
    action: 'call who is suggested',
    byKeys: (keys) => keys.press('Enter'),
    byMouse: (mouse) => mouse.click(region(mouse.page, 'Suggested next').getByRole('button')),
    gives: turnOf,
    is: 'Guest r1',
  },
  {
    action: 'call who is suggested while a turn runs, by a second press',
    given: giveFloor,
    byKeys: (keys) => keys.press('Enter', 'Enter'),
    byMouse: async (mouse) => {
      const call = region(mouse.page, 'Suggested next').getByRole('button');
      await mouse.click(call);
      await mouse.click(call);
    },
    gives: turnOf,
    is: 'Guest o1',
  },
  {
    action: 'call the first of the other side',
    byKeys: (keys) => keys.press('x'),
    byMouse: (mouse) => mouse.click(button(mouse.page, 'Call Guest o1')),
    gives: turnOf,
    is: 'Guest o1',
  },
  {
    action: 'call anyone',
    byKeys: (keys) => keys.enter(button(keys.page, 'Call Guest r3')),
    byMouse: (mouse) => mouse.click(button(mouse.page, 'Call Guest r3')),
    gives: turnOf,
    is: 'Guest r3',
  },
  {
    action: 'give the floor to somebody without a hand',
    byKeys: async (keys) => {
      await keys.press('/');
      await keys.type('Row E');
      await keys.press('Control+Enter');
    },
    byMouse: async (mouse) => {
      await mouse.click(keyed(mouse.page, '+ Add onsite hand', 'O'));
      await mouse.write(mouse.page.getByLabel('Who wants to speak in the room?'), 'Row E');
      await mouse.click(button(mouse.page, 'Give the floor now'));
    },
    gives: turnOf,
    is: 'Row E',
  },
  {
    action: 'let the panel reply',
    byKeys: (keys) => keys.press('r', '1'),
    byMouse: async (mouse) => {
      await mouse.click(keyed(mouse.page, 'Panel', 'R'));
      await mouse.click(region(mouse.page, 'Reply of the panel').getByRole('button', { name: '1. Ana' }));
    },
    gives: ({ floor }) => [floor.turn?.name, floor.turn?.charge],
    is: ['Ana', 'panel'],
  },
  {
    action: 'say why somebody was called out of turn',
    given: (colleague) =>
      colleague.must('floor/give', { turnId: 't1', entryId: 'r3', afterTurnId: null, proposedEntryId: 'r1' }),
    byKeys: (keys) => keys.enter(button(keys.page, 'has to leave')),
    byMouse: (mouse) => mouse.click(button(mouse.page, 'has to leave')),
    gives: ({ floor }) => floor.turn?.override?.reason,
    is: 'has to leave',
  },
];

const limitOf: Action['gives'] = ({ floor }) => floor.turn?.limitMs;

const running: readonly Action[] = [
  {
    action: 'end the turn',
    given: giveFloor,
    byKeys: (keys) => keys.press('Space'),
    byMouse: (mouse) => mouse.click(keyed(mouse.page, 'End turn', 'Space')),
    gives: ({ floor, turns }) => [floor.turn, turns.length],
    is: [null, 1],
  },
  {
    action: 'pause the clock',
    given: giveFloor,
    byKeys: (keys) => keys.press('p'),
    byMouse: (mouse) => mouse.click(keyed(mouse.page, 'Pause', 'P')),
    gives: ({ floor }) => typeof floor.turn?.pausedAtMs,
    is: 'number',
  },
  {
    action: 'let the clock run on',
    given: async (colleague) => {
      await giveFloor(colleague);
      await colleague.must('floor/pause', { turnId: 't1' });
    },
    byKeys: (keys) => keys.press('p'),
    byMouse: (mouse) => mouse.click(keyed(mouse.page, 'Resume', 'P')),
    gives: ({ floor }) => floor.turn?.pausedAtMs,
    is: null,
  },
  {
    action: 'give 30 seconds more',
    given: giveFloor,
    byKeys: (keys) => keys.press('+'),
    byMouse: (mouse) => mouse.click(button(mouse.page, '+30 s')),
    gives: limitOf,
    is: 150_000,
  },
  {
    action: 'take 30 seconds off',
    given: giveFloor,
    byKeys: (keys) => keys.press('-'),
    byMouse: (mouse) => mouse.click(button(mouse.page, '−30 s')),
    gives: limitOf,
    is: 90_000,
  },
  {
    action: 'set any limit',
    given: giveFloor,
    byKeys: async (keys) => {
      await keys.enter(button(keys.page, 'of 2:00'));
      await keys.press('Control+a');
      await keys.type('5:00');
      await keys.press('Enter');
    },
    byMouse: async (mouse) => {
      await mouse.click(button(mouse.page, 'of 2:00'));
      await mouse.write(mouse.page.getByLabel('Limit', { exact: true }), '5:00');
      await mouse.click(button(mouse.page, 'Set'));
    },
    gives: limitOf,
    is: 300_000,
  },
];

const history: readonly Action[] = [
  {
    action: 'undo two steps: the end of a turn, and its call',
    byKeys: async (keys) => {
      for (const key of ['Enter', 'Space', 'u', 'u']) {
        await keys.press(key);
        await inSync(keys.page);
      }
    },
    byMouse: async (mouse) => {
      await mouse.click(region(mouse.page, 'Suggested next').getByRole('button'));
      await mouse.click(keyed(mouse.page, 'End turn', 'Space'));
      await mouse.click(mouse.page.getByRole('tab', { name: 'Log' }));
      for (const deed of ['Undo: ended the turn', 'Undo: gave the floor']) {
        await mouse.click(mouse.page.getByRole('tabpanel').getByRole('button', { name: deed }));
      }
    },
    gives: ({ floor, turns, queue }) => [floor.turn, turns.length, queue.entries[0]?.entryId],
    is: [null, 0, 'r1'],
  },
  {
    action: 'redo what was undone',
    byKeys: async (keys) => {
      for (const key of ['Enter', 'Space', 'u', 'u', 'y', 'y']) {
        await keys.press(key);
        await inSync(keys.page);
      }
    },
    byMouse: async (mouse) => {
      const last = (name: RegExp) => mouse.page.locator('main p').getByRole('button', { name });
      await mouse.click(region(mouse.page, 'Suggested next').getByRole('button'));
      await mouse.click(keyed(mouse.page, 'End turn', 'Space'));
      await mouse.click(last(/^Undo/));
      await mouse.click(last(/^Redo/));
    },
    gives: ({ floor, turns }) => [floor.turn, turns.map((turn) => turn.name)],
    is: [null, ['Guest r1']],
  },
];

export const FLOOR: readonly Action[] = [...calling, ...running, ...history];
