import type { z } from 'zod';
import { agendaCommands } from './domain/agenda/schema.ts';
import { backchannelCommands } from './domain/backchannel/schema.ts';
import { contactsCommands } from './domain/contacts/schema.ts';
import type { Rejection } from './domain/context.ts';
import { invalid, reject } from './domain/context.ts';
import { floorCommands } from './domain/floor/schema.ts';
import { historyCommands } from './domain/history/schema.ts';
import { importsCommands } from './domain/imports/schema.ts';
import { inviteCommands } from './domain/invites/schema.ts';
import { notesCommands } from './domain/notes/schema.ts';
import { peopleCommands } from './domain/people/schema.ts';
import { questionsCommands } from './domain/questions/schema.ts';
import { queueCommands } from './domain/queue/schema.ts';
import { sessionCommands } from './domain/session/schema.ts';
import { must } from './lib/assert.ts';
import { problemOf, REPORTED } from './lib/problems.ts';

export const commandSchemas = {
  ...sessionCommands,
  ...agendaCommands,
  ...peopleCommands,
  ...importsCommands,
  ...queueCommands,
  ...floorCommands,
  ...questionsCommands,
  ...notesCommands,
  ...contactsCommands,
  ...backchannelCommands,
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
  const read = schema.safeParse(args ?? {}, REPORTED);
  if (!read.success) {
    const issue = must(read.error.issues[0], 'issue');
    return invalid(issue.path.join('.') || name, problemOf(issue));
  }
  return { name, args: read.data } as Command;
}
