// @vitest-environment jsdom
import { afterEach, describe, expect, test } from 'vitest';
import { hand } from '../support/client.ts';
import { HIGH, openBackchannel as open } from '../support/open-backchannel.tsx';

afterEach(() => history.replaceState(null, '', '/'));

describe('an urgent message', () => {
  test('[K6] stays across the page and in its title until this person has acknowledged it', async () => {
    const all = open();
    await all.user.click(all.button('Hide side panel'));
    all.hear('Audio problem', { ...HIGH, cue: 'audio-problem' });
    const alert = all.screen.getByRole('alert');
    expect(alert.textContent).toContain('Urgent, Online moderator');
    expect(alert.textContent).toContain('online cannot hear the room');
    expect(document.title).toBe('(!) WS #377 – Console – Evenfloor');
    // Others have seen it; that is no word of ours.
    all.hub.command('backchannel/acknowledge', { messageId: 'm1' }, 'rapporteur');
    all.settle();
    // Said once: the same element, with the same words.
    expect(all.screen.getByRole('alert')).toBe(alert);
    await all.user.click(all.screen.getByRole('button', { name: /^Got it/ }));
    all.settle();
    expect(all.screen.queryByRole('alert')).toBeNull();
    expect(document.title).toBe('WS #377 – Console – Evenfloor');
  });

  test('[K6] by keyboard: the press that acknowledges calls nobody, nor does the next', async () => {
    const all = open();
    all.hub.command('queue/join', hand('ada', 'onsite', 'Ada').args);
    all.hear('help', HIGH);
    const [banner] = all.screen.getAllByRole('button', { name: 'Got it: help' });
    banner?.focus();
    await all.user.keyboard('{Enter}{Enter}');
    all.settle();
    expect(all.hub.state.floor.turn).toBeNull();
    await all.user.keyboard('{Escape}{Enter}');
    all.settle();
    expect(all.hub.state.floor.turn?.name).toBe('Ada');
  });

  test('[K6] is in the way at the other places of the staff too', async () => {
    history.replaceState(null, '', '/?view=plan');
    const all = open();
    // The place is loaded when it is first asked for.
    await all.screen.findByRole('navigation', { name: 'Views' });
    all.hear('help', HIGH);
    expect(all.screen.getByRole('alert').textContent).toContain('help');
    expect(document.title).toMatch(/^\(!\) .*Plan/);
  });

  test('[K6] is not in the way of its sender', async () => {
    const all = open();
    await all.user.click(all.button('Online urgent'));
    all.settle();
    expect(all.screen.queryByRole('alert')).toBeNull();
    expect(document.title).not.toContain('(!)');
  });

  test('[K6] of many the newest two are shown, so that the floor stays in sight', () => {
    const all = open();
    for (const text of ['one', 'two', 'three']) all.hear(text, HIGH);
    const shown = all.screen.getAllByRole('alert').map((alert) => alert.textContent);
    expect(shown.map((text) => /two|three/.exec(text ?? '')?.[0])).toEqual(['two', 'three']);
    expect(all.screen.getByText(/and 1 earlier/)).toBeTruthy();
  });
});
