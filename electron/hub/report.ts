/** What only the person who runs the hub can mend, on stderr, in one line and the stack of a bug. */
export function report(what: string, error: unknown): null {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`evenfloor: ${what}: ${text}\n`);
  return null;
}
