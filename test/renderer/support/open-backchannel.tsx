/** The staff's page with its back-channel, and what others of the staff say there. */
import { within } from '@testing-library/react';
import { StaffView } from '../../../renderer/views/StaffView.tsx';
import type { Role } from '../../../shared/lib/vocabulary.ts';
import { PLAN } from './render-session.tsx';
import { type Given, renderView } from './render-view.tsx';

export function openBackchannel({ roles = 'onsite-moderator', plan = PLAN, ...given }: Given = {}) {
  const all = renderView(<StaffView />, { roles, plan, ...given });
  const { screen, hub } = all;
  let sent = 0;
  /** From another of the staff. */
  const hear = (text: string, more: object = {}, role: Role = 'online-moderator') => {
    sent += 1;
    hub.command('backchannel/send', { messageId: `m${sent}`, text, urgency: 'normal', ...more }, role);
    all.settle();
  };
  const messages = () => hub.state.backchannel ?? [];
  const field = () => screen.getByRole('textbox', { name: 'Message to the staff' }) as HTMLInputElement;
  const button = (name: string) => screen.getByRole('button', { name });
  const lines = () =>
    within(screen.getByRole('region', { name: 'Messages' }))
      .queryAllByRole('listitem')
      .map((line) => line.textContent ?? '');
  const tab = (name: RegExp) => screen.getByRole('tab', { name });
  return { ...all, hear, messages, field, button, lines, tab };
}

/** Of a message. */
export const HIGH = { urgency: 'high' };
