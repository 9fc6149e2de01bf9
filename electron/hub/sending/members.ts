/** Everybody who watches one session: what each is sent, and who is told who is here. */
import type { Commit, SentCommit } from '../../../shared/commit.ts';
import { shortened } from '../../../shared/compact.ts';
import type { Actor } from '../../../shared/domain/context.ts';
import type { Absence } from '../../../shared/domain/session/schema.ts';
import {
  PRESENCE_INTERVAL_MS,
  PUBLIC_PRESENCE_INTERVAL_MS,
  ROUND_TRIP_CHANGE_MS_MIN,
} from '../../../shared/lib/limits.ts';
import { AUDIENCES, type Audience } from '../../../shared/lib/vocabulary.ts';
import type { HubMessage, Present } from '../../../shared/protocol.ts';
import type { State } from '../../../shared/state.ts';
import { CLOSE } from '../../../shared/wire.ts';
import type { Damage } from '../../store/event-store.ts';
import { audienceOf } from '../auth.ts';
import type { SessionClock } from '../clock.ts';
import type { Confirmed } from '../deciding/commands.ts';
import type { Disk } from '../disk.ts';
import type { Elsewhere } from '../elsewhere.ts';
import type { CheckOf } from './checks.ts';
import { Fanout, type Listener } from './fanout.ts';
import { framed } from './framed.ts';
import { encode, type Outgoing } from './frames.ts';
import type { Outside } from './outside.ts';
import { ownOf, touchedDevices } from './own.ts';
import { type QuietHands, quietHands } from './quiet.ts';

/** The reason at the close of whoever came by one that no longer opens. */
export const REVOKED = 'this invitation was revoked';

/** Somebody at the other end of a socket, once it is known who. */
export type Member = Listener & {
  readonly actor: Actor;
  readonly inviteId: string;
  hasLeft(): boolean;
  /** Takes commits in the short form (shared/compact.ts). */
  readonly takesShort: boolean;
  /** Null before it was measured for the first time. */
  roundTripMs(): number | null;
};

type Presence = Extract<HubMessage, { type: 'presence' }>;

type Known = {
  audience: Audience;
  line: Line;
  sinceMs: number;
  own: string;
  /** Up to which commit `own` is right, and the last one that touched it. */
  ownSeq: number;
  touchedSeq: number;
  toldRoundTripMs: number | null;
};

/** Who gets the same bytes. */
const LINES = [...AUDIENCES, 'short'] as const;
type Line = (typeof LINES)[number];
const AUDIENCE_OF: Record<Line, Audience> = {
  keeper: 'keeper',
  staff: 'staff',
  public: 'public',
  short: 'public',
};
const STAFF_LINES: readonly Line[] = ['keeper', 'staff'];
const PUBLIC_LINES: readonly Line[] = ['public', 'short'];

function encoded(line: Line, commits: readonly SentCommit[]): Buffer {
  return line === 'short'
    ? encode({ short: commits.map(shortened) })
    : encode({ type: 'commits', commits: [...commits] });
}

/** What the staff is told beside who is here; `absences` is a list that grows. */
type Told = {
  absences: readonly Absence[];
  damage: Damage | null;
  disk: Disk;
  state(): State;
  outside: Outside;
  elsewhere: Elsewhere;
};

type Out = Pick<Outgoing, 'tail'> & {
  /** What was to go out could not: the room must be rebuilt. */
  onBroken(error: unknown): void;
};

export class Members {
  readonly #clock: SessionClock;
  readonly #told: Told;
  readonly #quiet: QuietHands;
  readonly #known = new Map<Member, Known>();
  /** By the device that they are. */
  readonly #devices = new Map<string, Set<Member>>();
  readonly #fanouts: Record<Line, Fanout<Member>>;
  /** What is due, and how to call it off. */
  readonly #announcing = new Map<readonly Line[], () => void>();
  /** What everybody was told when the room was closed, as is whoever was about to come in. */
  #closed: { code: number; reason: string } | null = null;

