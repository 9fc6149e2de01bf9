/**
 * Where the commits of a session live. One small interface for one machine and for many: whatever a hub knows to
 * have happened reaches it through `follow`, its own commits and foreign ones alike.
 */
import type { Commit } from '../../shared/commit.ts';
import type { Absence } from '../../shared/domain/session/schema.ts';
import type { State } from '../../shared/state.ts';
import { storeErrorsEn } from '../../shared/words/file-errors-en.ts';

export type AppendResult =
  | { kind: 'appended' }
  /** The first commit's seq is not the next one: somebody else has written. */
  | { kind: 'conflict' }
  /** A commit with this commandId is in the log already; nothing of the batch was written. */
  | { kind: 'duplicate'; commandId: string };

/** Raised when the state's shape changes: a snapshot of another version is not used. */
export const STATE_VERSION = 6;
/** From here on an older one lacks nothing that is needed: it is used where it stands in for commits that are lost. */
export const STATE_VERSION_MIN = 4;

/** A cache: deleting it changes nothing but the time that opening takes. */
export type Snapshot = {
  v: number;
  seq: number;
  atMs: number;
  state: State;
  /** Of every commit up to `seq`: its commandId and who sent it; the index is `seq - 1`. */
  commands: { commandId: string; personId: string }[];
};

/**
 * That a hub lived, beside the log: mutable, and no part of what has happened. `absences`: times when none lived and
 * nobody has said yet whether they count.
 */
export type Pulse = { atMs: number; absences: Absence[] };

export type ContactRow = { contactId: string; body: string };

/** What of a log could not be read when it was opened. */
export type Damage = {
  /** The first commit that is missing. */
  seq: number;
  /** The last one that is there; not before `seq` where a snapshot stands in for what is missing between. */
  lastSeq: number;
  /** Where the damaged file is kept: its name, beside the session's. */
  keptAs: string;
};

/** Whether what is written arrives, as far as is known; `onChange` returns the way to stop. */
export type Line = { readonly isUp: boolean; onChange(listener: () => void): () => void };

export type SessionLog = {
  readonly sessionId: string;
  /** Null unless this very opening has recovered the log. */
  readonly damage: Damage | null;
  /** To a store on other machines: what fails is this rather than a disk. */
  readonly line?: Line;
  /** Differs between a log and a restored copy of it. */
  readonly logId: string;
  /** The commits after `afterSeq`, oldest first, at most `limit`; decoded and upcast. */
  read(afterSeq: number, limit: number): Promise<Commit[]>;
  /** All or nothing; resolves when durable. Ordered: one call at a time. Rejects with {@link StoreError}. */
  append(commits: readonly Commit[]): Promise<AppendResult>;
  /** Every commit that becomes durable from now on, in order, before the `append` that wrote it resolves. */
  follow(listener: (commits: readonly Commit[]) => void): () => void;
  /**
   * Where others write too: resolves when all that was durable when it was asked has been followed. Rejects with
   * {@link StoreError} when the store does not answer.
   */
  catchUp?(): Promise<void>;
  saveSnapshot(snapshot: Snapshot): Promise<void>;
  /** Null when there is none that this version can trust. */
  loadSnapshot(): Promise<Snapshot | null>;
  savePulse(pulse: Pulse): Promise<void>;
  /** The last one saved, by whichever hub; null before the first. */
  loadPulse(): Promise<Pulse | null>;
  /** What must be erasable, beside the log, under an id. Resolves when durable. */
  putContact(contactId: string, body: string): Promise<void>;
  /** Resolves when it is gone from the disk too; one that is not there is gone already. */
  eraseContact(contactId: string): Promise<void>;
  contacts(): Promise<ContactRow[]>;
  /**
   * Writes the log as a file of its own with a `logId` of its own, whole or not at all. Unless `contacts`, it is as if
   * every contact had been erased. Rejects with {@link StoreError}.
   */
  copy(path: string, options: { contacts: boolean }): Promise<void>;
  close(): Promise<void>;
};

export type RestoreOptions = { asOther?: boolean };

export type EventStore = {
  /** A new log with its first commits, held for writing; all or nothing. Rejects when there is one. */
  create(sessionId: string, first?: readonly Commit[]): Promise<SessionLog>;
  /** An existing log; held for writing unless `readOnly`. */
  open(sessionId: string, options?: { readOnly?: boolean }): Promise<SessionLog>;
  /**
   * The session of a file that `copy` has written, or of a session file from elsewhere: under its own id, or `otherId`
   * where that is taken or unknown, always with a new `logId`, held for writing. What is damaged is recovered as `open`
   * does. The file is left as it is. Rejects with {@link StoreError}. `asOther`: under `otherId` in any case, since the
   * session may go on elsewhere under its own.
   */
  restore(path: string, otherId: string, options?: RestoreOptions): Promise<SessionLog>;
  has(sessionId: string): Promise<boolean>;
  /** Takes away a session that nobody holds. */
  remove(sessionId: string): Promise<void>;
  /** Ids of all sessions, the most recently written first. */
  list(): Promise<string[]>;
  close(): Promise<void>;
};

export type StoreErrorCode = keyof typeof storeErrorsEn;

/** Which file, which commit of it, and what the system says: a code such as `ENOSPC`, or its text. */
export type StoreErrorParams = { path?: string; seq?: number; why?: string };

/** `message` is English; every language words code and params. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;
  readonly params: Readonly<StoreErrorParams>;

  constructor(code: StoreErrorCode, params: Readonly<StoreErrorParams>) {
    super(storeErrorsEn[code](params));
    this.code = code;
    this.params = params;
  }
}
