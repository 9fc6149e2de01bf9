import { readFile, writeFile } from 'node:fs/promises';
import type { Commit } from '../../shared/commit.ts';
import { must } from '../../shared/lib/assert.ts';
import type { AppendResult, EventStore, Pulse, SessionLog, Snapshot } from './event-store.ts';
import { StoreError } from './event-store.ts';
import { withoutContacts } from './without-contacts.ts';

type Stored = {
  logId: string;
  commits: Commit[];
  commandIds: Set<string>;
  snapshot: Snapshot | null;
  pulse: Pulse | null;
  contacts: Map<string, string>;
};

/** For tests: forgets everything when the process ends. Commits are copied, as a disk would. */
export function memoryStore(): EventStore {
  const sessions = new Map<string, Stored>();
  const listeners = new Map<string, Set<(commits: readonly Commit[]) => void>>();
  const held = new Set<string>();
  let lastLog = 0;

  function logOf(sessionId: string, readOnly: boolean): SessionLog {
    const stored = sessions.get(sessionId);
    if (!stored) throw new StoreError('no-such-session', { path: sessionId });
    if (!readOnly) {
      if (held.has(sessionId)) throw new StoreError('session-held', { path: sessionId });
      held.add(sessionId);
    }
    const following = must(listeners.get(sessionId), 'listeners');
    return {
      sessionId,
      logId: stored.logId,
      damage: null,
      read: async (afterSeq, limit) => structuredClone(stored.commits.slice(afterSeq, afterSeq + limit)),
      append: async (commits) => {
        const result = check(stored, commits);
        if (result.kind !== 'appended') return result;
        const copies = structuredClone(commits);
        stored.commits.push(...copies);
        for (const commit of copies) stored.commandIds.add(commit.commandId);
        for (const listener of following) listener(copies);
        return result;
      },
      follow: (listener) => {
        following.add(listener);
        return () => following.delete(listener);
      },
      saveSnapshot: async (snapshot) => {
        stored.snapshot = structuredClone(snapshot);
      },
      loadSnapshot: async () => structuredClone(stored.snapshot),
      savePulse: async (pulse) => {
        stored.pulse = structuredClone(pulse);
      },
      loadPulse: async () => structuredClone(stored.pulse),
      putContact: async (contactId, body) => {
        stored.contacts.set(contactId, body);
      },
      eraseContact: async (contactId) => {
        stored.contacts.delete(contactId);
      },
      contacts: async () => [...stored.contacts].map(([contactId, body]) => ({ contactId, body })),
      copy: async (path, { contacts }) => {
        const copied = stored.commits.map((commit) => (contacts ? commit : withoutContacts(commit)));
        const kept = contacts ? [...stored.contacts] : [];
        await writeFile(path, JSON.stringify({ sessionId, commits: copied, contacts: kept }));
      },
      close: async () => {
        if (!readOnly) held.delete(sessionId);
      },
    };
  }

  function put(sessionId: string, first: readonly Commit[], contacts: [string, string][]): SessionLog {
    if (sessions.has(sessionId)) throw new StoreError('session-exists', { path: sessionId });
    lastLog += 1;
    sessions.set(sessionId, {
      logId: `memory-${lastLog}`,
      commits: structuredClone([...first]),
      commandIds: new Set(first.map((commit) => commit.commandId)),
      snapshot: null,
      pulse: null,
      contacts: new Map(contacts),
    });
    listeners.set(sessionId, new Set());
    return logOf(sessionId, false);
  }

  return {
    create: async (sessionId, first = []) => put(sessionId, first, []),
    restore: async (path, otherId, options) => {
      const { sessionId, commits, contacts } = JSON.parse(await readFile(path, 'utf8'));
      return put(options?.asOther || sessions.has(sessionId) ? otherId : sessionId, commits, contacts);
    },
    remove: async (sessionId) => void sessions.delete(sessionId),
    open: async (sessionId, options) => logOf(sessionId, options?.readOnly ?? false),
    has: async (sessionId) => sessions.has(sessionId),
    list: async () => [...sessions.keys()].toReversed(),
    close: async () => held.clear(),
  };
}

function check(stored: Stored, commits: readonly Commit[]): AppendResult {
  const first = must(commits[0], 'a commit to append');
  if (first.seq !== stored.commits.length + 1) return { kind: 'conflict' };
  const twice = commits.find((commit) => stored.commandIds.has(commit.commandId));
  return twice ? { kind: 'duplicate', commandId: twice.commandId } : { kind: 'appended' };
}
