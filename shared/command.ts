import type { z } from 'zod';
import { agendaCommands } from './domain/agenda/schema.ts';
import type { Rejection } from './domain/context.ts';
import { reject } from './domain/context.ts';
import { floorCommands } from './domain/floor/schema.ts';
import { historyCommands } from './domain/history/schema.ts';
import { inviteCommands } from './domain/invites/schema.ts';
import { peopleCommands } from './domain/people/schema.ts';
import { queueCommands } from './domain/queue/schema.ts';
import { sessionCommands } from './domain/session/schema.ts';
import { must } from './lib/assert.ts';

export const commandSchemas = {
  ...sessionCommands,
  ...agendaCommands,
  ...peopleCommands,
  ...queueCommands,
  ...floorCommands,
  ...inviteCommands,
  ...historyCommands,
};

export type CommandName = keyof typeof commandSchemas;

/** A wish that may be refused. */
export type Command = {
  [Name in CommandName]: { name: Name; args: z.infer<(typeof commandSchemas)[Name]> };
}[CommandName];

/** The command as its schema reads it, or why it cannot be read (`unknown-command`, `invalid`). */
export function decodeCommand(name: string, args: unknown): Command | Rejection {
  if (!Object.hasOwn(commandSchemas, name)) return reject('unknown-command', { name: name.slice(0, 80) });
  const schema: z.ZodType = commandSchemas[name as CommandName];
  const read = schema.safeParse(args ?? {});
  if (!read.success) {
    const { path, message } = must(read.error.issues[0], 'issue');
    return reject('invalid', { field: path.join('.') || name, problem: message });
  }
  return { name, args: read.data } as Command;
}
