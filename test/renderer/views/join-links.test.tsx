// @vitest-environment jsdom
import { within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { InvitesView } from '../../../renderer/views/InvitesView.tsx';
import { ParticipantView } from '../../../renderer/views/ParticipantView.tsx';
import { PlanView } from '../../../renderer/views/PlanView.tsx';
import { StageView } from '../../../renderer/views/StageView.tsx';
import { renderSession } from '../support/render-session.tsx';

const LINKS = [
  'https://us02web.zoom.us/j/123?pwd=x',
  'wemeet://page/inmeeting?meeting_code=123456789',
  'https://live.example.org/stream',
];

test.each([
  ['participant', <ParticipantView key="p" />],
  ['display', <StageView key="s" />],
  ['host', <InvitesView key="i" />],
] as const)(
  '[S7] the page of a %s has the links by which one joins online, by the name of the platform',
  (role, view) => {
    const all = renderSession(view, role);
    expect(all.screen.queryByRole('navigation', { name: 'Join online:' })).toBeNull();
    all.hub.command('session/configure', { joinLinks: LINKS });
    all.settle();
    const links = within(all.screen.getByRole('navigation', { name: 'Join online:' })).getAllByRole('link');
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Zoom', LINKS[0]],
      ['腾讯会议 Tencent Meeting', LINKS[1]],
      ['live.example.org', LINKS[2]],
    ]);
  },
);

test('[S7] they are written in the plan, and what is no link is told', async () => {
  const all = renderSession(<PlanView />, 'host');
  const field = all.screen.getByLabelText('Links to join online');
  await all.user.type(field, 'javascript:alert(1){Enter}');
  expect(all.screen.getByText(/A link begins with/)).toBeTruthy();
  await all.user.clear(field);
  await all.user.type(field, `${LINKS[0]} ${LINKS[1]}{Enter}`);
  all.settle();
  expect(all.hub.state.session.joinLinks).toEqual(LINKS.slice(0, 2));
});
