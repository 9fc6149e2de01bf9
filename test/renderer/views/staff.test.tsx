// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { StaffView } from '../../../renderer/views/StaffView.tsx';
import { renderView } from '../support/render-view.tsx';

afterEach(() => history.replaceState(null, '', '/'));

const places = (roles: string) => {
  const { screen } = renderView(<StaffView />, { roles });
  const nav = screen.getByRole('navigation', { name: 'Views' });
  const buttons = [...nav.querySelectorAll('button')].slice(1);
  return {
    screen,
    names: buttons.map((button) => button.textContent),
    current: buttons.find((button) => button.getAttribute('aria-current') === 'page')?.textContent,
  };
};

test.each(['host', 'onsite-moderator', 'online-moderator', 'liaison_online-moderator'])(
  'a %s may go to the notes, the questions, the plan and the invitations, and begins at the console',
  (roles) => {
    expect(places(roles)).toMatchObject({
      names: ['Console', 'Notes', 'Questions', 'Plan', 'Invitations'],
      current: 'Console',
    });
  },
);

test.each([
  ['liaison', ['Console', 'Questions'], 'Questions'],
  ['rapporteur', ['Console', 'Notes'], 'Notes'],
])('a %s sees no place that the hub would refuse, by a link neither', (roles, names, current) => {
  for (const view of ['plan', 'invitations']) {
    history.replaceState(null, '', `/?view=${view}`);
    const { screen, ...rest } = places(roles);
    expect(rest).toEqual({ names, current });
    screen.unmount();
  }
});

test('whoever is both begins where the first of the roles does, and changes by the role', () => {
  expect(places('rapporteur_online-moderator').current).toBe('Console');
  history.replaceState(null, '', '/?role=rapporteur');
  expect(places('rapporteur_online-moderator').current).toBe('Notes');
});

test('before the session the plan says from every place how much a file has left open', () => {
  const notes = [{ noteId: 'n1', field: 'title', code: 'title-missing', params: {} }];
  const { screen, hub, settle } = renderView(<StaffView />, { plan: { notes } });
  expect(screen.getByRole('button', { name: 'Plan (1 thing to settle)' })).toBeTruthy();
  hub.command('session/start', {});
  settle();
  expect(screen.getByRole('button', { name: 'Plan' })).toBeTruthy();
});
