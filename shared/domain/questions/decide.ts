import { must } from '../../lib/assert.ts';
import { MUTED_MAX, QUESTIONS_AT_ONCE_MAX, QUESTIONS_MAX, TOPIC_CHARS_MAX } from '../../lib/limits.ts';
import type { QuestionStep } from '../../lib/vocabulary.ts';
import type { Actor, DecideContext, Rejection } from '../context.ts';
import { invalid, isStaff, reject } from '../context.ts';
import type { FloorSlice } from '../floor/slice.ts';
import type { Person } from '../people/schema.ts';
import { joinQueue, leftBy } from '../queue/decide.ts';
import type { QueueEvent } from '../queue/schema.ts';
import type { Queue } from '../queue/slice.ts';
import type { PolicyQuestion } from '../session/schema.ts';
import type { Session } from '../session/slice.ts';
import type { AskArgs, Question, QuestionsCommand, QuestionsEvent, TriageArgs } from './schema.ts';
import type { QuestionsSlice } from './slice.ts';
import { findQuestion } from './slice.ts';
import { broughtBy, isPending, isSettled, statusOf } from './status.ts';

type Result = (QuestionsEvent | QueueEvent)[] | Rejection;

export type QuestionsState = QuestionsSlice &
  FloorSlice & { people: Person[]; policyQuestions: PolicyQuestion[]; queue: Queue; session: Session };

export function decideQuestions(
  state: QuestionsState,
  command: QuestionsCommand,
  context: DecideContext,
): Result {
  const { actor } = context;
  switch (command.name) {
    case 'questions/ask':
      return ask(state, command.args, context);
    case 'questions/vote':
      return vote(state, command.args, actor);
    case 'questions/triage':
      return ofQuestion(state, command.args.questionId, (question) =>
        triageAll(state, question, command.args, context),
      );
    case 'questions/merge':
      return merge(state, command.args, context);
    case 'questions/answer':
      return ofQuestion(state, command.args.questionId, (question) => [
        changed(
          question,
          { answer: command.args.text, decided: 'answered-in-writing' },
          'answered-in-writing',
          context,
        ),
      ]);
    case 'questions/queue':
      return ofQuestion(state, command.args.questionId, (question) =>
        queueUp(state, question, command.args, context),
      );
    case 'questions/open':
    case 'questions/close':
      return openOrClose(state, command.name === 'questions/open');
    case 'questions/links':
      return [{ type: 'questions/desk-set', v: 1, links: command.args.allowed }];
    case 'questions/slow':
      return [{ type: 'questions/desk-set', v: 1, slowSeconds: command.args.seconds }];
    case 'questions/mute':
      return mute(state, command.args, context);
  }
}

function ask(state: QuestionsState, args: AskArgs, { actor, nowMs }: DecideContext): Result {
  const { questions, questionDesk, people } = state;
  const { questionId, text } = args;
  const staff = isStaff(actor);
  if (findQuestion(state, questionId)) return invalid('questionId', 'taken');
  if (!questionDesk.open && !staff) return reject('questions/closed');
  if (questionDesk.muted?.includes(actor.personId)) return reject('questions/muted');
  if (questions.length >= QUESTIONS_MAX) return reject('too-many', { limit: QUESTIONS_MAX });
  const person = staff ? undefined : people.find((one) => one.personId === actor.personId);
  const last = staff ? undefined : questions.findLast((question) => question.personId === actor.personId);
  const waitMs = last ? last.askedAtMs + questionDesk.slowSeconds * 1_000 - nowMs : 0;
  if (waitMs > 0) return reject('questions/slow', { seconds: Math.ceil(waitMs / 1_000) });
  const channel = person?.channel ?? args.channel;
  if (channel === undefined) return invalid('channel', 'side-needed');
  const name = person?.name ?? args.name;
  const question = {
    questionId,
    text,
    ...(name !== undefined && { name }),
    ...(!staff && { personId: actor.personId }),
    channel,
    door: staff ? (args.door ?? 'stream') : (args.door ?? 'web'),
    decided: 'received' as const,
    votes: 0,
    voters: [],
  };
  return [{ type: 'questions/asked', v: 1, question }];
}

