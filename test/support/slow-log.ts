/** A command line on a log whose disk answers when the test says so, alone or with others who write it too. */
import { CommandLine } from '../../electron/hub/deciding/commands.ts';
import { doneCommands } from '../../electron/hub/deciding/done.ts';
import type { AppendResult, SessionLog } from '../../electron/store/event-store.ts';
import { memoryStore } from '../../electron/store/memory.ts';
import type { Commit } from '../../shared/commit.ts';
import type { Actor } from '../../shared/domain/context.ts';
import { hand, meeting } from './meeting.ts';
import { simulatedClock } from './simulated-clock.ts';

export const MOD: Actor = { personId: 'mod', roles: ['onsite-moderator'] };
export const OTHER: Actor = { personId: 'other', roles: ['online-moderator'] };

/** `isShared`: others may write; `others.write` is what they do before the store says how far the log goes. */
export async function slowLog(isShared = false) {
  const m = meeting();
  const log = await memoryStore().create('s1');
  await log.append(m.commits);
  const batches: (readonly Commit[])[] = [];
  const syncs: ((outcome?: Error) => Promise<void>)[] = [];
  const slow: SessionLog = {
    ...log,
    ...(isShared && { catchUp: () => others.write() as Promise<void> }),
    append: (commits) => {
      batches.push(commits);
      return new Promise<AppendResult>((resolve, reject) => {
        syncs.push(async (outcome) => {
          if (outcome) reject(outcome);
          else resolve(await log.append(commits));
          await settled();
        });
      });
    },
  };
  const others: { write(): Promise<unknown> } = { write: async () => undefined };
  const heard: number[] = [];
  const failing = { at: '' };
  const broken: unknown[] = [];
  const clock = simulatedClock();
  const line = new CommandLine({
    log: slow,
    clock,
    confirmed: { seq: 1, atMs: 0, state: m.state },
    done: doneCommands([{ commandId: 'c1', personId: '' }]),
    onCommits: (commits) => {
      if (heard.length === 0 && failing.at === 'commits') throw new Error('a bug of ours');
      heard.push(...commits.map((commit) => commit.seq));
    },
    refuse: () => null,
    onBroken: (error) => broken.push(error),
  });
  const join = (entryId: string, actor = MOD, commandId = `cmd-${entryId}`) =>
    line.submit(actor, commandId, 'queue/join', hand(entryId, 'onsite'));
  return { log, line, clock, batches, syncs, heard, join, broken, failing, others };
}

export const far = (seq: number, commandId: string, events: Commit['events']): Commit => ({
  seq,
  atMs: 5,
  actor: { personId: 'mod', role: 'onsite-moderator' },
  commandId,
  events,
});
export const joined = (seq: number, entryId: string) =>
  far(seq, `far-${entryId}`, [
    { type: 'queue/joined', v: 1, entryId, name: 'F', channel: 'online', door: 'web', kind: 'topic' },
  ]);
export const left = (seq: number, entryId: string, commandId: string) =>
  far(seq, commandId, [{ type: 'queue/left', v: 1, entryId }]);

export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
