import { z } from 'zod';
import {
  QUESTION_CHARS_MAX,
  QUESTIONS_AT_ONCE_MAX,
  REASON_CHARS_MAX,
  SLOW_SECONDS_MAX,
} from '../../lib/limits.ts';
import {
  authorSchema,
  channelSchema,
  doorSchema,
  eventSchema,
  idSchema,
  lineSchema,
  nameSchema,
  verbatimSchema,
} from '../../lib/schema.ts';
import { QUESTION_STEPS } from '../../lib/vocabulary.ts';

const text = verbatimSchema(QUESTION_CHARS_MAX);
const whoSchema = z.object({ personId: idSchema.optional(), name: nameSchema });

/** Where a question stands by somebody's word; what the queue and the floor say of it is in neither (status.ts). */
const decidedSchema = z.enum(['received', 'reviewed', 'merged', 'answered-in-writing', 'declined']);

const stepSchema = z.object({
  step: z.enum(QUESTION_STEPS),
  atMs: z.number(),
  by: authorSchema,
});

export const questionSchema = z.object({
  questionId: idSchema,
  seq: z.int(),
  askedAtMs: z.number(),
  text: z.string(),
  /** As it was asked, once somebody has edited it. */
  original: z.string().optional(),
  translation: z.string().optional(),
  /** Who asks; absent for somebody who gave no name. */
  name: z.string().optional(),
  personId: idSchema.optional(),
  channel: channelSchema,
  door: doorSchema,
  decided: decidedSchema,
  /** Why it was declined; staff and its asker only. */
  reason: z.string().optional(),
  answer: z.string().optional(),
  mergedInto: idSchema.optional(),
  /** Whom it is for. */
  assignedTo: whoSchema.optional(),
  policyQuestionId: idSchema.optional(),
  /** The hand by which it is asked aloud. */
  entryId: idSchema.optional(),
  /** Staff lets everybody see it, and vote. */
  passed: z.literal(true).optional(),
  votes: z.int().min(0),
  /** Staff only. */
  voters: z.array(idSchema).optional(),
  steps: z.array(stepSchema).optional(),
});

const questionOnly = z.object({ questionId: idSchema });

export const questionsCommands = {
  /** A participant asks for itself; staff copies in what came by another door, with side and door. */
  'questions/ask': questionOnly.extend({
    text,
    name: nameSchema.optional(),
    channel: channelSchema.optional(),
    door: doorSchema.optional(),
  }),
  'questions/vote': questionOnly.extend({ vote: z.boolean() }),
  /** What is absent stays, null takes it away. Of the others only `decided` and `reason` are said. */
  'questions/triage': questionOnly.extend({
    decided: z.enum(['reviewed', 'declined']).optional(),
    reason: lineSchema(REASON_CHARS_MAX).optional(),
    text: text.optional(),
    translation: text.nullable().optional(),
    assignedTo: z
      .object({ personId: idSchema.optional(), name: nameSchema.optional() })
      .nullable()
      .optional(),
    policyQuestionId: idSchema.nullable().optional(),
    passed: z.boolean().optional(),
    otherQuestionIds: z.array(idSchema).max(QUESTIONS_AT_ONCE_MAX).optional(),
  }),
  /** `otherQuestionId` says the same; its votes go over, each person's once. */
  'questions/merge': questionOnly.extend({ otherQuestionId: idSchema }),
  /** In writing, back to who asked. */
  'questions/answer': questionOnly.extend({ text }),
  /** As a turn of who asked, or read aloud by staff; either is charged to the asker's side. */
  'questions/queue': questionOnly.extend({ entryId: idSchema, relayed: z.boolean().optional() }),
  'questions/open': z.object({}),
  'questions/close': z.object({}),
  /** Whether what participants type may hold links. */
  'questions/links': z.object({ allowed: z.boolean() }),
  /** Seconds that a person waits between two questions; 0 = none. */
  'questions/slow': z.object({ seconds: z.int().min(0).max(SLOW_SECONDS_MAX) }),
  /** Whoever is muted asks and votes no more; what was asked stays, unless it is cleared away with the person's hand. */
  'questions/mute': z.object({ personId: idSchema, muted: z.boolean(), clear: z.boolean().optional() }),
};

const unseen = z.literal(true).optional();

export const questionsEvents = [
  eventSchema('questions/asked', {
    question: questionSchema.omit({ seq: true, askedAtMs: true, steps: true }),
  }),
  /** The whole record. `unseen`: the public sees it neither before nor after. */
  eventSchema('questions/changed', { question: questionSchema, unseen }),
  /** For whoever may no longer see it. */
  eventSchema('questions/hidden', { questionId: idSchema }),
  /** `votes` is their number with this one; who voted is the staff's. */
  eventSchema('questions/voted', {
    questionId: idSchema,
    personId: idSchema.optional(),
    vote: z.boolean().optional(),
    votes: z.int().min(0),
  }),
  eventSchema('questions/desk-set', {
    open: z.boolean().optional(),
    links: z.boolean().optional(),
    slowSeconds: z.int().min(0).optional(),
    muted: z.array(idSchema).optional(),
  }),
] as const;

export type Question = z.infer<typeof questionSchema>;
export type QuestionsEvent = z.infer<(typeof questionsEvents)[number]>;
export type QuestionsCommand = {
  [Name in keyof typeof questionsCommands]: { name: Name; args: z.infer<(typeof questionsCommands)[Name]> };
}[keyof typeof questionsCommands];
export type AskArgs = z.infer<(typeof questionsCommands)['questions/ask']>;
export type TriageArgs = z.infer<(typeof questionsCommands)['questions/triage']>;
