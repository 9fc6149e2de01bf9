/**
 * The hub and the shell round it. `--mode preload` builds the preload alone: a sandboxed preload must be one
 * CommonJS file, everything else is ESM with its chunks flat beside it, so that `import.meta.url` finds the worker.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import manifest from './package.json' with { type: 'json' };

const { version } = manifest;

/** For many hubs, and optional: where they were left out at install, the hub says so when they are asked for. */
const CLUSTER = ['transport-node', 'jetstream', 'kv', 'obj'].map((name) => `@nats-io/${name}`);
const missing = CLUSTER.filter((name) => !existsSync(join(import.meta.dirname, 'node_modules', name)));

// Electron's own module, and the one package with native code: both are there at run time.
const EXTERNAL = ['electron', '@photostructure/sqlite', ...missing];

const ENTRIES = {
  main: 'electron/main.ts',
  serve: 'electron/serve.ts',
  // By itself, so that it runs before the chunks that both share.
  'small-heap': 'electron/small-heap.ts',
  'sqlite-worker': 'electron/store/sqlite/sqlite-worker.ts',
  'docx-worker': 'electron/exporters/docx/docx-worker.ts',
  'import-worker': 'electron/importers/import-worker.ts',
};

export default defineConfig(({ mode }) => {
  const isPreload = mode === 'preload';
  return {
    publicDir: false,
    // The sandboxed preload cannot read package.json.
    define: { 'process.env.NODE_ENV': '"production"', __APP_VERSION__: JSON.stringify(version) },
    // Without `ssr` a plain import of `node:sqlite` becomes `undefined`, and nothing says so.
    ssr: { noExternal: true, external: EXTERNAL, target: 'node' },
    build: {
      ssr: true,
      // The oldest runtime that has to take it: Electron 33 with Node 20.18.
      target: 'node20',
      outDir: 'dist/electron',
      emptyOutDir: !isPreload,
      minify: false,
      sourcemap: !isPreload,
      rolldownOptions: {
        input: isPreload ? { preload: 'electron/preload.ts' } : ENTRIES,
        external: EXTERNAL,
        output: {
          // The engine keeps the sources, and a single Chinese letter makes all letters of a file two bytes.
          charset: 'ascii',
          comments: { jsdoc: false },
          ...(isPreload
            ? { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false }
            : { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' }),
        },
      },
    },
  };
});
