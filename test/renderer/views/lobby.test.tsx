// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { Lobby } from '../../../renderer/panels/liaison/Lobby.tsx';
import { renderSession } from '../support/render-session.tsx';

test('[P8] the switch, who waits, and one press for one or for all of them', async () => {
  const all = renderSession(<Lobby />, 'host');
  const press = async (name: string) => {
    await all.user.click(all.screen.getByRole('button', { name }));
    all.settle();
  };
  await press('Let people in one by one');
  for (const [device, name] of [
    ['d1', 'Ada'],
    ['d2', 'Bo'],
    ['d3', 'Cy'],
  ]) {
    all.hub.command('people/import', {
      door: 'web',
      source: 'x',
      people: [
        {
          personId: `${device}-imported`,
          name: `${name} of the file`,
          channel: 'online',
          attendance: { source: 'x' },
        },
      ],
    });
    all.hub.command('people/introduce', { name, channel: 'online' }, 'participant', device);
  }
  all.settle();
  expect(all.screen.getByText('3 people wait to be let in.')).toBeTruthy();
  await press('Let in Bo');
  expect(all.screen.getByText('2 people wait to be let in.')).toBeTruthy();
  await press('Let all of these in');
  expect(all.screen.getByText('0 people wait to be let in.')).toBeTruthy();
  await press('Let everybody in again');
  expect(all.hub.state.session.lobby).toBe(false);
});
