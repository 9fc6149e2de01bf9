/** Every turn, and what was out of the ordinary. */
import { CHANNEL_MARKS } from '../../../shared/lib/vocabulary.ts';
import type { ReportTurn } from '../../../shared/projections/report/report.ts';
import { clock } from '../../../shared/words/words.ts';
import type { Block } from '../document.ts';
import type { ReportWords } from '../words/en.ts';
import type { Writing } from '../writing.ts';

export function turnsOf({ facts: { turns }, words, times }: Writing): Block[] {
  if (turns.length === 0) return [{ kind: 'paragraph', text: words.nobody }];
  const rows = turns.map((turn) => [
    String(turn.number),
    times.time(turn.startedAtMs),
    turn.organisation === null ? turn.name || words.unnamed : `${turn.name}, ${turn.organisation}`,
    `${CHANNEL_MARKS[turn.channel]} ${words.channels[turn.channel]}`,
    turn.itemTitle ?? '',
    clock(turn.spokenSeconds),
    clock(turn.limitSeconds),
    notesOf(turn, words),
  ]);
  const head = ['#', words.at, words.name, words.side, words.item, words.spoken, words.limit, words.notes];
  return [{ kind: 'table', head, rows, numeric: [0, 1, 5, 6] }];
}

export function overridesOf({ facts: { overrides }, words }: Writing): Block[] {
  if (overrides.length === 0) return [{ kind: 'paragraph', text: words.overridesNone }];
  const items = overrides.map(({ number, name, channel, insteadOf, reason }) => ({
    text: `${words.turn(number)}: ${words.override(name || words.unnamed, words.channels[channel], insteadOf)}`,
    detail: reason ?? words.reasonNone,
  }));
  return [{ kind: 'list', items }];
}

export function absencesOf({ facts: { absences }, words, times }: Writing): Block[] {
  if (absences.length === 0) return [];
  const items = absences.map(({ fromMs, toMs, counted }) => ({
    text: words.absence(times.time(fromMs), times.time(toMs), counted),
  }));
  return [{ kind: 'list', items }];
}

function notesOf(
  { charge, kind, isOverride, isCorrected, continues }: ReportTurn,
  words: ReportWords,
): string {
  const paid = charge === 'panel' ? words.panel : charge === null ? words.notCharged : '';
  const order = kind === 'point-of-order' ? words.pointOfOrder : '';
  const rest = continues === null ? '' : words.goesOn(continues);
  return [order, rest, isOverride ? words.outOfTurn : '', isCorrected ? words.corrected : '', paid]
    .filter(Boolean)
    .join(', ');
}
