import type { Invite } from '../../shared/domain/invites/schema.ts';
import { useMessages } from '../messages/language.ts';

/** An invitation's name for people: its roles, and for whom it is. */
export function useInviteName(): (invite: Pick<Invite, 'roles' | 'label'>) => string {
  const { roles: names } = useMessages();
  return ({ roles, label }) => {
    const held = roles.map((role) => names[role]).join(' + ');
    return label === undefined ? held : `${held} · ${label}`;
  };
}
