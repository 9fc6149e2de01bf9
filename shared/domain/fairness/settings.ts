import { z } from 'zod';
import {
  AGING_SECONDS_DEFAULT,
  TURN_LIMIT_SECONDS_DEFAULT,
  TURN_LIMIT_SECONDS_MAX,
} from '../../lib/limits.ts';

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
});

export type FairnessSettings = z.infer<typeof fairnessSettingsSchema>;
