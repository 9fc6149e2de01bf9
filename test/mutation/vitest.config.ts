import { defineConfig } from 'vitest/config';

/**
 * What a mutation of fairness or floor must be noticed by: the tests about these two, not whatever happens to pass
 * through them. Fewer runs of each property, since each runs so often.
 */
export default defineConfig({
  test: {
    include: [
      'test/shared/domain/{absence,fairness*,floor*,session}.test.ts',
      'test/shared/projections/simulate.test.ts',
    ],
    env: { FC_RUNS: '50' },
    // The same cases for every mutation, or the score would be another each time.
    provide: { propertySeed: 377 },
    setupFiles: ['test/support/use-property-seed.ts'],
  },
});
