import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { must } from '../../../shared/lib/assert.ts';
import { ROOT, temporaryFolder } from '../../support/hub-process.ts';

const HUB = pathToFileURL(join(ROOT, 'electron/hub/hub.ts'));

test('given a port that is taken, when a program starts a hub at it, then it is told so and nothing of the hub keeps it alive', async () => {
  const folder = await temporaryFolder();
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
  const { port } = must(holder.address(), 'address') as { port: number };
  const program = join(folder.path, 'program.mjs');
  await writeFile(
    program,
    `import { startHub } from '${HUB}';
     const options = { dataDir: 'nowhere', webDir: 'nowhere', host: '127.0.0.1', port: ${port} };
     startHub(options).catch(({ code }) => console.log(code));`,
  );
  // Rejects when it had to be killed.
  const { stdout } = await promisify(execFile)(process.execPath, [program], { timeout: 20_000 });
  holder.close();
  await folder.remove();
  expect(stdout.trim()).toBe('EADDRINUSE');
});
