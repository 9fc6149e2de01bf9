import { Button } from '../../components/Button.tsx';
import form from '../../components/form.module.css';
import type { InviteLinks } from '../../hooks/use-invite-links.ts';
import { useInvitesWords } from '../../messages/invites.ts';

/** Why there are no links yet, and what to do. */
export function LinksProblem({ found }: { found: InviteLinks }) {
  const words = useInvitesWords();
  const { links, problem, fetchAgain } = found;
  if (problem === 'elsewhere') return <p role="status">{words.elsewhere}</p>;
  if (problem === 'failed') {
    return (
      <div role="alert" className={form.clash}>
        <p>{words.failed}</p>
        <Button onClick={fetchAgain}>{words.retry}</Button>
      </div>
    );
  }
  return links === null ? <p role="status">{words.loading}</p> : null;
}
