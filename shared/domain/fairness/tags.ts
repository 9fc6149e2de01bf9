/**
 * Start-time fair queueing with bounded credit between the two sides (sources and proofs
 * in docs/fairness.md). A tag is the speaking time of a side divided by its weight. Tags are never stored: they
 * are folded over the turns, so that a corrected turn gives the tags that would have been.
 */
import type { Channel, PerChannel } from '../../lib/vocabulary.ts';
import { CHANNELS, otherChannel, perChannel } from '../../lib/vocabulary.ts';

export type ChannelRule = {
  /** Shares of the time; only their ratio matters. */
  weights: PerChannel<number>;
  /** C: seconds that a side which comes back may claim at most. */
  creditSeconds: number;
};

/** One turn that a side pays for, with who waited when it was chosen. */
export type ChargedTurn = { channel: Channel; seconds: number; waiting: PerChannel<boolean> };

export type Tags = {
  /** F: seconds / weight. */
  tag: PerChannel<number>;
  /** v: the largest tag at which a turn has started. */
  virtualTime: number;
  /** Who waited at the choice before. */
  waited: PerChannel<boolean>;
  /** The side that spoke last. */
  last: Channel | null;
};

export const START: Tags = {
  tag: { onsite: 0, online: 0 },
  virtualTime: 0,
  waited: { onsite: false, online: false },
  last: null,
};

/**
 * The tags as this choice sees them: a side that returns (waits now, did not at the choice before) is lifted to
 * at most C behind the floor's virtual time. Lifted only, never lowered: a debt stays.
 */
export function atChoice(tags: Tags, waiting: PerChannel<boolean>, rule: ChannelRule): Tags {
  const tag = perChannel((channel) =>
    waiting[channel] && !tags.waited[channel]
      ? Math.max(tags.tag[channel], tags.virtualTime - rule.creditSeconds / rule.weights[channel])
      : tags.tag[channel],
  );
  return { ...tags, tag, waited: waiting };
}

/**
 * The side to be called: of those with somebody waiting the one with the smallest tag; with equal tags the one
 * that did not speak last, at the very start `earliest`. Null when nobody waits.
 */
export function chooseChannel(tags: Tags, waiting: PerChannel<boolean>, earliest: Channel): Channel | null {
  const [only, ...more] = CHANNELS.filter((channel) => waiting[channel]);
  if (only === undefined) return null;
  if (more.length === 0) return only;
  if (tags.tag.onsite < tags.tag.online) return 'onsite';
  if (tags.tag.online < tags.tag.onsite) return 'online';
  return tags.last === null ? earliest : otherChannel(tags.last);
}

/** The tags after `turn`, whoever chose it: an override is charged like any other turn. */
export function charged(tags: Tags, turn: ChargedTurn, rule: ChannelRule): Tags {
  const seen = atChoice(tags, turn.waiting, rule);
  const start = seen.tag[turn.channel];
  return {
    tag: perChannel((channel) =>
      channel === turn.channel ? start + turn.seconds / rule.weights[channel] : seen.tag[channel],
    ),
    virtualTime: Math.max(seen.virtualTime, start),
    waited: seen.waited,
    last: turn.channel,
  };
}

export function foldTags(turns: readonly ChargedTurn[], rule: ChannelRule): Tags {
  return turns.reduce((tags, turn) => charged(tags, turn, rule), START);
}

/** Seconds that each side is behind its share: `w_c · (Σ w_d F_d − F_c)`. Positive = behind; they add up to 0. */
export function lagSeconds({ tag }: Tags, { weights }: ChannelRule): PerChannel<number> {
  const mean = weights.onsite * tag.onsite + weights.online * tag.online;
  return perChannel((channel) => weights[channel] * (mean - tag[channel]));
}
