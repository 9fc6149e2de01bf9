/** Which questions the desk shows and which one is being dealt with. */
import { useMemo, useState } from 'react';
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
    move: (by) => {
      const next = Math.max(0, Math.min(shown.length - 1, index + by));
      setChosen({ questionId: shown[next]?.question.questionId ?? null, index: next });
    },
  };
}
