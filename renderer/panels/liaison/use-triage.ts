/** Which questions the desk shows and which one is being dealt with. */
import { useMemo, useState } from 'react';
import { isPending } from '../../../shared/domain/questions/status.ts';
import { useMeeting } from '../../hooks/session.ts';
import type { Listed, QuestionFilter } from '../../store/question-list.ts';
import { countsOf, found, listed } from '../../store/question-list.ts';

export type Triage = {
  filter: QuestionFilter;
  letters: string;
  counts: Record<QuestionFilter, number>;
  shown: readonly Listed[];
  /** Null when the list is empty. */
  current: Listed | null;
  setFilter(filter: QuestionFilter): void;
  search(letters: string): void;
  choose(questionId: string): void;
  /** By so many rows; it stops at either end. */
  move(by: number): void;
  /** Those that are dealt with together: of the ones that are shown and not dealt with yet. */
  marked: readonly string[];
  mark(questionId: string): void;
  /** All from the present one to that one, or to the row so far off. */
  markTo(to: string | number): void;
  markAll(): void;
  unmark(): void;
};

/** A question that leaves the list leaves its place to the next one, so that hundreds go by without a look for it. */
export function useTriage(): Triage {
  const state = useMeeting((meeting) => meeting);
  const [filter, setFilter] = useState<QuestionFilter>('new');
  const [letters, setLetters] = useState('');
  const [chosen, setChosen] = useState<{ questionId: string | null; index: number }>({
    questionId: null,
    index: 0,
  });
  const all = useMemo(() => listed(state), [state]);
  const shown = useMemo(() => found(all, filter, letters), [all, filter, letters]);
  const at = shown.findIndex(({ question }) => question.questionId === chosen.questionId);
  const index = at >= 0 ? at : Math.min(chosen.index, Math.max(0, shown.length - 1));
  const current = shown[index] ?? null;
  const questionId = current?.question.questionId ?? null;
  if (questionId !== chosen.questionId || index !== chosen.index) setChosen({ questionId, index });
  const restart = () => setChosen({ questionId: null, index: 0 });
  const move = (by: number) => {
    const next = Math.max(0, Math.min(shown.length - 1, index + by));
    setChosen({ questionId: shown[next]?.question.questionId ?? null, index: next });
  };
  return {
    filter,
    letters,
    counts: useMemo(() => countsOf(all), [all]),
    shown,
    current,
    setFilter: (next) => {
      setFilter(next);
      restart();
    },
    search: (next) => {
      setLetters(next);
      restart();
    },
    choose: (id) => setChosen({ questionId: id, index }),
    move,
    ...useMarks(shown, index, move),
  };
}

type Marks = Pick<Triage, 'marked' | 'mark' | 'markTo' | 'markAll' | 'unmark'>;

function idsOf(some: readonly Listed[]): string[] {
  return some.map(({ question }) => question.questionId);
}

function useMarks(shown: readonly Listed[], index: number, move: (by: number) => void): Marks {
  const [marks, setMarks] = useState<ReadonlySet<string>>(new Set());
  const marked = useMemo(
    () => idsOf(shown.filter(({ question, status }) => marks.has(question.questionId) && isPending(status))),
    [shown, marks],
  );
  return {
    marked,
    mark: (questionId) => {
      const next = new Set(marks);
      if (!next.delete(questionId)) next.add(questionId);
      setMarks(next);
    },
    markTo: (to) => {
      const at = typeof to === 'number' ? index + to : idsOf(shown).indexOf(to);
      const between = shown.slice(Math.max(0, Math.min(index, at)), Math.max(index, at) + 1);
      setMarks(new Set([...marks, ...idsOf(between)]));
      move(at - index);
    },
    markAll: () => setMarks(new Set(idsOf(shown))),
    unmark: () => setMarks(new Set()),
  };
}
