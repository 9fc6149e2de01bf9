/** How fast each sender has been, by socket or HTTP, and how many new ones each invitation has let in. */
import { isStaff, type Rejection, reject } from '../../../shared/domain/context.ts';
import {
  NEWCOMER_BURST,
  NEWCOMERS_PER_SECOND,
  PUBLIC_COMMAND_BURST,
  PUBLIC_COMMANDS_PER_SECOND,
  RATE_BUCKETS_MAX,
  STAFF_COMMAND_BURST,
  STAFF_COMMANDS_PER_SECOND,
} from '../../../shared/lib/limits.ts';
import type { Answer, Sender } from '../sender.ts';
import { type Buckets, buckets, type Rate } from './rate.ts';

const RATES = {
  staff: { perSecond: STAFF_COMMANDS_PER_SECOND, burst: STAFF_COMMAND_BURST },
  public: { perSecond: PUBLIC_COMMANDS_PER_SECOND, burst: PUBLIC_COMMAND_BURST },
  newcomers: { perSecond: NEWCOMERS_PER_SECOND, burst: NEWCOMER_BURST },
} satisfies Record<string, Rate>;

type Kind = keyof typeof RATES;

const tooFast = ({ perSecond }: Rate) => reject('too-many', { limit: perSecond });
const TOO_FAST: Record<Kind, Rejection> = {
  staff: tooFast(RATES.staff),
  public: tooFast(RATES.public),
  newcomers: tooFast(RATES.newcomers),
};

/** Refused for haste, and not because some list is full. */
export function isHaste(answer: Answer): boolean {
  return Object.values(TOO_FAST).some((refusal) => refusal === answer);
}

/** What senders took here since others were told last: how often, by kind and key. */
export type Taken = Partial<Record<Kind, Record<string, number>>>;

export class Haste {
  readonly #buckets: Record<Kind, Buckets> = {
    staff: buckets(RATES.staff, RATE_BUCKETS_MAX),
    public: buckets(RATES.public, RATE_BUCKETS_MAX),
    newcomers: buckets(RATES.newcomers, RATE_BUCKETS_MAX),
  };
  #taken: Taken = {};

  /** Why it is too soon; null when it is not. Devices make their own identities: new ones share a bucket. */
  refusal({ actor, inviteId }: Sender, isNew: boolean, nowMs: number): Rejection | null {
    if (isStaff(actor)) return this.#take('staff', actor.personId, nowMs);
    const ofDoor = isNew ? this.#take('newcomers', inviteId, nowMs) : null;
    return ofDoor ?? this.#take('public', actor.personId, nowMs);
  }

  /** What another hub has let through counts here too: late by up to a second, in which each hub lets a burst pass. */
  charge(taken: Taken, nowMs: number): void {
    for (const [kind, counts] of Object.entries(taken)) {
      for (const [key, count] of Object.entries(counts))
        this.#buckets[kind as Kind].charge(key, count, nowMs);
    }
  }

  /** For the other hubs; null when nobody has sent anything. */
  takenSince(): Taken | null {
    const taken = this.#taken;
    this.#taken = {};
    return Object.keys(taken).length > 0 ? taken : null;
  }

  #take(kind: Kind, key: string, nowMs: number): Rejection | null {
    if (!this.#buckets[kind].take(key, nowMs)) return TOO_FAST[kind];
    this.#taken[kind] ??= {};
    const counts = this.#taken[kind];
    counts[key] = (counts[key] ?? 0) + 1;
    return null;
  }
}
