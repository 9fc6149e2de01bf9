/**
 * Of the build, not of the page: `light.tsx` and all components that it reaches are built once more with Preact in
 * React's place, so that a phone does not load 60 KB for what 12 do as well. Both come of the same source; whatever
 * has no component in it (store, sync, shared, style sheets) is in the build once.
 */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const LIGHT = '?light';
const ENTRY = /[\\/]light\.tsx$/;
/** What may import React. Catalogues of words are left out, since they are large and import nothing. */
const HAS_COMPONENTS =
  /\/renderer\/(?!store\/|sync\/|messages\/.*-(?:en|zh-cn)\.ts$)[^?]*\.tsx?$|\/node_modules\/(?:zustand|@tanstack)\//;

/** Also for the tests, which run the light pages as they are shipped. */
export const PREACT: Record<string, string> = {
  react: 'preact/compat',
  'react-dom': 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'react/jsx-runtime': 'preact/jsx-runtime',
};

/** Only for the build: while developing, everything runs on React with its hot reload. */
export function lightRuntime(): Plugin {
  return {
    name: 'light-runtime',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!importer?.endsWith(LIGHT) && !ENTRY.test(source)) return null;
      const found = await this.resolve(PREACT[source] ?? source, importer, { ...options, skipSelf: true });
      return found && HAS_COMPONENTS.test(found.id) ? { ...found, id: `${found.id}${LIGHT}` } : found;
    },
    async load(id) {
      if (!id.endsWith(LIGHT)) return null;
      const file = id.slice(0, -LIGHT.length);
      return { code: await readFile(file, 'utf8'), moduleType: file.endsWith('x') ? 'tsx' : 'ts' };
    },
  };
}
