/** What the audience asked and what came of it, counted by the door it came through. */
import { CHANNEL_MARKS } from '../../../shared/lib/vocabulary.ts';
import {
  FUNNEL_STEPS,
  type Funnel,
  type ReportQuestion,
} from '../../../shared/projections/report/questions.ts';
import type { Block, Item } from '../document.ts';
import type { Writing } from '../writing.ts';

export function audienceQuestionsOf(writing: Writing): Block[] {
  const { facts, words } = writing;
  const { total, byDoor, all } = facts.questions;
  if (total.asked === 0) return [];
  const row = (name: string, funnel: Funnel) => [name, ...FUNNEL_STEPS.map((step) => String(funnel[step]))];
  const rows = byDoor.map(({ door, funnel }) => row(words.doors[door], funnel));
  return [
    {
      kind: 'table',
      head: [words.door, ...FUNNEL_STEPS.map((step) => words.funnel[step])],
      rows: [...rows, row(words.allDoors, total)],
      numeric: FUNNEL_STEPS.map((_, index) => index + 1),
    },
    { kind: 'numbered', items: all.map((question) => itemOf(question, writing)) },
  ];
}

function itemOf(question: ReportQuestion, { words }: Writing): Item {
  const { channel, status, turnNumber, mergedInto, assignedTo, relayed, votes } = question;
  const stands = words.questionStatus[status];
  const facts = [
    `${question.name ?? words.unnamed} (${CHANNEL_MARKS[channel]} ${words.channels[channel]}, ${words.doors[question.door]})`,
    assignedTo !== null && words.forWhom(assignedTo),
    votes > 0 && words.votes(votes),
    mergedInto !== null ? words.mergedWith(mergedInto) : asked(stands, turnNumber, words),
    relayed && words.readAloud,
  ];
  const further = [
    question.original !== null && words.askedAs(question.original),
    question.answer !== null && words.writtenAnswer(question.answer),
    question.reason !== null && words.becauseOf(question.reason),
  ];
  return {
    text: question.translation === null ? question.text : `${question.text} (${question.translation})`,
    detail: [facts.filter(Boolean).join(' · '), ...further.filter(Boolean)].join('\n'),
  };
}

function asked(stands: string, turnNumber: number | null, words: Writing['words']): string {
  return turnNumber === null ? stands : words.inTurnNumber(stands, turnNumber);
}
