import type { Event } from '../../shared/event.ts';
import { clock, plural } from '../../shared/words/words.ts';
import type { Change, Setting } from '../store/deed-change.ts';

/** `isOwn`: done to oneself, and `name` is the word for that. */
export type Deeds = Record<Event['type'], (name: string, change: Change, isOwn: boolean) => string>;

const settings: Record<Setting, string> = {
  title: 'the title',
  code: 'the code',
  series: 'the event',
  notes: '',
  weights: 'the shares of speaking time',
  turnLimitSeconds: 'the turn limit',
  creditSeconds: 'the credit of a side that comes back',
  agingSeconds: 'how much longer those wait who have spoken',
  policy: 'the rule',
  balancedGroup: 'the balanced group',
  windowSeconds: 'the window of the groups',
  holdSlotSeconds: 'how long a turn is held',
  policyQuestions: 'the policy questions',
  network: 'what contacts are asked for',
  joinLinks: 'the links to join online',
  clockShows: 'which way the clocks count',
  lobby: 'whether people wait to be let in',
};

const answers = {
  ready: 'is ready',
  'not-ready': 'is not ready yet, and asked the next one',
  'no-microphone': 'has no microphone',
};

/** "+5 min", "−30 s", "+1:30". */
function step(seconds: number): string {
  const sign = seconds < 0 ? '−' : '+';
  const size = Math.abs(seconds);
  if (size < 60) return `${sign}${size} s`;
  return size % 60 === 0 ? `${sign}${size / 60} min` : `${sign}${clock(size)}`;
}

/** "2 questions and 1 hand"; what there is none of is left out. */
function brought(questions: number, hands: number): string {
  const parts = [
    questions > 0 && plural(questions, 'question', 'questions'),
    hands > 0 && plural(hands, 'hand', 'hands'),
  ];
  return parts.filter(Boolean).join(' and ');
}

/** What is new in a record that was there before; null when it is neither side nor name. */
function changedPerson(name: string, { side, renamed, hands }: Change): string | null {
  if (side) {
    const where = side === 'onsite' ? 'to the room' : 'online';
    return `moved ${name} ${where}${hands > 0 ? ', which took the hand down' : ''}`;
  }
  return (
    renamed && `renamed ${name === renamed.from ? name : `${name} from ${renamed.from}`} to ${renamed.to}`
  );
}

/** What somebody did; `name` is the person or item it was done to, and may be empty. */
export const deedsEn: Deeds = {
  'session/created': () => 'created the session',
  'session/started': () => 'started the session',
  'session/ended': () => 'ended the session',
  'session/paused': () => 'stopped the session',
  'session/resumed': () => 'resumed the session',
  'session/configured': (_, change) => {
    const changed = change.settings.map((setting) => settings[setting]).filter(Boolean);
    if (changed.length > 0) return `changed ${changed.join(', ')}`;
    return change.settings.includes('notes') ? 'settled a note of the plan' : 'changed the settings';
  },
  'session/absence-settled': () => 'said whether the time without the hub counts',
  'agenda/begun': (name) => `began “${name}”`,
  'agenda/adjusted': (name, { seconds }) =>
    seconds === null ? 'changed the time of the agenda item' : `${step(seconds)} for “${name}”`,
  'agenda/edited': () => 'edited the agenda',
  'people/introduced': (name, change) => changedPerson(name, change) ?? `introduced ${name}`,
  'people/imported': () => 'imported people or questions from a file',
  'people/added': (name) => `added ${name} to the list`,
  'people/updated': (name, change) => changedPerson(name, change) ?? `changed the record of ${name}`,
  'people/merged': (name) => `merged two records of ${name}`,
  'queue/joined': (name) => `put ${name} on the list`,
  'queue/left': (name) => `took ${name} off the list`,
  'queue/updated': (name, _, isOwn) => (isOwn ? 'changed their hand' : `changed the hand of ${name}`),
  'queue/moved': (name) => `moved ${name}`,
  'queue/held': (name) => `put ${name} on hold`,
  'queue/returned': (name) => `returned ${name} to the list`,
  'queue/missed': (name) => `called ${name}, who was not there`,
  'queue/put-on-deck': (name) => `told ${name} to get ready`,
  'queue/taken-off-deck': (name) => `took “get ready” back from ${name}`,
  'queue/merged': (name) => `made one of two hands of ${name}`,
  'queue/cleared': (_, { hands }) => `cleared ${plural(hands, 'hand', 'hands')} off the list`,
  'queue/carried': (_, { hands }) => `carried ${plural(hands, 'hand', 'hands')} over to another item`,
  'queue/opened': () => 'opened the list of speakers',
  'queue/closed': () => 'closed the list of speakers',
  'floor/given': (name) => `gave the floor to ${name}`,
  'floor/ended': (name) => `ended the turn of ${name}`,
  'floor/paused': (name) => `paused the time of ${name}`,
  'floor/resumed': (name) => `resumed the clock of ${name}`,
  'floor/adjusted': (name, { seconds }) =>
    seconds === null ? `changed the time of ${name}` : `${step(seconds)} for ${name}`,
  'floor/hold-skipped': () => 'went on without waiting for the other side',
  'floor/explained': (name) => `said why ${name} was called`,
  'floor/readied': (name, { readiness }, isOwn) => {
    if (readiness && isOwn) return `answered: ${answers[readiness]}`;
    return readiness ? `noted that ${name} ${answers[readiness]}` : `noted whether ${name} is ready`;
  },
  'floor/corrected': (name) => `corrected the turn of ${name}`,
  'questions/asked': () => 'asked a question',
  'questions/changed': (_, { questions }) =>
    questions > 1 ? `dealt with ${questions} questions` : 'dealt with a question',
  'questions/hidden': () => 'hid a question',
  'questions/voted': () => 'voted for a question',
  'questions/desk-set': (name, { questions, hands }) =>
    questions + hands > 0
      ? `muted ${name} and cleared away ${brought(questions, hands)}`
      : 'changed how questions are taken',
  'notes/written': () => 'wrote a point',
  'notes/removed': () => 'removed a point',
  'notes/merged': () => 'made one of two points',
  'notes/moved': () => 'moved a point in the report',
  'notes/revealed': () => 'made a point public',
  'notes/hidden': () => 'made a point private',
  'notes/endorsed': () => 'noted what somebody says to a point',
  'notes/asked': () => 'asked for a show of hands',
  'notes/answered': () => 'answered a show of hands',
  'notes/closed': () => 'ended a show of hands',
  'notes/drafted': () => 'worded a section of the report',
  'notes/template-chosen': () => 'chose the form of the report',
  'contacts/joined': () => 'left a contact',
  'contacts/erased': () => 'erased a contact',
  'backchannel/sent': () => 'sent a message to the staff',
  'backchannel/acknowledged': () => 'acknowledged a message',
  'invites/issued': () => 'issued an invitation',
  'invites/revoked': () => 'revoked an invitation',
  'history/undone': () => 'took an action back',
};