  constructor(clock: SessionClock, told: Told, out: Out) {
    this.#clock = clock;
    this.#told = told;
    this.#quiet = quietHands(clock, () => this.announce());
    const fanout = (line: Line) =>
      new Fanout<Member>({
        inTurns: AUDIENCE_OF[line] === 'public',
        encode: (commits) => encoded(line, commits),
        tail: (afterSeq) => out.tail(AUDIENCE_OF[line], afterSeq),
        onCaughtUp: () => this.announce(),
        onBroken: out.onBroken,
      });
    this.#fanouts = {
      keeper: fanout('keeper'),
      staff: fanout('staff'),
      public: fanout('public'),
      short: fanout('short'),
    };
  }

  /** `welcome` goes out together with what is the newcomer's own and who is here; it has everything up to `seq`. */
  add(member: Member, welcome: Buffer, { seq, state }: Pick<Confirmed, 'seq' | 'state'>): void {
    if (this.#closed) return member.close(this.#closed.code, this.#closed.reason);
    const audience = audienceOf(member.actor.roles);
    const { personId } = member.actor;
    const own = JSON.stringify(ownOf(state, personId));
    const line = audience === 'public' && member.takesShort ? 'short' : audience;
    const sinceMs = this.#clock.nowMs();
    const told = { own, ownSeq: seq, touchedSeq: seq, toldRoundTripMs: null };
    this.#known.set(member, { audience, line, sinceMs, ...told });
    this.#fanouts[line].add(member, seq);
    this.#devices.set(personId, (this.#devices.get(personId) ?? new Set()).add(member));
    this.#quiet.came(personId);
    member.send(Buffer.concat([welcome, framed(own), encode(this.#presence(audience))]));
    this.announce();
  }

  remove(member: Member): void {
    const known = this.#known.get(member);
    if (!known) return;
    const { personId } = member.actor;
    this.#known.delete(member);
    this.#fanouts[known.line].delete(member);
    const others = this.#devices.get(personId);
    others?.delete(member);
    if (others?.size === 0) this.#devices.delete(personId);
    this.#quiet.left(personId, this.#told.state());
    this.announce();
  }

  /** How many are here, by what they may see. */
  counts(): Record<Audience, number> {
    const { keeper, staff, public: page, short } = this.#fanouts;
    return { keeper: keeper.size, staff: staff.size, public: page.size + short.size };
  }

  /** The session has just been opened: nobody is here yet. */
  open(state: State): void {
    this.#quiet.awaitAll(state);
  }

  /** To the staff in one go, to a crowd in turns; what is a person's own to that person; a revoked door closes at once. */
  broadcast(sent: Record<Audience, SentCommit[]>, commits: readonly Commit[], state: State): void {
    for (const line of LINES) this.#fanouts[line].send(sent[AUDIENCE_OF[line]]);
    const seq = commits.at(-1)?.seq ?? 0;
    const touched = touchedDevices(commits, state);
    for (const deviceId of touched === 'all' ? this.#devices.keys() : touched) {
      for (const member of this.#devices.get(deviceId) ?? []) {
        const known = this.#known.get(member);
        if (!known) continue;
        known.touchedSeq = seq;
        this.#fanouts[known.line].inOrder(member, () => this.#sendOwn(member, state, seq));
      }
    }
    for (const event of commits.flatMap((commit) => commit.events)) {
      if (event.type === 'invites/revoked') this.#shut(event.inviteId);
    }
  }

  /** Runs `say` when `member` has been sent all so far, and what is its own; if need be before the others. */
  ahead(member: Member, say: () => void): void {
    const known = this.#known.get(member);
    if (!known) return say();
    this.#fanouts[known.line].ahead(member, () => {
      this.#sendOwn(member, this.#told.state(), known.touchedSeq);
      say();
    });
  }

  /** Runs `say` when what is on its way has been sent; who lags is not waited for, nor sent more. */
  afterwards(member: Member, say: () => void): void {
    const known = this.#known.get(member);
    if (known) this.#fanouts[known.line].afterwards(say);
    else say();
  }

  /** Those who had read too slowly, and read again. */
  catchUp(): void {
    for (const line of LINES) this.#fanouts[line].catchUp();
  }

  closeAll(code: number, reason: string): void {
    this.#closed = { code, reason };
    for (const cancel of this.#announcing.values()) cancel();
    for (const line of LINES) this.#fanouts[line].flush();
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
    // A grace that ends later is none of this room's any more.
    if (this.#closed) return;
    this.#announceTo(STAFF_LINES, PRESENCE_INTERVAL_MS);
    this.#announceTo(PUBLIC_LINES, PUBLIC_PRESENCE_INTERVAL_MS);
  }

  #announceTo(lines: readonly Line[], intervalMs: number): void {
    if (this.#announcing.has(lines)) return;
    const cancel = this.#clock.after(intervalMs, () => {
      this.#announcing.delete(lines);
      this.#tell(lines);
    });
    this.#announcing.set(lines, cancel);
  }

  /** What everybody's own state must be by now, beside who is here. */
  check(checkOf: CheckOf): void {
    this.#tell(LINES, checkOf);
  }

  /** The other hubs know anew who is here. */
  tellElsewhere(): void {
    const { elsewhere } = this.#told;
    if (!elsewhere.isAlone) elsewhere.tellPresent(this.#present());
  }

  /** They were on a hub that is gone; whoever comes here in time is not quiet. */
  lost(people: readonly Present[]): void {
    for (const { personId } of people) {
      if (!this.#devices.has(personId)) this.#quiet.left(personId, this.#told.state());
    }
  }

  #tell(lines: readonly Line[], checkOf?: CheckOf): void {
    if (lines === STAFF_LINES) this.tellElsewhere();
    for (const line of lines) {
      const fanout = this.#fanouts[line];
      if (fanout.size === 0) continue;
      const audience = AUDIENCE_OF[line];
      fanout.tellAll(encode({ ...this.#presence(audience), ...(checkOf && { check: checkOf(audience) }) }));
    }
  }

  #shut(inviteId: string): void {
    for (const member of [...this.#known.keys()]) {
      if (member.inviteId !== inviteId) continue;
      this.remove(member);
      member.close(CLOSE.revoked, REVOKED);
    }
  }

  /** `seq`: of the last commit in `state` that may have changed it. */
  #sendOwn(member: Member, state: State, seq: number): void {
    const known = this.#known.get(member);
    if (!known || known.ownSeq >= seq) return;
    known.ownSeq = seq;
    const own = JSON.stringify(ownOf(state, member.actor.personId));
    if (known.own === own) return;
    known.own = own;
    member.send(framed(own));
  }

  #present(): Present[] {
    return [...this.#known].map(([member, known]) => presentOf(member, known));
  }

  #presence(audience: Audience): Presence {
    const { absences, damage, disk, state, elsewhere } = this.#told;
    const hubs = elsewhere.hubs();
    const head = {
      type: 'presence' as const,
      count: this.#known.size + elsewhere.count(),
      ...(hubs && { hubs }),
    };
    if (audience === 'public') return head;
    const others = elsewhere.people();
    const people = [...this.#present(), ...others];
    const outside = this.#told.outside.counts();
    const quietSince = this.#quiet.sinceMs(state(), [
      ...this.#devices.keys(),
      ...others.map(({ personId }) => personId),
    ]);
    return {
      ...head,
      people,
      ...(absences.length > 0 && { absences: [...absences] }),
      ...(damage && { damage }),
      ...(disk.isFailing && { cannotWrite: true as const }),
      ...(disk.isFailing && disk.isRemote && { lineCut: true as const }),
      ...(quietSince.size > 0 && {
        quiet: [...quietSince.keys()],
        quietSince: Object.fromEntries(quietSince),
      }),
      ...(outside.length > 0 && { outside }),
    };
  }
}

function presentOf({ actor, roundTripMs }: Member, { audience, sinceMs }: Known): Present {
  const ms = audience === 'public' ? null : roundTripMs();
  return { ...actor, sinceMs, ...(ms !== null && { roundTripMs: ms }) };
}
