import { z } from 'zod';
import { agendaEvents } from './domain/agenda/schema.ts';
import { backchannelEvents } from './domain/backchannel/schema.ts';
import { contactsEvents } from './domain/contacts/schema.ts';
import { floorEvents } from './domain/floor/schema.ts';
import { historyEvents } from './domain/history/schema.ts';
import { importsEvents } from './domain/imports/schema.ts';
import { inviteEvents } from './domain/invites/schema.ts';
import { notesEvents } from './domain/notes/schema.ts';
import { peopleEvents } from './domain/people/schema.ts';
import { questionsEvents } from './domain/questions/schema.ts';
import { queueEvents } from './domain/queue/schema.ts';
import { sessionEvents } from './domain/session/schema.ts';

/** A fact. Once released, readable for ever: fields are only added as optional, old shapes are upcast when read. */
export const eventSchema = z.discriminatedUnion('type', [
  ...sessionEvents,
  ...agendaEvents,
  ...peopleEvents,
  ...importsEvents,
  ...queueEvents,
  ...floorEvents,
  ...questionsEvents,
  ...notesEvents,
  ...contactsEvents,
  ...backchannelEvents,
  ...inviteEvents,
  ...historyEvents,
]);

export type Event = z.infer<typeof eventSchema>;
