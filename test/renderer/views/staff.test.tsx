// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { StaffView } from '../../../renderer/views/StaffView.tsx';
import { renderView } from '../support/render-view.tsx';

afterEach(() => history.replaceState(null, '', '/'));

const places = (roles: string) => {
  const { screen } = renderView(<StaffView />, { roles });
  const nav = screen.getByRole('navigation', { name: 'Views' });
  return { screen, names: [...nav.querySelectorAll('button')].map((button) => button.textContent).slice(1) };
};

test.each(['host', 'onsite-moderator', 'online-moderator', 'liaison_online-moderator'])(
  'a %s may go to the plan and the invitations',
  (roles) => {
    expect(places(roles).names).toEqual(['Console', 'Plan', 'Invitations']);
  },
);

test.each(['liaison', 'rapporteur'])(
  'a %s sees no place that the hub would refuse, by a link neither',
  (roles) => {
    for (const view of ['plan', 'invitations']) {
      history.replaceState(null, '', `/?view=${view}`);
      const { screen, names } = places(roles);
      expect(names).toEqual(['Console']);
      expect(screen.getByRole('region', { name: 'Floor' })).toBeTruthy();
      screen.unmount();
    }
  },
);
