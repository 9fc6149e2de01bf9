import { AGENDA_ITEMS_MAX } from '../../../shared/lib/limits.ts';
import { Button } from '../../components/Button.tsx';
import form from '../../components/form.module.css';
import { useMeeting, useSession } from '../../hooks/session.ts';
import type { AgendaEdits } from '../../hooks/use-agenda-edits.ts';
import { useAgendaEdits } from '../../hooks/use-agenda-edits.ts';
import { useMessages } from '../../messages/language.ts';
import { usePlanWords } from '../../messages/plan.ts';
import type { PlanMessages } from '../../messages/plan-en.ts';
import type { AgendaEdit } from '../../store/agenda-edits.ts';
import styles from './AgendaEditor.module.css';
import { AgendaRow } from './AgendaRow.tsx';
import { PlanNotes } from './PlanNotes.tsx';

const NEW_ITEM_MINUTES = 10;

export function AgendaEditor({ isReadOnly }: { isReadOnly: boolean }) {
  const words = usePlanWords();
  const session = useSession();
  const edits = useAgendaEdits();
  const { items } = edits;
  const add = () => {
    const item = { itemId: session.newId(), kind: 'other', title: words.newItem, minutes: NEW_ITEM_MINUTES };
    edits.edit({ do: 'add', item: { ...item, kind: 'other' } });
  };
  return (
    <section className={form.card} aria-labelledby="plan-agenda">
      <div className={form.heading}>
        <h2 id="plan-agenda">{words.agenda}</h2>
        <Sum minutes={items.reduce((sum, item) => sum + item.minutes, 0)} />
      </div>
      <PlanNotes place="agenda" />
      <Refused edits={edits} />
      {items.length === 0 && <p className={form.hint}>{words.agendaNone}</p>}
      <ol className={styles.items}>
        {items.map((item, index) => (
          <AgendaRow
            key={item.itemId}
            item={item}
            place={index + 1}
            isLast={index === items.length - 1}
            isReadOnly={isReadOnly}
            onEdit={edits.edit}
          />
        ))}
      </ol>
      {!isReadOnly && items.length < AGENDA_ITEMS_MAX && (
        <div className={form.row}>
          <Button onClick={add}>{words.addItem}</Button>
        </div>
      )}
    </section>
  );
}

/** The sum of the minutes, and against what the file said as long as that is not settled. */
function Sum({ minutes }: { minutes: number }) {
  const words = usePlanWords();
  const total = useMeeting((state) =>
    Number(state.session.notes?.find((note) => note.code === 'minutes-differ')?.params.total ?? 0),
  );
  const shown = Math.round(minutes * 100) / 100;
  if (total === 0 || total === shown) return <span className={styles.sum}>{words.sum(shown)}</span>;
  const difference = Math.round(Math.abs(shown - total) * 100) / 100;
  return (
    <span className={`${styles.sum} ${styles.differs}`}>
      {words.sumOf(shown, total)}: {shown > total ? words.sumOver(difference) : words.sumFree(difference)}
    </span>
  );
}

function Refused({ edits }: { edits: AgendaEdits }) {
  const words = usePlanWords();
  const messages = useMessages();
  const { refused } = edits;
  if (!refused) return null;
  return (
    <div role="alert" className={form.clash}>
      <p>{words.stale}</p>
      {refused.length > 0 && (
        <p>
          {words.staleYours} {refused.map((edit) => changeIn(words, messages.agendaKinds, edit)).join('; ')}
        </p>
      )}
      <Button onClick={edits.makeAgain}>{words.staleMine}</Button>
      <Button onClick={edits.forget}>{words.staleTheirs}</Button>
    </div>
  );
}

function changeIn(words: PlanMessages, kinds: Record<string, string>, edit: AgendaEdit): string {
  switch (edit.do) {
    case 'add':
      return words.changes.added;
    case 'remove':
      return words.changes.removed(edit.title);
    case 'move':
      return words.changes.moved(edit.title);
    case 'patch': {
      const { title, kind, minutes, speakers } = edit.fields;
      const [name, value] =
        title !== undefined
          ? [words.itemTitle, title]
          : kind !== undefined
            ? [words.kind, kinds[kind]]
            : minutes !== undefined
              ? [words.minutes, minutes]
              : speakers !== undefined
                ? [words.speakers, speakers ?? '–']
                : [words.fair, edit.fields.fair ? '✓' : '–'];
      return words.changes.changed(edit.title, `${name} ${value}`);
    }
  }
}
