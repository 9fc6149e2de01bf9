import type { ShowOfHands } from '../../../shared/domain/notes/slice.ts';
import type { Person } from '../../../shared/domain/people/schema.ts';
import { CHANNELS, STANCES } from '../../../shared/lib/vocabulary.ts';
import { Button } from '../../components/Button.tsx';
import { ChannelBadge } from '../../components/ChannelMark.tsx';
import form from '../../components/form.module.css';
import { useMeeting, useSession, useView } from '../../hooks/session.ts';
import { useOutcomesWords } from '../../messages/outcomes.ts';
import big from './big.module.css';
import { LeaveContact } from './LeaveContact.tsx';
import styles from './Outcomes.module.css';

/** What comes of the session, as far as everybody is asked for it: stances, points that were made public, contacts. */
export function Outcomes({ person }: { person: Person | null }) {
  const shows = useMeeting((state) => state.shows);
  const network = useMeeting((state) => state.session.network);
  return (
    <>
      {shows
        .filter((show) => show.open)
        .map((show) => (
          <Show key={show.noteId} show={show} person={person} />
        ))}
      <PublicPoints />
      {network && <LeaveContact person={person} purpose={network.purpose} />}
    </>
  );
}

function Show({ show, person }: { show: ShowOfHands; person: Person | null }) {
  const words = useOutcomesWords();
  const { submit } = useSession();
  const { noteId, text, counts } = show;
  const held = useView(
    (view) => view.own?.answers?.find((answer) => answer.noteId === noteId)?.stance ?? null,
  );
  return (
    <section className={form.card} aria-label={words.asked}>
      <h2 className={big.heading}>{words.asked}</h2>
      <p className={styles.text} dir="auto">
        {text}
      </p>
      <div className={styles.answers}>
        {STANCES.map((stance) => (
          <Button
            key={stance}
            className={styles.answer}
            look={held === stance ? 'strong' : 'plain'}
            aria-pressed={held === stance}
            reason={person ? null : words.needSide}
            onClick={() =>
              submit({ name: 'notes/endorse', args: { noteId, stance: held === stance ? null : stance } })
            }
          >
            {words.stances[stance]}
          </Button>
        ))}
      </div>
      <ul className={styles.counts}>
        {CHANNELS.map((channel) => (
          <li key={channel}>
            <ChannelBadge channel={channel} />{' '}
            {words.counts(counts[channel].support, counts[channel].reservation)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function PublicPoints() {
  const words = useOutcomesWords();
  const notes = useMeeting((state) => state.notes);
  // Staff that tries this page has the private ones as well.
  const open = notes.filter((note) => note.revealed);
  if (open.length === 0) return null;
  return (
    <section className={form.card} aria-label={words.points}>
      <h2 className={big.heading}>{words.points}</h2>
      <ul className={styles.points}>
        {open.map((note) => (
          <li key={note.noteId} className={styles.text} dir="auto">
            {note.text}
          </li>
        ))}
      </ul>
    </section>
  );
}
