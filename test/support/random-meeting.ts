/** Meetings that nobody has thought of: arbitrary commands by arbitrary people, some of them refused. */
import fc from 'fast-check';
import type { CommandName } from '../../shared/command.ts';
import { isRejection } from '../../shared/domain/context.ts';
import type { Role } from '../../shared/lib/vocabulary.ts';
import type { State } from '../../shared/state.ts';
import type { Meeting } from './meeting.ts';
import type { Step } from './random-commands.ts';
import { COMMANDS, COMMON } from './random-commands.ts';

const PEOPLE: [string, Role][] = [
  ['host-1', 'host'],
  ['mod-1', 'onsite-moderator'],
  ['mod-2', 'online-moderator'],
  ['li-1', 'liaison'],
  ['ra-1', 'rapporteur'],
  ['dev-1', 'participant'],
  ['dev-2', 'participant'],
  ['dev-3', 'participant'],
];

export function anyCommands(max: number): fc.Arbitrary<Step[]> {
  return fc.array(
    fc.record({
      // Moderators do most of what happens.
      who: fc.oneof(fc.nat(2), fc.nat(PEOPLE.length - 1)),
      seconds: fc.integer({ min: 0, max: 150 }),
      kind: fc.oneof(fc.nat(COMMANDS.length - 1), fc.nat(COMMON - 1)),
      pick: fc.nat(9),
      flag: fc.boolean(),
    }),
    { minLength: 1, maxLength: max, size: 'max' },
  );
}

/** Plays the steps; what is refused changes nothing, as in life. Returns how many were taken. */
export function play(meeting: Meeting, steps: readonly Step[]): number {
  let taken = 0;
  for (const [index, step] of steps.entries()) {
    const [personId, role] = PEOPLE[step.who] ?? ['host-1', 'host'];
    meeting.wait(step.seconds).as(personId, role);
    const made = commandOf(meeting.state, step, `x${meeting.commits.length}-${index}`);
    if (!made || isRejection(meeting.ask(...made))) continue;
    meeting.do(...made);
    taken += 1;
  }
  return taken;
}

/** The command of a step as things are; null where there is none. */
export function commandOf(state: State, step: Step, id: string): [CommandName, object] | null {
  return COMMANDS[step.kind % COMMANDS.length]?.(state, step, id) ?? null;
}
