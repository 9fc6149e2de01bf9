/** The commands of one room on their way to the log: decided on the tip, written in batches, one sync in flight. */
import { apply } from '../../../shared/apply.ts';
import type { Command } from '../../../shared/command.ts';
import { decodeCommand } from '../../../shared/command.ts';
import type { Commit } from '../../../shared/commit.ts';
import { decide } from '../../../shared/decide.ts';
import type { Actor, Rejection } from '../../../shared/domain/context.ts';
import { isRejection, reject } from '../../../shared/domain/context.ts';
import type { Event } from '../../../shared/event.ts';
import { assert, must } from '../../../shared/lib/assert.ts';
import { COMMANDS_IN_FLIGHT_MAX, CONFLICT_RETRIES_MAX } from '../../../shared/lib/limits.ts';
import type { State } from '../../../shared/state.ts';
import { type AppendResult, type SessionLog, StoreError } from '../../store/event-store.ts';
import type { SessionClock } from '../clock.ts';
import type { Answer } from '../sender.ts';
import { type Done, USED_BY_OTHER } from './done.ts';
import { Doubts } from './doubts.ts';

export type Confirmed = { seq: number; atMs: number; state: State };

/** Whoever waits for an answer; the same command may be sent again before there is one. */
type Asker = { tell(answer: Answer): void; fail(error: unknown): void; hasLeft(): boolean };

type Request = {
  commandId: string;
  command: Command;
  actor: Actor;
  askers: Asker[];
  /** What one sender sends is decided in this order. */
  arrived: number;
  tries: number;
};

/** A decided command that is not durable yet. */
type Pending = Request & { commit: Commit; after: State };

type Decided = { atMs: number; events: Event[] };

export type CommandLineOptions = {
  log: SessionLog;
  clock: SessionClock;
  confirmed: Confirmed;
  done: Done;
  /** What `decide` has nothing against, but the room knows better; null = nothing. */
  refuse(command: Command): Rejection | null;
  /** Told of everything that became durable, own and foreign, in order and in batches. */
  onCommits(commits: readonly Commit[], confirmed: Confirmed): void;
  /** A bug of ours, or a log that is not what it was: the room must be rebuilt. */
  onBroken(error: unknown): void;
};

export class CommandLine {
  readonly #options: CommandLineOptions;
  #confirmed: Confirmed;
  /** Confirmed, and own commits that are not durable yet. */
  #tip: Confirmed;
  #inFlight: Pending[] = [];
  #writing: Promise<void> = Promise.resolve();
  #waiting: Pending[] = [];
  #isPumpDue = false;
  readonly #onTheWay = new Map<string, Request>();
  #arrivals = 0;
  /** Null where nobody else writes the log. */
  readonly #doubts: Doubts<Request> | null;
  #idlers: (() => void)[] = [];

