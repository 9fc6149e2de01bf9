/**
 * The web client: one build for the app's window, browsers and the stage. Everything it loads is a file of its
 * own under `/assets`, since the hub sends a Content-Security-Policy that allows no inline script and no data URL.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { lightRuntime } from './electron/start/light-runtime.ts';
import { partOf } from './electron/start/page-parts.ts';
import { en } from './renderer/messages/en.ts';
import { zhCn } from './renderer/messages/zh-cn.ts';

const DEV_HUB = 'http://127.0.0.1:7377';

// The hub refuses foreign origins, so what comes through the dev server must look as if it came from the hub's page.
const toDevHub = { target: DEV_HUB, changeOrigin: true, rewriteWsOrigin: true, headers: { origin: DEV_HUB } };

export default defineConfig({
  root: 'renderer',
  base: '/',
  plugins: [lightRuntime(), react(), lateWords(), precompress()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: ['chrome120', 'firefox121', 'safari16.4'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: partOf, debugName: 'page parts', includeDependenciesRecursively: false }],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    proxy: { '/ws': { ...toDevHub, ws: true }, '/api': toDevHub, '/feeds': toDevHub, '/healthz': toDevHub },
  },
});

/** What stands in the page itself until its code takes it away: all that is seen where that does not come. */
function lateWords(): Plugin {
  const words = { en: en.app.late, 'zh-Hans': zhCn.app.late };
  return {
    name: 'late-words',
    transformIndexHtml: () =>
      Object.entries(words).map(([lang, children]) => ({
        tag: 'p',
        attrs: { class: 'late', lang },
        children,
        injectTo: 'body',
      })),
  };
}

const WORTH_COMPRESSING = /\.(js|css|html|svg|json|webmanifest|ttf|map)$/;
const COMPRESS_FROM_BYTES = 1_024;

/** Writes `.gz` twins, which sirv sends as they are: a hub on a laptop must not compress for every phone in the room. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    async writeBundle({ dir }) {
      if (!dir) return;
      for (const file of await readdir(dir, { recursive: true })) {
        if (!WORTH_COMPRESSING.test(file)) continue;
        const bytes = await readFile(join(dir, file));
        if (bytes.length < COMPRESS_FROM_BYTES) continue;
        await writeFile(join(dir, `${file}.gz`), gzipSync(bytes, { level: 9 }));
      }
    },
  };
}
