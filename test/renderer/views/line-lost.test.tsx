// @vitest-environment jsdom
import { act } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { setLanguage } from '../../../renderer/messages/language.ts';
import { ConnectionBanner } from '../../../renderer/panels/trouble/ConnectionBanner.tsx';
import { ParticipantView } from '../../../renderer/views/ParticipantView.tsx';
import { StageView } from '../../../renderer/views/StageView.tsx';
import { renderView } from '../support/render-view.tsx';

/** The page at the moment when the line breaks; `before` it is given what it is to show. */
function lost(
  page: ReactNode,
  roles: string,
  before: (all: ReturnType<typeof renderView>) => void = () => {},
) {
  const all = renderView(page, { roles, plan: { title: 'T' } });
  before(all);
  all.settle();
  act(() => all.world.lines.at(-1)?.cut());
  const said = () => all.screen.getAllByRole('status').map((status) => status.textContent);
  return { ...all, said };
}

const TRY = { name: /^(Try now|立即重试)$/ };

test('on stage a line that is gone is said in one calm sentence, without a button', () => {
  const all = lost(<StageView />, 'display');
  expect(all.said()).toContain('Connection lost. The clock goes on by itself.');
  act(() => setLanguage('zh-CN'));
  expect(all.said()).toContain('连接中断，计时照常进行。');
  expect(all.screen.queryByRole('button', TRY)).toBeNull();
});

test('a phone is told what becomes of the own hand and of what is pressed, and can try at once', () => {
  const all = lost(<ParticipantView />, 'participant');
  const sentence = /A hand that is up keeps its place\. What you press here is sent when the line is back\./;
  expect(all.said().join()).toMatch(sentence);
  expect(all.said().join()).not.toMatch(/what others do/);
  expect(all.screen.getByRole('button', TRY)).toBeTruthy();
  act(() => setLanguage('zh-CN'));
  expect(all.said().join()).toContain('已举的手会保留位置');
});

test('whoever speaks just then is told that the clock goes on, and has nothing to press', () => {
  const all = lost(<ParticipantView />, 'participant', ({ hub, session, settle }) => {
    act(() => void session.submit({ name: 'people/introduce', args: { name: 'Ada', channel: 'onsite' } }));
    settle();
    const person = { personId: hub.state.people[0]?.personId };
    hub.command('floor/give', { turnId: 't', person, afterTurnId: null });
  });
  expect(all.said()).toContain('Connection lost. The clock goes on by itself.');
  expect(all.screen.queryByRole('button', TRY)).toBeNull();
});

test('the staff is told what goes on and what waits', () => {
  const all = lost(<ConnectionBanner />, 'host');
  expect(all.said().join()).toMatch(/The clocks run on\. What you do shows here at once/);
});

test('a page that has never heard of the hub speaks of no clock', () => {
  const all = lost(<ConnectionBanner />, 'host', ({ session }) =>
    act(() => session.store.setState({ state: null })),
  );
  expect(all.said().join()).toMatch(/^(No connection|Connection lost)/);
  expect(all.said().join()).not.toMatch(/clock/);
});
