/**
 * What an Electron does with a folder on its command line. The older runtime came without this part, so
 * `electron .` would be ignored there. Modules given with `-r` run first: Playwright's loader comes that way.
 */
export const DEFAULT_APP_SOURCE = `
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const require = createRequire(import.meta.url);
const args = process.argv.slice(1);
let dir = null;
for (let i = 0; i < args.length && !dir; i += 1) {
  if (args[i] === '-r' || args[i] === '--require') require(resolve(args[++i]));
  else if (!args[i].startsWith('-')) dir = resolve(args[i]);
}
if (!dir) {
  process.stderr.write('Usage: electron [options] <folder of an app>\\n');
  process.exit(1);
}
const manifest = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
app.setAppPath(dir);
await import(pathToFileURL(join(dir, manifest.main)).href);
`;
