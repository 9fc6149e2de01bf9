import { useRef, useState } from 'react';
import type { Channel } from '../../../shared/lib/vocabulary.ts';
import { Button } from '../../components/Button.tsx';
import { copyText } from '../../components/copy-text.ts';
import form from '../../components/form.module.css';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useHandWords } from '../../messages/hands.ts';
import { useMessages } from '../../messages/language.ts';
import { lineOf } from '../../store/line.ts';
import { listText } from '../../store/list-text.ts';
import styles from './queue.module.css';

/** The list as text, for a chat, for another day, and to be pasted back into the field for hands. */
export function ListAsText({ channel }: { channel: Channel }) {
  const words = useHandWords();
  const { kinds, unnamed, queue } = useMessages();
  const { hubNow } = useSession();
  const state = useMeeting((meeting) => meeting);
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const line = lineOf(state, channel, hubNow());
  if (line.length === 0) return null;
  const text = listText(line, {
    unnamed,
    held: queue.held,
    kind: (kind) => kinds[kind],
  });
  const copy = async () => {
    if (field.current) setSaid((await copyText(field.current)) ? words.copied : words.copyFailed);
  };
  return (
    <>
      <textarea
        ref={field}
        className={form.input}
        rows={3}
        readOnly
        dir="auto"
        aria-label={words.asText(channel)}
        value={text}
        onFocus={(event) => event.target.select()}
      />
      <Button className={styles.wide} onClick={() => void copy()}>
        {words.copyList}
      </Button>
      <span role="status">{said}</span>
    </>
  );
}
