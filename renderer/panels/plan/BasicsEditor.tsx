import {
  CODE_CHARS_MAX,
  JOIN_LINKS_MAX,
  LINK_CHARS_MAX,
  TITLE_CHARS_MAX,
} from '../../../shared/lib/limits.ts';
import { CLOCK_SHOWS } from '../../../shared/lib/vocabulary.ts';
import { EditField } from '../../components/EditField.tsx';
import form from '../../components/form.module.css';
import { SelectField } from '../../components/SelectField.tsx';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useClockShows } from '../../hooks/use-turn-clock.ts';
import { usePlanWords } from '../../messages/plan.ts';
import styles from './BasicsEditor.module.css';
import { describedBy, PlanNotes, useNotesAt } from './PlanNotes.tsx';

export function BasicsEditor({ isReadOnly }: { isReadOnly: boolean }) {
  const words = usePlanWords();
  const { submit } = useSession();
  const { title, code, series, joinLinks } = useMeeting((state) => state.session);
  const shows = useClockShows();
  const notes = useNotesAt('title');
  return (
    <section className={form.card} aria-labelledby="plan-basics">
      <h2 id="plan-basics" className={styles.heading}>
        {words.basics}
      </h2>
      <EditField
        label={words.sessionTitle}
        value={title}
        charsMax={TITLE_CHARS_MAX}
        isReadOnly={isReadOnly}
        describedBy={describedBy(notes)}
        check={(text) => (text === '' ? words.needed : null)}
        onCommit={(text) => submit({ name: 'session/configure', args: { title: text } })}
      />
      <PlanNotes place="title" />
      <div className={styles.pair}>
        <EditField
          label={words.code}
          hint={words.codeHint}
          value={code ?? ''}
          charsMax={CODE_CHARS_MAX}
          isReadOnly={isReadOnly}
          onCommit={(text) => submit({ name: 'session/configure', args: { code: text || null } })}
        />
        <EditField
          label={words.series}
          value={series ?? ''}
          charsMax={TITLE_CHARS_MAX}
          isReadOnly={isReadOnly}
          onCommit={(text) => submit({ name: 'session/configure', args: { series: text || null } })}
        />
      </div>
      <EditField
        label={words.joinLinks}
        hint={words.joinLinksHint}
        value={(joinLinks ?? []).join(' ')}
        charsMax={LINK_CHARS_MAX * JOIN_LINKS_MAX}
        isReadOnly={isReadOnly}
        check={(text) => (linksIn(text).every(isJoinLink) ? null : words.joinLinksWrong)}
        onCommit={(text) => submit({ name: 'session/configure', args: { joinLinks: linksIn(text) } })}
      />
      <SelectField
        label={words.clockShows}
        value={shows}
        options={CLOCK_SHOWS.map((value) => ({ value, label: words.clocks[value] }))}
        isReadOnly={isReadOnly}
        onChange={(clockShows) => submit({ name: 'session/configure', args: { clockShows } })}
      />
      <PlanNotes place="code" />
      <PlanNotes place="series" />
    </section>
  );
}

function linksIn(text: string): string[] {
  return text.split(/\s+/).filter(Boolean).slice(0, JOIN_LINKS_MAX);
}

/** As the hub takes them. */
function isJoinLink(link: string): boolean {
  return /^(?:https|wemeet|zoommtg):\/\/[^\s"<>]+$/i.test(link);
}
