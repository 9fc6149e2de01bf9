/**
 * One seed for all property tests of a run, said aloud, so that a run can be repeated: FC_SEED=… npm test. Vitest
 * calls `setup` once; each test file then takes the seed from `test/support/use-property-seed.ts`.
 */
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    propertySeed: number;
  }
}

export function setup(project: TestProject): void {
  const given = Number(process.env.FC_SEED);
  const seed = Number.isInteger(given) && process.env.FC_SEED ? given : Date.now() % 2 ** 31;
  project.provide('propertySeed', seed);
  process.stdout.write(`property tests: seed ${seed} (FC_SEED=${seed} repeats them)\n`);
}