function vote(state: QuestionsState, args: { questionId: string; vote: boolean }, actor: Actor): Result {
  const question = findQuestion(state, args.questionId);
  if (!question?.passed) return reject('questions/no-such-question', { questionId: args.questionId });
  if (state.questionDesk.muted?.includes(actor.personId)) return reject('questions/muted');
  if (isSettled(statusOf(question, state))) return reject('questions/settled');
  const has = question.voters?.includes(actor.personId) ?? !args.vote;
  if (has === args.vote) return reject('questions/already-voted');
  const votes = Math.max(0, question.votes + (args.vote ? 1 : -1));
  const { questionId, vote: given } = args;
  return [{ type: 'questions/voted', v: 1, questionId, personId: actor.personId, vote: given, votes }];
}

/** Two records become one: where both have voted, the vote of the one that goes. */
export function takenBackVotes(
  questions: readonly Question[],
  { personId, otherPersonId }: { personId: string; otherPersonId: string },
  context: DecideContext,
): QuestionsEvent[] {
  return questions.flatMap((question) => {
    const { voters = [], votes } = question;
    if (!voters.includes(personId) || !voters.includes(otherPersonId)) return [];
    const others = voters.filter((voter) => voter !== otherPersonId);
    return [changed(question, { voters: others, votes: votes - 1 }, null, context)];
  });
}

/** The others follow the one in what is decided; each that somebody else has dealt with meanwhile is left out. */
function triageAll(
  state: QuestionsState,
  question: Question,
  { otherQuestionIds = [], ...args }: TriageArgs,
  context: DecideContext,
): Result {
  const { decided, reason } = args;
  const missing = otherQuestionIds.find((questionId) => !findQuestion(state, questionId));
  if (missing !== undefined) return reject('questions/no-such-question', { questionId: missing });
  const isMeant = (other: Question) =>
    decided !== undefined &&
    other !== question &&
    otherQuestionIds.includes(other.questionId) &&
    isPending(statusOf(other, state));
  const parts = state.questions.filter(isMeant).map((other) => [other, { decided, reason }] as const);
  const events: (QuestionsEvent | QueueEvent)[] = [];
  for (const [one, part] of [[question, args] as const, ...parts]) {
    const result = triage(state, one, { ...part, questionId: one.questionId }, context);
    if (!Array.isArray(result)) return result;
    events.push(...result);
  }
  return events;
}

function triage(state: QuestionsState, question: Question, args: TriageArgs, context: DecideContext): Result {
  const { policyQuestionId, assignedTo, decided } = args;
  const isAsked = state.policyQuestions.some((one) => one.policyQuestionId === policyQuestionId);
  if (policyQuestionId && !isAsked) return reject('notes/no-such-question', { policyQuestionId });
  const person = state.people.find(({ personId }) => personId === assignedTo?.personId);
  if (assignedTo?.personId !== undefined && !person) {
    return reject('people/no-such-person', { personId: assignedTo.personId });
  }
  const name = person?.name ?? assignedTo?.name;
  if (assignedTo && name === undefined) return invalid('assignedTo', 'nobody-named');
  const edited = args.text !== undefined && args.text !== question.text;
  const part: Partial<Question> = {
    ...(decided && { decided }),
    ...(decided === 'reviewed' && { reason: undefined, mergedInto: undefined, answer: undefined }),
    ...(args.reason !== undefined && { reason: args.reason }),
    ...(edited && { text: args.text, original: question.original ?? question.text }),
    ...(args.translation !== undefined && { translation: args.translation ?? undefined }),
    ...(policyQuestionId !== undefined && { policyQuestionId: policyQuestionId ?? undefined }),
    ...(assignedTo === null && { assignedTo: undefined }),
    ...(assignedTo &&
      name !== undefined && { assignedTo: { ...(person && { personId: person.personId }), name } }),
    ...(args.passed !== undefined && { passed: args.passed ? true : undefined }),
  };
  const step = decided ?? (assignedTo ? 'assigned' : edited ? 'edited' : null);
  return [changed(question, part, step, context)];
}

function merge(
  state: QuestionsState,
  args: { questionId: string; otherQuestionId: string },
  context: DecideContext,
): Result {
  if (args.questionId === args.otherQuestionId) return invalid('otherQuestionId', 'same-question');
  return ofQuestion(state, args.questionId, (kept) =>
    ofQuestion(state, args.otherQuestionId, (other) => {
      // Of two who merge a pair in opposite directions the later would take the one that is left away as well.
      if (isOut(kept) || isOut(other)) return reject('questions/settled');
      const voters = [...new Set([...must(kept.voters, 'who voted'), ...must(other.voters, 'who voted')])];
      // Whoever asked the same wants it asked.
      if (other.personId && other.personId !== kept.personId && !voters.includes(other.personId)) {
        voters.push(other.personId);
      }
      return [
        changed(kept, { voters, votes: voters.length }, null, context),
        changed(other, { decided: 'merged', mergedInto: kept.questionId }, 'merged', context),
      ];
    }),
  );
}

