/** A hub of one room in memory: the real decide, apply and redact, without disk, limits or proofs of identity. */

import { audienceOf } from '../../../electron/hub/auth.ts';
import { ownOf } from '../../../electron/hub/sending/own.ts';
import { apply } from '../../../shared/apply.ts';
import { decodeCommand } from '../../../shared/command.ts';
import type { Commit, SentCommit } from '../../../shared/commit.ts';
import { shortened } from '../../../shared/compact.ts';
import { createEvents } from '../../../shared/create.ts';
import { decide } from '../../../shared/decide.ts';
import type { Actor } from '../../../shared/domain/context.ts';
import { isRejection } from '../../../shared/domain/context.ts';
import type { Event } from '../../../shared/event.ts';
import { fingerprint } from '../../../shared/lib/fingerprint.ts';
import type { Audience, Role } from '../../../shared/lib/vocabulary.ts';
import { ROLES } from '../../../shared/lib/vocabulary.ts';
import type { PlanInput } from '../../../shared/plan.ts';
import { planSchema } from '../../../shared/plan.ts';
import type { ClientMessage, Hello, HubMessage } from '../../../shared/protocol.ts';
import { redactCommit, redactState } from '../../../shared/redact.ts';
import type { State } from '../../../shared/state.ts';
import { INITIAL_STATE } from '../../../shared/state.ts';
import type { Line, SimulatedWorld } from './simulated-world.ts';

type Peer = {
  line: Line;
  actor: Actor;
  audience: Audience;
  takesShort: boolean;
  sentSeq: number;
  own: string;
};

export class MemoryHub {
  state: State = INITIAL_STATE;
  readonly log: Commit[] = [];
  logId = 'log-1';
  /** Asked before a command is decided; a code refuses it. */
  refuse: (name: string) => string | null = () => null;
  /** What a tail is on its way to become. */
  spoilTail: (commits: SentCommit[]) => SentCommit[] = (commits) => commits;
  /** What screens have said of checks that they did not pass. */
  readonly diverged: number[] = [];
  readonly #world: SimulatedWorld;
  readonly #acks = new Map<string, number>();
  #peers: Peer[] = [];

  constructor(world: SimulatedWorld, plan: Partial<PlanInput> = {}) {
    this.#world = world;
    world.onConnect = (line) => {
      line.hub = {
        received: (text) => this.#received(line, JSON.parse(text) as ClientMessage),
        closed: () => {
          this.#peers = this.#peers.filter((peer) => peer.line !== line);
        },
      };
      line.opened();
    };
    const whole = planSchema.parse({ format: 'evenfloor.plan', v: 1, title: 'Test', ...plan });
    const inviteIds = Object.fromEntries(ROLES.map((role) => [role, role])) as Record<Role, string>;
    this.#append(createEvents(whole, inviteIds), { role: 'hub' }, 'create');
  }

  /** As somebody else would, or another hub: straight into the log. */
  command(
    name: string,
    args: object,
    role: Role = 'onsite-moderator',
    personId = `direct-${role}`,
    commandId = `direct-${this.log.length}`,
  ): void {
    const actor: Actor = { personId, roles: [role] };
    const code = this.#decide(commandId, name, args, actor);
    if (code) throw new Error(code.code);
  }

  /** Tells everybody what is no event, such as who is here. */
  tell(message: HubMessage): void {
    for (const { line } of this.#peers) this.#send(line, message);
  }

  /** As the hub does now and then, when nothing is on its way. */
  check(): void {
    for (const { line, audience, sentSeq: seq } of this.#peers) {
      const hash = fingerprint(redactState(this.state, audience));
      this.#send(line, { type: 'presence', count: this.#peers.length, check: { seq, hash } });
    }
  }

  #received(line: Line, message: ClientMessage): void {
    const peer = this.#peers.find((other) => other.line === line);
    if (message.type === 'hello') this.#welcome(line, message);
    else if (message.type === 'ping') {
      this.#send(line, { type: 'pong', sentAtMs: message.sentAtMs, hubTimeMs: this.#world.nowMs });
    } else if (peer) {
      const { commandId, name, args = {} } = message;
      const refused = this.#decide(commandId, name, args, peer.actor);
      if (refused) this.#send(line, { type: 'rejected', commandId, ...refused, message: refused.code });
      else this.#send(line, { type: 'ack', commandId, seq: this.#acks.get(commandId) });
    }
  }

  /** The token's middle part names the roles, joined by `_`. */
  #welcome(line: Line, { token, clientId, afterSeq, logId, accept = [], diverged }: Hello): void {
    if (diverged !== undefined) this.diverged.push(diverged);
    const roles = (token.split('.')[1] ?? '').split('_') as Role[];
    const audience = audienceOf(roles);
    const actor: Actor = { personId: `person-${clientId}`, roles };
    const seq = this.log.length;
    const head = { type: 'welcome', sessionId: 's', logId: this.logId, schema: 1, seq, roles };
    const common = { ...head, personId: actor.personId, hubTimeMs: this.#world.nowMs };
    if (afterSeq === null || logId !== this.logId || afterSeq > seq) {
      this.#send(line, { ...common, mode: 'snapshot', state: redactState(this.state, audience) });
    } else {
      let prev = afterSeq;
      const commits = this.log.slice(afterSeq).flatMap((commit) => {
        const sent = redactCommit(commit, audience, prev);
        if (sent) prev = sent.seq;
        return sent ?? [];
      });
      this.#send(line, { ...common, mode: 'tail', commits: this.spoilTail(commits) });
    }
    const takesShort = audience === 'public' && accept.includes('short');
    const peer = { line, actor, audience, takesShort, sentSeq: seq, own: '' };
    this.#peers.push(peer);
    this.#sendOwn(peer);
  }

  #decide(commandId: string, name: string, args: object, actor: Actor) {
    if (this.#acks.has(commandId)) return null;
    const refused = this.refuse(name);
    if (refused) return { code: refused, params: {} };
    const command = decodeCommand(name, args);
    if (!('name' in command)) return command;
    const events = decide(this.state, command, { actor, nowMs: this.#world.nowMs });
    if (isRejection(events)) return events;
    const role = actor.roles[0] ?? 'display';
    this.#append(events, { personId: actor.personId, role }, commandId);
    return null;
  }

  #append(events: Event[], actor: Commit['actor'], commandId: string): void {
    const commit = { seq: this.log.length + 1, atMs: this.#world.nowMs, actor, commandId, events };
    this.log.push(commit);
    this.state = apply(this.state, commit);
    this.#acks.set(commandId, commit.seq);
    for (const peer of this.#peers) {
      const sent = redactCommit(commit, peer.audience, peer.sentSeq);
      if (sent) {
        peer.sentSeq = commit.seq;
        const message = peer.takesShort ? { short: [shortened(sent)] } : { type: 'commits', commits: [sent] };
        this.#send(peer.line, message);
      }
      this.#sendOwn(peer);
    }
  }

  /** What is a person's own goes to that person, when it has changed. */
  #sendOwn(peer: Peer): void {
    const own = ownOf(this.state, peer.actor.personId);
    if (JSON.stringify(own) === peer.own) return;
    peer.own = JSON.stringify(own);
    this.#send(peer.line, own);
  }

  #send(line: Line, message: object): void {
    if (line.isOpen) line.toClient.push(JSON.stringify(message));
  }
}
