import { Button } from '../../components/Button.tsx';
import form from '../../components/form.module.css';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useInviteName } from '../../hooks/use-invite-name.ts';
import { useInvitesWords } from '../../messages/invites.ts';
import { useHubWords } from '../../messages/language.ts';

/** A revoked link stays revoked; the same roles can be handed out again by another. */
export function RevokedInvites() {
  const words = useInvitesWords();
  const nameOf = useInviteName();
  const session = useSession();
  const { rejection } = useHubWords();
  const revoked = (useMeeting((state) => state.invites) ?? []).filter((invite) => invite.revoked);
  if (revoked.length === 0) return null;
  return (
    <section className={form.card} aria-labelledby="invites-revoked">
      <h3 id="invites-revoked">{words.revoked}</h3>
      <ul>
        {revoked.map((invite) => {
          const { roles, label } = invite;
          const args = { inviteId: session.newId(), roles, ...(label !== undefined && { label }) };
          const refused = session.why({ name: 'invites/issue', args });
          return (
            <li key={invite.inviteId} className={form.heading}>
              <bdi>{nameOf(invite)}</bdi>
              <Button
                reason={refused && rejection(refused)}
                aria-label={words.reissueOf(nameOf(invite))}
                onClick={() => session.submit({ name: 'invites/issue', args })}
              >
                {words.reissue}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
