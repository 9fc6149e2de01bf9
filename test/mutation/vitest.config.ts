import { defineConfig } from 'vitest/config';

/** What a mutation of fairness or floor must be noticed by; fewer runs of each property, since each runs so often. */
export default defineConfig({
  test: {
    include: [
      'test/shared/domain/*.test.ts',
      'test/shared/projections/*.test.ts',
      'test/shared/redact.test.ts',
    ],
    env: { FC_RUNS: '150', FC_SEED: '377' },
    globalSetup: ['test/support/property-seed.ts'],
    setupFiles: ['test/support/use-property-seed.ts'],
  },
});
