// @vitest-environment jsdom
import { act } from '@testing-library/react';
import { expect, test } from 'vitest';
import { setLanguage } from '../../../renderer/messages/language.ts';
import { DeskView } from '../../../renderer/views/DeskView.tsx';
import { renderSession } from '../support/render-session.tsx';

function open() {
  const all = renderSession(<DeskView />, 'rapporteur');
  const said = () => all.screen.queryByText(/no such kind|No kind begins|这一类别/)?.textContent ?? '';
  return { ...all, said };
}

test('a kind that there is not is said while it is typed, with those that there are, and hinders nobody', async () => {
  const all = open();
  await all.user.keyboard('#dec');
  expect(all.said()).toMatch(/^No kind begins like this\. There are: #Point, #Consensus, #Case/);
  await all.user.keyboard('ision we go on');
  expect(all.said()).toMatch(/^There is no such kind: #decision\. It stays in the text\. There are: #Point/);
  expect(all.screen.getByText(/no such kind/).getAttribute('role')).toBe('status');
  act(() => setLanguage('zh-CN'));
  expect(all.said()).toContain('没有“#decision”这一类别');
  act(() => setLanguage('en'));
  await all.user.keyboard('{Enter}');
  all.settle();
  expect(all.hub.state.notes).toMatchObject([{ kind: 'point', text: '#decision we go on' }]);
  expect(all.said()).toBe('');
});

test('a kind that there is leaves nothing to say', async () => {
  const all = open();
  await all.user.keyboard('#consensus we agree');
  expect(all.said()).toBe('');
});
