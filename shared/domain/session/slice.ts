import type { ClockShows } from '../../lib/vocabulary.ts';
import type { FairnessSettings } from '../fairness/settings.ts';
import type { Network, PlanNote, PolicyQuestion, SettledAbsence } from './schema.ts';

/** One meeting being run. Times are hub epoch milliseconds; null = not yet. */
export type Session = {
  title: string;
  code: string | null;
  series: string | null;
  createdAtMs: number;
  startedAtMs: number | null;
  endedAtMs: number | null;
  /** Since when a technical stop holds every clock; it charges nobody. */
  pausedAtMs: number | null;
  fairness: FairnessSettings;
  /** Set while people are asked for their contacts. */
  network?: Network;
  /** How those who are online join. */
  joinLinks?: string[];
  /** On every page alike; missing = what is left. */
  clockShows?: ClockShows;
  /** Participants wait to be let in. */
  lobby?: boolean;
  /** Times during which the hub was away, and whether they count; the oldest first. */
  absences?: SettledAbsence[];
  /** What an importer could not place and nobody has settled yet; staff only. */
  notes?: PlanNote[];
};

/** Technical stops that are over, and how long they were in all. */
export type Stops = { count: number; ms: number };

export type SessionSlice = {
  session: Session;
  policyQuestions: PolicyQuestion[];
  /** Staff only. */
  stops?: Stops;
};
