/** The session in figures: the agenda, who took part, and how the time went to the two sides. */
import { wholeSeconds } from '../../../shared/lib/seconds.ts';
import { CHANNEL_MARKS, CHANNELS } from '../../../shared/lib/vocabulary.ts';
import { clock } from '../../../shared/words/words.ts';
import type { Block } from '../document.ts';
import type { Writing } from '../writing.ts';

export function agendaOf({ facts: { agenda }, words }: Writing): Block[] {
  if (agenda.length === 0) return [];
  // In most sessions nobody touches the minutes, and a column of nothing is one too many.
  const isAdjusted = agenda.some(({ grantedSeconds }) => grantedSeconds !== 0);
  const rows = agenda.map(({ title, kind, plannedSeconds, grantedSeconds, spentSeconds }) => {
    // Of what is shown, so that the figures agree.
    const difference = wholeSeconds(spentSeconds) - wholeSeconds(plannedSeconds);
    const name = title === words.kinds[kind] ? title : `${title} (${words.kinds[kind]})`;
    const granted = grantedSeconds === 0 ? '' : signed(grantedSeconds);
    return [
      name,
      clock(plannedSeconds),
      ...(isAdjusted ? [granted] : []),
      clock(spentSeconds),
      signed(difference),
    ];
  });
  const granted = isAdjusted ? [words.granted] : [];
  const head = [words.item, words.planned, ...granted, words.actual, words.difference];
  return [{ kind: 'table', head, rows, numeric: head.map((_, column) => column).slice(1) }];
}

function signed(seconds: number): string {
  return (seconds > 0 ? '+' : '') + clock(seconds);
}

export function participationOf({ facts: { participation, endedAtMs }, words }: Writing): Block[] {
  const { people, speakers, turns, seconds, firstTurns, notReached, attended, groups } = participation;
  const rows = CHANNELS.map((channel) => [
    `${CHANNEL_MARKS[channel]} ${words.channels[channel]}`,
    String(people[channel]),
    String(speakers[channel]),
    String(turns[channel]),
    clock(seconds[channel]),
  ]);
  const counted = [words.people, words.speakers, words.turns, words.time];
  const blocks: Block[] = [
    { kind: 'table', head: [words.side, ...counted], rows, numeric: [1, 2, 3, 4] },
    { kind: 'paragraph', text: words.firstTurns(firstTurns) },
  ];
  const waiting = CHANNELS.filter((channel) => notReached[channel] > 0).map(
    (channel) => `${CHANNEL_MARKS[channel]} ${words.channels[channel]} ${notReached[channel]}`,
  );
  if (waiting.length > 0) {
    const counts = waiting.join(', ');
    blocks.push({
      kind: 'paragraph',
      text: endedAtMs === null ? words.stillWaiting(counts) : words.notReached(counts),
    });
  }
  if (attended) {
    blocks.push({ kind: 'paragraph', text: words.attended(attended.people, attended.medianMinutes) });
  }
  if (groups.length > 0) {
    blocks.push({
      kind: 'table',
      head: [words.group, words.value, ...counted],
      rows: groups.map((one) => [
        words.groupNames[one.group] ?? one.group,
        one.value,
        String(one.people),
        String(one.speakers),
        String(one.turns),
        clock(one.seconds),
      ]),
      numeric: [2, 3, 4, 5],
    });
  }
  return blocks;
}

export function balanceOf({ facts: { balance, fairness, jain }, figures, words }: Writing): Block[] {
  const total = balance.onsite.seconds + balance.online.seconds;
  const onsite = Math.round(fairness.weights.onsite * 100);
  const rows = CHANNELS.map((channel) => {
    const { seconds, turns, speakers } = balance[channel];
    const share = total === 0 ? '–' : `${Math.round((100 * seconds) / total)} %`;
    const name = `${CHANNEL_MARKS[channel]} ${words.channels[channel]}`;
    return [name, clock(seconds), share, String(turns), String(speakers)];
  });
  const head = [words.side, words.time, words.share, words.turns, words.speakers];
  const rule = `${words.policies[fairness.policy]} ${words.balanceHint(onsite, 100 - onsite)}`;
  const blocks: Block[] = [
    { kind: 'paragraph', text: rule },
    { kind: 'table', head, rows, numeric: [1, 2, 3, 4] },
  ];
  if (jain !== null) blocks.push({ kind: 'paragraph', text: words.jain(jain.toFixed(2)) });
  return [...blocks, ...figures];
}
