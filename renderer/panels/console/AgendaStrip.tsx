import { useState } from 'react';
import type { AgendaItem } from '../../../shared/domain/agenda/slice.ts';
import { allottedMs, spentMs } from '../../../shared/domain/agenda/slice.ts';
import { clock } from '../../../shared/words/words.ts';
import form from '../../components/form.module.css';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useFloorWords } from '../../messages/floor.ts';
import { useHubWords, useMessages } from '../../messages/language.ts';
import { speechesIn } from '../../store/panel.ts';
import styles from './AgendaStrip.module.css';
import { ForecastLine } from './ForecastLine.tsx';
import { SessionControls } from './SessionControls.tsx';

/** The phases side by side, as wide as they are long; pressing one begins it. */
export function AgendaStrip() {
  const { agenda: words } = useMessages();
  const { items, currentItemId } = useMeeting((state) => state.agenda);
  // On a phone only what is current is in sight until somebody asks for the rest; elsewhere this changes nothing.
  const [isUnfolded, setIsUnfolded] = useState(false);
  return (
    <nav
      className={`${styles.strip} ${isUnfolded ? '' : styles.folded} ${currentItemId === null ? '' : styles.runs}`}
      aria-label={words.title}
    >
      <button
        type="button"
        className={styles.unfold}
        aria-expanded={isUnfolded}
        onClick={() => setIsUnfolded(!isUnfolded)}
      >
        {words.toggle} <span aria-hidden="true">{isUnfolded ? '▴' : '▾'}</span>
      </button>
      {items.length === 0 ? (
        <p className={styles.none}>{words.none}</p>
      ) : (
        <ol className={styles.items}>
          {items.map((item) => (
            // Long items may not squeeze the short ones to nothing.
            <li
              key={item.itemId}
              className={`${styles.item} ${item.itemId === currentItemId ? styles.inSight : ''}`}
              style={{ flexGrow: Math.max(item.minutes, 12) }}
            >
              <Item item={item} />
            </li>
          ))}
        </ol>
      )}
      <div className={styles.foot}>
        <ForecastLine />
        <SessionControls />
      </div>
    </nav>
  );
}

function Item({ item }: { item: AgendaItem }) {
  const { agenda: words } = useMessages();
  const { submit, why } = useSession();
  const { rejection } = useHubWords();
  const currentItemId = useMeeting((state) => state.agenda.currentItemId);
  const isCurrent = item.itemId === currentItemId;
  const command = {
    name: 'agenda/begin' as const,
    args: { itemId: item.itemId, afterItemId: currentItemId },
  };
  const look = isCurrent ? styles.current : item.startedAtMs === null ? '' : styles.done;
  const title = (
    <span className={styles.title} dir="auto">
      {look === styles.done && <span aria-hidden="true">✓ </span>}
      {item.title}
    </span>
  );
  // What is current cannot be begun again, so it is no button.
  if (isCurrent) {
    return (
      <div className={`${styles.face} ${look}`} aria-current="step">
        {title}
        <Spent item={item} />
      </div>
    );
  }
  const refused = why(command);
  return (
    <button
      type="button"
      className={`${styles.face} ${look}`}
      aria-disabled={refused ? true : undefined}
      title={refused ? rejection(refused) : words.begin(item.title)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={refused ? undefined : () => submit(command)}
    >
      <span className={form.hidden}>{words.beginWord} </span>
      {title}
      <Spent item={item} />
      {!refused && (
        <span aria-hidden="true" className={styles.begin}>
          ▶ {words.beginWord}
        </span>
      )}
    </button>
  );
}

/** How many of the prepared speeches have begun; nothing for an item without slots. */
function Speeches({ item }: { item: AgendaItem }) {
  const words = useFloorWords();
  const spoken = useMeeting((state) => speechesIn(state, item.itemId));
  if (item.kind !== 'speeches' || item.speakers === undefined) return null;
  return ` · ${words.speakers(spoken, item.speakers)}`;
}

/** Planned against actual; over time it says so in words. */
function Spent({ item }: { item: AgendaItem }) {
  const { agenda: words } = useMessages();
  const spent = Math.floor(spentMs(item, useNow()) / 1_000);
  const allotted = allottedMs(item) / 1_000;
  if (item.startedAtMs === null) return <span className={styles.time}>{clock(allotted)}</span>;
  const isOver = spent > allotted;
  return (
    <>
      <span className={isOver ? styles.over : styles.time}>
        {words.spent(clock(spent), clock(allotted))}
        <Speeches item={item} />
        {isOver && ` · ${words.over(clock(spent - allotted))}`}
      </span>
      <span
        aria-hidden="true"
        className={styles.fill}
        style={{ width: `${allotted === 0 ? 100 : Math.min(100, (100 * spent) / allotted)}%` }}
      />
    </>
  );
}
