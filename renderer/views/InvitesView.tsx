import { useMeeting } from '../hooks/session.ts';
import { useMessages } from '../messages/language.ts';

/** Every invitation with its roles. */
export function InvitesView() {
  const { roles } = useMessages();
  const invites = useMeeting((state) => state.invites) ?? [];
  return (
    <main>
      <ul>
        {invites.map((invite) => (
          <li key={invite.inviteId}>{invite.roles.map((role) => roles[role]).join(', ')}</li>
        ))}
      </ul>
    </main>
  );
}
