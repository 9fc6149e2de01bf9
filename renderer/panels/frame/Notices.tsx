import { useEffect, useEffectEvent, useState } from 'react';
import type { Author } from '../../../shared/domain/context.ts';
import type { State } from '../../../shared/state.ts';
import { Button } from '../../components/Button.tsx';
import { useSession, useView } from '../../hooks/session.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useWho } from '../../hooks/use-who.ts';
import { useHubWords, useMessages } from '../../messages/language.ts';
import { subjectOf } from '../../store/subject.ts';
import type { Notice, Pending } from '../../store/view.ts';
import styles from './Notices.module.css';

/** A refusal is read by then, and stale; it also goes with the next thing that succeeds. */
const SHOWN_MS = 8_000;

/** What was refused and why, and what was kept back because it had waited too long. */
export function Notices() {
  const { dismiss, sendAside, discardAside } = useSession();
  const messages = useMessages();
  const words = useHubWords();
  const notices = useView((view) => view.notices);
  // Nothing of it is shown to whoever has none.
  const history = useView((view) => view.state?.history);
  const who = useWho();
  const textOf = (notice: Notice) => {
    const text = messages.refused(words.rejection(notice));
    const author = quickerOne(history, notice.code);
    return author ? messages.refusedBy(text, who(author)) : text;
  };
  const aside = useView((view) => view.aside);
  return (
    <div className={styles.stack} role="status">
      {/* First, since it asks for a decision; the refusals only tell. */}
      {aside.length > 0 && (
        <div className={styles.notice}>
          <p className={styles.title}>{messages.aside.title}</p>
          {aside.map((kept) => (
            <KeptAside
              key={kept.commandId}
              kept={kept}
              onSend={() => sendAside(kept.commandId)}
              onDiscard={() => discardAside(kept.commandId)}
            />
          ))}
        </div>
      )}
      {notices.map((notice) => (
        <Refusal key={notice.noticeId} text={textOf(notice)} onDismiss={() => dismiss(notice.noticeId)} />
      ))}
    </div>
  );
}

const MOVES: Record<string, readonly string[]> = {
  'floor/moved-on': ['floor/given', 'floor/ended'],
  'agenda/moved-on': ['agenda/begun'],
};

/** Of two who press at once, the later is told who was quicker; only the staff knows. */
function quickerOne(history: State['history'], code: string): Author | undefined {
  const moves = MOVES[code];
  return moves && history?.findLast((item) => item.types.some((type) => moves.includes(type)))?.author;
}

function Refusal({ text, onDismiss }: { text: string; onDismiss(): void }) {
  const { dismiss } = useMessages();
  const { hubNow } = useSession();
  const [sinceMs] = useState(hubNow);
  const isOver = useNow() - sinceMs >= SHOWN_MS;
  const onOver = useEffectEvent(onDismiss);
  useEffect(() => {
    if (isOver) onOver();
  }, [isOver]);
  return (
    <div className={`${styles.notice} ${styles.row}`}>
      <span aria-hidden="true">⚠</span>
      <span className={styles.text}>{text}</span>
      <Button look="quiet" onClick={onDismiss}>
        {dismiss}
      </Button>
    </div>
  );
}

function KeptAside({ kept, onSend, onDiscard }: { kept: Pending; onSend(): void; onDiscard(): void }) {
  const { aside: words, commands } = useMessages();
  const { rejection } = useHubWords();
  const { why } = useSession();
  const state = useView((view) => view.state);
  const subject = subjectOf(kept.command, state);
  const command = commands[kept.command.name];
  // The room has gone on without it, as when the turn that was to end is over by now.
  const refused = why(kept.command);
  return (
    <div className={styles.row}>
      <span className={styles.text}>{subject === '' ? command : words.line(command, subject)}</span>
      <Button reason={refused && rejection(refused)} onClick={onSend}>
        {words.send}
      </Button>
      <Button look="quiet" onClick={onDiscard}>
        {words.discard}
      </Button>
    </div>
  );
}
