/** English for the page that a participant holds in the hand. */
import type { Channel, ClockShows } from '../../shared/lib/vocabulary.ts';
import type { Translated } from './translated.ts';

const ORDINAL_ENDS: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const ordinal = (place: number) => `${place}${ORDINAL_ENDS[ordinals.select(place)]}`;

export const participantEn = {
  floor: 'Has the floor',
  floorYours: 'You have the floor',
  floorFree: 'Nobody has the floor',
  somebody: (side: Channel) => (side === 'online' ? 'Somebody online' : 'Somebody in the room'),
  clock: (shows: ClockShows, time: string) => `${shows === 'left' ? 'Time left' : 'Time spent'}: ${time}`,
  notStarted: 'The session has not begun yet. You can raise your hand already.',
  stopped: 'Short technical stop. Nobody’s time is running.',
  ended: 'The session has ended. Thank you for taking part.',
  welcome: 'Who are you?',
  welcomeHint: 'The moderators see your name; others see it when you are called.',
  name: 'Your name',
  needName: 'Please give a name that the moderators can call.',
  side: 'Where are you?',
  sides: { onsite: 'I’m in the room', online: 'I’m online' },
  groups: {
    stakeholder: 'Your stakeholder group (optional)',
    region: 'Your region (optional)',
    gender: 'Your gender (optional)',
  },
  genders: ['Woman', 'Man', 'Another'],
  groupHint:
    'Helps the moderators to hear from everybody. Other participants never see it, and leaving it empty costs you nothing.',
  enter: 'Continue',
  asName: (name: string) => `You are ${name}`,
  rename: 'Change',
  sideQuestion: 'Changing sides takes your hand down. Change all the same?',
  sideYes: 'Change sides',
  sideNo: 'Stay',
  sideLocked: 'The moderators have set your side.',
  topic: 'What about? (optional)',
  raise: 'Raise hand',
  lower: 'Lower hand',
  raised: 'Your hand is up',
  raisedPoint: 'Your point of order is up',
  unsent: 'Your hand goes up when the line is back',
  taken: 'Your hand was taken down by the moderators. You can raise it again.',
  closed: 'The list of speakers is closed, so no new hands can be raised. A point of order still can.',
  pointOfOrder: 'Point of order',
  pointQuestion:
    'A point of order is about how the meeting is run, and is called before everybody else. Is yours one?',
  pointYes: 'Yes, it is',
  pointNo: 'No',
  noPoint: 'Not a point of order',
  place: (place: number, count: number, side: Channel) =>
    `You’re ${ordinal(place)} of ${count} ${side === 'online' ? 'online' : 'in the room'}`,
  kept: (place: number | null) =>
    place === null ? 'You kept your place' : `You kept your place: ${ordinal(place)}`,
  next: 'You are likely to be called next',
  held: 'Your hand is on hold',
  heldWhy: 'The moderators skip it for now and keep your place.',
  notReady: 'You keep your place',
  notReadyWhy: 'Press ready when you are. Until then others are called.',
  missed: (isBehind: boolean) =>
    `You were called and did not answer. ${isBehind ? 'You keep your hand, behind the others.' : 'You keep your place.'}`,
  soon: 'In less than a minute',
  minutes: (minutes: number) => `In about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
  estimate: (when: string, other: Channel) =>
    `${when}, if turns take their usual time. Both sides get equal time, so you may see someone ${other === 'online' ? 'online' : 'in the room'} called first.`,
  loose: 'Groups are balanced too, so the order inside a side may change.',
  doubtful: 'At this pace this part of the meeting may end before your turn.',
  deck: 'Get ready: you will be called soon',
  deckFirst: 'You are next: get ready',
  limit: (time: string) => `Your limit: ${time}`,
  after: 'After you:',
  notYet: 'Here you will be told to get ready, and see your time while you speak.',
  deckAsk: 'Can you speak?',
  readiness: { ready: 'I’m ready', 'not-ready': 'Not ready', 'no-microphone': 'No microphone' },
  answered: 'The moderators see your answer. You can change it.',
};

export type ParticipantMessages = Translated<typeof participantEn>;
