/** One session alive in the hub: its commands, and everybody who watches. */
import type { Commit } from '../../shared/commit.ts';
import type { Actor } from '../../shared/domain/context.ts';
import { PRESENCE_INTERVAL_MS, SNAPSHOT_INTERVAL_COMMITS } from '../../shared/lib/limits.ts';
import type { Audience } from '../../shared/lib/vocabulary.ts';
import type { Hello, HubMessage } from '../../shared/protocol.ts';
import type { State } from '../../shared/state.ts';
import { CLOSE, PROTOCOL_VERSION } from '../../shared/wire.ts';
import type { SessionLog } from '../store/event-store.ts';
import { audienceOf } from './auth.ts';
import type { Clock } from './clock.ts';
import type { Answer, Confirmed } from './commands.ts';
import { commandLine } from './commands.ts';
import { encode, outgoing } from './frames.ts';
import { load } from './load.ts';
import { ownOf, touchedPersonIds } from './own.ts';

/** Somebody at the other end of a socket, once it is known who. */
export type Member = {
  readonly actor: Actor;
  readonly inviteId: string;
  send(frame: Buffer): void;
  close(code: number, reason: string): void;
};

export type Room = {
  readonly sessionId: string;
  readonly secret: Buffer;
  readonly state: State;
  readonly seq: number;
  nowMs(): number;
  join(member: Member, hello: Pick<Hello, 'afterSeq' | 'logId'>): void;
  leave(member: Member): void;
  submit(actor: Actor, commandId: string, name: string, args: unknown): Promise<Answer>;
  view(audience: Audience): State;
  /** Lets what is on its way be written, says 1012 to everybody, and lets go of the log. */
  close(): Promise<void>;
};

export async function openRoom(log: SessionLog, secret: Buffer, clock: Clock): Promise<Room> {
  const loaded = await load(log);
  const done = new Map(
    loaded.commands.map(({ commandId, personId }, index) => [commandId, { personId, seq: index + 1 }]),
  );
  const out = outgoing(loaded.recentAfterSeq, loaded.recent);
  const members = new Map<Member, { audience: Audience; sinceMs: number; own: string }>();
  let snapshotSeq = loaded.seq;
  let saving: Promise<void> = Promise.resolve();
  let cancelPresence: (() => void) | null = null;

  const line = commandLine({ log, clock, confirmed: loaded, done, onCommits });

  function onCommits(commits: readonly Commit[], confirmed: Confirmed): void {
    const frames = out.add(commits);
    for (const [member, { audience }] of members) {
      const frame = frames[audience];
      if (frame) member.send(frame);
    }
    const touched = touchedPersonIds(commits);
    for (const member of members.keys()) {
      if (touched === 'all' || touched.has(member.actor.personId)) sendOwn(member, confirmed.state);
    }
    shutDoors(commits);
    if (confirmed.seq - snapshotSeq >= SNAPSHOT_INTERVAL_COMMITS) saveSnapshot();
  }

  /** A revoked invitation closes its sockets at once. */
  function shutDoors(commits: readonly Commit[]): void {
    for (const event of commits.flatMap((commit) => commit.events)) {
      if (event.type !== 'invites/revoked') continue;
      for (const member of [...members.keys()]) {
        if (member.inviteId !== event.inviteId) continue;
        leave(member);
        member.close(CLOSE.revoked, 'this invitation was revoked');
      }
    }
  }

  function saveSnapshot(): void {
    const { seq, atMs, state } = line.confirmed;
    const commands = [...done].map(([commandId, { personId }]) => ({ commandId, personId }));
    snapshotSeq = seq;
    // A cache: a disk that cannot take it costs nothing but a slower start.
    saving = saving.then(() => log.saveSnapshot({ seq, atMs, state, commands })).catch(() => undefined);
  }

  function nowMs(): number {
    return Math.max(clock.nowMs(), line.confirmed.atMs);
  }

  function join(member: Member, { afterSeq, logId }: Pick<Hello, 'afterSeq' | 'logId'>): void {
    const audience = audienceOf(member.actor.roles);
    const { seq, state } = line.confirmed;
    const isSameLog = logId === undefined || logId === log.logId;
    const missed = afterSeq !== null && afterSeq <= seq && isSameLog ? out.tail(audience, afterSeq) : null;
    const welcome: HubMessage = {
      type: 'welcome',
      sessionId: log.sessionId,
      logId: log.logId,
      schema: PROTOCOL_VERSION,
      ...(member.actor.roles.every((role) => role === 'display') ? {} : { personId: member.actor.personId }),
      roles: member.actor.roles,
      seq,
      hubTimeMs: nowMs(),
      ...(missed
        ? { mode: 'tail', commits: missed }
        : { mode: 'snapshot', state: out.snapshot(audience, seq, state) }),
    };
    member.send(encode(welcome));
    members.set(member, { audience, sinceMs: nowMs(), own: '' });
    sendOwn(member, state);
    member.send(presenceFrame(audience));
    announcePresence();
  }

  function sendOwn(member: Member, state: State): void {
    const known = members.get(member);
    const own = JSON.stringify(ownOf(state, member.actor.personId));
    if (!known || known.own === own) return;
    known.own = own;
    member.send(Buffer.from(own));
  }

  function leave(member: Member): void {
    if (members.delete(member)) announcePresence();
  }

  function presenceFrame(audience: Audience): Buffer {
    const count = members.size;
    if (audience === 'public') return encode({ type: 'presence', count });
    const people = [...members].map(([{ actor }, { sinceMs }]) => ({ ...actor, sinceMs }));
    return encode({ type: 'presence', count, people });
  }

  /** At most once in each interval, however many come and go. */
  function announcePresence(): void {
    cancelPresence ??= clock.after(PRESENCE_INTERVAL_MS, () => {
      cancelPresence = null;
      const frames = {
        keeper: presenceFrame('keeper'),
        staff: presenceFrame('staff'),
        public: presenceFrame('public'),
      };
      for (const [member, { audience }] of members) member.send(frames[audience]);
    });
  }

  return {
    sessionId: log.sessionId,
    secret,
    get state() {
      return line.confirmed.state;
    },
    get seq() {
      return line.confirmed.seq;
    },
    nowMs,
    join,
    leave,
    submit: line.submit,
    view: (audience) => out.snapshot(audience, line.confirmed.seq, line.confirmed.state),
    close: async () => {
      cancelPresence?.();
      await line.idle();
      for (const member of [...members.keys()]) member.close(CLOSE.restarting, 'the hub is closing');
      members.clear();
      if (line.confirmed.seq > snapshotSeq || snapshotSeq > loaded.recentAfterSeq) saveSnapshot();
      await saving;
      await log.close();
    },
  };
}
