/** How soon the second press must come. */
export const TWICE_MS = 2_000;

/** For what should not happen by one slip: true only for the second press on the same thing within the time. */
export function createTwice(nowMs: () => number): (what: string) => boolean {
  let armed: { what: string; atMs: number } | null = null;
  return (what) => {
    const isSecond = armed?.what === what && nowMs() - armed.atMs <= TWICE_MS;
    armed = isSecond ? null : { what, atMs: nowMs() };
    return isSecond;
  };
}
