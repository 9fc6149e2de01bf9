/** Votes and answers are no part of what is undone, but for those that the commit itself has brought or taken away. */
import { must } from '../../lib/assert.ts';
import { type Channel, perChannel } from '../../lib/vocabulary.ts';
import type { Answer, ShowOfHands } from '../notes/slice.ts';
import type { Question } from '../questions/schema.ts';
import type { Recorded } from './records.ts';
import type { Said } from './slice.ts';

/** The questions and shows of hands whose votes and answers a commit changed, as it left them; undefined for none. */
export function saidBy(before: Recorded, after: Recorded): Said | undefined {
  const questions = differing(
    before.questions,
    after.questions,
    (one) => one.questionId,
    (one) => one.voters,
  );
  const shows = differing(
    before.shows,
    after.shows,
    (one) => one.noteId,
    (one) => one.answers,
  );
  return questions.length + shows.length > 0 ? { questions, shows } : undefined;
}

function differing<T>(
  before: readonly T[],
  after: readonly T[],
  idOf: (one: T) => string,
  saidIn: (one: T) => unknown,
): T[] {
  if (before === after) return [];
  const earlier = new Map(before.map((one) => [idOf(one), one]));
  return after.filter((one) => {
    const was = earlier.get(idOf(one));
    // By what they say: of two equal lists one may have come in an event, as another object.
    return was !== undefined && was !== one && JSON.stringify(saidIn(was)) !== JSON.stringify(saidIn(one));
  });
}

/** The question as it was `before`, with the votes that have come and gone since the commit left it as `then`. */
export function withVotesSince(before: Question, then: Question, now: Question): Question {
  const votersOf = ({ voters }: Question) => must(voters, 'who voted');
  const read = (voter: string) => [voter, voter] as const;
  const voters = sinceThen(votersOf(before), votersOf(then), votersOf(now), read);
  return { ...before, voters, votes: voters.length };
}

/** The same of a show of hands. */
export function withAnswersSince(before: ShowOfHands, then: ShowOfHands, now: ShowOfHands): ShowOfHands {
  const answersOf = ({ answers }: ShowOfHands) => must(answers, 'who answered');
  const read = ({ personId, channel, stance }: Answer) => [personId, `${channel} ${stance}`] as const;
  const answers = sinceThen(answersOf(before), answersOf(then), answersOf(now), read);
  const count = (channel: Channel, stance: Answer['stance']) =>
    answers.filter((answer) => answer.channel === channel && answer.stance === stance).length;
  const counts = perChannel((channel) => ({
    support: count(channel, 'support'),
    reservation: count(channel, 'reservation'),
  }));
  return { ...before, answers, counts };
}

/** `read` says who speaks and what. */
function sinceThen<T>(
  before: readonly T[],
  then: readonly T[],
  now: readonly T[],
  read: (one: T) => readonly [string, string],
): T[] {
  const [saidThen, saidNow] = [new Map(then.map(read)), new Map(now.map(read))];
  const hasChanged = (who: string) => saidThen.get(who) !== saidNow.get(who);
  const kept = before.filter((one) => !hasChanged(read(one)[0]));
  return [...kept, ...now.filter((one) => hasChanged(read(one)[0]))];
}
