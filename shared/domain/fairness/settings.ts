import { z } from 'zod';
import {
  AGING_SECONDS_DEFAULT,
  HOLD_SLOT_SECONDS_MAX,
  TURN_LIMIT_SECONDS_DEFAULT,
  TURN_LIMIT_SECONDS_MAX,
} from '../../lib/limits.ts';
import type { Problem } from '../../lib/problems.ts';
import { BALANCED_GROUPS, SPEAKING_POLICIES } from '../../lib/vocabulary.ts';

const share = z.number().min(0.01).max(0.99);
const seconds = z.number().min(0).max(TURN_LIMIT_SECONDS_MAX);

const fields = {
  weights: z
    .object({ onsite: share, online: share })
    .refine((w) => Math.abs(w.onsite + w.online - 1) < 1e-9, 'not-one-in-sum' satisfies Problem),
  turnLimitSeconds: z.number().min(5).max(TURN_LIMIT_SECONDS_MAX),
  /** C: what a side that comes back may claim at most; one turn's limit by default. */
  creditSeconds: seconds,
  /** P: how much each turn already had postpones a person inside a side. */
  agingSeconds: z.number().min(0).max(86_400),
  /** How the side is chosen: by the rule, in turns, or whoever asked first. */
  policy: z.enum(SPEAKING_POLICIES),
  /** Which groups are balanced inside a side, within the window; null = none, which is the default. */
  balancedGroup: z.enum(BALANCED_GROUPS).nullable(),
  /** W: how much later somebody of a group that has spoken less may have asked and still come first. */
  windowSeconds: seconds,
  /** How long a turn is held for the side that is behind while nobody of it waits; 0 = go on at once. */
  holdSlotSeconds: z.number().min(0).max(HOLD_SLOT_SECONDS_MAX),
};

/** Shares of speaking time and the parameters of the rule (docs/fairness.md). Seconds. */
export const fairnessSettingsSchema = z.object({
  weights: fields.weights.default({ onsite: 0.5, online: 0.5 }),
  turnLimitSeconds: fields.turnLimitSeconds.default(TURN_LIMIT_SECONDS_DEFAULT),
  creditSeconds: fields.creditSeconds.default(TURN_LIMIT_SECONDS_DEFAULT),
  agingSeconds: fields.agingSeconds.default(AGING_SECONDS_DEFAULT),
  policy: fields.policy.default('evenfloor'),
  balancedGroup: fields.balancedGroup.default(null),
  windowSeconds: fields.windowSeconds.default(0),
  holdSlotSeconds: fields.holdSlotSeconds.default(0),
});

/** Some of the settings; what is not named stays. */
export const fairnessChangeSchema = z.object(fields).partial();

export type FairnessSettings = z.infer<typeof fairnessSettingsSchema>;
