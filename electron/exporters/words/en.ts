/** English for the report. */
import type { AgendaKind, Channel, SpeakingPolicy } from '../../../shared/lib/vocabulary.ts';
import { plural } from '../../../shared/words/words.ts';

const channels: Record<Channel, string> = { onsite: 'Onsite', online: 'Online' };
const kinds: Record<AgendaKind, string> = {
  opening: 'Opening',
  speeches: 'Speeches',
  discussion: 'Discussion',
  closing: 'Closing',
  other: 'Other',
};
const policies: Record<SpeakingPolicy, string> = {
  evenfloor: 'Speakers were proposed so that both sides get their share of the time.',
  alternate: 'Speakers were proposed from the two sides in turns.',
  fifo: 'Speakers were proposed in the order of asking.',
};

export const reportEn = {
  report: 'Report',
  notStarted: 'The session has not started yet.',
  running: 'The session is still running; the figures are as of now.',
  from: (from: string, to: string) => `${from} to ${to}`,
  since: (from: string) => `since ${from}`,
  policyQuestions: 'Policy questions',
  agenda: 'Run of the session',
  item: 'Item',
  kind: 'Kind',
  planned: 'Planned',
  actual: 'Actual',
  difference: 'Difference',
  kinds,
  channels,
  balance: 'Speaking time in the discussion',
  balanceHint: (onsite: number, online: number) =>
    `Seconds spoken in the items that are balanced, at shares of ${onsite} : ${online}. Prepared speeches and replies of the panel are not in it.`,
  policies,
  side: 'Side',
  time: 'Time',
  share: 'Share',
  turns: 'Turns',
  turnList: 'All turns',
  speakers: 'Speakers',
  jain: (index: string) => `Jain’s index over the people who spoke: ${index} (1 = all alike).`,
  nobody: 'Nobody has spoken yet.',
  name: 'Name',
  begun: 'At',
  spoken: 'Spoken',
  limit: 'Limit',
  notes: 'Notes',
  outOfTurn: 'out of turn',
  panel: 'panel',
  notCharged: 'not counted',
  overrides: 'Called out of turn',
  overridesNone: 'Everybody was called as proposed.',
  override: (name: string, side: string, instead: string | null) =>
    instead === null ? `${name} (${side})` : `${name} (${side}) instead of ${instead}`,
  reasonNone: 'no reason was given',
  absences: 'Time without the hub',
  absence: (from: string, to: string, counted: boolean) =>
    `${from} to ${to}, ${counted ? 'counted' : 'taken off the clocks'}`,
  charts: 'In pictures',
  asTable: 'The same as a table',
  madeBy: (turns: number) =>
    `Written by Evenfloor from the log of the session, ${plural(turns, 'turn', 'turns')}.`,
};

export type ReportWords = typeof reportEn;