  constructor(options: CommandLineOptions) {
    this.#options = options;
    this.#confirmed = options.confirmed;
    this.#tip = options.confirmed;
    const { catchUp } = options.log;
    const decide = (requests: readonly Request[], isKnown: boolean) =>
      this.#guarded(() => {
        for (const request of requests) this.#decideKnown(request, isKnown);
        this.#pump();
      });
    this.#doubts = catchUp ? new Doubts({ catchUp, decide, onBroken: (error) => this.#break(error) }) : null;
    options.log.follow((commits) => this.#guarded(() => this.#follow(commits)));
  }

  get confirmed(): Confirmed {
    return this.#confirmed;
  }

  /** Answers once the command is durable, or refused. The same id from the same actor gets the same answer. */
  submit(
    actor: Actor,
    commandId: string,
    name: string,
    args: unknown,
    hasLeft = () => false,
  ): Promise<Answer> {
    const written = this.#options.done.answer(actor, commandId);
    if (written) return Promise.resolve(written);
    const pending = this.#onTheWay.get(commandId);
    if (pending) return alsoAnswered(pending, actor, hasLeft);
    const command = decodeCommand(name, args);
    if ('code' in command) return Promise.resolve(command);
    if (this.#onTheWay.size >= COMMANDS_IN_FLIGHT_MAX) {
      return Promise.resolve(reject('too-many', { limit: COMMANDS_IN_FLIGHT_MAX }));
    }
    return new Promise((tell, fail) => {
      try {
        this.#arrivals += 1;
        const askers = [{ tell, fail, hasLeft }];
        const request = { commandId, command, actor, askers, arrived: this.#arrivals, tries: 0 };
        if (this.#doubts?.isHolding(actor.personId)) this.#hold(request);
        else this.#enqueue(request);
        this.#pumpSoon();
      } catch (error) {
        fail(error);
        this.#break(error);
      }
    });
  }

  /** Resolves when nothing is on its way. */
  idle(): Promise<void> {
    if (this.#onTheWay.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.#idlers.push(resolve));
  }

  /** Resolves between two batches: at once, or when the one that is being written is answered, at most `waitMs` later. */
  written(waitMs: number): Promise<void> {
    if (this.#inFlight.length === 0) return Promise.resolve();
    return this.#within(waitMs, this.#writing);
  }

  /**
   * Resolves when all that is in the log by now was followed: at once where nobody else writes, at most `waitMs` later
   * where the store does not say so.
   */
  async caughtUp(waitMs: number): Promise<void> {
    const { catchUp } = this.#options.log;
    // Only a courtesy to whoever comes; whoever writes is told what is wrong.
    if (catchUp) await this.#within(waitMs, catchUp()).catch(() => undefined);
  }

  #within(waitMs: number, done: Promise<void>): Promise<void> {
    return new Promise((resolve, refuse) => {
      const cancel = this.#options.clock.after(waitMs, resolve);
      done.then(resolve, refuse).finally(cancel);
    });
  }

  #follow(commits: readonly Commit[]): void {
    for (const commit of commits) {
      assert(commit.seq === this.#confirmed.seq + 1, `commit ${commit.seq} after ${this.#confirmed.seq}`);
      const own = this.#inFlight[commit.seq - must(this.#inFlight[0]?.commit.seq ?? commit.seq, 'seq')];
      // The very commit, and not one alike: another hub may have done the same command at the same place on another state.
      const state = own?.commit === commit ? own.after : apply(this.#confirmed.state, commit);
      this.#confirmed = { seq: commit.seq, atMs: commit.atMs, state };
      this.#options.done.add(commit);
      if (this.#tip.seq < commit.seq) this.#tip = this.#confirmed;
    }
    this.#options.onCommits(commits, this.#confirmed);
  }

  /** Decides on the tip. */
  #enqueue(request: Request): void {
    const decided = this.#decidedOn(this.#tip, request);
    if (!('code' in decided)) this.#propose(request, decided);
    else if (this.#doubts) this.#hold(request);
    else answer(request, decided);
  }

  #propose(request: Request, { atMs, events }: Decided): void {
    const { actor, commandId } = request;
    const author = { personId: actor.personId, role: must(actor.roles[0], 'a role') };
    const commit: Commit = { seq: this.#tip.seq + 1, atMs, actor: author, commandId, events };
    const after = apply(this.#tip.state, commit);
    this.#tip = { seq: commit.seq, atMs, state: after };
    const pending = { ...request, commit, after };
    this.#waiting.push(pending);
    this.#onTheWay.set(commandId, pending);
  }

  #hold(request: Request): void {
    this.#onTheWay.set(request.commandId, request);
    this.#doubts?.hold(request);
  }

  /** What the log holds is known: refused is what it forbids, and not what an own command that may never be forbids. */
  #decideKnown(request: Request, isKnown: boolean): void {
    const { actor, commandId } = request;
    const written = this.#options.done.answer(actor, commandId);
    if (written) return this.#settle(request, written);
    if (!isKnown) return this.#failed(request);
    if (isLeft(request)) return this.#settle(request, reject('hub/restarting'));
    if (this.#doubts?.isForbidding(actor.personId)) return this.#forbid(request);
    const onTip = this.#decidedOn(this.#tip, request);
    if (!('code' in onTip)) return this.#propose(request, onTip);
    const onConfirmed = this.#decidedOn(this.#confirmed, request);
    if ('code' in onConfirmed) this.#settle(request, onConfirmed);
    else if (this.#doubts) this.#forbid(request);
    else this.#settle(request, onTip);
  }

  #forbid(request: Request): void {
    this.#onTheWay.set(request.commandId, request);
    this.#doubts?.forbid(request);
  }

  #decidedOn(before: Confirmed, { actor, command }: Request): Decided | Rejection {
    const atMs = Math.max(this.#options.clock.nowMs(), before.atMs);
    const events = decide(before.state, command, { actor, nowMs: atMs });
    if (isRejection(events)) return events;
    return this.#options.refuse(command) ?? { atMs, events };
  }

  /** When all sockets that have something to say were heard: their commands share one sync and one frame. */
  #pumpSoon(): void {
    if (this.#isPumpDue || this.#inFlight.length > 0) return;
    this.#isPumpDue = true;
    setImmediate(() => {
      this.#isPumpDue = false;
      this.#pump();
    });
  }

  #pump(): void {
    if (this.#inFlight.length > 0) return;
    if (this.#waiting.length === 0) {
      if (this.#onTheWay.size > 0) return;
      for (const idler of this.#idlers.splice(0)) idler();
      return;
    }
    this.#inFlight = this.#waiting;
    this.#waiting = [];
    this.#writing = this.#write(this.#inFlight);
  }

  async #write(batch: Pending[]): Promise<void> {
    let result: AppendResult | 'failed';
    try {
      result = await this.#options.log.append(batch.map((pending) => pending.commit));
    } catch (error) {
      if (!(error instanceof StoreError)) return this.#break(error);
      result = 'failed';
    }
    this.#inFlight = [];
    this.#guarded(() => {
      const forbidden = this.#doubts?.takeForbidden() ?? [];
      if (result === 'failed') this.#refuseAll(batch, forbidden);
      else if (result.kind === 'appended') {
        for (const pending of batch) this.#settle(pending, pending.commit);
        for (const request of forbidden) this.#decideKnown(request, true);
      } else this.#decideAgain(batch, forbidden);
      this.#pump();
    });
  }

  /** What could not be written never happened; what was decided on top of it is refused with it. */
  #refuseAll(batch: readonly Pending[], forbidden: readonly Request[]): void {
    const refused = [...batch, ...this.#waiting, ...forbidden];
    this.#waiting = [];
    this.#tip = this.#confirmed;
    for (const request of refused) this.#failed(request);
  }

  /**
   * Somebody else wrote first: back to what is durable, all of which has been heard, and every command is decided anew, in
   * the order in which they came.
   */
  #decideAgain(batch: readonly Pending[], forbidden: readonly Request[]): void {
    const pending = [...batch, ...this.#waiting];
    this.#waiting = [];
    this.#tip = this.#confirmed;
    const again = pending.map(({ commit: _, after: __, ...request }) => ({
      ...request,
      tries: request.tries + 1,
    }));
    for (const request of [...again, ...forbidden].toSorted((a, b) => a.arrived - b.arrived)) {
      if (request.tries > CONFLICT_RETRIES_MAX) this.#settle(request, reject('hub/restarting'));
      else this.#decideKnown(request, true);
    }
  }

  /** The store took nothing, unless another hub has done it meanwhile. */
  #failed(request: Request): void {
    const written = this.#options.done.answer(request.actor, request.commandId);
    this.#settle(request, written ?? reject('hub/cannot-write'));
  }

  #settle(request: Request, result: Answer): void {
    this.#onTheWay.delete(request.commandId);
    answer(request, 'seq' in result ? { seq: result.seq } : result);
  }

  #guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#break(error);
    }
  }

  /** Who watches is sent away first; who asks over HTTP then hears that it must ask again. */
  #break(error: unknown): void {
    this.#options.onBroken(error);
    for (const { askers } of this.#onTheWay.values()) for (const { fail } of askers) fail(error);
    this.#onTheWay.clear();
  }
}

function answer({ askers }: Request, result: Answer): void {
  for (const { tell } of askers) tell(result);
}

/** Nobody hears of it any more: another hub may have refused it by now, on what this one has not heard of. */
function isLeft({ askers }: Request): boolean {
  return askers.every(({ hasLeft }) => hasLeft());
}

/** Somebody sends the same id again before the first is answered. */
function alsoAnswered(pending: Request, actor: Actor, hasLeft: () => boolean): Promise<Answer> {
  if (pending.actor.personId !== actor.personId) return Promise.resolve(USED_BY_OTHER);
  return new Promise((tell, fail) => pending.askers.push({ tell, fail, hasLeft }));
}
