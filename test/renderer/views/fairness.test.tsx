// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { SessionContext } from '../../../renderer/hooks/session.ts';
import { ConsoleView } from '../../../renderer/views/ConsoleView.tsx';
import { hand } from '../support/client.ts';
import { renderSession } from '../support/render-session.tsx';

/** A discussion in which Ada (room) and Bob (online) wait, Ada first. */
function open(fairness: object = {}) {
  const all = renderSession(<ConsoleView />);
  all.hub.command('session/configure', { fairness });
  all.hub.command('agenda/begin', { itemId: 'talk', afterItemId: null });
  all.hub.command('queue/join', hand('ada', 'onsite', 'Ada').args);
  all.hub.command('queue/join', hand('bob', 'online', 'Bob').args);
  all.settle();
  const button = (name: string | RegExp) => all.screen.getByRole('button', { name });
  const press = async (name: string | RegExp) => {
    await all.user.click(button(name));
    all.settle();
  };
  /** Time goes by, and the page is looked at anew: its clocks tick by the real time, which a test does not wait for. */
  const later = (ms: number) => {
    all.world.nowMs += ms;
    for (const view of [null, <ConsoleView key="later" />]) {
      all.screen.rerender(<SessionContext value={all.session}>{view}</SessionContext>);
    }
  };
  return { ...all, button, press, later, turn: () => all.hub.state.floor.turn };
}

describe('an override', () => {
  test('[F7] one key calls the first of the other side, and a reason is asked for afterwards', async () => {
    const all = open();
    await all.user.keyboard('x');
    all.settle();
    expect(all.turn()).toMatchObject({ name: 'Bob', override: {}, choice: { proposedEntryId: 'ada' } });
    await all.press('has to leave');
    expect(all.turn()?.override).toEqual({ reason: 'has to leave', insteadOf: 'Ada' });
    expect(all.screen.getByText('Called out of turn: has to leave')).toBeTruthy();
  });

  test('[F11] the reason can be in own words, or none', async () => {
    const all = open();
    await all.user.keyboard('x');
    all.settle();
    await all.press('Another reason…');
    await all.user.keyboard('the minister has a plane{Enter}');
    all.settle();
    expect(all.turn()?.override).toEqual({ reason: 'the minister has a plane', insteadOf: 'Ada' });
    const other = open();
    await other.user.keyboard('x');
    other.settle();
    await other.press('No reason');
    expect(other.screen.queryByRole('region', { name: /instead of the proposal/ })).toBeNull();
    expect(other.turn()?.override).toEqual({ insteadOf: 'Ada' });
  });

  test('[F11] a reason that is being written outlives its turn, until it is noted or left', async () => {
    const all = open();
    await all.user.keyboard('x');
    all.settle();
    await all.press('Another reason…');
    await all.user.keyboard('the minister ');
    all.hub.command('floor/give', { turnId: 't2', entryId: 'ada', afterTurnId: all.turn()?.turnId });
    all.settle();
    await all.user.keyboard('has a plane{Enter}');
    all.settle();
    expect(all.hub.state.turns).toMatchObject([{ override: { reason: 'the minister has a plane' } }]);
    expect(all.screen.queryByRole('textbox', { name: 'Another reason' })).toBeNull();
    const left = open();
    await left.user.keyboard('x');
    left.settle();
    await left.press('Another reason…');
    left.hub.command('floor/end', { turnId: left.turn()?.turnId });
    left.settle();
    await left.user.keyboard('x{Escape}');
    expect(left.screen.queryByRole('region', { name: /instead of the proposal/ })).toBeNull();
  });

  test('[F7] the proposed speaker is none, and nobody of the other side is nobody to call', async () => {
    const all = open();
    await all.user.keyboard('{Enter}');
    all.settle();
    expect(all.turn()).toMatchObject({ name: 'Ada' });
    expect(all.screen.queryByRole('region', { name: /instead of the proposal/ })).toBeNull();
    all.world.nowMs += 200_000;
    all.hub.command('queue/leave', { entryId: 'bob' });
    all.settle();
    await all.user.keyboard('x');
    all.settle();
    expect(all.turn()).toMatchObject({ name: 'Ada' });
  });
});

describe('a held slot', () => {
  /** Ada has spoken for a minute; nobody online waits, Cy does in the room. */
  async function held() {
    const all = open({ holdSlotSeconds: 20 });
    all.hub.command('queue/leave', { entryId: 'bob' });
    all.hub.command('queue/join', hand('cy', 'onsite', 'Cy').args);
    all.hub.command('floor/give', { turnId: 't1', entryId: 'ada', afterTurnId: null });
    all.world.nowMs += 60_000;
    all.hub.command('floor/end', { turnId: 't1' });
    all.settle();
    all.later(0);
    return all;
  }

  test('[B14] it counts down in sight, and any moderator can go on', async () => {
    const all = await held();
    const card = () => all.screen.queryByRole('region', { name: 'A turn is kept for online' });
    expect(card()?.textContent).toContain('Still 0:20.');
    await all.press(/^Go on/);
    expect(card()).toBeNull();
    expect(all.hub.state.floor.skippedHoldAfterTurnId).toBe('t1');
  });

  test('[B14] Enter goes on first and calls with the next press', async () => {
    const all = await held();
    await all.user.keyboard('{Enter}');
    all.settle();
    expect(all.turn()).toBeNull();
    await all.user.keyboard('{Enter}');
    all.settle();
    expect(all.turn()).toMatchObject({ name: 'Cy' });
  });
});

describe('the forecast', () => {
  test('[T1] one press sets the limit at which all are reached, for the turns from now on', async () => {
    const all = open();
    for (let i = 0; i < 28; i += 1) all.hub.command('queue/join', hand(`g${i}`, 'onsite', `G ${i}`).args);
    all.settle();
    await all.press('Set the limit to 1:10');
    expect(all.hub.state.session.fairness.turnLimitSeconds).toBe(70);
    expect(all.screen.queryByRole('button', { name: /Set the limit/ })).toBeNull();
    await all.user.keyboard('{Enter}');
    all.settle();
    expect(all.turn()?.limitMs).toBe(70_000);
  });

  test('[T1] so many wait that all are reached only in turns of a breath: it says so, and offers no such limit', () => {
    const all = open();
    for (let i = 0; i < 90; i += 1) all.hub.command('queue/join', hand(`g${i}`, 'onsite', `G ${i}`).args);
    all.settle();
    expect(all.screen.getByText(/not reached/)).toBeTruthy();
    expect(all.screen.queryByRole('button', { name: /Set the limit/ })).toBeNull();
  });

  test('[T1] it warns when the side that is behind needs more than is left', () => {
    const all = open();
    all.hub.command('floor/give', { turnId: 't1', entryId: 'ada', afterTurnId: null });
    all.settle();
    all.later(22 * 60_000);
    expect(all.screen.getByText(/Online needs 22:00 to be even; less than that is left/)).toBeTruthy();
  });
});
