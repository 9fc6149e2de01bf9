/** English for the settings of the rule, and for what the console says about them. */
import type { BalancedGroup, Channel, SpeakingPolicy } from '../../shared/lib/vocabulary.ts';
import type { Translated } from './translated.ts';

const policies: Record<SpeakingPolicy, string> = {
  evenfloor: 'Equal time for both sides',
  alternate: 'The sides in turns',
  fifo: 'First come, first served',
};

const policyHints: Record<SpeakingPolicy, string> = {
  evenfloor: 'Seconds are counted, not turns; whoever is behind and has somebody waiting is next.',
  alternate: 'Room, online, room, online; long turns stay long. No bound is promised.',
  fifo: 'In the order of asking, whichever side. No bound is promised.',
};

const groups: Record<BalancedGroup | 'none', string> = {
  none: 'None',
  stakeholder: 'Stakeholder group',
  region: 'Region',
  gender: 'Gender',
  'first-time': 'First-time speakers first',
};

const seconds = {
  turnLimitSeconds: {
    label: 'Turn limit (seconds)',
    hint: 'What each speaker gets in a discussion. The clock warns; nothing cuts anybody off.',
  },
  creditSeconds: {
    label: 'Credit of a side that comes back (seconds)',
    hint: 'How much time at most a side may claim that had nobody waiting for a while.',
  },
  agingSeconds: {
    label: 'Who has spoken waits longer (seconds)',
    hint: 'Each turn somebody has had puts that person back by so much, behind those who ask for the first time.',
  },
  holdSlotSeconds: {
    label: 'Wait for the side that is behind (seconds)',
    hint: 'When nobody of that side waits, its turn is kept open for so long, visibly; any moderator can go on. 0: go on at once.',
  },
  windowSeconds: {
    label: 'Window (seconds)',
    hint: 'Somebody of a group that has spoken less may be called before those who asked up to so much earlier.',
  },
};

const sides: Record<Channel, string> = { onsite: 'the room', online: 'online' };

export const fairnessEn = {
  title: 'Fairness',
  policy: 'How the next speaker is proposed',
  policies,
  policyHints,
  weight: 'Share of speaking time',
  weightHint: 'Half and half unless the meeting has decided otherwise.',
  weights: (onsite: number, online: number) => `▲ room ${onsite} % · ● online ${online} %`,
  byPresent: 'By the people present…',
  present: 'People present',
  presentHint: 'Filled in with who is connected; correct it by a count of heads. The shares are taken once.',
  presentNeeded: 'Two whole numbers are needed, not both 0.',
  takeShares: (onsite: number, online: number) => `Take ${onsite} : ${online}`,
  takeSharesNone: 'Take the shares',
  seconds,
  balancedGroup: 'Balance groups inside each side',
  balancedGroupHint:
    'Self-declared, and never shown to participants or screens. Who has declared none is never passed.',
  groups,
  heldFor: (channel: Channel) => `A turn is kept for ${sides[channel]}`,
  heldHint: (channel: Channel, time: string) =>
    `Nobody ${channel === 'online' ? 'online' : 'in the room'} is waiting yet. Still ${time}.`,
  skipHold: 'Go on',
  skipHoldLabel: 'Go on without waiting',
  override: (name: string) => `${name} was called instead of the proposal. Why? (optional)`,
  overrideReasons: ['reply to the point', 'asked about the topic', 'has to leave', 'promised by the chair'],
  overrideOther: 'Another reason',
  overrideSave: 'Note it',
  overrideNone: 'No reason',
  overrideNoted: (reason: string) => `Called out of turn: ${reason}`,
  takeLimit: (time: string) => `Set the limit to ${time}`,
  takeLimitLabel: (time: string) =>
    `Set the limit of all turns from now on to ${time}, so that all are reached`,
  sideShort: (channel: Channel, needed: string) =>
    `${channel === 'online' ? 'Online' : 'The room'} needs ${needed} to be even; less than that is left`,
};

export type FairnessMessages = Translated<typeof fairnessEn>;
