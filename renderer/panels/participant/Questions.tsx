import { useMemo, useState } from 'react';
import type { Person } from '../../../shared/domain/people/schema.ts';
import type { Question } from '../../../shared/domain/questions/schema.ts';
import type { QuestionStatus } from '../../../shared/domain/questions/status.ts';
import { isSettled } from '../../../shared/domain/questions/status.ts';
import { Answer } from '../../components/Announcer.tsx';
import { ChannelMark } from '../../components/ChannelMark.tsx';
import form from '../../components/form.module.css';
import { useMeeting, useSession, useView } from '../../hooks/session.ts';
import { useHubWords } from '../../messages/language.ts';
import type { QuestionsOwnMessages } from '../../messages/questions-own.ts';
import { useQuestionsOwnWords } from '../../messages/questions-own.ts';
import type { Mine } from '../../store/own-questions.ts';
import { changedOne, mineOf, passedQuestions, SHOWN_QUESTIONS_MAX } from '../../store/own-questions.ts';
import { ownIdOf } from '../../store/view.ts';
import { AskQuestion } from './AskQuestion.tsx';
import big from './big.module.css';
import styles from './Questions.module.css';

/** Questions in writing: what everybody asks, with a vote each, what became of the own ones, and a new one. */
export function Questions({ person, canAsk }: { person: Person | null; canAsk: boolean }) {
  return (
    <>
      <Passed />
      <OwnQuestions />
      {canAsk && <AskQuestion person={person} />}
    </>
  );
}

function Passed() {
  const words = useQuestionsOwnWords();
  const state = useMeeting((meeting) => meeting);
  const shown = useMemo(() => passedQuestions(state), [state]);
  if (shown.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="questions-all">
      <h2 id="questions-all" className={big.heading}>
        {words.all}
      </h2>
      <ul className={styles.list}>
        {shown.map((one) => (
          <PassedOne key={one.question.questionId} {...one} />
        ))}
      </ul>
      {shown.length === SHOWN_QUESTIONS_MAX && <p className={form.hint}>{words.more(SHOWN_QUESTIONS_MAX)}</p>}
    </section>
  );
}

function PassedOne({ question, status }: { question: Question; status: QuestionStatus }) {
  const words = useQuestionsOwnWords();
  const { rejection } = useHubWords();
  const { submit, why } = useSession();
  const personId = useView(ownIdOf);
  const { questionId, text, votes, name, channel, answer } = question;
  const hasVoted = personId !== undefined && (question.voters?.includes(personId) ?? false);
  const command = { name: 'questions/vote' as const, args: { questionId, vote: !hasVoted } };
  const refused = isSettled(status) ? why(command) : null;
  return (
    <li className={styles.card}>
      <button
        type="button"
        className={styles.vote}
        aria-pressed={hasVoted}
        aria-label={words.vote(votes, text)}
        aria-disabled={refused ? true : undefined}
        title={refused ? rejection(refused) : undefined}
        onClick={() => !refused && submit(command)}
      >
        <span aria-hidden="true">↑</span>
        <span>{votes}</span>
      </button>
      <div className={styles.body}>
        <p className={styles.text} dir="auto">
          {text}
        </p>
        <p className={styles.facts}>
          <ChannelMark channel={channel} /> {name && <bdi>{name} · </bdi>}
          {words.status[status === 'received' ? 'reviewed' : status]}
        </p>
        {answer !== undefined && <Said label={words.answer} text={answer} />}
      </div>
    </li>
  );
}

function OwnQuestions() {
  const words = useQuestionsOwnWords();
  const own = useView((view) => view.own);
  const state = useView((view) => view.state);
  const me = useView((view) => view.me);
  const mine = useMemo(() => mineOf({ own, state, me }), [own, state, me]);
  const news = useNews(mine, words);
  return (
    <>
      {/* Said once, when it comes, and only what has changed since the page was opened. */}
      <Answer text={news} />
      {mine.length > 0 && (
        <section className={styles.section} aria-labelledby="questions-mine">
          <h2 id="questions-mine" className={big.heading}>
            {words.mine}
          </h2>
          <ul className={styles.list}>
            {mine.map((one) => (
              <li key={one.questionId} className={styles.card}>
                <div className={styles.body}>
                  <p className={styles.text} dir="auto">
                    {one.text}
                  </p>
                  <p className={styles.facts}>
                    <strong>{one.isSent ? words.status[one.status] : words.onItsWay}</strong>
                  </p>
                  {one.answer !== undefined && <Said label={words.answer} text={one.answer} />}
                  {one.reason !== undefined && <Said label={words.reason} text={one.reason} />}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Said({ label, text }: { label: string; text: string }) {
  return (
    <p className={styles.answer}>
      <span className={styles.label}>{label}</span> <bdi>{text}</bdi>
    </p>
  );
}

/** The sentence about the own question whose place has changed last; empty until one has. */
function useNews(mine: readonly Mine[], words: QuestionsOwnMessages): string {
  const [told, setTold] = useState<{ mine: readonly Mine[]; news: Mine | null }>({ mine, news: null });
  if (told.mine !== mine) setTold({ mine, news: changedOne(told.mine, mine) ?? told.news });
  if (!told.news) return '';
  const { text, status, answer, reason } = told.news;
  return words.news(text, [words.status[status], answer ?? reason ?? ''].join(' ').trim());
}
