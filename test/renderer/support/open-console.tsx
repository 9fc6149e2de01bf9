/** The console with its header and notices, as a moderator has it. */
import { ConsoleHeader } from '../../../renderer/panels/console/ConsoleHeader.tsx';
import { Notices } from '../../../renderer/panels/frame/Notices.tsx';
import { ConsoleView } from '../../../renderer/views/ConsoleView.tsx';
import { hand } from './client.ts';
import { renderSession } from './render-session.tsx';

export type OpenConsole = ReturnType<typeof openConsole>;

export function openConsole(device: { keepStorage?: boolean } = {}) {
  const all = renderSession(
    <>
      <ConsoleHeader />
      <ConsoleView />
      <Notices />
    </>,
    'onsite-moderator',
    device,
  );
  const region = (name: string | RegExp) => all.screen.getByRole('region', { name });
  return { ...all, region };
}

/** Two hands wait, one on each side; the one in the room came first. */
export function consoleWithHands() {
  const all = openConsole();
  all.hub.command('queue/join', hand('ada', 'onsite', 'Ada').args);
  all.hub.command('queue/join', hand('bob', 'online', 'Bob').args);
  all.settle();
  return all;
}

export const namesOf = (all: OpenConsole) => all.hub.state.queue.entries.map((entry) => entry.name);
