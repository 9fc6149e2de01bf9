import { afterEach, describe, expect, test, vi } from 'vitest';
import { storm } from '../../support/storm.ts';

// Hundreds of them are `npm run chaos`.
describe.each([1, 2, 3, 4, 5])('seed %i', (seed) => {
  afterEach(() => vi.restoreAllMocks());

  test('[L13] given disks that fail and dawdle, lines that break and go deaf, clocks that jump and hubs that die, when nine do anything, then nothing acknowledged is lost or doubled, all agree, and the log counts the same', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const report = await storm(seed, 300);
    expect(report.broken).toEqual([]);
    expect(report.acknowledged).toBeGreaterThan(100);
    expect(said.mock.calls.join()).not.toContain('rebuilt');
  });
});
