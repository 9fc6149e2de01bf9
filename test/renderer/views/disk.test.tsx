// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { DiskBanner } from '../../../renderer/panels/trouble/DiskBanner.tsx';
import { renderSession } from '../support/render-session.tsx';

test('[L12] while the hub cannot write, the staff is told so, and then no more', () => {
  const { hub, settle, screen } = renderSession(<DiskBanner />, 'rapporteur');
  hub.tell({ type: 'presence', count: 1, cannotWrite: true });
  settle();
  expect(screen.getByRole('alert').textContent).toContain('nothing new is accepted until it can');
  hub.tell({ type: 'presence', count: 1 });
  settle();
  expect(screen.queryByRole('alert')).toBeNull();
});
