/** Everybody who watches one session: what each is sent, and who is told who is here. */
import type { Commit } from '../../shared/commit.ts';
import type { Actor } from '../../shared/domain/context.ts';
import type { Absence } from '../../shared/domain/session/schema.ts';
import { PRESENCE_INTERVAL_MS, ROUND_TRIP_CHANGE_MS_MIN } from '../../shared/lib/limits.ts';
import type { Audience } from '../../shared/lib/vocabulary.ts';
import type { Present } from '../../shared/protocol.ts';
import type { State } from '../../shared/state.ts';
import { CLOSE } from '../../shared/wire.ts';
import type { Damage } from '../store/event-store.ts';
import { audienceOf } from './auth.ts';
import type { SessionClock } from './clock.ts';
import type { Disk } from './disk.ts';
import { encode } from './frames.ts';
import type { Outside } from './outside.ts';
import { ownOf, touchedDevices } from './own.ts';
import { type QuietHands, quietHands } from './quiet.ts';

/** Somebody at the other end of a socket, once it is known who. */
export type Member = {
  readonly actor: Actor;
  readonly inviteId: string;
  /** `isBinary`: deflated, for whoever said that it takes that. */
  send(frame: Buffer, isBinary?: boolean): void;
  close(code: number, reason: string): void;
  /** Null before it was measured for the first time. */
  roundTripMs(): number | null;
};

type Known = { audience: Audience; sinceMs: number; own: string; toldRoundTripMs: number | null };

/** What the staff is told beside who is here; `absences` is a list that grows. */
type Told = {
  absences: readonly Absence[];
  damage: Damage | null;
  disk: Disk;
  state(): State;
  outside: Outside;
};

export class Members {
  readonly #clock: SessionClock;
  readonly #told: Told;
  readonly #quiet: QuietHands;
  readonly #known = new Map<Member, Known>();
  #cancelPresence: (() => void) | null = null;

  constructor(clock: SessionClock, told: Told) {
    this.#clock = clock;
    this.#told = told;
    this.#quiet = quietHands(clock, () => this.announce());
  }

  add(member: Member, state: State): void {
    const audience = audienceOf(member.actor.roles);
    this.#known.set(member, { audience, sinceMs: this.#clock.nowMs(), own: '', toldRoundTripMs: null });
    this.#quiet.came(member.actor.personId);
    this.#sendOwn(member, state);
    member.send(this.#presence(audience));
    this.announce();
  }

  remove(member: Member): void {
    if (!this.#known.delete(member)) return;
    this.#quiet.left(member.actor.personId, this.#told.state());
    this.announce();
  }

  /** The session has just been opened: nobody is here yet. */
  open(state: State): void {
    this.#quiet.awaitAll(state);
  }

  /** One frame per audience; what is a person's own goes to that person; a revoked door closes at once. */
  broadcast(frames: Record<Audience, Buffer | null>, commits: readonly Commit[], state: State): void {
    for (const [member, { audience }] of this.#known) {
      const frame = frames[audience];
      if (frame) member.send(frame);
    }
    const touched = touchedDevices(commits, state);
    for (const member of this.#known.keys()) {
      if (touched === 'all' || touched.has(member.actor.personId)) this.#sendOwn(member, state);
    }
    for (const event of commits.flatMap((commit) => commit.events)) {
      if (event.type === 'invites/revoked') this.#shut(event.inviteId);
    }
  }

  closeAll(code: number, reason: string): void {
    this.#cancelPresence?.();
    for (const member of [...this.#known.keys()]) member.close(code, reason);
    this.#known.clear();
  }

  /** Of the staff alone it is told how far away they are; of a thousand phones it would be noise. */
  measured(member: Member): void {
    const known = this.#known.get(member);
    const roundTripMs = member.roundTripMs();
    if (!known || known.audience === 'public' || roundTripMs === null) return;
    const changeMs = Math.abs(roundTripMs - (known.toldRoundTripMs ?? Number.POSITIVE_INFINITY));
    if (changeMs < ROUND_TRIP_CHANGE_MS_MIN) return;
    known.toldRoundTripMs = roundTripMs;
    this.announce();
  }

  /** Who is here, and what is asked: at most once in each interval, however many come and go. */
  announce(): void {
    this.#cancelPresence ??= this.#clock.after(PRESENCE_INTERVAL_MS, () => {
      this.#cancelPresence = null;
      const frames = {
        keeper: this.#presence('keeper'),
        staff: this.#presence('staff'),
        public: this.#presence('public'),
      };
      for (const [member, { audience }] of this.#known) member.send(frames[audience]);
    });
  }

  #shut(inviteId: string): void {
    for (const member of [...this.#known.keys()]) {
      if (member.inviteId !== inviteId) continue;
      this.remove(member);
      member.close(CLOSE.revoked, 'this invitation was revoked');
    }
  }

  #sendOwn(member: Member, state: State): void {
    const known = this.#known.get(member);
    const own = JSON.stringify(ownOf(state, member.actor.personId));
    if (!known || known.own === own) return;
    known.own = own;
    member.send(Buffer.from(own));
  }

  #presence(audience: Audience): Buffer {
    const count = this.#known.size;
    if (audience === 'public') return encode({ type: 'presence', count });
    const people = [...this.#known].map(([member, known]) => presentOf(member, known));
    const { absences, damage, disk, state } = this.#told;
    const outside = this.#told.outside.counts();
    const quiet = this.#quiet.entryIds(
      state(),
      [...this.#known.keys()].map((member) => member.actor.personId),
    );
    return encode({
      type: 'presence',
      count,
      people,
      ...(absences.length > 0 && { absences: [...absences] }),
      ...(damage && { damage }),
      ...(disk.isFailing && { cannotWrite: true }),
      ...(quiet.length > 0 && { quiet }),
      ...(outside.length > 0 && { outside }),
    });
  }
}

function presentOf({ actor, roundTripMs }: Member, { audience, sinceMs }: Known): Present {
  const ms = audience === 'public' ? null : roundTripMs();
  return { ...actor, sinceMs, ...(ms !== null && { roundTripMs: ms }) };
}
