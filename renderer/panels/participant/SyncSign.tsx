import { useView } from '../../hooks/session.ts';
import { useMessages } from '../../messages/language.ts';

/**
 * A tick while all is in sync, with its word for whoever hears or asks; in sight the word stands only else. It looks like
 * what stands round it: a style of its own would be two files more for a phone.
 */
export function SyncSign() {
  const { link: words } = useMessages();
  const phase = useView(({ link }) => link.phase);
  // What the hub has taken is not on its way, though this page may never be told of it, such as who somebody is.
  const sending = useView(({ pending }) => pending.filter(({ ackedSeq }) => ackedSeq === null).length);
  if (phase === 'live' && sending === 0) {
    return (
      <span role="img" aria-label={words.synced} title={words.synced}>
        ✓
      </span>
    );
  }
  const text =
    phase === 'closed' ? words.ended : phase === 'live' ? words.sending(sending) : words.connecting;
  return (
    <span>
      <span aria-hidden="true">{phase === 'closed' ? '✕' : '↻'}</span> {text}
    </span>
  );
}
