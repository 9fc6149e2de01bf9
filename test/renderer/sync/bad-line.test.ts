/**
 * A discussion of 60 turns over 200 ± 80 ms, 3 % stalls of up to 2 s and five cuts of 20 s: the hub's own rooms and the
 * pages' own sync, with a clock and a line by a seed between them.
 */
import { describe, expect, test } from 'vitest';
import { audienceOf } from '../../../electron/hub/auth.ts';
import type { Role } from '../../../shared/lib/vocabulary.ts';
import { seededRandom } from '../../../shared/projections/synthetic-hands.ts';
import { moderated } from '../../support/moderated.ts';
import { type SimulatedClock, simulatedClock } from '../../support/simulated-clock.ts';
import { type SimulatedHub, simulatedHub } from '../../support/simulated-hub.ts';
import { type Screen, simulatedScreen } from '../../support/simulated-screen.ts';

const SEEDS = [1, 2, 3, 4, 5];
const ROLES: Role[] = ['onsite-moderator', 'online-moderator', 'display', 'participant'];
const TURNS = 60;
const CUTS = 5;
const CUT_MS = 20_000;
const BETWEEN_CUTS_MS = 45_000;

/** Half of the 200 ± 80 ms either way. */
const delayMs = (random: () => number) =>
  Math.round(60 + 80 * random() + (random() < 0.03 ? 2_000 * random() : 0));

/** Every other one without a word: the sockets stay open and nothing comes through. */
function cutLines(clock: SimulatedClock, screens: readonly Screen[], nth: number): void {
  for (const { line } of screens) {
    if (nth % 2 === 0) line.hold(CUT_MS);
    else {
      line.cut();
      clock.after(CUT_MS, line.mend);
    }
  }
}

/** Both moderators act on what they see until there were so many turns; resolves once all has come through. */
async function discuss(clock: SimulatedClock, hub: SimulatedHub, screens: Screen[], random: () => number) {
  const moderators = screens.slice(0, 2);
  await clock.pass(5_000);
  moderators[0]?.session.submit({ name: 'agenda/begin', args: { itemId: 'talk', afterItemId: null } });
  let cuts = 0;
  let cutAtMs = clock.nowMs() + BETWEEN_CUTS_MS;
  while (hub.room.state.turns.length < TURNS || cuts < CUTS) {
    for (const screen of moderators) {
      const command = moderated(screen.session, random);
      if (command) screen.session.submit(command);
      // What was stuck in a cut for too long is asked about, and the room has moved on.
      for (const { commandId } of screen.session.store.getState().aside)
        screen.session.discardAside(commandId);
    }
    await clock.pass(Math.round(500 + 2_500 * random()));
    if (cuts === CUTS || clock.nowMs() < cutAtMs) continue;
    cuts += 1;
    cutAtMs = clock.nowMs() + CUT_MS + BETWEEN_CUTS_MS;
    cutLines(clock, screens, cuts);
  }
  await clock.pass(CUT_MS + 60_000);
}

describe.each(SEEDS)('seed %i', (seed) => {
  test('[W8] given 60 turns by two moderators over a bad line, when it is over, then every screen has the same log, and its clock was right and never ran back', async () => {
    const random = seededRandom(seed);
    const clock = simulatedClock();
    const hub = await simulatedHub(clock);
    const screens = ROLES.map((role, place) =>
      simulatedScreen({
        clock,
        hub,
        role,
        random,
        delayMs: () => delayMs(random),
        skewMs: (place - 1) * 37_000,
        driftPpm: (place - 1) * 20,
      }),
    );
    await discuss(clock, hub, screens, random);
    const { room } = hub;
    expect(new Set(room.state.turns.map((turn) => turn.entryId)).size).toBe(room.state.turns.length);
    for (const { role, session, heard, clockFaults } of screens) {
      const { confirmed, state, pending, link } = session.store.getState();
      expect([role, link.phase, pending, clockFaults]).toEqual([role, 'live', [], []]);
      expect(state).toEqual(confirmed);
      expect(confirmed).toEqual(room.view(audienceOf([role])));
      // From the welcome on, without a hole.
      const log = (await room.log(audienceOf([role]))).map(({ prev: _, ...commit }) =>
        JSON.stringify(commit),
      );
      const inOrder = [...heard].toSorted(([a], [b]) => a - b).map(([, commit]) => commit);
      expect(inOrder.length).toBeGreaterThan(TURNS);
      expect(inOrder).toEqual(log.slice(-inOrder.length));
    }
    await hub.close();
  });
});
