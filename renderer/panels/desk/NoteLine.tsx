import type { KeyboardEvent } from 'react';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { NOTE_KINDS } from '../../../shared/lib/vocabulary.ts';
import { clock } from '../../../shared/words/words.ts';
import { Button } from '../../components/Button.tsx';
import form from '../../components/form.module.css';
import { timeOfDay } from '../../components/HubTime.tsx';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useNoteDraft } from '../../hooks/use-note-draft.ts';
import { useSounds } from '../../hooks/use-sounds.ts';
import { useDeskWords } from '../../messages/desk.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import type { Choice, LineContext, NoteDraft, Token } from '../../store/note-line.ts';
import { choicesFor, resolved, tokenAt, unknownKind, withChoice } from '../../store/note-line.ts';
import { LineChips } from './LineChips.tsx';
import { LineChoices } from './LineChoices.tsx';
import styles from './NoteLine.module.css';

/** One line, always at hand. Enter saves; nothing waits for the network. */
export function NoteLine() {
  const words = useDeskWords();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const context = useLineContext();
  const { draft, change, type, clear } = useNoteDraft(context);
  const completion = useCompletion(draft, context);
  const { save, said } = useSave(context, clear);
  useEffect(() => field.current?.focus(), []);
  // Where the caret is to stand once the text is the shorter one: at once, or the next key would land elsewhere.
  const caret = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (caret.current !== null) field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });
  const choose = (choice: Choice) => {
    if (!completion.token) return;
    const { from } = completion.token;
    change(withChoice(draft, completion.token, choice));
    completion.close();
    caret.current = from;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter and the arrows belong to the input method while it composes.
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    const { choices, active } = completion;
    const choice = choices[active];
    // A kind or a number that is written out needs no choosing: one Enter saves.
    const isWritten = event.key === 'Enter' && resolved(draft, context, true) !== draft;
    const isTaken = event.key === 'Tab' || (event.key === 'Enter' && !isWritten);
    if (choice && isTaken && !event.shiftKey) choose(choice);
    else if (choice && event.key === 'ArrowDown') completion.step(1);
    else if (choice && event.key === 'ArrowUp') completion.step(-1);
    else if (choice && event.key === 'Escape') completion.close();
    else if (event.key === 'Enter' && !event.shiftKey) save(draft);
    else return;
    event.preventDefault();
  };
  return (
    <section className={styles.box} aria-label={words.line.label}>
      <div className={styles.grow} data-text={draft.text}>
        <textarea
          ref={field}
          className={styles.field}
          aria-label={words.line.label}
          aria-haspopup="listbox"
          aria-controls={`${id}-choices`}
          aria-activedescendant={
            completion.choices.length > 0 ? `${id}-choices-${completion.active}` : undefined
          }
          aria-autocomplete="list"
          aria-describedby={`${id}-about`}
          placeholder={words.line.placeholder}
          rows={1}
          dir="auto"
          value={draft.text}
          onChange={(event) => {
            completion.open(event.target.selectionStart);
            type(event.target.value);
          }}
          onSelect={(event) => completion.move(event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
        />
      </div>
      <LineChoices
        id={`${id}-choices`}
        choices={completion.choices}
        active={completion.active}
        onChoose={choose}
      />
      <div className={styles.foot}>
        <LineChips draft={draft} onChange={change} />
        <About id={`${id}-about`} draft={draft} />
        <Button look="strong" className={styles.save} onClick={() => save(draft)}>
          {words.line.save}
        </Button>
      </div>
      <UnknownKind draft={draft} context={context} />
      <p role="status" className={form.hidden}>
        {said}
      </p>
    </section>
  );
}

/** Until its word is whole the sentence stays the same, so that it is not read out at every letter. */
function UnknownKind({ draft, context }: { draft: NoteDraft; context: LineContext }) {
  const { line: words, noteKinds } = useDeskWords();
  const unknown = unknownKind(draft.text, context);
  const kinds = NOTE_KINDS.map((kind) => `#${noteKinds[kind]}`);
  return (
    <p role="status" className={`${form.hint} ${styles.unknown}`}>
      {unknown && (unknown.isWhole ? words.noKind(unknown.letters, kinds) : words.noKindBegins(kinds))}
    </p>
  );
}

function useLineContext(): LineContext {
  const { noteKinds } = useDeskWords();
  const people = useMeeting((state) => state.people);
  const policyQuestions = useMeeting((state) => state.policyQuestions);
  return { people, policyQuestions, kindWords: noteKinds, soundsOf: useSounds() };
}

/** The list of what a sign may stand for, while there is a sign at the caret. */
function useCompletion(draft: NoteDraft, context: LineContext) {
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const token: Token | null = caret === null ? null : tokenAt(draft.text, caret);
  const choices = token ? choicesFor(token, context) : [];
  return {
    token,
    choices,
    active: Math.min(active, Math.max(0, choices.length - 1)),
    open(at: number) {
      setCaret(at);
      setActive(0);
    },
    /** Only typing opens the list: who moves the caret back into a name does not want another. */
    move: (at: number) => setCaret((before) => (before === null ? null : at)),
    step: (by: 1 | -1) => setActive((at) => Math.max(0, Math.min(at + by, choices.length - 1))),
    close: () => setCaret(null),
  };
}

function useSave(context: LineContext, clear: () => void) {
  const words = useDeskWords();
  const { submit, newId } = useSession();
  const count = useMeeting((state) => state.notes.length);
  const [said, setSaid] = useState('');
  const save = (draft: NoteDraft) => {
    const { text, kind, speaker, policyQuestionId, typedAtMs, turnId } = resolved(draft, context, true);
    if (text.trim() === '') return;
    const refused = submit({
      name: 'notes/write',
      args: {
        noteId: newId(),
        baseRevision: 0,
        kind,
        text,
        turnId,
        ...(speaker && { speaker }),
        ...(policyQuestionId && { policyQuestionId }),
        ...(typedAtMs !== null && { typedAtMs }),
      },
    });
    if (refused) return;
    clear();
    setSaid(words.line.saved(count + 1));
  };
  return { save, said };
}

/** Whose point it will be and since when, as taken down at the first key stroke; and what the signs do. */
function About({ id, draft }: { id: string; draft: NoteDraft }) {
  const words = useDeskWords();
  const { unnamed } = useMessages();
  const language = useLanguage();
  const running = useMeeting((state) => state.floor.turn);
  const turns = useMeeting((state) => state.turns);
  const isBegun = draft.typedAtMs !== null;
  const turn = isBegun
    ? [running, ...turns].find((one) => one !== null && one.turnId === draft.turnId)
    : running;
  const who = draft.speaker ? null : turn ? turn.name || unnamed : words.line.nobody;
  const elapsed = turn && draft.typedAtMs !== null ? (draft.typedAtMs - turn.startedAtMs) / 1_000 : null;
  return (
    <p id={id} className={styles.about}>
      {who !== null && <bdi>{who}</bdi>}
      {draft.typedAtMs !== null && <span>{timeOfDay(draft.typedAtMs, language)}</span>}
      {elapsed !== null && <span>{words.point.elapsed(clock(elapsed))}</span>}
      <span className={styles.signs}>
        <kbd>#</kbd> {words.line.hint} <kbd>@</kbd> {words.line.who} <kbd>!</kbd> {words.line.question}
      </span>
    </p>
  );
}
