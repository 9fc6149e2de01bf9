/** English for the meeting's own words. */
import type { AgendaKind, Channel, Door, EntryKind, Role } from '../../shared/lib/vocabulary.ts';

export const roles: Record<Role | 'hub', string> = {
  host: 'Host',
  'onsite-moderator': 'Onsite moderator',
  'online-moderator': 'Online moderator',
  rapporteur: 'Rapporteur',
  liaison: 'Liaison',
  participant: 'Participant',
  display: 'Display',
  hub: 'The hub',
};
export const channels: Record<Channel, string> = { onsite: 'Onsite', online: 'Online' };
export const sides: Record<Channel, string> = { onsite: 'the room', online: 'online' };
export const kinds: Record<EntryKind, string> = {
  topic: 'New topic',
  reply: 'Reply',
  question: 'Question',
  'point-of-order': 'Point of order',
};
export const doors: Record<Door, string> = {
  room: 'Room',
  phone: 'Phone',
  web: 'Web',
  zoom: 'Zoom',
  tencent: 'Tencent Meeting',
  stream: 'Stream',
  chat: 'Chat',
  question: 'Written question',
};
export const agendaKinds: Record<AgendaKind, string> = {
  opening: 'Opening',
  speeches: 'Speeches',
  discussion: 'Discussion',
  closing: 'Closing',
  other: 'Other',
};
