/** English for what the staff say to each other. */
import type { Cue, Urgency } from '../../shared/lib/vocabulary.ts';
import type { Translated } from './translated.ts';

/** As a message; `about` is empty unless the cue names somebody. */
const cues: Record<Cue, (about: string) => string> = {
  'wrap-up': () => 'Please wrap up',
  'online-urgent': () => 'Urgent from online: please take it next',
  'audio-problem': () => 'Audio problem: online cannot hear the room',
  'to-questions': () => 'Please go to the questions',
  slower: () => 'Slower, please: the interpreters cannot keep up',
  'question-for': (about) => `Question for ${about}`,
};

/** As a button, where there is little room. */
const cueButtons: Record<Cue, string> = {
  'wrap-up': 'Wrap up',
  'online-urgent': 'Online urgent',
  'audio-problem': 'Audio problem',
  'to-questions': 'Go to questions',
  slower: 'Slower (interpreters)',
  'question-for': 'Question for…',
};

const urgencies: Record<Urgency, string> = { low: 'No hurry', normal: 'Normal', high: 'Urgent' };

export const backchannelEn = {
  title: 'Back-channel',
  panel: 'Side panel',
  show: 'Show side panel',
  hide: 'Hide side panel',
  awaiting: (count: number) => `${count} to acknowledge`,
  unread: 'unread',
  empty: 'Nothing yet. Only hosts, moderators, rapporteurs and liaisons see what is written here.',
  messages: 'Messages',
  sending: 'sending…',
  seenBy: (names: string) => `Seen by ${names}`,
  you: 'you',
  notSeen: 'Nobody has acknowledged it yet',
  gotIt: 'Got it',
  gotItOf: (text: string) => `Got it: ${text}`,
  gotAll: (count: number) => `Got all ${count} of them`,
  cues,
  cueButtons,
  cueList: 'Say with one tap',
  whom: 'Whom is the question for?',
  nobodyToAsk: 'Nobody of the panel is in the list; write the question instead.',
  urgency: 'How urgent',
  urgencies,
  field: 'Message to the staff',
  placeholder: (key: string) => `Message the staff (${key})`,
  left: (count: number) => `${count} left`,
  send: 'Send',
  from: (who: string, text: string) => `${who}: ${text}`,
  urgentFrom: (who: string, time: string) => `Urgent, ${who}, ${time}:`,
  earlier: (count: number) => `and ${count} earlier, in the back-channel`,
};

export type BackchannelMessages = Translated<typeof backchannelEn>;
