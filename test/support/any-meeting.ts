/** Generated meetings in the form that `simulate` reads. */
import fc from 'fast-check';
import type { SimulatedMeeting } from '../../shared/projections/simulated-meeting.ts';

/** Runs per property; `FC_RUNS` raises it for a long look. */
export const RUNS = Number(process.env.FC_RUNS ?? 10_000);

export type MeetingShape = {
  /** Latest request, in seconds; 0 = everybody waits from the start. */
  lastRequest: number;
  turnMax?: number;
  requestsMax?: number;
};

export function anyMeeting({
  lastRequest,
  turnMax = 300,
  requestsMax = 60,
}: MeetingShape): fc.Arbitrary<SimulatedMeeting> {
  const request = fc.record({
    t: fc.integer({ min: 0, max: lastRequest }),
    who: fc.integer({ min: 1, max: 12 }).map((n) => `S${n}`),
    channel: fc.constantFrom('onsite' as const, 'online' as const),
    seconds: fc.integer({ min: 1, max: turnMax }),
  });
  return fc.record({
    capSeconds: fc.constantFrom(0, 30, 120, 600),
    handoverSeconds: fc.constantFrom(0, 10),
    limitSeconds: fc.constantFrom(600, 2_400, 100_000),
    requests: fc.array(request, { minLength: 1, maxLength: requestsMax, size: 'max' }),
  });
}
