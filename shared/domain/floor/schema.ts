import { z } from 'zod';
import { REASON_CHARS_MAX, TURN_LIMIT_SECONDS_MAX } from '../../lib/limits.ts';
import type { Problem } from '../../lib/problems.ts';
import {
  channelSchema,
  entryKindSchema,
  eventSchema,
  idSchema,
  lineSchema,
  nameSchema,
  readinessSchema,
} from '../../lib/schema.ts';

/** Who pays for a turn: a side, the panel (shown, outside the balance), or nobody. */
const charge = z.union([channelSchema, z.literal('panel')]).nullable();

const count = z.int().min(0);

/** What held when the speaker was chosen; the tags are folded over these. */
const choiceSchema = z.object({
  waiting: z.object({ onsite: count, online: count }),
  proposedEntryId: idSchema.nullable(),
});

const given = {
  turnId: idSchema,
  entryId: idSchema.nullable(),
  personId: idSchema.optional(),
  name: z.string(),
  channel: channelSchema,
  charge,
  kind: entryKindSchema.optional(),
  topic: z.string().optional(),
  /** Read aloud by staff for whoever asked; charged to that side. */
  relayed: z.literal(true).optional(),
  /** When the hand went up; absent for whoever was called without one, and in logs older than the field. */
  requestedAtMs: z.number().optional(),
  /** The turn that was broken off, of which this is the rest: a stretch of its own, but no further turn of anybody's. */
  continues: idSchema.optional(),
  itemId: idSchema.nullable(),
  limitMs: z.number().min(0),
  choice: choiceSchema,
  /** Somebody other than the proposal was called; staff only. */
  override: z
    .object({
      reason: z.string().optional(),
      /** The name on the proposed hand, which may be gone when it is asked for. */
      insteadOf: z.string().optional(),
    })
    .optional(),
};

export const turnSchema = z.object({
  ...given,
  seq: z.int(),
  startedAtMs: z.number(),
  /** Total of the pauses that are over. */
  pausedMs: z.number().min(0),
  /** The pauses that are over; those entered later have no place in time and are in the total alone. */
  pauses: z.array(z.object({ fromMs: z.number(), toMs: z.number() })).optional(),
  /** Since when a pause lasts. */
  pausedAtMs: z.number().nullable(),
  /** The pause is that of a technical stop, and ends with it. */
  stopped: z.literal(true).optional(),
});

export const endedTurnSchema = turnSchema.omit({ pausedAtMs: true, stopped: true }).extend({
  endedAtMs: z.number(),
  spokenMs: z.number().min(0),
  /** Somebody has put it right, and begin, end and seconds do not add up. */
  corrected: z.literal(true).optional(),
});

const turnOnly = z.object({ turnId: idSchema });
const durationMs = z
  .number()
  .min(0)
  .max(24 * 3_600_000);

export const floorCommands = {
  'floor/give': z
    .object({
      turnId: idSchema,
      entryId: idSchema.optional(),
      /** Somebody without a hand: of the roster, or by a free name with a side. */
      person: z
        .object({
          personId: idSchema.optional(),
          name: nameSchema.optional(),
          channel: channelSchema.optional(),
        })
        .optional(),
      /** Whoever had to stop goes on: the turn of which this is the rest. */
      continuesTurnId: idSchema.optional(),
      /** The last turn given that the sender saw; null = none yet. */
      afterTurnId: idSchema.nullable(),
      /** The proposal that the sender saw. */
      proposedEntryId: idSchema.nullable().optional(),
      charge: charge.optional(),
      limitSeconds: z.number().min(1).max(TURN_LIMIT_SECONDS_MAX).optional(),
      reason: lineSchema(REASON_CHARS_MAX).optional(),
    })
    .refine(
      ({ entryId, person, continuesTurnId }) =>
        [entryId, person, continuesTurnId].filter((named) => named !== undefined).length === 1,
      'entry-or-person' satisfies Problem,
    ),
  'floor/end': turnOnly,
  'floor/pause': turnOnly,
  'floor/resume': turnOnly,
  /** Adds to the limit, or takes off it. */
  'floor/adjust': turnOnly.extend({
    seconds: z.number().min(-TURN_LIMIT_SECONDS_MAX).max(TURN_LIMIT_SECONDS_MAX),
  }),
  /** Goes on although a slot is held for the side that is behind. */
  'floor/skip-hold': z.object({ afterTurnId: idSchema }),
  /** Says, afterwards, why another than the proposed one was called. */
  'floor/explain': turnOnly.extend({ reason: lineSchema(REASON_CHARS_MAX) }),
  'floor/ready': z.object({
    entryId: idSchema,
    readiness: readinessSchema,
  }),
  /** Puts a past turn right; the tags are then as if it had been so. */
  'floor/correct': turnOnly.extend({
    channel: channelSchema.optional(),
    spokenMs: durationMs.optional(),
    pausedMs: durationMs.optional(),
  }),
};

export const floorEvents = [
  eventSchema('floor/given', given),
  eventSchema('floor/ended', { turnId: idSchema }),
  eventSchema('floor/paused', { turnId: idSchema }),
  eventSchema('floor/resumed', { turnId: idSchema }),
  eventSchema('floor/adjusted', { turnId: idSchema, limitMs: z.number().min(0) }),
  eventSchema('floor/hold-skipped', { afterTurnId: idSchema }),
  eventSchema('floor/explained', { turnId: idSchema, reason: z.string() }),
  eventSchema('floor/readied', {
    entryId: idSchema,
    readiness: readinessSchema,
  }),
  eventSchema('floor/corrected', { turn: endedTurnSchema }),
] as const;

export type Charge = z.infer<typeof charge>;
/** The stretch during which somebody holds the floor, while it lasts. */
export type Turn = z.infer<typeof turnSchema>;
export type EndedTurn = z.infer<typeof endedTurnSchema>;
export type FloorEvent = z.infer<(typeof floorEvents)[number]>;
export type GiveArgs = z.infer<(typeof floorCommands)['floor/give']>;
export type ReadyArgs = z.infer<(typeof floorCommands)['floor/ready']>;
export type CorrectArgs = z.infer<(typeof floorCommands)['floor/correct']>;
