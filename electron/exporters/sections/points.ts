/** What was said, point by point, each with where it comes from. */
import { CHANNEL_MARKS, CHANNELS } from '../../../shared/lib/vocabulary.ts';
import { byQuestion, bySpeaker, type ReportPoint } from '../../../shared/projections/report/points.ts';
import { clock } from '../../../shared/words/words.ts';
import type { Block, Item } from '../document.ts';
import type { Writing } from '../writing.ts';

export function pointsByQuestion(writing: Writing): Block[] {
  const { facts, words } = writing;
  return byQuestion(facts.points, facts).flatMap(({ policyQuestionId, points }) => {
    const at = facts.policyQuestions.findIndex((one) => one.policyQuestionId === policyQuestionId);
    const question = facts.policyQuestions[at];
    const text = question ? `${at + 1}. ${question.text}` : words.noQuestion;
    return [{ kind: 'heading', text } as const, listed(points, writing)];
  });
}

export function pointsBySpeaker(writing: Writing): Block[] {
  return bySpeaker(writing.facts.points).flatMap(({ speaker, points }) => {
    const organisation = points[0]?.organisation;
    const text = organisation ? `${speaker}, ${organisation}` : speaker;
    return [{ kind: 'heading', text } as const, listed(points, writing)];
  });
}

export function listed(points: readonly ReportPoint[], writing: Writing): Block {
  return { kind: 'list', items: points.map((point) => itemOf(point, writing)) };
}

/** Kind, speaker and side, owner, times and stances in one line, as far as they are known. */
export function itemOf(point: ReportPoint, { words, times }: Writing): Item {
  const { kind, text, speaker, channel, owner, support, reservations, hands, isPublic } = point;
  const side = channel && `${CHANNEL_MARKS[channel]} ${words.channels[channel]}`;
  const detail = [
    words.noteKinds[kind],
    [speaker, side].filter(Boolean).join(' '),
    owner && words.owner(owner),
    `${times.time(point.typedAtMs)}${inTurn(point, words)}`,
    support + reservations > 0 && words.stances(support, reservations),
    hands &&
      words.hands(
        CHANNELS.map(
          (one) => `${CHANNEL_MARKS[one]} ${words.stances(hands[one].support, hands[one].reservation)}`,
        ).join(', '),
      ),
    isPublic && words.shownToAll,
  ];
  return { text, detail: detail.filter(Boolean).join(' · ') };
}

function inTurn({ turnNumber, elapsedSeconds }: ReportPoint, words: Writing['words']): string {
  if (turnNumber === null || elapsedSeconds === null) return '';
  return ` (${words.inTurn(clock(elapsedSeconds), turnNumber)})`;
}
