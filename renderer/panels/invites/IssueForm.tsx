import { useState } from 'react';
import { NAME_CHARS_MAX } from '../../../shared/lib/limits.ts';
import type { Role } from '../../../shared/lib/vocabulary.ts';
import { ROLES } from '../../../shared/lib/vocabulary.ts';
import { Answer } from '../../components/Announcer.tsx';
import { Button } from '../../components/Button.tsx';
import { Choice } from '../../components/Choice.tsx';
import form from '../../components/form.module.css';
import { TextInput } from '../../components/TextInput.tsx';
import { useSession, useView } from '../../hooks/session.ts';
import { useInviteName } from '../../hooks/use-invite-name.ts';
import { useInvitesWords } from '../../messages/invites.ts';
import { useHubWords, useMessages } from '../../messages/language.ts';

/** A link of its own for one person, with all the roles that the person holds. */
export function IssueForm({ onMade }: { onMade(inviteId: string): void }) {
  const words = useInvitesWords();
  const { roles: names } = useMessages();
  const { rejection } = useHubWords();
  const session = useSession();
  const isHost = useView((view) => view.me.roles.includes('host'));
  const [roles, setRoles] = useState<Role[]>([]);
  const [label, setLabel] = useState('');
  const [said, setSaid] = useState('');
  const nameOf = useInviteName();
  const offered = ROLES.filter((role) => isHost || role !== 'host');
  const refused = session.why({ name: 'invites/issue', args: { inviteId: session.newId(), roles } });
  const reason = roles.length === 0 ? words.needRole : refused && rejection(refused);
  const issue = () => {
    const inviteId = session.newId();
    const args = { inviteId, roles, ...(label.trim() && { label: label.trim() }) };
    if (reason || session.submit({ name: 'invites/issue', args })) return;
    setRoles([]);
    setLabel('');
    onMade(inviteId);
    setSaid(words.made(nameOf(args)));
  };
  return (
    <form
      className={form.card}
      aria-labelledby="invites-issue"
      onSubmit={(event) => {
        event.preventDefault();
        issue();
      }}
    >
      <h3 id="invites-issue">{words.issue}</h3>
      <fieldset>
        <legend className={form.legend}>{words.roles}</legend>
        <div className={form.row}>
          {offered.map((role) => (
            <Choice
              key={role}
              label={names[role]}
              isOn={roles.includes(role)}
              onChange={(isOn) =>
                setRoles(ROLES.filter((one) => (one === role ? isOn : roles.includes(one))))
              }
            />
          ))}
        </div>
        <p className={form.hint}>{words.rolesHint}</p>
      </fieldset>
      <TextInput label={words.label} value={label} charsMax={NAME_CHARS_MAX} onChange={setLabel} />
      <div className={form.row}>
        <Button look="strong" reason={reason} onClick={issue}>
          {words.issueButton}
        </Button>
      </div>
      <Answer text={said} />
    </form>
  );
}
