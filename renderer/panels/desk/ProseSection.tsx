import { useState } from 'react';
import { DRAFT_CHARS_MAX } from '../../../shared/lib/limits.ts';
import type { ProseContent } from '../../../shared/projections/report/contents.ts';
import { usedOf } from '../../../shared/projections/report/measure.ts';
import { type Prose, proseOf } from '../../../shared/projections/report/prose.ts';
import type { ReportSection } from '../../../shared/projections/report/template.ts';
import { Button } from '../../components/Button.tsx';
import { focusOnce } from '../../components/focus-once.ts';
import form from '../../components/form.module.css';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useDeskWords } from '../../messages/desk.ts';
import { useLanguage } from '../../messages/language.ts';
import styles from './ReportPreview.module.css';

type Props = { section: ReportSection & { content: ProseContent } };

/** Drafted by the points; a press makes it the rapporteur's own words, and another gives it back to them. */
export function ProseSection({ section }: Props) {
  const { report: words } = useDeskWords();
  const language = useLanguage();
  const state = useMeeting((meeting) => meeting);
  const prose = proseOf(state, section);
  const [isEditing, setEditing] = useState(false);
  const title = section.title[language];
  return (
    <div className={styles.section}>
      <h3 className={styles.heading}>
        {title} {prose.isWorded && <span className={styles.note}>{words.worded}</span>}
      </h3>
      {isEditing ? (
        <Editor section={section} prose={prose} title={title} onClose={() => setEditing(false)} />
      ) : (
        <>
          <Used text={prose.text} section={section} />
          <p className={styles.prose} dir="auto">
            {prose.text === '' ? <span className={styles.note}>{words.empty}</span> : prose.text}
          </p>
          <Button
            look="quiet"
            className={styles.edit}
            aria-label={words.edit(title)}
            onClick={() => setEditing(true)}
          >
            ✎
          </Button>
        </>
      )}
    </div>
  );
}

type EditorProps = Props & { prose: Prose; title: string; onClose(): void };

function Editor({ section, prose, title, onClose }: EditorProps) {
  const words = useDeskWords();
  const { submit } = useSession();
  const { sectionId } = section;
  const [before, setBefore] = useState(prose);
  const [text, setText] = useState(prose.text);
  const isChanged = prose.revision !== before.revision;
  const save = (next: string | null) => {
    const args = { sectionId, baseRevision: before.revision, text: next };
    if (!submit({ name: 'notes/draft', args })) onClose();
  };
  return (
    <form
      className={styles.editor}
      aria-label={words.report.edit(title)}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isChanged && text.trim() !== '') save(text);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose();
      }}
    >
      <Used text={text} section={section} />
      <textarea
        ref={focusOnce}
        className={form.input}
        aria-label={title}
        rows={8}
        dir="auto"
        maxLength={DRAFT_CHARS_MAX}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {isChanged && (
        <div role="alert" className={form.clash}>
          <p>{words.point.changed}</p>
          <p dir="auto">{prose.text}</p>
          <Button onClick={() => setBefore(prose)}>{words.point.keepMine}</Button>
          <Button onClick={onClose}>{words.point.takeTheirs}</Button>
        </div>
      )}
      <div className={styles.buttons}>
        <Button isSubmit look="strong" reason={isChanged ? words.point.changed : null}>
          {words.report.save}
        </Button>
        {prose.isWorded && <Button onClick={() => save(null)}>{words.report.fromPoints}</Button>}
        <Button look="quiet" onClick={onClose}>
          {words.report.cancel}
        </Button>
      </div>
    </form>
  );
}

/** How far the text is from what the form allows: in words and figures, marked where it is too long. */
function Used({ text, section }: { text: string } & Props) {
  const { report: words } = useDeskWords();
  const used = usedOf(text, section.limits ?? {});
  if (used.length === 0) return null;
  return (
    <p className={styles.used}>
      {used.map(({ unit, used: count, limit, isOver }) => (
        <span key={unit} className={isOver ? styles.over : undefined}>
          {isOver ? words.over(count, limit, words.words[unit]) : words.used(count, limit, words.words[unit])}
        </span>
      ))}
    </p>
  );
}