function isOut({ decided }: Question): boolean {
  return decided === 'merged' || decided === 'declined';
}

function queueUp(
  state: QuestionsState,
  question: Question,
  args: { entryId: string; relayed?: boolean },
  context: DecideContext,
): Result {
  const { personId, channel, text } = question;
  const status = statusOf(question, state);
  if (status === 'queued' || status === 'on-air' || isSettled(status)) return reject('questions/settled');
  const { entryId, relayed = false } = args;
  const topic = [...(question.translation ?? text).replace(/\s+/g, ' ')].slice(0, TOPIC_CHARS_MAX).join('');
  // Read aloud it is nobody's own turn, so somebody who waits with a hand up may be heard this way too.
  const asker = state.people.find((one) => one.personId === personId);
  const person = relayed ? undefined : asker;
  const who = person ? { personId: person.personId } : { name: question.name };
  const join = { entryId, ...who, channel, door: 'question' as const, kind: 'question' as const, topic };
  const joined = joinQueue(state.queue, person, join, context.actor, true);
  if (!Array.isArray(joined)) return joined;
  const isUnshown = !person && isTyped(question, asker);
  const marked = joined.map((event) => ({
    ...event,
    ...(relayed && { relayed: true as const }),
    ...(isUnshown && { unshown: ['name' as const] }),
  }));
  const reviewed = question.decided === 'received' ? ({ decided: 'reviewed' } as const) : {};
  return [...marked, changed(question, { entryId, ...reviewed }, 'queued', context)];
}

/** Nobody but its owner has written the name, and nobody of the staff has shown it. */
function isTyped({ personId, name, passed }: Question, asker: Person | undefined): boolean {
  if (personId === undefined || name === undefined || passed) return false;
  return asker?.self === true || asker?.name !== name;
}

function openOrClose({ questionDesk }: QuestionsState, open: boolean): Result {
  if (questionDesk.open === open) return reject(open ? 'questions/already-open' : 'questions/closed');
  return [{ type: 'questions/desk-set', v: 1, open }];
}

function mute(
  state: QuestionsState,
  args: { personId: string; muted: boolean; clear?: boolean },
  context: DecideContext,
): Result {
  const before = must(state.questionDesk.muted, 'who is muted');
  const others = before.filter((personId) => personId !== args.personId);
  const muted = args.muted ? [...others, args.personId] : others;
  if (muted.length > MUTED_MAX) return reject('too-many', { limit: MUTED_MAX });
  const cleared = args.muted && args.clear ? clearAway(state, args.personId, context) : [];
  return [{ type: 'questions/desk-set', v: 1, muted }, ...cleared];
}

function clearAway(
  state: QuestionsState,
  personId: string,
  context: DecideContext,
): (QuestionsEvent | QueueEvent)[] {
  const { questions, hands } = broughtBy(state, personId);
  const declined = questions
    .slice(0, QUESTIONS_AT_ONCE_MAX)
    .map((question) => changed(question, { decided: 'declined' }, 'declined', context));
  return [...declined, ...hands.map((entry) => leftBy(entry, 'muted'))];
}

function ofQuestion(state: QuestionsState, questionId: string, next: (question: Question) => Result): Result {
  const question = findQuestion(state, questionId);
  return question ? next(question) : reject('questions/no-such-question', { questionId });
}

/** The record with a change and, where it is one, the step with who and when. Undefined takes a field away. */
function changed(
  before: Question,
  part: Partial<Question>,
  step: QuestionStep | null,
  { actor, nowMs }: DecideContext,
): QuestionsEvent {
  const question: Question = { ...before, ...part };
  for (const field of Object.keys(part) as (keyof Question)[]) {
    if (question[field] === undefined) delete question[field];
  }
  if (step) {
    const by = { personId: actor.personId, role: must(actor.roles[0], 'a role') };
    question.steps = [...must(before.steps, 'what has happened to it'), { step, atMs: nowMs, by }];
  }
  const isUnseen = !before.passed && !question.passed;
  return { type: 'questions/changed', v: 1, question, ...(isUnseen && { unseen: true }) };
}
