import { z } from 'zod';
import { NAME_CHARS_MAX } from '../../lib/limits.ts';
import type { Problem } from '../../lib/problems.ts';
import { eventSchema, lineSchema, roleSchema } from '../../lib/schema.ts';

/** Part of a token, whose parts are joined by dots. */
export const inviteIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/, 'not-an-invitation-id' satisfies Problem);

const issued = {
  inviteId: inviteIdSchema,
  /** One invitation may carry several, since one person often holds two. */
  roles: z.array(roleSchema).min(1).max(7),
  label: lineSchema(NAME_CHARS_MAX).optional(),
};

export const inviteSchema = z.object({
  ...issued,
  seq: z.int(),
  revoked: z.literal(true).optional(),
});

export const inviteCommands = {
  'invites/issue': z.object(issued),
  'invites/revoke': z.object({ inviteId: inviteIdSchema }),
};

export const inviteEvents = [
  eventSchema('invites/issued', issued),
  eventSchema('invites/revoked', { inviteId: inviteIdSchema }),
] as const;

/** A door that can be shut again. Its secret part is nowhere in the log. */
export type Invite = z.infer<typeof inviteSchema>;
export type InviteEvent = z.infer<(typeof inviteEvents)[number]>;
