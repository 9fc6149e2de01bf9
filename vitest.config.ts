import { defineConfig } from 'vitest/config';
import { PREACT } from './electron/start/light-runtime.ts';

/** `light` repeats on Preact what is shipped on Preact. */
const LIGHT_PAGES =
  'participant,participant-forms,stage,speaker,questions-own,outcomes,announcer,guarded,settings';

/**
 * `unit` and `light` are everything that needs neither a browser nor a window; `e2e` drives the real ones, one file
 * at a time.
 */
export default defineConfig({
  test: {
    coverage: {
      provider: 'v8',
      include: ['shared/**/*.ts'],
      reporter: ['text-summary', 'text'],
      // Branches: some are reached by chance only, in the generated meetings.
      thresholds: { lines: 100, branches: 99, functions: 100, statements: 100 },
    },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{shared,electron,renderer}/**/*.test.{ts,tsx}'],
          testTimeout: 120_000,
          globalSetup: ['test/support/property-seed.ts'],
          setupFiles: ['test/support/use-property-seed.ts', 'test/support/patience.ts'],
          expect: { poll: { timeout: 15_000 } },
          // The terminal of whoever runs the tests may speak another language than they expect.
          env: { LC_ALL: 'C' },
        },
      },
      {
        resolve: {
          alias: [
            ...Object.entries({ ...PREACT, '@testing-library/react': '@testing-library/preact' }),
            // Tests are compiled for development.
            ['react/jsx-dev-runtime', 'preact/jsx-runtime'],
          ].map(([name, replacement]) => ({
            find: new RegExp(`^${name}$`),
            replacement: String(replacement),
          })),
        },
        test: {
          name: 'light',
          include: [`test/renderer/views/{${LIGHT_PAGES}}.test.tsx`],
          testTimeout: 120_000,
          setupFiles: ['test/support/patience.ts', 'test/support/preact-effects.ts'],
          expect: { poll: { timeout: 15_000 } },
          // Node would give what is not compiled here the other copy of Preact.
          server: { deps: { inline: [/@testing-library\/preact/, /zustand/, /@tanstack/] } },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // What is waited for comes when it comes; a machine that is busy is no fault.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
