/** Once a second: leaves word that the hub lives, and notices when it did not, because the machine slept or hung. */
import type { Absence } from '../../shared/domain/session/schema.ts';
import { ABSENCE_MS_MIN, PULSE_INTERVAL_MS } from '../../shared/lib/limits.ts';
import type { Clock } from './clock.ts';

export type Timed = {
  /** The hub lives. */
  pulse(): void;
  /** It did not, from when to when by the hub's clock. */
  wasAway(absence: Absence): void;
};

/**
 * The machine's clock goes on while it sleeps, the hub's may stand still (it does on Linux and macOS): then it is
 * moved on, so that the day's time stays right. A clock that is set forward looks the same, and is asked about alike;
 * one that is set back changes nothing. Returns the way to stop.
 */
export function keepTime(clock: Clock, rooms: () => readonly Timed[]): () => void {
  let lastMs = clock.nowMs();
  let lastWallMs = clock.wallMs();
  let cancel = clock.after(PULSE_INTERVAL_MS, beat);

  function beat(): void {
    const wentByMs = clock.wallMs() - lastWallMs;
    if (wentByMs > ABSENCE_MS_MIN) {
      const stoodMs = wentByMs - (clock.nowMs() - lastMs);
      if (stoodMs > PULSE_INTERVAL_MS) clock.step(stoodMs);
      const absence = { fromMs: lastMs, toMs: clock.nowMs() };
      for (const room of rooms()) room.wasAway(absence);
    }
    for (const room of rooms()) room.pulse();
    lastMs = clock.nowMs();
    lastWallMs = clock.wallMs();
    cancel = clock.after(PULSE_INTERVAL_MS, beat);
  }

  return () => cancel();
}
