/**
 * A meeting replayed under a speaking-order policy, exactly as docs/fairness.md defines it, so that two
 * independent implementations agree to the digit. Seconds everywhere, from 0 at the beginning.
 */
import type { Candidate, OrderRule } from '../domain/fairness/order.ts';
import { firstToCall } from '../domain/fairness/order.ts';
import type { Tags } from '../domain/fairness/tags.ts';
import { charged, START } from '../domain/fairness/tags.ts';
import { must } from '../lib/assert.ts';
import { AGING_SECONDS_DEFAULT } from '../lib/limits.ts';
import type { Channel, PerChannel } from '../lib/vocabulary.ts';
import { otherChannel, perChannel } from '../lib/vocabulary.ts';
import type { Policy, Request, SimulatedMeeting } from './simulated-meeting.ts';
import { measure, type SimulatedTurn, type Simulation } from './simulation-metrics.ts';

/** What a policy may look at. */
type View = {
  waiting: Waiting[];
  /** Of all turns so far. */
  turns: PerChannel<number>;
  seconds: PerChannel<number>;
  last: Channel | undefined;
  tags: Tags;
  capSeconds: number;
};
type Waiting = Candidate & { request: Request };

const EQUAL_WEIGHTS = { onsite: 1, online: 1 };

export function simulate(meeting: SimulatedMeeting, policy: Policy): Simulation {
  const { limitSeconds, handoverSeconds, capSeconds, requests } = meeting;
  const ahead = requests.map(candidateOf).toSorted((a, b) => a.joinedAtMs - b.joinedAtMs);
  const rule = { weights: EQUAL_WEIGHTS, creditSeconds: capSeconds };
  const turns: SimulatedTurn[] = [];
  const turnsHad = new Map<string, number>();
  let waiting: Waiting[] = [];
  const [turnsOf, secondsOf] = [perChannel(() => 0), perChannel(() => 0)];
  let tags = START;
  let now = 0;
  let asked = 0;
  while (now < limitSeconds) {
    for (let one = ahead[asked]; one && one.request.t <= now; one = ahead[asked]) {
      waiting.push(one);
      asked += 1;
    }
    if (waiting.length === 0) {
      const first = ahead[asked];
      if (!first) break;
      now = first.request.t;
      continue;
    }
    for (const one of waiting) one.turnsHad = turnsHad.get(one.request.who) ?? 0;
    const last = turns.at(-1)?.channel;
    const next = CHOOSE[policy]({ waiting, turns: turnsOf, seconds: secondsOf, last, tags, capSeconds });
    const { t, who, channel, seconds } = next.request;
    const isWaiting = perChannel((side) => waiting.some((one) => one.channel === side));
    const spoken = Math.min(seconds, limitSeconds - now);
    turns.push({ who, channel, startSeconds: now, waitedSeconds: now - t, seconds: spoken, isWaiting });
    tags = charged(tags, { channel, seconds: spoken, waiting: isWaiting }, rule);
    turnsHad.set(who, next.turnsHad + 1);
    turnsOf[channel] += 1;
    secondsOf[channel] += spoken;
    waiting = waiting.filter((one) => one !== next);
    now += spoken + handoverSeconds;
  }
  return measure(policy, meeting, turns);
}

/** The order needs a time unit, not this one: seconds stand where a live session has milliseconds. */
function candidateOf(request: Request, index: number): Waiting {
  const { channel, t } = request;
  return { entryId: String(index), channel, kind: 'topic', joinedAtMs: t, turnsHad: 0, request };
}

const CHOOSE: Record<Policy, (view: View) => Waiting> = {
  evenfloor: ({ waiting, tags, capSeconds }) => {
    const rule: OrderRule = {
      weights: EQUAL_WEIGHTS,
      creditSeconds: capSeconds,
      policy: 'evenfloor',
      agingMs: AGING_SECONDS_DEFAULT,
      windowMs: 0,
      groupSeconds: new Map<string, number>(),
      assumedSeconds: 0,
    };
    return must(firstToCall(waiting, [], tags, rule), 'somebody who waits');
  },
  fifo: ({ waiting }) => earliest(waiting),
  alternate: (view) => smallest(view, () => 0),
  turns: (view) => smallest(view, (channel) => view.turns[channel]),
  'full-memory': (view) => smallest(view, (channel) => view.seconds[channel]),
};

/** The earliest of the side with the smallest figure; equal figures go to the side that did not speak last. */
function smallest({ waiting, last }: View, figure: (channel: Channel) => number): Waiting {
  const sides: PerChannel<Waiting[]> = perChannel((side) => waiting.filter((one) => one.channel === side));
  if (sides.onsite.length === 0 || sides.online.length === 0) return earliest(waiting);
  const tied = last === undefined ? earliest(waiting).channel : otherChannel(last);
  const lead = figure('onsite') - figure('online');
  const side = lead === 0 ? tied : lead < 0 ? 'onsite' : 'online';
  return earliest(sides[side]);
}

/** Who waits stands in the order of asking, equal times in that of the file. */
function earliest(waiting: readonly Waiting[]): Waiting {
  return must(waiting[0], 'somebody who waits');
}
