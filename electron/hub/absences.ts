/**
 * Times when no hub was there, or the machine slept, while a clock of the session ran. They are noted beside the
 * log, since nothing happened then, and the moderators are asked whether they count; until then they do.
 */
import type { Absence } from '../../shared/domain/session/schema.ts';
import { ABSENCE_MS_MIN, ABSENCES_MAX } from '../../shared/lib/limits.ts';
import type { State } from '../../shared/state.ts';
import type { Pulse, SessionLog } from '../store/event-store.ts';
import type { Disk } from './disk.ts';

export type Absences = {
  /** The oldest first; which of them are settled, the state says. */
  readonly noted: readonly Absence[];
  /** Says whether it is one to be asked about. */
  note(absence: Absence, state: State): boolean;
  /** Another hub has noted one: of two of the same gap the shorter counts, whichever hub is asked. */
  heard(absence: Absence): void;
  /**
   * Leaves word that a hub lives now; skipped while the last word is on its way, and while no clock runs and the disk
   * is well.
   */
  pulse(nowMs: number, state: State, disk: Disk): void;
};

/** `nowMs`: hub time at which the session is opened. */
export function noteAbsences(log: SessionLog, before: Pulse | null, nowMs: number): Absences {
  // What stands beside the log is not checked as the log is: only what can have been is believed.
  const noted = (before?.absences ?? []).filter(({ fromMs, toMs }) => fromMs < toMs && toMs <= nowMs);
  let isSaving = false;
  const save = (atMs: number) => {
    isSaving = true;
    log
      .savePulse({ atMs, absences: noted })
      // The staff is told of a disk that takes no word of it (disk.ts).
      .catch(() => undefined)
      .finally(() => {
        isSaving = false;
      });
  };
  return {
    noted,
    note: (absence, state) => {
      const isLong = absence.toMs - absence.fromMs > ABSENCE_MS_MIN;
      if (!isLong || !isTiming(state) || noted.length >= ABSENCES_MAX) return false;
      noted.push(absence);
      // At once: the next second may be the last one of this hub too.
      save(absence.toMs);
      return true;
    },
    heard: (absence) => {
      const at = noted.findIndex(({ fromMs }) => fromMs === absence.fromMs);
      const known = noted[at];
      if (!known && noted.length < ABSENCES_MAX) noted.push(absence);
      else if (known && absence.toMs < known.toMs) noted[at] = absence;
    },
    pulse: (atMs, state, { isFailing }) => {
      if (!isSaving && (isFailing || isTiming(state))) save(atMs);
    },
  };
}

/** Somebody's turn or an agenda item is being timed. */
function isTiming({ floor, agenda }: State): boolean {
  const isSpeaking = floor.turn !== null && floor.turn.pausedAtMs === null;
  return isSpeaking || agenda.items.some((item) => item.runningSinceMs !== null);
}
