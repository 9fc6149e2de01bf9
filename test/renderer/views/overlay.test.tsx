// @vitest-environment jsdom
import { act, fireEvent } from '@testing-library/react';
import { expect, test } from 'vitest';
import { App } from '../../../renderer/App.tsx';
import { OverlayView } from '../../../renderer/views/OverlayView.tsx';
import type { Overlay, Role } from '../../../shared/lib/vocabulary.ts';
import { hand } from '../support/client.ts';
import { renderSession } from '../support/render-session.tsx';

function open(overlay: Overlay, role: Role = 'display') {
  const all = renderSession(<OverlayView overlay={overlay} />, role);
  all.hub.command('agenda/begin', { itemId: 'talk', afterItemId: null });
  all.settle();
  const text = () => all.screen.container.textContent ?? '';
  const give = () => {
    all.hub.command('queue/join', hand('ada', 'online', 'Ada').args);
    all.hub.command('floor/give', { turnId: 't', entryId: 'ada', afterTurnId: null });
    all.settle();
  };
  const end = () => {
    all.hub.command('floor/end', { turnId: 't' });
    all.settle();
  };
  return { ...all, text, give, end };
}

test('[O1] the clock of the turn, with its side and a sign when it is over; between turns nothing', () => {
  const all = open('timer');
  expect(all.text()).toBe('');
  all.give();
  expect(all.screen.getByRole('timer').textContent).toBe('2:00');
  expect(all.text()).toContain('●');
  all.hub.command('floor/adjust', { turnId: 't', seconds: -120 });
  all.settle();
  expect(all.screen.getByRole('timer').textContent).toBe('+0:00');
  all.end();
  expect(all.text()).toBe('');
});

test('[O1] who speaks, from which side, in which part; between turns nothing', () => {
  const all = open('lower-third');
  expect(all.text()).toBe('');
  all.give();
  expect(all.text()).toMatch(/Ada.*Online.*Discussion/);
  all.end();
  expect(all.text()).toBe('');
});

test.each(['display', 'onsite-moderator'] as const)(
  '[O2] given the link of %s, when somebody speaks, then the organisation is shown in place of the part, as far as the room knows it',
  (role) => {
    const all = open('lower-third', role);
    all.hub.command('floor/give', { turnId: 't', person: { personId: 'jose' }, afterTurnId: null });
    all.settle();
    expect(all.text()).toMatch(/José Ñandú.*Online Red$/);
    all.hub.command('people/introduce', { name: 'Cy', channel: 'onsite' }, 'participant', 'cy');
    all.hub.command('people/update', { personId: 'cy', organisation: 'Secret' });
    all.hub.command('floor/give', { turnId: 't2', person: { personId: 'cy' }, afterTurnId: 't' });
    all.settle();
    expect(all.text()).toMatch(/Cy.*Discussion$/);
  },
);

test('[O1] a line that is gone takes away what may no longer be so, after a while, and brings it back', () => {
  const all = open('lower-third');
  all.give();
  const later = (ms: number) => {
    all.world.sleep(ms);
    fireEvent(window, new Event('focus'));
  };
  act(() => all.world.lines.at(-1)?.cut());
  later(5_000);
  expect(all.text()).toContain('Ada');
  later(6_000);
  expect(all.text()).toBe('');
});

test.each(['display', 'onsite-moderator'] as const)(
  '[O2] who waits, by a link of %s: names only where everybody may know them',
  (role) => {
    const all = open('queue', role);
    expect(all.text()).toContain('Onsite · 0 waiting');
    all.hub.command('queue/join', hand('ada', 'onsite', 'Ada').args);
    all.hub.command('queue/join', hand('own', 'online', 'Own words').args, 'participant');
    all.settle();
    expect(all.text()).toContain('Online · 1 waiting');
    expect(all.screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      '▲ Ada',
      '● somebody online',
    ]);
    all.hub.command('queue/put-on-deck', { entryId: 'own' });
    all.settle();
    expect(all.screen.getAllByRole('listitem')[0]?.textContent).toBe('● Own words · Next');
    all.hub.command('session/end', {});
    all.settle();
    expect(all.screen.queryAllByRole('listitem')).toEqual([]);
  },
);

test('[O1] an address of an overlay shows that overlay whoever opens it, and nothing before there is a state', async () => {
  history.replaceState(null, '', '/overlay/lower-third');
  try {
    const all = renderSession(<div />, 'onsite-moderator');
    const { session } = all;
    all.screen.rerender(<App session={session} Full={() => <p>the console</p>} />);
    all.hub.command('queue/join', hand('ada', 'online', 'Ada').args);
    all.hub.command('floor/give', { turnId: 't', entryId: 'ada', afterTurnId: null });
    all.settle();
    expect((await all.screen.findByText('Ada')).tagName).toBe('P');
    expect(all.screen.queryByText('the console')).toBeNull();
  } finally {
    history.replaceState(null, '', '/');
  }
});
