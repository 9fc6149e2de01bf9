/**
 * The wire: JSON text frames under the WebSocket subprotocol `evenfloor.v1` at `/ws` (docs/protocol.md). A
 * test pins a hash of these schemas beside PROTOCOL_VERSION: whoever changes the one decides about the other.
 */
import { z } from 'zod';
import { commitSchema } from './commit.ts';
import { QUESTION_STATUSES } from './domain/questions/status.ts';
import { absenceSchema } from './domain/session/schema.ts';
import { doorSchema, idSchema, readinessSchema, roleSchema } from './lib/schema.ts';
import { STANCES } from './lib/vocabulary.ts';

export const helloSchema = z.object({
  type: z.literal('hello'),
  token: z.string().min(1).max(512),
  /** A secret of the device, never sent to others; ours have 128 bits. */
  clientId: z.string().min(1).max(128),
  afterSeq: z.int().min(0).nullable(),
  logId: z.string().max(128).optional(),
  /** The newest version of the wire that the client speaks. */
  schema: z.int().min(1).optional(),
  accept: z.array(z.string().max(40)).max(8).optional(),
  /** The seq of a `check` that this client's state did not pass; it begins anew. */
  diverged: z.int().min(0).optional(),
});

export const commandMessageSchema = z.object({
  type: z.literal('command'),
  commandId: idSchema,
  name: z.string().min(1).max(80),
  args: z.record(z.string(), z.unknown()).default({}),
});

export const pingSchema = z.object({ type: z.literal('ping'), sentAtMs: z.number() });

export const clientMessageSchema = z.discriminatedUnion('type', [
  helloSchema,
  commandMessageSchema,
  pingSchema,
]);

const sentCommitSchema = commitSchema.extend({
  actor: z.union([commitSchema.shape.actor, commitSchema.shape.actor.shape.role]),
  prev: z.int().min(0),
});

const params = z.record(z.string(), z.union([z.string(), z.number()]));

/** The fingerprint (shared/lib/fingerprint.ts) of what an audience's state must be after the last commit that it got. */
export const stateCheckSchema = z.object({ seq: z.int().min(0), hash: z.int().min(0) });

export const presentSchema = z.object({
  personId: z.string(),
  roles: z.array(roleSchema),
  sinceMs: z.number(),
  /** How far away a member of the staff is: the round trip in milliseconds, as the hub measured it last. */
  roundTripMs: z.number().optional(),
});

export const hubMessageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('welcome'),
    sessionId: z.string(),
    logId: z.string(),
    schema: z.int(),
    personId: z.string().optional(),
    roles: z.array(roleSchema),
    seq: z.int().min(0),
    hubTimeMs: z.number(),
    mode: z.enum(['snapshot', 'tail']),
    /** With `snapshot`: the state as this audience sees it (shared/state.ts). */
    state: z.record(z.string(), z.unknown()).optional(),
    commits: z.array(sentCommitSchema).optional(),
    hubs: z.array(z.string()).optional(),
  }),
  /** To a crowd that accepts it in a short form (shared/compact.ts). */
  z.object({ type: z.literal('commits'), commits: z.array(sentCommitSchema).min(1) }),
  /** What this person alone may see: the own record and the own hands. */
  z.object({
    type: z.literal('own'),
    personId: z.string(),
    name: z.string().nullable(),
    channel: z.enum(['onsite', 'online']).nullable(),
    entryIds: z.array(z.string()),
    /** The contact that this person has left. */
    contactIds: z.array(z.string()).optional(),
    /** What this person has asked, and where it stands; those that were passed are in the state too. */
    questions: z
      .array(
        z.object({
          questionId: z.string(),
          text: z.string(),
          askedAtMs: z.number(),
          status: z.enum(QUESTION_STATUSES),
          answer: z.string().optional(),
          reason: z.string().optional(),
        }),
      )
      .optional(),
    /** The questions that this person has voted for. */
    votes: z.array(z.string()).optional(),
    /** Whether questions of this person are taken no more. */
    muted: z.literal(true).optional(),
    /** What this person has answered to the shows of hands. */
    answers: z.array(z.object({ noteId: z.string(), stance: z.enum(STANCES) })).optional(),
    /** What this person has answered on deck; the public is not told. */
    readiness: readinessSchema.optional(),
  }),
  z.object({ type: z.literal('ack'), commandId: z.string(), seq: z.int() }),
  z.object({
    type: z.literal('rejected'),
    commandId: z.string(),
    code: z.string(),
    params,
    message: z.string(),
  }),
  /**
   * Never an event. For staff only: `people`; `absences`, the times when the hub was away while a clock ran (those of
   * which somebody has said whether they count are in the state); and `damage`, what the session's file had lost when
   * this hub opened it: the first missing commit, the last that is there, the name under which the file is kept;
   * `cannotWrite` while the hub's disk takes nothing, so that every command is refused, with
   * `lineCut` where it is not a disk but the line to a cluster;
   * and `quiet`, the entries whose people lost the line more than two minutes ago, `quietSince` since when (hub time);
   * `outside`, how many are in the meeting on a platform whose hooks say so. For everybody, now and then: `check`.
   */
  z.object({
    type: z.literal('presence'),
    count: z.int(),
    people: z.array(presentSchema).optional(),
    /** Where the session is to be had too: all hubs, this one among them. */
    hubs: z.array(z.string()).optional(),
    absences: z.array(absenceSchema).optional(),
    damage: z.object({ seq: z.int(), lastSeq: z.int(), keptAs: z.string() }).optional(),
    cannotWrite: z.literal(true).optional(),
    lineCut: z.literal(true).optional(),
    quiet: z.array(z.string()).optional(),
    quietSince: z.record(z.string(), z.number()).optional(),
    outside: z.array(z.object({ door: doorSchema, count: z.int() })).optional(),
    check: stateCheckSchema.optional(),
  }),
  z.object({ type: z.literal('pong'), sentAtMs: z.number(), hubTimeMs: z.number() }),
]);

export type Hello = z.infer<typeof helloSchema>;
export type ClientMessage = z.input<typeof clientMessageSchema>;
export type HubMessage = z.infer<typeof hubMessageSchema>;
export type Welcome = Extract<HubMessage, { type: 'welcome' }>;
export type StateCheck = z.infer<typeof stateCheckSchema>;
export type Present = z.infer<typeof presentSchema>;
