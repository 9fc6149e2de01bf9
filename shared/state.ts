import type { Agenda } from './domain/agenda/slice.ts';
import { NO_AGENDA } from './domain/agenda/slice.ts';
import type { Message } from './domain/backchannel/schema.ts';
import type { ContactRecord } from './domain/contacts/schema.ts';
import type { FloorSlice } from './domain/floor/slice.ts';
import { FREE_FLOOR } from './domain/floor/slice.ts';
import type { HistoryItem } from './domain/history/slice.ts';
import type { Invite } from './domain/invites/schema.ts';
import type { NotesSlice } from './domain/notes/slice.ts';
import { NO_NOTES } from './domain/notes/slice.ts';
import type { Person } from './domain/people/schema.ts';
import type { QuestionsSlice } from './domain/questions/slice.ts';
import { NO_QUESTIONS } from './domain/questions/slice.ts';
import type { Queue } from './domain/queue/slice.ts';
import { EMPTY_QUEUE } from './domain/queue/slice.ts';
import type { SessionSlice } from './domain/session/slice.ts';

/** A session as folded from its log. What an audience may not see is absent. */
export type State = SessionSlice &
  FloorSlice &
  NotesSlice &
  QuestionsSlice & {
    agenda: Agenda;
    people: Person[];
    queue: Queue;
    /** Keepers only; that contacts were left, not what they are. */
    contacts?: ContactRecord[];
    /** Staff only; the last messages, oldest first. */
    backchannel?: Message[];
    /** Staff only. */
    invites?: Invite[];
    /** Staff only; the last commits as undo needs them. */
    history?: HistoryItem[];
  };

/** Before the first commit. */
export const INITIAL_STATE: State = {
  session: {
    title: '',
    code: null,
    series: null,
    createdAtMs: 0,
    startedAtMs: null,
    endedAtMs: null,
    pausedAtMs: null,
    fairness: {
      weights: { onsite: 0.5, online: 0.5 },
      turnLimitSeconds: 120,
      creditSeconds: 120,
      agingSeconds: 300,
      policy: 'evenfloor',
      balancedGroup: null,
      windowSeconds: 0,
      holdSlotSeconds: 0,
    },
  },
  policyQuestions: [],
  stops: { count: 0, ms: 0 },
  agenda: NO_AGENDA,
  people: [],
  queue: EMPTY_QUEUE,
  floor: FREE_FLOOR,
  turns: [],
  ...NO_QUESTIONS,
  ...NO_NOTES,
  contacts: [],
  backchannel: [],
  invites: [],
  history: [],
};
