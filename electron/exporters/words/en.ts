/** English for the report. The titles of its sections are in the forms (assets/report-templates). */

import type { QuestionStatus } from '../../../shared/domain/questions/status.ts';
import type { AgendaKind, Channel, NoteKind, SpeakingPolicy } from '../../../shared/lib/vocabulary.ts';
import type { Funnel } from '../../../shared/projections/report/questions.ts';
import { doorsEn } from '../../../shared/words/doors.ts';
import { plural } from '../../../shared/words/words.ts';

const channels: Record<Channel, string> = { onsite: 'Onsite', online: 'Online' };
const kinds: Record<AgendaKind, string> = {
  opening: 'Opening',
  speeches: 'Speeches',
  discussion: 'Discussion',
  closing: 'Closing',
  other: 'Other',
};
const noteKinds: Record<NoteKind, string> = {
  point: 'Point',
  consensus: 'Consensus',
  case: 'Case',
  challenge: 'Challenge',
  proposal: 'Proposal',
  action: 'Action',
  quote: 'Quote',
  question: 'Question',
};
const policies: Record<SpeakingPolicy, string> = {
  evenfloor: 'Speakers were proposed so that both sides get their share of the time.',
  alternate: 'Speakers were proposed from the two sides in turns.',
  fifo: 'Speakers were proposed in the order of asking.',
};
/** Others have the name that they were given. */
const groupNames: Record<string, string> = { stakeholder: 'Stakeholder', region: 'Region', gender: 'Gender' };

const funnel: Record<keyof Funnel, string> = {
  asked: 'Asked',
  forwarded: 'Forwarded',
  answered: 'Answered',
  inWriting: 'In writing',
  declined: 'Declined',
  merged: 'Merged',
  open: 'Open',
};
const questionStatus: Record<QuestionStatus, string> = {
  received: 'not yet read',
  reviewed: 'reviewed',
  assigned: 'assigned',
  queued: 'on the list of speakers',
  'on-air': 'being asked',
  answered: 'answered',
  'answered-in-writing': 'answered in writing',
  merged: 'merged',
  declined: 'declined',
  'open-at-end': 'open at the end',
};

export const reportEn = {
  kinds,
  noteKinds,
  funnel,
  questionStatus,
  channels,
  doors: doorsEn,
  policies,
  groupNames,
  title: 'Title',
  code: 'Code',
  event: 'Event',
  date: 'Date',
  begun: 'Began',
  ended: 'Ended',
  length: 'Length',
  stops: 'Technical stops',
  stopped: (count: number, length: string) => `${count}, ${length} in all`,
  notStarted: 'The session has not started yet.',
  running: 'The session is still running; the figures are as of now.',
  nothingNoted: 'Nothing was noted.',
  organiser: 'Organiser',
  moderators: 'Chair and moderators',
  rapporteur: 'Rapporteur',
  speaker: 'Speaker',
  organisation: 'Organisation',
  groups: 'Groups',
  noQuestion: 'To no policy question',
  owner: (owner: string) => `to be done by ${owner}`,
  inTurn: (elapsed: string, turn: number) => `${elapsed} into turn ${turn}`,
  stances: (support: number, reservations: number) =>
    `support ${support}, ${plural(reservations, 'reservation', 'reservations')}`,
  hands: (counts: string) => `show of hands: ${counts}`,
  shownToAll: 'shown to everybody',
  place: 'Place',
  done: 'What was done',
  effect: 'Effect',
  link: 'Link',
  contactsLeft: (count: number) => `${plural(count, 'person has', 'people have')} left a contact.`,
  purpose: 'Purpose',
  email: 'E-mail',
  door: 'Came',
  allDoors: 'In all',
  unnamed: 'no name given',
  votes: (count: number) => plural(count, 'vote', 'votes'),
  inTurnNumber: (status: string, turn: number) => `${status} in turn ${turn}`,
  readAloud: 'read aloud',
  mergedWith: (number: number) => `merged with ${number}`,
  forWhom: (name: string) => `for ${name}`,
  writtenAnswer: (text: string) => `Answer: ${text}`,
  becauseOf: (text: string) => `Reason: ${text}`,
  askedAs: (text: string) => `Asked as: ${text}`,
  item: 'Item',
  planned: 'Planned',
  granted: 'Added or taken off',
  actual: 'Actual',
  difference: 'Difference',
  people: 'In the roster',
  speakers: 'Speakers',
  turns: 'Turns',
  time: 'Time',
  side: 'Side',
  share: 'Share',
  group: 'Group',
  value: 'Value',
  firstTurns: (count: number) => `${plural(count, 'turn was', 'turns were')} the first of their speaker.`,
  stillWaiting: (counts: string) => `Still waiting: ${counts}.`,
  notReached: (counts: string) => `Not reached: ${counts}.`,
  attended: (people: number, minutes: number | null) =>
    `By the platform’s report ${plural(people, 'person', 'people')} attended${minutes === null ? '' : `, half of them for ${Math.round(minutes)} minutes or more`}.`,
  balanceHint: (onsite: number, online: number) =>
    `Seconds spoken in the items that are balanced, at shares of ${onsite} : ${online}. Prepared speeches and replies of the panel are not in it.`,
  jain: (index: string) => `Jain’s index over the people who spoke: ${index} (1 = all alike).`,
  nobody: 'Nobody has spoken yet.',
  name: 'Name',
  at: 'At',
  spoken: 'Spoken',
  limit: 'Limit',
  notes: 'Notes',
  pointOfOrder: 'point of order',
  outOfTurn: 'out of turn',
  corrected: 'corrected',
  goesOn: (turn: number) => `goes on from turn ${turn}`,
  panel: 'panel',
  notCharged: 'not counted',
  overridesNone: 'Nobody was called instead of the proposal.',
  turn: (number: number) => `Turn ${number}`,
  override: (name: string, side: string, instead: string | null) =>
    instead === null ? `${name} (${side})` : `${name} (${side}) instead of ${instead}`,
  reasonNone: 'no reason was given',
  absence: (from: string, to: string, counted: boolean) =>
    `${from} to ${to}, ${counted ? 'counted' : 'taken off the clocks'}`,
  asTable: 'The same as a table',
  madeBy: (turns: number) =>
    `Written by Evenfloor from the log of the session, ${plural(turns, 'turn', 'turns')}.`,
};

export type ReportWords = typeof reportEn;
