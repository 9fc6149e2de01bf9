import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  readSources,
  type SourceFact,
  staleReason,
  stampOf,
  stampSchema,
} from '../../../electron/start/stale.ts';

const SOURCES: SourceFact[] = [
  { path: 'electron/main.ts', bytes: 100, changedAtMs: 1_000 },
  { path: 'shared/plan.ts', bytes: 200, changedAtMs: 2_000 },
];

describe('whether a build is due', () => {
  it('given no stamp, says that nothing has been built', () => {
    expect(staleReason(null, SOURCES)).toBe('nothing has been built yet');
  });

  it('given the very sources of the last build, builds nothing', () => {
    expect(staleReason(stampOf(SOURCES), SOURCES)).toBeNull();
  });

  it.each([
    ['a newer time', { bytes: 100, changedAtMs: 1_001 }],
    ['an older time, as after a checkout', { bytes: 100, changedAtMs: 900 }],
    ['another size at the same time', { bytes: 101, changedAtMs: 1_000 }],
  ])('given %s, names the file', (_what, change) => {
    const sources = SOURCES.map((s) => (s.path === 'electron/main.ts' ? { ...s, ...change } : s));
    expect(staleReason(stampOf(SOURCES), sources)).toBe('electron/main.ts has changed');
  });

  it('given a new file, names it', () => {
    const sources = [...SOURCES, { path: 'shared/new.ts', bytes: 1, changedAtMs: 1 }];
    expect(staleReason(stampOf(SOURCES), sources)).toBe('shared/new.ts is new');
  });

  it('given a deleted file, names it', () => {
    expect(staleReason(stampOf(SOURCES), SOURCES.slice(0, 1))).toBe('shared/plan.ts is gone');
  });

  it('reads back the stamp that it writes', () => {
    const stamp = stampOf(SOURCES);
    expect(stampSchema.parse(JSON.parse(JSON.stringify(stamp)))).toEqual(stamp);
  });
});

describe('what counts as a source', () => {
  it('given a project, finds build inputs in folders of any depth and leaves tests out', async () => {
    const root = await mkdtemp(join(tmpdir(), 'evenfloor-sources-'));
    await mkdir(join(root, 'electron', 'hub'), { recursive: true });
    await mkdir(join(root, 'test'));
    await writeFile(join(root, 'electron', 'hub', 'hub.ts'), 'four');
    await writeFile(join(root, 'test', 'hub.test.ts'), '');
    const sources = await readSources(root);
    await rm(root, { recursive: true });
    expect(sources.map(({ path, bytes }) => ({ path, bytes }))).toEqual([
      { path: 'electron/hub/hub.ts', bytes: 4 },
    ]);
  });
});
