// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { en } from '../../renderer/messages/en.ts';
import { setLanguage, useHubWords, useMessages } from '../../renderer/messages/language.ts';
import { zhCn } from '../../renderer/messages/zh-cn.ts';

function leaves(node: unknown, path: string): string[] {
  if (typeof node !== 'object' || node === null) return [path];
  return Object.entries(node).flatMap(([key, value]) => leaves(value, `${path}/${key}`));
}

function Sample() {
  const messages = useMessages();
  const { rejection, reason } = useHubWords();
  const refused = rejection({ code: 'queue/closed', params: {} });
  const why = reason({ code: 'side-behind', params: { channel: 'online', seconds: 129 } });
  return <p>{[messages.suggestion.call, messages.queue.column('online', 3), refused, why].join('|')}</p>;
}

afterEach(cleanup);

test('both languages have the same entries', () => {
  expect(leaves(zhCn, '')).toEqual(leaves(en, ''));
});

test('no text is left empty', () => {
  for (const catalogue of [en, zhCn]) {
    expect(leaves(catalogue, '').length).toBeGreaterThan(200);
    expect(JSON.stringify(catalogue)).not.toContain('""');
  }
});

test('changing the language changes what is on the page, the hub’s words too', () => {
  act(() => setLanguage('en'));
  const { container } = render(<Sample />);
  expect(container.textContent).toContain('Call|Online · 3 waiting|The list of speakers is closed');
  act(() => setLanguage('zh-CN'));
  expect(container.textContent).toContain('请发言|线上 · 3 人等候|发言名单已关闭');
  expect(container.textContent).toContain('线上落后 2:09');
  expect(document.documentElement.lang).toBe('zh-CN');
});
