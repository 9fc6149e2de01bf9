import { z } from 'zod';
import { AGENDA_ITEMS_MAX, ITEM_MINUTES_MAX, TITLE_CHARS_MAX } from '../../lib/limits.ts';
import type { Problem } from '../../lib/problems.ts';
import { agendaKindSchema, eventSchema, idSchema, lineSchema } from '../../lib/schema.ts';

export const agendaPlanSchema = z.object({
  itemId: idSchema,
  kind: agendaKindSchema,
  title: lineSchema(TITLE_CHARS_MAX),
  minutes: z.number().min(0).max(ITEM_MINUTES_MAX),
  /** Whether speaking seconds are balanced in it; a discussion is, unless said otherwise. */
  fair: z.boolean().optional(),
  /** How many prepared speeches share the minutes, when that is known. */
  speakers: z.int().min(1).max(1_000).optional(),
  /** An earlier fair item whose figures go on here instead of starting anew. */
  continuesItemId: idSchema.optional(),
});

const items = z
  .array(agendaPlanSchema)
  .max(AGENDA_ITEMS_MAX)
  .refine(
    (list) => new Set(list.map((item) => item.itemId)).size === list.length,
    'listed-twice' satisfies Problem,
  );

/** Added to an item's minutes, or taken off; the plan's own minutes stay as they were. */
const extraSeconds = z
  .number()
  .min(-ITEM_MINUTES_MAX * 60)
  .max(ITEM_MINUTES_MAX * 60);

export const agendaCommands = {
  /** `afterItemId` is the current item that the sender saw; null = none yet. */
  'agenda/begin': z.object({ itemId: idSchema, afterItemId: idSchema.nullable() }),
  'agenda/adjust': z.object({ itemId: idSchema, seconds: extraSeconds }),
  /** `baseRevision` is the revision that the sender edited; left out, the edit is taken as it is. */
  'agenda/edit': z.object({ items, baseRevision: z.int().min(0).optional() }),
};

export const agendaEvents = [
  eventSchema('agenda/begun', { itemId: idSchema }),
  eventSchema('agenda/adjusted', { itemId: idSchema, seconds: extraSeconds }),
  eventSchema('agenda/edited', { items }),
] as const;

export type AgendaPlan = z.infer<typeof agendaPlanSchema>;
export type AgendaEvent = z.infer<(typeof agendaEvents)[number]>;
