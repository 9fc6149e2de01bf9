import { type Action, button, giveFloor, keyed } from './action.ts';

const agenda: readonly Action[] = [
  {
    action: 'begin the next item',
    byKeys: (keys) => keys.press('n'),
    byMouse: (mouse) => mouse.click(keyed(mouse.page, 'Begin next', 'N')),
    gives: (state) => state.agenda.currentItemId,
    is: 'closing',
  },
  {
    action: 'begin any item',
    byKeys: (keys) => keys.enter(button(keys.page, /^Begin Speeches/)),
    byMouse: (mouse) => mouse.click(button(mouse.page, /^Begin Speeches/)),
    gives: (state) => state.agenda.currentItemId,
    is: 'speeches',
  },
  {
    action: 'carry the hands that are left over to the new item',
    given: (colleague) => colleague.must('agenda/begin', { itemId: 'closing', afterItemId: 'talk' }),
    byKeys: (keys) => keys.enter(button(keys.page, 'Carry over')),
    byMouse: (mouse) => mouse.click(button(mouse.page, 'Carry over')),
    gives: ({ queue }) => [...new Set(queue.entries.map((entry) => entry.itemId))],
    is: ['closing'],
  },
  {
    action: 'give the item five minutes more',
    byKeys: (keys) => keys.enter(button(keys.page, '+5 min')),
    byMouse: (mouse) => mouse.click(button(mouse.page, '+5 min')),
    gives: (state) => state.agenda.items.find((item) => item.itemId === 'talk')?.extraSeconds,
    is: 300,
  },
  {
    action: 'close the list',
    byKeys: (keys) => keys.enter(button(keys.page, 'Close list')),
    byMouse: (mouse) => mouse.click(button(mouse.page, 'Close list')),
    gives: (state) => state.queue.open,
    is: false,
  },
  {
    action: 'reopen the list',
    given: (colleague) => colleague.must('queue/close'),
    byKeys: (keys) => keys.enter(button(keys.page, 'Open list')),
    byMouse: (mouse) => mouse.click(button(mouse.page, 'Open list')),
    gives: (state) => state.queue.open,
    is: true,
  },
  {
    action: 'stop for a technical reason, and go on',
    given: giveFloor,
    byKeys: async (keys) => {
      await keys.enter(button(keys.page, 'Technical stop'));
      await keys.page.getByText('Session stopped for').waitFor();
      await keys.enter(button(keys.page, 'Go on'));
    },
    byMouse: async (mouse) => {
      await mouse.click(button(mouse.page, 'Technical stop'));
      await mouse.page.getByText('Session stopped for').waitFor();
      await mouse.click(button(mouse.page, 'Go on'));
    },
    gives: (state) => [
      state.session.pausedAtMs,
      state.history
        ?.slice(-2)
        .flatMap((item) => item.types)
        .includes('session/paused'),
    ],
    is: [null, true],
  },
  {
    action: 'end the session',
    byKeys: async (keys) => {
      await keys.enter(button(keys.page, 'End session'));
      await keys.page.getByText('Really end it?').waitFor();
      await keys.enter(button(keys.page, 'End session'));
    },
    byMouse: async (mouse) => {
      await mouse.click(button(mouse.page, 'End session'));
      await mouse.page.getByText('Really end it?').waitFor();
      await mouse.click(button(mouse.page, 'End session'));
    },
    gives: (state) => typeof state.session.endedAtMs,
    is: 'number',
  },
];

const lastMessage: Action['gives'] = ({ backchannel }) => {
  const message = backchannel?.at(-1);
  return [message?.text, message?.urgency];
};

const talk: readonly Action[] = [
  {
    action: 'write to the staff',
    byKeys: async (keys) => {
      await keys.press('m');
      await keys.type('Row A cannot hear');
      await keys.press('Enter');
    },
    byMouse: async (mouse) => {
      await mouse.write(mouse.page.getByLabel('Message to the staff'), 'Row A cannot hear');
      await mouse.click(button(mouse.page, 'Send'));
    },
    gives: lastMessage,
    is: ['Row A cannot hear', 'normal'],
  },
  {
    action: 'write something urgent',
    byKeys: async (keys) => {
      await keys.press('m');
      await keys.type('Fire drill');
      await keys.tabTo(keys.page.getByRole('radio', { name: 'Normal' }), 'Shift+Tab');
      await keys.press('ArrowRight');
      await keys.enter(button(keys.page, 'Send'));
    },
    byMouse: async (mouse) => {
      await mouse.click(mouse.page.getByRole('group', { name: 'How urgent' }).getByText(/Urgent$/));
      await mouse.write(mouse.page.getByLabel('Message to the staff'), 'Fire drill');
      await mouse.click(button(mouse.page, 'Send'));
    },
    gives: lastMessage,
    is: ['Fire drill', 'high'],
  },
  {
    action: 'say something with one tap',
    byKeys: (keys) => keys.enter(button(keys.page, 'Wrap up')),
    byMouse: (mouse) => mouse.click(button(mouse.page, 'Wrap up')),
    gives: ({ backchannel }) => backchannel?.at(-1)?.cue,
    is: 'wrap-up',
  },
  {
    action: 'say whom a question is for',
    byKeys: async (keys) => {
      await keys.enter(button(keys.page, 'Question for…'));
      await keys.enter(button(keys.page, 'Ana'));
    },
    byMouse: async (mouse) => {
      await mouse.click(button(mouse.page, 'Question for…'));
      await mouse.click(button(mouse.page, 'Ana'));
    },
    gives: ({ backchannel }) => [backchannel?.at(-1)?.cue, backchannel?.at(-1)?.about],
    is: ['question-for', 'Ana'],
  },
  {
    action: 'acknowledge what is urgent',
    given: (colleague) =>
      colleague.must('backchannel/send', { messageId: 'm1', text: 'No sound online', urgency: 'high' }),
    byKeys: (keys) => keys.enter(button(keys.page, 'Got it: No sound online').first()),
    byMouse: (mouse) => mouse.click(button(mouse.page, 'Got it: No sound online').first()),
    gives: ({ backchannel }) => backchannel?.at(-1)?.acknowledgedBy.length,
    is: 1,
  },
];

export const SESSION: readonly Action[] = [...agenda, ...talk];
