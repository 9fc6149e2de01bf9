/** Given/when/then for the meeting: a session that is driven by commands, without a hub. */
import { apply } from '../../shared/apply.ts';
import type { Command, CommandName } from '../../shared/command.ts';
import { decodeCommand } from '../../shared/command.ts';
import type { Commit } from '../../shared/commit.ts';
import { createEvents } from '../../shared/create.ts';
import { type Decision, decide } from '../../shared/decide.ts';
import type { Actor } from '../../shared/domain/context.ts';
import { isRejection } from '../../shared/domain/context.ts';
import type { Role } from '../../shared/lib/vocabulary.ts';
import { ROLES } from '../../shared/lib/vocabulary.ts';
import { type PlanInput, planSchema } from '../../shared/plan.ts';
import type { State } from '../../shared/state.ts';
import { INITIAL_STATE } from '../../shared/state.ts';

export type Args<N extends CommandName> = Extract<Command, { name: N }>['args'];

export type Meeting = {
  readonly state: State;
  readonly commits: Commit[];
  readonly nowMs: number;
  /** Lets time go by. */
  wait(seconds: number): Meeting;
  /** The commands that follow are sent by somebody with these roles. */
  as(personId: string, ...roles: Role[]): Meeting;
  /** What the command would do, without doing it. */
  ask(name: CommandName, args?: unknown): Decision;
  /** Does it; throws when it is refused. Returns the commit's seq. */
  do(name: CommandName, args?: unknown): number;
  /** The code of the refusal, or null. */
  refusal(name: CommandName, args?: unknown): string | null;
};

export const HOST: Actor = { personId: 'host-1', roles: ['host'] };

export function planOfDiscussion(more: Partial<PlanInput> = {}): PlanInput {
  return {
    format: 'evenfloor.plan',
    v: 1,
    title: 'A discussion',
    agenda: [
      { itemId: 'opening', kind: 'opening', title: 'Opening', minutes: 5 },
      { itemId: 'speeches', kind: 'speeches', title: 'Speeches', minutes: 40, speakers: 5 },
      { itemId: 'talk', kind: 'discussion', title: 'Discussion', minutes: 40 },
      { itemId: 'closing', kind: 'closing', title: 'Closing', minutes: 5 },
    ],
    people: [
      {
        personId: 'ana',
        name: 'Ana',
        channel: 'onsite',
        panel: true,
        groups: { stakeholder: 'Civil Society' },
      },
      { personId: 'bo', name: 'Bo 博', channel: 'online', panel: true },
    ],
    ...more,
  };
}

/** A session of `plan`, its first commit at 1,000,000 ms, driven by the host until `as` says otherwise. */
export function meeting(plan: PlanInput = planOfDiscussion()): Meeting {
  let state = INITIAL_STATE;
  let nowMs = 1_000_000;
  let actor = HOST;
  const commits: Commit[] = [];

  function commit(events: Commit['events'], author: Commit['actor']): number {
    const seq = commits.length + 1;
    const made = { seq, atMs: nowMs, actor: author, commandId: `c${seq}`, events };
    commits.push(made);
    state = apply(state, made);
    return seq;
  }

  const inviteIds = Object.fromEntries(ROLES.map((role) => [role, `invite-${role}`])) as Record<Role, string>;
  commit(createEvents(planSchema.parse(plan), inviteIds), { role: 'hub' });

  function ask(name: CommandName, args: unknown = {}): Decision {
    const command = decodeCommand(name, args);
    return 'code' in command ? command : decide(state, command, { actor, nowMs });
  }

  const self: Meeting = {
    get state() {
      return state;
    },
    commits,
    get nowMs() {
      return nowMs;
    },
    wait: (seconds) => {
      nowMs += seconds * 1_000;
      return self;
    },
    as: (personId, ...roles) => {
      actor = { personId, roles };
      return self;
    },
    ask,
    do: (name, args) => {
      const decision = ask(name, args);
      if (isRejection(decision)) {
        throw new Error(`${name} was refused: ${decision.code} ${JSON.stringify(decision.params)}`);
      }
      return commit(decision, { personId: actor.personId, role: actor.roles[0] ?? 'host' });
    },
    refusal: (name, args) => {
      const decision = ask(name, args);
      return isRejection(decision) ? decision.code : null;
    },
  };
  return self;
}

/** A discussion that has begun, with free names waiting: `onsite(2)` are entries `r1`, `r2`; online `o1` … */
export function discussion(onsite = 0, online = 0): Meeting {
  const m = meeting();
  m.do('agenda/begin', { itemId: 'talk', afterItemId: null });
  for (let i = 1; i <= Math.max(onsite, online); i += 1) {
    if (i <= onsite) m.wait(1).do('queue/join', hand(`r${i}`, 'onsite'));
    if (i <= online) m.wait(1).do('queue/join', hand(`o${i}`, 'online'));
  }
  return m;
}

/** A request to speak by a free name. */
export function hand(entryId: string, channel: 'onsite' | 'online', more: object = {}): object {
  const door = channel === 'onsite' ? 'room' : 'zoom';
  return { entryId, name: `Guest ${entryId}`, channel, door, kind: 'topic', ...more };
}
