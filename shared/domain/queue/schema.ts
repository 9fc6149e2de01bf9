import { z } from 'zod';
import { NAME_CHARS_MAX, REASON_CHARS_MAX, TOPIC_CHARS_MAX } from '../../lib/limits.ts';
import {
  channelSchema,
  doorSchema,
  entryKindSchema,
  eventSchema,
  idSchema,
  lineSchema,
  nameSchema,
  readinessSchema,
} from '../../lib/schema.ts';

const topic = lineSchema(TOPIC_CHARS_MAX);

/** Fields that the public does not see yet, since nobody of the staff has passed them. */
const unshown = z.array(z.enum(['name', 'topic'])).optional();

const joined = {
  entryId: idSchema,
  personId: idSchema.optional(),
  /** Absent for an audience that may not see it yet. */
  name: z.string().max(NAME_CHARS_MAX).optional(),
  channel: channelSchema,
  door: doorSchema,
  kind: entryKindSchema,
  topic: z.string().max(TOPIC_CHARS_MAX).optional(),
  /** The agenda item during which the hand went up, or to which it was carried; absent before the first one, and in logs older than the field. */
  itemId: idSchema.optional(),
  /** Somebody of the staff reads it aloud for whoever asked. */
  relayed: z.literal(true).optional(),
  unshown,
};

export const entrySchema = z.object({
  ...joined,
  /** The commit that made it. */
  seq: z.int(),
  joinedAtMs: z.number(),
  held: z.literal(true).optional(),
  /** How often the person was called and was not there. */
  missedCalls: z.int().optional(),
  /** A place that a moderator gave, on the scale of the aged key (milliseconds). */
  placedAtMs: z.number().optional(),
  /** The answer of a person on deck; whoever is not ready is on hold with it until ready again. */
  readiness: readinessSchema.optional(),
});

const entryOnly = z.object({ entryId: idSchema });

export const queueCommands = {
  'queue/join': z.object({
    entryId: idSchema,
    personId: idSchema.optional(),
    name: nameSchema.optional(),
    channel: channelSchema,
    door: doorSchema,
    kind: entryKindSchema,
    topic: topic.optional(),
  }),
  'queue/leave': entryOnly.extend({ reason: lineSchema(REASON_CHARS_MAX).optional() }),
  'queue/update': entryOnly.extend({
    name: nameSchema.optional(),
    channel: channelSchema.optional(),
    kind: entryKindSchema.optional(),
    /** null takes the topic away. */
    topic: topic.nullable().optional(),
    /** Staff shows the self-typed name and topic to everybody. */
    shown: z.literal(true).optional(),
  }),
  /** `afterEntryId` is an entry of the same side; null = before all of it. */
  'queue/move': entryOnly.extend({ afterEntryId: idSchema.nullable() }),
  'queue/hold': entryOnly,
  'queue/return': entryOnly,
  /** Called and not there; after the second time the entry goes to the end of its class. */
  'queue/miss': entryOnly.extend({
    /** How often the sender saw it missed, so that two who press at once count once. */
    missedCalls: z.int().min(0).optional(),
  }),
  'queue/put-on-deck': entryOnly,
  'queue/take-off-deck': entryOnly,
  /** Two hands of one person become one: the earlier stays, with whatever only the other one had. */
  'queue/merge': entryOnly.extend({ otherEntryId: idSchema }),
  /**
   * Takes down the hands of a side, of an item, or of all items but one; each that is named narrows it, all there are
   * when nothing is.
   */
  'queue/clear': z.object({
    channel: channelSchema.optional(),
    itemId: idSchema.optional(),
    exceptItemId: idSchema.optional(),
  }),
  /**
   * Takes the hands of other items over to `itemId`, by default the current one; with `fromItemId` those of one item
   * alone.
   */
  'queue/carry': z.object({ itemId: idSchema.optional(), fromItemId: idSchema.optional() }),
  'queue/open': z.object({}),
  'queue/close': z.object({}),
};

export const queueEvents = [
  eventSchema('queue/joined', joined),
  /** `personId`: whose hand it was; `reason`: staff only. */
  eventSchema('queue/left', {
    entryId: idSchema,
    personId: idSchema.optional(),
    reason: z.string().optional(),
  }),
  eventSchema('queue/updated', { entry: entrySchema }),
  eventSchema('queue/moved', { entryId: idSchema, placedAtMs: z.number() }),
  eventSchema('queue/held', { entryId: idSchema }),
  eventSchema('queue/returned', { entryId: idSchema }),
  eventSchema('queue/missed', { entryId: idSchema }),
  /** Carries the whole record, since it shows a name and topic to everybody; `first`: before whoever is on deck. */
  eventSchema('queue/put-on-deck', { entry: entrySchema, first: z.literal(true).optional() }),
  eventSchema('queue/taken-off-deck', { entryId: idSchema }),
  /** The whole record that is left; `otherEntryId` is the hand that went into it. */
  eventSchema('queue/merged', { entry: entrySchema, otherEntryId: idSchema }),
  /** One fact for all of them: a thousand hands go down in one frame and come back by one undo. */
  eventSchema('queue/cleared', { entryIds: z.array(idSchema) }),
  eventSchema('queue/carried', { entryIds: z.array(idSchema), itemId: idSchema }),
  eventSchema('queue/opened', {}),
  eventSchema('queue/closed', {}),
] as const;

/** A request to speak that is still waiting. */
export type Entry = z.infer<typeof entrySchema>;
export type QueueEvent = z.infer<(typeof queueEvents)[number]>;
export type JoinArgs = z.infer<(typeof queueCommands)['queue/join']>;
export type ClearArgs = z.infer<(typeof queueCommands)['queue/clear']>;
export type UpdateArgs = z.infer<(typeof queueCommands)['queue/update']>;
