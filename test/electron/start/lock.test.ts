import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from '../../../electron/start/lock.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'evenfloor-lock-'));
});
afterEach(() => rm(root, { recursive: true }));

describe('one build at a time', () => {
  it('given several at once, they never overlap and all get their turn', async () => {
    let inside = 0;
    let done = 0;
    const work = async () => {
      inside += 1;
      expect(inside).toBe(1);
      await new Promise(setImmediate);
      inside -= 1;
      done += 1;
    };
    await Promise.all([1, 2, 3].map(() => withLock(join(root, 'dist', '.lock'), work)));
    expect(done).toBe(3);
  });

  it('given work that fails, lets the next one in', async () => {
    const lock = join(root, '.lock');
    const failing = withLock(lock, async () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await withLock(lock, async () => 'next')).toBe('next');
  });

  it('given the lock of a process that has died, takes it over', async () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    const lock = join(root, '.lock');
    await mkdir(lock);
    await writeFile(join(lock, 'pid'), String(dead));
    expect(await withLock(lock, async () => 'taken')).toBe('taken');
  });
});
