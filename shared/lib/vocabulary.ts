/** The closed lists (docs/architecture.md, words): what is on one of these has a word in every language. */

/** The two sides a person speaks from. Two, always: the door tells Zoom from Tencent. */
export const CHANNELS = ['onsite', 'online'] as const;
/** The shape of a side: it says by form what the colour says. */
export const CHANNEL_MARKS = { onsite: '▲', online: '●' } as const;
export const DOORS = ['room', 'phone', 'web', 'zoom', 'tencent', 'stream', 'chat', 'question'] as const;
export const ENTRY_KINDS = ['topic', 'reply', 'question', 'point-of-order'] as const;
/** What somebody on deck answers. */
export const READINESS = ['ready', 'not-ready', 'no-microphone'] as const;
export const AGENDA_KINDS = ['opening', 'speeches', 'discussion', 'closing', 'other'] as const;
/** In the order in which a view is chosen for somebody who holds several. */
export const ROLES = [
  'host',
  'onsite-moderator',
  'online-moderator',
  'rapporteur',
  'liaison',
  'participant',
  'display',
] as const;
export const AUDIENCES = ['keeper', 'staff', 'public'] as const;

/** How a live session chooses the side; `npm run simulate` knows more, for comparison. */
export const SPEAKING_POLICIES = ['evenfloor', 'alternate', 'fifo'] as const;
/** Self-declared groups that can be balanced inside a side, and whether somebody speaks for the first time. */
export const BALANCED_GROUPS = ['stakeholder', 'region', 'gender', 'first-time'] as const;

/** How soon a message of the back-channel wants to be seen; the last stays in everybody's way until it is. */
export const URGENCIES = ['low', 'normal', 'high'] as const;
/** What is said so often that one tap says it. */
export const CUES = [
  'wrap-up',
  'online-urgent',
  'audio-problem',
  'to-questions',
  'slower',
  'question-for',
] as const;

/** What a point of the rapporteur's is, by its `#kind`; `point` is any other. */
export const NOTE_KINDS = [
  'point',
  'consensus',
  'case',
  'challenge',
  'proposal',
  'action',
  'quote',
  'question',
] as const;
/** What somebody says to a consensus. */
export const STANCES = ['support', 'reservation'] as const;

/** What has happened to a question, each with who and when. */
export const QUESTION_STEPS = [
  'received',
  'reviewed',
  'edited',
  'assigned',
  'queued',
  'merged',
  'answered-in-writing',
  'declined',
] as const;

/** What the clock of a turn says: the time that is left, or the time that was spent. */
export const CLOCK_SHOWS = ['left', 'spent'] as const;

/** What is laid over the picture of a live stream, each under `/overlay/`. */
export const OVERLAYS = ['timer', 'lower-third', 'queue'] as const;

export type ClockShows = (typeof CLOCK_SHOWS)[number];
export type Overlay = (typeof OVERLAYS)[number];
export type SpeakingPolicy = (typeof SPEAKING_POLICIES)[number];
export type BalancedGroup = (typeof BALANCED_GROUPS)[number];
export type Channel = (typeof CHANNELS)[number];
export type Door = (typeof DOORS)[number];
export type EntryKind = (typeof ENTRY_KINDS)[number];
export type Urgency = (typeof URGENCIES)[number];
export type Cue = (typeof CUES)[number];
export type AgendaKind = (typeof AGENDA_KINDS)[number];
export type NoteKind = (typeof NOTE_KINDS)[number];
export type QuestionStep = (typeof QUESTION_STEPS)[number];
export type Stance = (typeof STANCES)[number];
export type Role = (typeof ROLES)[number];
/** Who may see what; what one person alone may see travels in `own` frames. */
export type Audience = (typeof AUDIENCES)[number];
export type PerChannel<T> = Record<Channel, T>;
/** Self-declared groups, verbatim: `{stakeholder: 'Civil Society'}`. */
export type Groups = Record<string, string>;

export function otherChannel(channel: Channel): Channel {
  return channel === 'onsite' ? 'online' : 'onsite';
}

export function perChannel<T>(of: (channel: Channel) => T): PerChannel<T> {
  return { onsite: of('onsite'), online: of('online') };
}
