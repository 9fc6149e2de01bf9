import type { AgendaPlan } from '../../../shared/domain/agenda/schema.ts';
import { ITEM_MINUTES_MAX, TITLE_CHARS_MAX } from '../../../shared/lib/limits.ts';
import { AGENDA_KINDS } from '../../../shared/lib/vocabulary.ts';
import { Button } from '../../components/Button.tsx';
import { Choice } from '../../components/Choice.tsx';
import { EditField } from '../../components/EditField.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { useMeeting } from '../../hooks/session.ts';
import { useMessages } from '../../messages/language.ts';
import { usePlanWords } from '../../messages/plan.ts';
import type { AgendaEdit, AgendaPatch } from '../../store/agenda-edits.ts';
import { isBetween, isWholeBetween, numberIn } from '../../store/checks.ts';
import styles from './AgendaEditor.module.css';
import { describedBy, PlanNotes, useNotesAt } from './PlanNotes.tsx';

const SPEAKERS_MAX = 1_000;

type AgendaRowProps = {
  item: AgendaPlan;
  place: number;
  isLast: boolean;
  isReadOnly: boolean;
  onEdit(edit: AgendaEdit): void;
};

export function AgendaRow(props: AgendaRowProps) {
  const { item, place, isReadOnly, onEdit } = props;
  const words = usePlanWords();
  const messages = useMessages();
  const notes = useNotesAt(`agenda/${item.itemId}`);
  const { itemId, title } = item;
  const patch = (fields: AgendaPatch) => onEdit({ do: 'patch', itemId, title, fields });
  return (
    <li className={styles.item} aria-label={`${words.item(place)}: ${title}`}>
      <div className={styles.fields}>
        <div className={styles.title}>
          <EditField
            label={words.itemTitle}
            value={title}
            charsMax={TITLE_CHARS_MAX}
            isReadOnly={isReadOnly}
            check={(text) => (text === '' ? words.needed : null)}
            onCommit={(text) => patch({ title: text })}
          />
        </div>
        <EditField
          label={words.minutes}
          value={String(item.minutes)}
          charsMax={8}
          isNumber
          isReadOnly={isReadOnly}
          describedBy={describedBy(notes, 'minutes')}
          check={(text) => (isBetween(text, 0, ITEM_MINUTES_MAX) ? null : words.number(0, ITEM_MINUTES_MAX))}
          onCommit={(text) => patch({ minutes: numberIn(text) ?? 0 })}
        />
        <SelectField
          label={words.kind}
          value={item.kind}
          isReadOnly={isReadOnly}
          describedBy={describedBy(notes, 'kind')}
          options={AGENDA_KINDS.map((kind) => ({ value: kind, label: messages.agendaKinds[kind] }))}
          onChange={(kind) => patch({ kind })}
        />
        {(item.kind === 'speeches' || item.speakers !== undefined) && (
          <EditField
            label={words.speakers}
            value={String(item.speakers ?? '')}
            charsMax={4}
            isNumber
            isReadOnly={isReadOnly}
            describedBy={describedBy(notes, 'speakers')}
            check={(text) =>
              text === '' || isWholeBetween(text, 1, SPEAKERS_MAX) ? null : words.whole(1, SPEAKERS_MAX)
            }
            onCommit={(text) => patch({ speakers: numberIn(text) })}
          />
        )}
      </div>
      <PlanNotes place={`agenda/${itemId}`} />
      <RowActions {...props} onPatch={patch} />
    </li>
  );
}

type RowActionsProps = AgendaRowProps & { onPatch(fields: AgendaPatch): void };

function RowActions({ item, place, isLast, isReadOnly, onEdit, onPatch }: RowActionsProps) {
  const words = usePlanWords();
  const { itemId, title } = item;
  const hasBegun = useMeeting((state) =>
    state.agenda.items.some((known) => known.itemId === itemId && known.startedAtMs !== null),
  );
  return (
    <div className={styles.actions}>
      <Choice
        label={words.fair}
        isOn={item.fair ?? item.kind === 'discussion'}
        isReadOnly={isReadOnly}
        onChange={(fair) => onPatch({ fair })}
      />
      {!isReadOnly && (
        <span className={styles.buttons}>
          <Button
            aria-label={words.up(title)}
            reason={place === 1 ? words.atTop : null}
            onClick={() => onEdit({ do: 'move', itemId, title, by: -1 })}
          >
            ↑
          </Button>
          <Button
            aria-label={words.down(title)}
            reason={isLast ? words.atEnd : null}
            onClick={() => onEdit({ do: 'move', itemId, title, by: 1 })}
          >
            ↓
          </Button>
          <Button
            aria-label={words.removeItem(title)}
            reason={hasBegun ? words.begun : null}
            onClick={() => onEdit({ do: 'remove', itemId, title })}
          >
            {words.remove}
          </Button>
        </span>
      )}
    </div>
  );
}
