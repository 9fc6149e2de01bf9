import { useState } from 'react';
import type { Command } from '../../../shared/command.ts';
import { Button } from '../../components/Button.tsx';
import form from '../../components/form.module.css';
import { useSession, useView } from '../../hooks/session.ts';
import { useDeskWords } from '../../messages/desk.ts';
import { useHubWords, useMessages } from '../../messages/language.ts';
import { asOwnPoint, instead, textOf, withText } from '../../store/returned.ts';
import type { Returned as ReturnedCommand } from '../../store/view.ts';
import styles from './Returned.module.css';

/** What somebody typed and the hub has refused: both wordings, and what can become of one's own. */
export function Returned() {
  const { returned: words } = useDeskWords();
  const returned = useView((view) => view.returned);
  if (returned.length === 0) return null;
  return (
    <section className={styles.returned} aria-label={words.title} role="alert">
      <h2 className={styles.title}>{words.title}</h2>
      {returned.map((one) => (
        <ReturnedOne key={one.commandId} returned={one} />
      ))}
    </section>
  );
}

/** What fits on a phone's line. */
const SHORT_CHARS = 40;

function ReturnedOne({ returned }: { returned: ReturnedCommand }) {
  const { returned: words } = useDeskWords();
  const { commands } = useMessages();
  const { rejection } = useHubWords();
  const { submit, discardReturned, newId } = useSession();
  const { commandId, params } = returned;
  const typed = textOf(returned);
  const [text, setText] = useState(typed);
  const edited = text === typed ? returned : withText(returned, text);
  const { command } = edited;
  const theirs = params.text === undefined ? '' : String(params.text);
  const overTheirs = instead(edited);
  const own = asOwnPoint(edited, newId());
  const send = (again: Command) => {
    if (!submit(again)) discardReturned(commandId);
  };
  return (
    <div className={styles.one}>
      <p>
        <strong>{commands[command.name]}</strong>: {rejection(returned)}
      </p>
      {theirs !== '' && (
        <p className={styles.text}>
          <span className={styles.label}>{words.theirs}</span> <bdi>{theirs}</bdi>
        </p>
      )}
      {typed !== '' && (
        <label className={`${form.field} ${styles.mine}`}>
          <span className={styles.label}>{words.mine}</span>
          <textarea
            className={form.input}
            rows={typed.length > SHORT_CHARS ? 3 : 1}
            dir="auto"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
      )}
      <div className={styles.buttons}>
        {overTheirs ? (
          <Button onClick={() => send(overTheirs)}>{words.instead}</Button>
        ) : (
          <Button onClick={() => send(command)}>{words.again}</Button>
        )}
        {own && <Button onClick={() => send(own)}>{words.own}</Button>}
        <Button look="quiet" onClick={() => discardReturned(commandId)}>
          {words.discard}
        </Button>
      </div>
    </div>
  );
}
