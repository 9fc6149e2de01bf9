import { expect, test } from 'vitest';
import { killCycles } from '../../chaos/kills.ts';

// The thousand of them is `npm run chaos`.
test('[L11] given a hub that is killed while two moderators write, when it is back, then all that was acknowledged is there, once', async () => {
  const report = await killCycles(4, 20261126);
  expect(report).toMatchObject({ cycles: 4, lost: 0, doubled: 0, unopened: [] });
  expect(report.acknowledged).toBeGreaterThanOrEqual(4);
});
