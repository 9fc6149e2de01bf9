/**
 * What is known of a meeting before it begins, as one JSON file. Importers make it, the hub turns it into the
 * first commit of a session, and a session can be exported as one again.
 */
import { z } from 'zod';
import { agendaPlanSchema } from './domain/agenda/schema.ts';
import { fairnessSettingsSchema } from './domain/fairness/settings.ts';
import { personPlanSchema } from './domain/people/schema.ts';
import {
  clockShowsSchema,
  joinLinksSchema,
  networkSchema,
  planNoteSchema,
  policyQuestionSchema,
} from './domain/session/schema.ts';
import {
  AGENDA_ITEMS_MAX,
  CODE_CHARS_MAX,
  ITEM_MINUTES_MAX,
  PLAN_NOTES_MAX,
  PLAN_PEOPLE_MAX,
  POLICY_QUESTIONS_MAX,
  TITLE_CHARS_MAX,
} from './lib/limits.ts';
import { lineSchema } from './lib/schema.ts';

export const planSchema = z.object({
  format: z.literal('evenfloor.plan'),
  v: z.literal(1),
  title: lineSchema(TITLE_CHARS_MAX),
  /** The organiser's own name of the slot, such as `WS #377`. */
  code: lineSchema(CODE_CHARS_MAX).optional(),
  /** The event it belongs to, such as `IGF 2023`. */
  series: lineSchema(TITLE_CHARS_MAX).optional(),
  minutes: z.number().min(0).max(ITEM_MINUTES_MAX).optional(),
  policyQuestions: z.array(policyQuestionSchema).max(POLICY_QUESTIONS_MAX).default([]),
  agenda: z.array(agendaPlanSchema).max(AGENDA_ITEMS_MAX).default([]),
  people: z.array(personPlanSchema).max(PLAN_PEOPLE_MAX).default([]),
  fairness: fairnessSettingsSchema.prefault({}),
  network: networkSchema.optional(),
  joinLinks: joinLinksSchema.optional(),
  clockShows: clockShowsSchema.optional(),
  notes: z.array(planNoteSchema).max(PLAN_NOTES_MAX).default([]),
});

export type Plan = z.infer<typeof planSchema>;
/** A plan as somebody may write it: defaults left out. */
export type PlanInput = z.input<typeof planSchema>;
export type PlanNote = Plan['notes'][number];
export type AgendaPlan = Plan['agenda'][number];
export type PersonPlan = Plan['people'][number];
export type PolicyQuestion = Plan['policyQuestions'][number];
