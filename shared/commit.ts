import { z } from 'zod';
import { eventSchema } from './event.ts';
import { idSchema, roleSchema } from './lib/schema.ts';

export const authorSchema = z.object({
  personId: idSchema.optional(),
  role: z.union([roleSchema, z.literal('hub')]),
});

/** All events of one accepted command: the atom that is stored, ordered and sent. `seq` counts from 1. */
export const commitSchema = z.object({
  seq: z.int().min(1),
  /** Hub epoch milliseconds; never decreases in a log. */
  atMs: z.number(),
  actor: authorSchema,
  commandId: z.string().min(1).max(128),
  events: z.array(eventSchema).min(1),
});

export type Commit = z.infer<typeof commitSchema>;

/** A commit as one audience gets it: `prev` is the seq last sent to that audience; the public's actor is a role. */
export type SentCommit = Omit<Commit, 'actor'> & {
  actor: Commit['actor'] | Commit['actor']['role'];
  prev: number;
};
