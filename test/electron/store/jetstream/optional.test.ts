import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../../support/hub-process.ts';

const STORE = join('electron', 'store');
const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');

test('[M17] given all sources, when asked who loads NATS, then only the cluster’s store does, and only when it is asked for', () => {
  const files = ['electron', 'renderer', 'shared'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name)),
  );
  const ofNats = files.filter((path) => /from '@nats-io\//.test(textOf(path)));
  expect(ofNats.length).toBeGreaterThan(3);
  expect(ofNats.filter((path) => !path.startsWith(join(STORE, 'jetstream')))).toEqual([]);
  const outside = files.filter((path) => !path.startsWith(join(STORE, 'jetstream')));
  expect(outside.filter((path) => /from '[^']*\/jetstream\//.test(textOf(path)))).toEqual([]);
  expect(outside.filter((path) => /import\('[^']*\/jetstream\//.test(textOf(path)))).toEqual([
    join(STORE, 'open.ts'),
  ]);
  const { dependencies, optionalDependencies } = JSON.parse(textOf('package.json'));
  const isNats = (name: string) => name.startsWith('@nats-io/');
  expect([Object.keys(dependencies).filter(isNats), Object.keys(optionalDependencies).every(isNats)]).toEqual(
    [[], true],
  );
});
