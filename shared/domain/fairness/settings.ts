import { z } from 'zod';
import {
  AGING_SECONDS_DEFAULT,
  HOLD_SLOT_SECONDS_MAX,
  TURN_LIMIT_SECONDS_DEFAULT,
  TURN_LIMIT_SECONDS_MAX,
} from '../../lib/limits.ts';
import { BALANCED_GROUPS, SPEAKING_POLICIES } from '../../lib/vocabulary.ts';

const share = z.number().min(0.01).max(0.99);
const seconds = z.number().min(0).max(TURN_LIMIT_SECONDS_MAX);

/** Shares of speaking time and the parameters of the rule in DESIGN.md, section 7. Seconds. */
export const fairnessSettingsSchema = z.object({
  weights: z
    .object({ onsite: share, online: share })
    .refine((w) => Math.abs(w.onsite + w.online - 1) < 1e-9, 'the weights must add up to 1')
    .default({ onsite: 0.5, online: 0.5 }),
  turnLimitSeconds: z.number().min(5).max(TURN_LIMIT_SECONDS_MAX).default(TURN_LIMIT_SECONDS_DEFAULT),
  /** C: what a side that comes back may claim at most; one turn's limit by default. */
  creditSeconds: seconds.default(TURN_LIMIT_SECONDS_DEFAULT),
  /** P: how much each turn already had postpones a person inside a side. */
  agingSeconds: z.number().min(0).max(86_400).default(AGING_SECONDS_DEFAULT),
  /** How the side is chosen: by the rule, in turns, or whoever asked first. */
  policy: z.enum(SPEAKING_POLICIES).default('evenfloor'),
  /** Which groups are balanced inside a side, within the window; null = none, which is the default. */
  balancedGroup: z.enum(BALANCED_GROUPS).nullable().default(null),
  /** W: how much later somebody of a group that has spoken less may have asked and still come first. */
  windowSeconds: seconds.default(0),
  /** How long a turn is held for the side that is behind while nobody of it waits; 0 = go on at once. */
  holdSlotSeconds: z.number().min(0).max(HOLD_SLOT_SECONDS_MAX).default(0),
});

export type FairnessSettings = z.infer<typeof fairnessSettingsSchema>;
