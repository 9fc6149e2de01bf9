// @vitest-environment jsdom
import { act, cleanup, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { ContactsPanel } from '../../../renderer/panels/desk/ContactsPanel.tsx';
import { NetworkEditor } from '../../../renderer/panels/plan/NetworkEditor.tsx';
import { ParticipantView } from '../../../renderer/views/ParticipantView.tsx';
import { renderSession } from '../support/render-session.tsx';

afterEach(() => {
  vi.unstubAllGlobals();
  cleanup();
});

const PURPOSE = 'To be told of the research network';

async function introduced() {
  const all = renderSession(<ParticipantView />, 'participant');
  await all.user.type(all.screen.getByRole('textbox', { name: 'Your name' }), 'Cy');
  await all.user.click(all.screen.getByRole('radio', { name: /online/ }));
  await all.user.click(all.screen.getByRole('button', { name: 'Continue' }));
  all.settle();
  return all;
}

test('a participant who is asked answers for the own side, changes the mind, and sees the counts', async () => {
  const all = await introduced();
  expect(all.screen.queryByRole('region', { name: 'The room is asked' })).toBeNull();
  all.hub.command('notes/write', { noteId: 'n1', baseRevision: 0, kind: 'consensus', text: 'One method' });
  all.hub.command('notes/ask', { noteId: 'n1' });
  all.settle();
  const asked = within(await all.screen.findByRole('region', { name: 'The room is asked' }));
  expect(asked.getByText('One method')).toBeTruthy();
  await all.user.click(asked.getByRole('button', { name: 'I agree' }));
  all.settle();
  expect(asked.getByRole('button', { name: 'I agree', pressed: true })).toBeTruthy();
  await all.user.click(asked.getByRole('button', { name: 'I have reservations' }));
  all.settle();
  expect(all.hub.state.shows[0]?.counts.online).toEqual({ support: 0, reservation: 1 });
  expect(asked.getByText('0 agree, 1 with reservations')).toBeTruthy();
  await all.user.click(asked.getByRole('button', { name: 'I have reservations', pressed: true }));
  all.settle();
  expect(all.hub.state.shows[0]?.counts.online).toEqual({ support: 0, reservation: 0 });
  all.hub.command('notes/close', { noteId: 'n1' });
  all.settle();
  expect(all.screen.queryByRole('region', { name: 'The room is asked' })).toBeNull();
});

test('points that were made public are there, private ones are not even in the state', async () => {
  const all = await introduced();
  all.hub.command('notes/write', { noteId: 'n1', baseRevision: 0, kind: 'point', text: 'Private' });
  all.hub.command('notes/write', { noteId: 'n2', baseRevision: 0, kind: 'point', text: 'Public' });
  all.hub.command('notes/reveal', { noteId: 'n2', revealed: true });
  all.settle();
  const points = await all.screen.findByRole('region', { name: 'What has been noted' });
  expect(points.textContent).toContain('Public');
  expect(JSON.stringify(all.session.store.getState())).not.toContain('Private');
});

test('a contact is left for the stated purpose with consent alone, and erased again', async () => {
  const all = await introduced();
  all.hub.command('session/configure', { network: { purpose: PURPOSE } });
  all.settle();
  const panel = within(await all.screen.findByRole('region', { name: 'Stay in touch' }));
  expect(panel.getByText(new RegExp(PURPOSE))).toBeTruthy();
  expect(panel.getByRole('textbox', { name: 'Your name' })).toHaveProperty('value', 'Cy');
  await all.user.type(panel.getByRole('textbox', { name: 'Your e-mail address' }), 'cy at home');
  await all.user.click(panel.getByRole('button', { name: 'Leave my contact' }));
  expect(panel.getAllByRole('alert').map((alert) => alert.textContent)).toEqual([
    expect.stringContaining('name@example.org'),
    expect.stringContaining('agreement'),
  ]);
  await all.user.clear(panel.getByRole('textbox', { name: 'Your e-mail address' }));
  await all.user.type(panel.getByRole('textbox', { name: 'Your e-mail address' }), 'cy@example.org');
  await all.user.click(panel.getByRole('checkbox', { name: 'I agree' }));
  await all.user.click(panel.getByRole('button', { name: 'Leave my contact' }));
  all.settle();
  expect(all.hub.state.contacts).toMatchObject([{ purpose: PURPOSE }]);
  expect(JSON.stringify([all.hub.log, all.hub.state])).not.toContain('cy@example.org');
  const found = await axe.run(all.screen.container, { rules: { 'color-contrast': { enabled: false } } });
  expect(found.violations.map((violation) => violation.id)).toEqual([]);
  await all.user.click(panel.getByRole('button', { name: 'Erase my contact' }));
  all.settle();
  expect(all.hub.state.contacts).toEqual([]);
});

test('the rapporteur sees who has left a contact, and erases one after being asked', async () => {
  const all = renderSession(<ContactsPanel />, 'rapporteur');
  const kept = [{ contactId: 'k1', name: 'Cy', email: 'cy@example.org', purpose: PURPOSE, joinedAtMs: 0 }];
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ contacts: kept })));
  expect(all.screen.getByText(/Nobody is asked/)).toBeTruthy();
  all.hub.command('session/configure', { network: { purpose: PURPOSE } });
  all.settle();
  const contact = {
    contactId: 'k1',
    name: 'Cy',
    email: 'cy@example.org',
    purpose: PURPOSE,
    consent: true as const,
  };
  act(() => void all.session.submit({ name: 'contacts/join', args: contact }));
  all.settle();
  expect(await all.screen.findByText('cy@example.org')).toBeTruthy();
  await all.user.click(all.screen.getByRole('button', { name: 'Erase the contact of Cy' }));
  kept.length = 0;
  await all.user.click(within(all.screen.getByRole('alert')).getByRole('button', { name: 'Erase' }));
  all.settle();
  expect(all.hub.state.contacts).toEqual([]);
  expect(await all.screen.findByText('Nobody has left a contact yet.')).toBeTruthy();
});

test('the plan says what contacts are asked for, and stops asking', async () => {
  const all = renderSession(<NetworkEditor isReadOnly={false} />, 'host');
  const field = all.screen.getByRole('textbox', { name: 'What people are asked for their contact for' });
  await all.user.type(field, `${PURPOSE}{Enter}`);
  all.settle();
  expect(all.hub.state.session.network).toEqual({ purpose: PURPOSE });
  await all.user.click(all.screen.getByRole('button', { name: 'Ask no more' }));
  all.settle();
  expect(all.hub.state.session.network).toBeUndefined();
});
