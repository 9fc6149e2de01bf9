import { z } from 'zod';
import { EMAIL_CHARS_MAX, NAME_CHARS_MAX } from '../../lib/limits.ts';
import type { Problem } from '../../lib/problems.ts';
import { eventSchema, idSchema, lineSchema, nameSchema } from '../../lib/schema.ts';

/**
 * What somebody leaves for the one purpose that the session states. It is erasable, so it is no event: the hub keeps it
 * beside the log (docs/architecture.md), the log keeps only that it came and went.
 */
export const contactSchema = z.object({
  name: nameSchema,
  organisation: lineSchema(NAME_CHARS_MAX).optional(),
  email: lineSchema(EMAIL_CHARS_MAX).pipe(z.email('not-an-email' satisfies Problem)),
});

const contactOnly = { contactId: idSchema };

export const contactsCommands = {
  /** `purpose` is the one that was read, in its words: consent is to nothing else. */
  'contacts/join': contactSchema.extend({ ...contactOnly, purpose: z.string(), consent: z.literal(true) }),
  'contacts/erase': z.object(contactOnly),
};

export const contactsEvents = [
  eventSchema('contacts/joined', { ...contactOnly, purpose: z.string() }),
  eventSchema('contacts/erased', contactOnly),
] as const;

export type Contact = z.infer<typeof contactSchema>;
/** That somebody has left a contact: by whom, for what and when consent was given. Keepers only. */
export type ContactRecord = {
  contactId: string;
  personId?: string;
  purpose: string;
  joinedAtMs: number;
  seq: number;
};
export type JoinContactArgs = z.infer<(typeof contactsCommands)['contacts/join']>;
export type ContactsEvent = z.infer<(typeof contactsEvents)[number]>;
