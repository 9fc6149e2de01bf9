/** One session alive in the hub: its commands, and everybody who watches. */
import type { Command } from '../../shared/command.ts';
import type { Commit, SentCommit } from '../../shared/commit.ts';
import type { Rejection } from '../../shared/domain/context.ts';
import { reject } from '../../shared/domain/context.ts';
import { recordOf } from '../../shared/domain/people/own.ts';
import type { Absence } from '../../shared/domain/session/schema.ts';
import {
  NEWCOMER_BEHIND_MS_MAX,
  SNAPSHOT_INTERVAL_COMMITS,
  SNAPSHOT_PARTS,
} from '../../shared/lib/limits.ts';
import type { Audience, Door } from '../../shared/lib/vocabulary.ts';
import type { Hello } from '../../shared/protocol.ts';
import type { State } from '../../shared/state.ts';
import { CLOSE, PROTOCOL_VERSION } from '../../shared/wire.ts';
import { type SessionLog, STATE_VERSION } from '../store/event-store.ts';
import type { Peers } from '../store/peers.ts';
import { type Absences, noteAbsences } from './absences.ts';
import { audienceOf } from './auth.ts';
import { type Backups, keepBackups } from './backups.ts';
import { type Clock, clockAhead, type SessionClock } from './clock.ts';
import { Contacts, type KeptContact } from './contacts.ts';
import { CommandLine } from './deciding/commands.ts';
import { type Done, doneCommands } from './deciding/done.ts';
import { type Disk, watchDisk } from './disk.ts';
import { Elsewhere } from './elsewhere.ts';
import { type Loaded, load } from './load.ts';
import { Haste } from './pacing/haste.ts';
import type { Answer, Sender } from './sender.ts';
import { createChecks, type StateChecks } from './sending/checks.ts';
import { type Outgoing, outgoing } from './sending/frames.ts';
import { type Member, Members } from './sending/members.ts';
import { Newcomers } from './sending/newcomers.ts';
import { Outside } from './sending/outside.ts';
import { sentLog } from './sending/sent-log.ts';
import { welcome } from './sending/welcome.ts';

export type RoomOptions = {
  log: SessionLog;
  secret: Buffer;
  clock: Clock;
  /** Of this session alone. */
  backupFolder: string;
  peers: Peers;
  /** The room has let go of everything and must not be used any more; another one can be opened. */
  onBroken(error: unknown): void;
};

type ResumeHello = Pick<Hello, 'afterSeq' | 'logId' | 'accept' | 'diverged'>;

/** A snapshot names every command so far: of a long log it is made less often, so that a commit costs no more. */
function snapshotInterval(seq: number): number {
  return Math.max(SNAPSHOT_INTERVAL_COMMITS, seq / SNAPSHOT_PARTS);
}

const isEnd = ({ events }: Commit) => events.some(({ type }) => type === 'session/ended');

/** Reads the log to its end and follows it from there. Rejects with StoreError when it cannot be read. */
export async function openRoom(options: RoomOptions): Promise<Room> {
  return new Room(options, await load(options.log));
}

export class Room {
  readonly secret: Buffer;
  readonly #log: SessionLog;
  /** How far this session's time is ahead of the hub's. */
  readonly #aheadMs: number;
  readonly #clock: SessionClock;
  readonly #line: CommandLine;
  readonly #contacts: Contacts;
  readonly #done: Done;
  readonly #out: Outgoing;
  readonly #members: Members;
  readonly #checks: StateChecks;
  readonly #absences: Absences;
  readonly #backups: Backups;
  readonly #disk: Disk;
  readonly #outside = new Outside();
  readonly #haste = new Haste();
  readonly #newcomers = new Newcomers((waitMs) => this.#line.written(waitMs));
  readonly #elsewhere: Elsewhere;
  #snapshotSeq: number;
  #isClosing = false;
  #saving: Promise<void> = Promise.resolve();

