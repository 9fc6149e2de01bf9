/** The commands of one room on their way to the log: decided on the tip, written in batches, one sync in flight. */
import { apply } from '../../shared/apply.ts';
import type { Command } from '../../shared/command.ts';
import { decodeCommand } from '../../shared/command.ts';
import type { Commit } from '../../shared/commit.ts';
import { decide } from '../../shared/decide.ts';
import type { Actor, Rejection } from '../../shared/domain/context.ts';
import { isRejection, reject } from '../../shared/domain/context.ts';
import { assert, must } from '../../shared/lib/assert.ts';
import { COMMANDS_IN_FLIGHT_MAX, CONFLICT_RETRIES_MAX } from '../../shared/lib/limits.ts';
import type { State } from '../../shared/state.ts';
import type { SessionLog } from '../store/event-store.ts';
import type { Clock } from './clock.ts';

export type Answer = { seq: number } | Rejection;
export type Confirmed = { seq: number; atMs: number; state: State };

/** A decided command that is not durable yet. */
type Pending = {
  commandId: string;
  command: Command;
  actor: Actor;
  answer(answer: Answer): void;
  tries: number;
  commit: Commit;
  after: State;
};

export type CommandLine = {
  readonly confirmed: Confirmed;
  /** Answers once the command is durable, or refused. The same id from the same actor gets the same answer. */
  submit(actor: Actor, commandId: string, name: string, args: unknown): Promise<Answer>;
  /** Resolves when nothing is on its way. */
  idle(): Promise<void>;
};

export type CommandLineOptions = {
  log: SessionLog;
  clock: Clock;
  confirmed: Confirmed;
  /** commandId → who sent it and where it stands, for the whole life of the session. */
  done: Map<string, { personId: string; seq: number }>;
  /** Told of everything that became durable, own and foreign, in order and in batches. */
  onCommits(commits: readonly Commit[], confirmed: Confirmed): void;
};

const USED_BY_OTHER = reject('invalid', { field: 'commandId', problem: 'used by somebody else' });

export function commandLine({ log, clock, confirmed, done, onCommits }: CommandLineOptions): CommandLine {
  let tip: Confirmed = confirmed;
  let inFlight: Pending[] = [];
  let waiting: Pending[] = [];
  const idlers: (() => void)[] = [];

  log.follow((commits) => {
    for (const commit of commits) {
      assert(commit.seq === confirmed.seq + 1, `commit ${commit.seq} after ${confirmed.seq}`);
      const own = inFlight.find((pending) => pending.commit.seq === commit.seq);
      const isOwn = own?.commit.commandId === commit.commandId;
      const state = own && isOwn ? own.after : apply(confirmed.state, commit);
      confirmed = { seq: commit.seq, atMs: commit.atMs, state };
      done.set(commit.commandId, { personId: commit.actor.personId ?? '', seq: commit.seq });
      if (!isOwn && commit.seq > 0 && tip.seq < commit.seq) tip = confirmed;
    }
    onCommits(commits, confirmed);
  });

  function submit(actor: Actor, commandId: string, name: string, args: unknown): Promise<Answer> {
    const before = earlier(actor, commandId);
    if (before) return before;
    const command = decodeCommand(name, args);
    if ('code' in command) return Promise.resolve(command);
    if (inFlight.length + waiting.length >= COMMANDS_IN_FLIGHT_MAX) {
      return Promise.resolve(reject('too-many', { limit: COMMANDS_IN_FLIGHT_MAX }));
    }
    return new Promise((resolve) => {
      if (enqueue({ commandId, command, actor, answer: resolve, tries: 0 })) pump();
    });
  }

  /** The answer that was given for this id already; null when the id is new. */
  function writtenAnswer(actor: Actor, commandId: string): Answer | null {
    const written = done.get(commandId);
    if (!written) return null;
    return written.personId === actor.personId ? { seq: written.seq } : USED_BY_OTHER;
  }

  function earlier(actor: Actor, commandId: string): Promise<Answer> | null {
    const written = writtenAnswer(actor, commandId);
    if (written) return Promise.resolve(written);
    const pending = [...inFlight, ...waiting].find((other) => other.commandId === commandId);
    if (!pending) return null;
    if (pending.actor.personId !== actor.personId) return Promise.resolve(USED_BY_OTHER);
    return new Promise((resolve) => {
      const { answer } = pending;
      pending.answer = (result) => {
        answer(result);
        resolve(result);
      };
    });
  }

  /** Decides on the tip; false when it was refused. */
  function enqueue(request: Omit<Pending, 'commit' | 'after'>): boolean {
    const { actor, command, commandId } = request;
    const nowMs = Math.max(clock.nowMs(), tip.atMs);
    const decision = decide(tip.state, command, { actor, nowMs });
    if (isRejection(decision)) {
      request.answer(decision);
      return false;
    }
    const author = { personId: actor.personId, role: must(actor.roles[0], 'a role') };
    const commit: Commit = { seq: tip.seq + 1, atMs: nowMs, actor: author, commandId, events: decision };
    const after = apply(tip.state, commit);
    tip = { seq: commit.seq, atMs: nowMs, state: after };
    waiting.push({ ...request, commit, after });
    return true;
  }

  function pump(): void {
    if (inFlight.length > 0) return;
    if (waiting.length === 0) {
      for (const idler of idlers.splice(0)) idler();
      return;
    }
    inFlight = waiting;
    waiting = [];
    void write();
  }

  async function write(): Promise<void> {
    const batch = inFlight;
    try {
      const result = await log.append(batch.map((pending) => pending.commit));
      inFlight = [];
      if (result.kind === 'appended') {
        for (const pending of batch) pending.answer({ seq: pending.commit.seq });
      } else {
        decideAgain(batch);
      }
    } catch {
      inFlight = [];
      // What could not be written never happened; what was decided on top of it is refused with it.
      const refused = [...batch, ...waiting];
      waiting = [];
      tip = confirmed;
      for (const pending of refused) pending.answer(reject('hub/cannot-write'));
    }
    pump();
  }

  /** Somebody else wrote first: back to what is durable, and every command is decided anew, in its order. */
  function decideAgain(batch: Pending[]): void {
    const requests = [...batch, ...waiting];
    waiting = [];
    tip = confirmed;
    for (const { commit: _, after: __, ...request } of requests) {
      const written = writtenAnswer(request.actor, request.commandId);
      if (written) request.answer(written);
      else if (request.tries >= CONFLICT_RETRIES_MAX) request.answer(reject('hub/restarting'));
      else enqueue({ ...request, tries: request.tries + 1 });
    }
  }

  return {
    get confirmed() {
      return confirmed;
    },
    submit,
    idle: () =>
      inFlight.length + waiting.length === 0
        ? Promise.resolve()
        : new Promise((resolve) => idlers.push(resolve)),
  };
}
