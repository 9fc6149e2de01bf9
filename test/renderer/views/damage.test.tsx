// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { DamageBanner } from '../../../renderer/panels/trouble/DamageBanner.tsx';
import { renderSession } from '../support/render-session.tsx';

function told(damage: { seq: number; lastSeq: number; keptAs: string }, device = {}) {
  const all = renderSession(<DamageBanner />, 'onsite-moderator', device);
  all.hub.tell({ type: 'presence', count: 1, damage });
  all.settle();
  return {
    ...all,
    banner: () => all.screen.queryByRole('region', { name: 'The session’s file was damaged' }),
  };
}

test('[L10] what a damaged file has lost is said once, with where it is kept', async () => {
  const cut = { seq: 41, lastSeq: 40, keptAs: 's1.evenfloor.damaged-20261126' };
  const all = told(cut);
  expect(all.banner()?.textContent).toContain('everything up to step 40 is here');
  expect(all.banner()?.textContent).toContain(cut.keptAs);
  await all.user.click(all.screen.getByRole('button', { name: 'Understood' }));
  expect(all.banner()).toBeNull();
  expect(told(cut, { keepStorage: true }).banner()).toBeNull();
});

test('[L10] where a snapshot stands in for what is missing, only the replay is', () => {
  const all = told({ seq: 3, lastSeq: 90, keptAs: 'kept' });
  expect(all.banner()?.textContent).toContain('the replay of what happened from step 3 on is not');
});
