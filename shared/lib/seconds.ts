/**
 * The whole seconds that have passed, as clocks count; towards zero for what is negative. To the millisecond first: a
 * sum of fractions may be a hair short of the second that it is.
 */
export function wholeSeconds(seconds: number): number {
  return Math.trunc(Math.round(seconds * 1_000) / 1_000);
}
