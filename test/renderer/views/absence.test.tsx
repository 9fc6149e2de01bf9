// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { AbsenceBanner } from '../../../renderer/panels/trouble/AbsenceBanner.tsx';
import { hand } from '../support/client.ts';
import { renderSession } from '../support/render-session.tsx';

/** The hub was away for 130 s; what had begun before is up to `before`. */
function open(before: (hub: ReturnType<typeof renderSession>['hub']) => void) {
  const all = renderSession(<AbsenceBanner />);
  before(all.hub);
  all.world.advance(1_000);
  const fromMs = all.world.nowMs;
  all.world.advance(130_000);
  all.settle();
  const absence = { fromMs, toMs: all.world.nowMs };
  all.hub.tell({ type: 'presence', count: 1, absences: [absence] });
  all.settle();
  return { ...all, absence, banner: () => all.screen.queryByRole('region', { name: 'The hub was away' }) };
}

const speaking = (hub: ReturnType<typeof renderSession>['hub']) => {
  hub.command('agenda/begin', { itemId: 'talk', afterItemId: null });
  hub.command('queue/join', hand('ada', 'onsite', 'Ada').args);
  hub.command('floor/give', { turnId: 't1', entryId: 'ada', afterTurnId: null });
};

describe('time without a hub', () => {
  test('[S5] given a turn ran on, when it is asked about, then it says whose, and one press takes the time off', async () => {
    const all = open(speaking);
    expect(all.banner()?.textContent).toMatch(
      /The hub was away for 2:10 \(\d\d:\d\d:\d\d–\d\d:\d\d:\d\d\)\. The clock of Ada ran on\./,
    );
    await all.user.click(all.screen.getByRole('button', { name: 'Take it off' }));
    all.settle();
    expect(all.banner()).toBeNull();
    expect(all.hub.state.session.absences).toEqual([{ ...all.absence, counted: false }]);
    expect(all.hub.state.floor.turn?.pausedMs).toBe(130_000);
  });

  test('[S5] given a turn that has ended since, or none, when it is asked about, then it still says whose clock ran', () => {
    const ended = open((hub) => speaking(hub));
    ended.hub.command('floor/end', { turnId: 't1' });
    ended.settle();
    expect(ended.banner()?.textContent).toContain('The clock of Ada ran on.');
    const item = open((hub) => hub.command('agenda/begin', { itemId: 'talk', afterItemId: null }));
    expect(item.banner()?.textContent).toContain('The clock of Discussion ran on.');
    const none = open(() => undefined);
    expect(none.banner()?.textContent).toContain('A clock ran on.');
  });

  test('[S5] given somebody else has answered, when the word comes, then nothing is asked any more', async () => {
    const all = open(speaking);
    all.hub.command('session/settle-absence', { ...all.absence, counted: true });
    all.settle();
    expect(all.banner()).toBeNull();
    expect(all.hub.state.floor.turn?.pausedMs).toBe(0);
  });
});