  constructor(options: RoomOptions, loaded: Loaded) {
    const { log: unwatched, secret, clock, backupFolder, peers, onBroken } = options;
    const { log, disk } = watchDisk(unwatched, () => this.#members.announce());
    this.secret = secret;
    this.#log = log;
    this.#disk = disk;
    this.#done = doneCommands(loaded.commands);
    this.#out = outgoing(loaded.recentAfterSeq, loaded.recent);
    // A clock that was set back since: time goes on from where the log is, or it would stand still until it is there.
    this.#aheadMs = Math.max(0, loaded.atMs - clock.nowMs());
    this.#clock = clockAhead(clock, this.#aheadMs);
    this.#absences = noteAbsences(log, loaded.pulse, this.#clock.nowMs());
    this.#elsewhere = new Elsewhere({
      peers,
      sessionId: log.sessionId,
      onChange: () => this.#members.announce(),
      onDue: () => this.#members.tellElsewhere(),
      onLost: (people) => this.#members.lost(people),
      onTaken: (taken) => this.#haste.charge(taken, this.#clock.nowMs()),
      onAbsence: (absence) => {
        this.#absences.heard(absence);
        this.#members.announce();
      },
    });
    const rebuild = (error: unknown) => {
      this.#backups.stop();
      this.#elsewhere.close();
      void this.#contacts.close();
      this.#members.closeAll(CLOSE.restarting, 'the session is being rebuilt from its log');
      onBroken(error);
    };
    this.#members = new Members(
      this.#clock,
      {
        absences: this.#absences.noted,
        damage: log.damage,
        disk,
        state: () => this.state,
        outside: this.#outside,
        elsewhere: this.#elsewhere,
      },
      { tail: this.#out.tail, onBroken: rebuild },
    );
    this.#checks = createChecks(log.sessionId, this.#out);
    this.#backups = keepBackups(log, backupFolder, this.#clock);
    this.#snapshotSeq = loaded.recentAfterSeq;
    this.#line = new CommandLine({
      log,
      clock: this.#clock,
      confirmed: loaded,
      done: this.#done,
      refuse: (command) => (this.#isMadeUp(command) ? reject('session/no-such-absence') : null),
      onCommits: (commits, { seq, state }) => {
        this.#members.broadcast(this.#out.add(commits), commits, state);
        if (seq - this.#snapshotSeq >= snapshotInterval(seq)) this.#saveSnapshot();
        this.#backups.changed();
        if (commits.some(isEnd)) void this.#backups.now();
      },
      onBroken: rebuild,
    });
    this.#contacts = new Contacts(log, () => this.state, this.#clock);
    this.#members.open(this.state);
    const toMs = this.nowMs();
    const pulseMs = loaded.pulse && loaded.pulse.atMs <= toMs ? loaded.pulse.atMs : 0;
    this.#noteAbsence({ fromMs: Math.max(pulseMs, loaded.atMs), toMs });
  }

  get sessionId(): string {
    return this.#log.sessionId;
  }

  get state(): State {
    return this.#line.confirmed.state;
  }

  get seq(): number {
    return this.#line.confirmed.seq;
  }

  /** When something happened last. */
  get lastAtMs(): number {
    return this.#line.confirmed.atMs;
  }

  /** This session's epoch milliseconds, never before the last commit. */
  nowMs(): number {
    return Math.max(this.#clock.nowMs(), this.#line.confirmed.atMs);
  }

  /** Its store took nothing when it was tried last. */
  get cannotWrite(): boolean {
    return this.#disk.isFailing;
  }

  connections(): Record<Audience, number> {
    return this.#members.counts();
  }

  /** The state as an audience sees it. */
  view(audience: Audience): State {
    return this.#out.snapshot(audience, this.seq, this.state);
  }

  /**
   * Decides, writes and answers; too many in too short a time are refused, by whichever door they come. Rejects when
   * the room is closing or must be rebuilt: the same command can be sent to whoever opens the session next.
   */
  submit(sender: Sender, commandId: string, name: string, args: unknown): Promise<Answer> {
    if (this.#isClosing) return Promise.reject(new Error('the room is closing'));
    const { actor, inviteId, hasLeft } = sender;
    // Over HTTP a body can come long after whoever sends it was let in.
    if (this.isRevoked(inviteId)) return Promise.resolve(reject('forbidden', { command: name }));
    const haste = this.#hasteOf(sender, commandId);
    if (haste) return Promise.resolve(haste);
    const submit = () => this.#line.submit(actor, commandId, name, args, hasLeft?.bind(sender));
    return name.startsWith('contacts/') ? this.#contacts.submit(name, args, submit) : submit();
  }

  #hasteOf(sender: Sender, commandId: string): Rejection | null {
    // Sent again by a page that has not heard that it is done.
    if (this.#done.answer(sender.actor, commandId)) return null;
    const isNew = recordOf(this.state.people, sender.actor.personId) === undefined;
    return this.#haste.refusal(sender, isNew, this.#clock.nowMs());
  }

  /** The whole log, as an audience may see it. */
  log(audience: Audience): Promise<SentCommit[]> {
    return sentLog(this.#log, this.seq, audience);
  }

  /** Writes the session as a file for elsewhere; contacts go along only when asked for. Rejects with StoreError. */
  copy(path: string, contacts: boolean): Promise<void> {
    return this.#log.copy(path, { contacts });
  }

  /** For those who keep them alone. */
  contacts(): Promise<KeptContact[]> {
    return this.#contacts.list();
  }

  /** Resolves when a newcomer may come in, who may have seen more of the log at another hub than this one has. */
  async turn({ afterSeq }: Pick<Hello, 'afterSeq'>): Promise<void> {
    if ((afterSeq ?? 0) > this.seq) await this.#line.caughtUp(NEWCOMER_BEHIND_MS_MAX);
    return this.#newcomers.turn();
  }

  /** By an invitation that was good when it was looked at, which may be a while ago. */
  isRevoked(inviteId: string): boolean {
    return this.state.invites?.some((invite) => invite.inviteId === inviteId && invite.revoked) ?? false;
  }

  /** Says welcome, with what was missed or the whole, and whatever comes from then on. */
  join(member: Member, hello: ResumeHello): void {
    const { afterSeq, logId, accept, diverged } = hello;
    if (diverged !== undefined) this.#checks.failed(diverged);
    const audience = audienceOf(member.actor.roles);
    // The public's log is another one than the staff's: whoever's rights have changed begins anew.
    const ownLogId = audience === 'public' ? `${this.#log.logId}.public` : this.#log.logId;
    const isSameLog = logId === undefined || logId === ownLogId;
    const canResume = afterSeq !== null && afterSeq <= this.seq && isSameLog;
    const missed = canResume ? this.#out.tail(audience, afterSeq) : null;
    const { personId, roles } = member.actor;
    const hubs = this.#elsewhere.hubs();
    const head = {
      type: 'welcome' as const,
      sessionId: this.sessionId,
      logId: ownLogId,
      schema: PROTOCOL_VERSION,
      ...(roles.every((role) => role === 'display') ? {} : { personId }),
      roles,
      seq: this.seq,
      hubTimeMs: this.nowMs(),
      ...(hubs && { hubs }),
    };
    const { state } = this;
    const frame = welcome(this.#out, audience, head, missed, state, accept);
    this.#members.add(member, frame, this.#line.confirmed);
  }

  /** Runs `say` when `member` has been sent all that is durable: an ack never comes before its commit. */
  ahead(member: Member, say: () => void): void {
    this.#members.ahead(member, say);
  }

  /** Runs `say` when what is on its way has been sent: for what may be asked so often that it must not fill a full line. */
  afterwards(member: Member, say: () => void): void {
    this.#members.afterwards(member, say);
  }

  /**
   * The hub lives; whoever opens the session next can tell for how long none did. While the disk fails, this is what
   * tries it again.
   */
  pulse(): void {
    this.#members.catchUp();
    this.#absences.pulse(this.nowMs(), this.state, this.#disk);
    this.#elsewhere.pulse(this.#clock.nowMs(), this.#haste.takenSince());
    const checkOf = this.#checks.due(this.#clock.nowMs(), this.seq, this.state);
    if (checkOf) this.#members.check(checkOf);
  }

  /** The hub was not awake, in its own time: if a clock ran meanwhile, the staff is asked whether that counts. */
  wasAway({ fromMs, toMs }: Absence): void {
    // Others served it meanwhile, and nobody's time stood still.
    if (this.#elsewhere.isServed) return;
    this.#noteAbsence({ fromMs: fromMs + this.#aheadMs, toMs: toMs + this.#aheadMs });
  }

  /** Somebody came to the meeting on another platform, or left it. */
  outside(door: Door, id: string, isThere: boolean): void {
    this.#outside.set(door, id, isThere);
    this.#members.announce();
  }

  measured(member: Member): void {
    this.#members.measured(member);
  }

  leave(member: Member): void {
    this.#members.remove(member);
  }

  /** Lets what is on its way be written, says 1012 to everybody, and lets go of the log. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#line.idle();
    await this.#contacts.close();
    this.#members.closeAll(CLOSE.restarting, 'the hub is closing');
    this.#elsewhere.close();
    if (this.seq > this.#snapshotSeq) this.#saveSnapshot();
    await this.#saving;
    await this.#backups.now();
    await this.#log.close();
  }

  /** Only a time when no hub was there is asked about; the log, which knows of none, would take any. */
  #isMadeUp({ name, args }: Command): boolean {
    if (name !== 'session/settle-absence') return false;
    return !this.#absences.noted.some(({ fromMs, toMs }) => fromMs === args.fromMs && toMs === args.toMs);
  }

  /** In the session's time. */
  #noteAbsence(absence: Absence): void {
    if (!this.#absences.note(absence, this.state)) return;
    this.#elsewhere.tellAbsence(absence);
    this.#members.announce();
  }

  #saveSnapshot(): void {
    const { seq, atMs, state } = this.#line.confirmed;
    const snapshot = { v: STATE_VERSION, seq, atMs, state, commands: this.#done.list() };
    this.#snapshotSeq = seq;
    // A cache: a disk that cannot take it costs nothing but a slower start.
    this.#saving = this.#saving.then(() => this.#log.saveSnapshot(snapshot)).catch(() => undefined);
  }
}
