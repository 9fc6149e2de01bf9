import { z } from 'zod';
import {
  CODE_CHARS_MAX,
  JOIN_LINKS_MAX,
  LINK_CHARS_MAX,
  PLAN_NOTES_MAX,
  POLICY_QUESTIONS_MAX,
  PURPOSE_CHARS_MAX,
  TEXT_CHARS_MAX,
  TITLE_CHARS_MAX,
} from '../../lib/limits.ts';
import type { Problem } from '../../lib/problems.ts';
import { eventSchema, idSchema, lineSchema, textSchema } from '../../lib/schema.ts';
import { CLOCK_SHOWS } from '../../lib/vocabulary.ts';
import { fairnessChangeSchema, fairnessSettingsSchema } from '../fairness/settings.ts';

export const policyQuestionSchema = z.object({
  policyQuestionId: idSchema,
  text: textSchema(TEXT_CHARS_MAX),
});

/** Something an importer could not place, for a person to settle. `field` is a path such as `people/p3/roles`. */
export const planNoteSchema = z.object({
  noteId: idSchema,
  field: z.string().max(200),
  code: z.string().regex(/^[a-z][a-z/-]{1,60}$/),
  params: z.record(z.string().max(40), z.union([z.string().max(1_000), z.number()])),
});

/** A time during which no hub was there or awake, though a clock of the session ran. Hub epoch milliseconds. */
export const absenceSchema = z.object({ fromMs: z.int().min(0), toMs: z.int().min(0) });

const settledAbsenceSchema = absenceSchema.extend({
  /** Whether the time counts as if the hub had been there. */
  counted: z.boolean(),
});

/** People may leave their contact for this one purpose, in words that they agree to. */
export const networkSchema = z.object({ purpose: lineSchema(PURPOSE_CHARS_MAX) });

/** Where those who are online join: a page, or the address by which a platform's own program opens. */
export const joinLinksSchema = z
  .array(
    z
      .string()
      .max(LINK_CHARS_MAX)
      .regex(/^(?:https|wemeet|zoommtg):\/\/[^\s"<>]+$/i, 'not-an-address' satisfies Problem),
  )
  .max(JOIN_LINKS_MAX);

/** Missing = what is left. */
export const clockShowsSchema = z.enum(CLOCK_SHOWS);

const described = {
  title: lineSchema(TITLE_CHARS_MAX),
  code: lineSchema(CODE_CHARS_MAX).nullable(),
  series: lineSchema(TITLE_CHARS_MAX).nullable(),
  policyQuestions: z.array(policyQuestionSchema).max(POLICY_QUESTIONS_MAX),
  fairness: fairnessSettingsSchema,
  /** Null: nobody is asked. */
  network: networkSchema.nullable().optional(),
  joinLinks: joinLinksSchema.optional(),
  clockShows: clockShowsSchema.optional(),
};

const configuration = z
  .object({ ...described, fairness: fairnessChangeSchema })
  .partial()
  .extend({
    /** Whoever typed the own name waits until staff lets that person in. */
    lobby: z.boolean().optional(),
    /** Importer's notes that a person has dealt with. */
    settledNoteIds: z.array(idSchema).max(PLAN_NOTES_MAX).optional(),
  });

export const sessionCommands = {
  'session/start': z.object({}),
  'session/end': z.object({}),
  'session/pause': z.object({}),
  'session/resume': z.object({}),
  'session/configure': configuration,
  /** Says whether the time during which the hub was away counts; names the absence that the sender was asked about. */
  'session/settle-absence': settledAbsenceSchema,
};

export const sessionEvents = [
  eventSchema('session/created', { ...described, notes: z.array(planNoteSchema).optional() }),
  eventSchema('session/started', {}),
  eventSchema('session/ended', {}),
  eventSchema('session/paused', {}),
  eventSchema('session/resumed', {}),
  eventSchema('session/configured', configuration.shape),
  eventSchema('session/absence-settled', settledAbsenceSchema.shape),
] as const;

export type PolicyQuestion = z.infer<typeof policyQuestionSchema>;
export type Network = z.infer<typeof networkSchema>;
export type PlanNote = z.infer<typeof planNoteSchema>;
export type Absence = z.infer<typeof absenceSchema>;
export type SettledAbsence = z.infer<typeof settledAbsenceSchema>;
export type SessionEvent = z.infer<(typeof sessionEvents)[number]>;
