import { describe, expect, test } from 'vitest';
import { agendaKind } from '../../../electron/importers/proposal/agenda-kind.ts';
import { findDurations } from '../../../electron/importers/proposal/durations.ts';
import { notesOf, planOf } from './support.ts';

describe('minutes', () => {
  test.each([
    ['(5 min)', 5],
    ['(5 minutes)', 5],
    ['5 mins', 5],
    ["[10']", 10],
    ['[10′]', 10],
    ['15-minute', 15],
    ['one hour', 60],
    ['half an hour', 30],
    ['an hour and a half', 90],
    ['1 hour 30 minutes', 90],
    ['1h30', 90],
    ['1.5 hours', 90],
    ['one hour and half', 90],
    ['thirty minutes', 30],
    ['10:00-10:05', 5],
    ['10:00 – 10:25', 25],
    ['12:50-1:10', 20],
    ['23:50-00:10', 20],
    ['9:30-10:00 am', 30],
    ['11:30 am to 1:00 pm', 90],
    ['3 x 8 min', 24],
    ['5–10 min', 10],
    ['（5分钟）', 5],
  ])('[I12] “%s” is %i', (text, minutes) => {
    expect(findDurations(text).map((duration) => duration.minutes)).toEqual([minutes]);
  });

  test.each([
    'in the 1990s',
    'version 2.10',
    '5 ministers',
    "O'Brien",
    '16.4',
    'SDG 9',
    '0 min',
    '900 hours',
  ])('[I12] “%s” is none', (text) => expect(findDurations(text)).toEqual([]));
});

describe('kinds', () => {
  test.each([
    ['Opening remarks', 'opening'],
    ['Welcome and introduction of speakers', 'opening'],
    ['Setting the scene', 'opening'],
    ['Lightning talks', 'speeches'],
    ['Keynote', 'speeches'],
    ['Panel', 'speeches'],
    ['Presentations and Q&A', 'speeches'],
    ['Q&A', 'discussion'],
    ['Open discussion', 'discussion'],
    ['Opening of the floor', 'discussion'],
    ['Debate', 'discussion'],
    ['Wrap-up', 'closing'],
    ['Closing remarks by speakers', 'closing'],
    ['Summary and next steps', 'closing'],
    ['讨论', 'discussion'],
    ['Lunch', null],
  ])('[I12] “%s” is %s', (title, kind) => expect(agendaKind(title)).toBe(kind));
});

describe('lists with minutes', () => {
  const agenda = async (lines: string) =>
    (await planOf(`A meeting\n\n${lines}`)).agenda.map((item) => [item.minutes, item.title]);
  const EXPECTED = [
    [5, 'Welcome'],
    [20, 'Three talks'],
    [35, 'Q&A'],
  ];

  test.each([
    ['Welcome (5 min)\nThree talks (20 min)\nQ&A (35 min)'],
    ['1) Welcome (5 min).\n2) Three talks (20 min). They are short.\n3) Q&A (35 min)'],
    ['- Welcome: 5 minutes\n- Three talks: 20 minutes\n- Q&A: 35 minutes'],
    ['Welcome – 5 mins\nThree talks – 20 mins\nQ&A – 35 mins'],
    ["[5'] Welcome\n[20'] Three talks\n[35'] Q&A"],
    ['5 min: Welcome\n20 min: Three talks\n35 min: Q&A'],
    ['10:00-10:05 Welcome\n10:05-10:25 Three talks\n10:25-11:00 Q&A'],
    ['Welcome (10:00-10:05)\nThree talks (10:05-10:25)\nQ&A (10:25-11:00)'],
    ['0-5 min: Welcome\n5-25 min: Three talks\n25-60 min: Q&A'],
    ['Agenda\n10:00 - 10:05\nWelcome\n10:05 - 10:25\nThree talks\n10:25 - 11:00\nQ&A'],
    ['Agenda\nWelcome\n5 minutes\nThree talks\n20 minutes\nQ&A\n35 minutes'],
    ['We plan a welcome (5 min), then three talks (20 min) and Q&A (35 min).'],
    ['1. Welcome (5 min)\n2. Three talks (20 min)\n - Ann (10 min)\n - Bo (10 min)\n3. Q&A (35 min)'],
    ['Welcome 5 min\nThree talks 20 min\nQ&A 35 min'],
  ])('[I12] %j', async (lines) => {
    const items = await agenda(lines);
    if (lines.startsWith('We plan')) expect(items.slice(1)).toEqual(EXPECTED.slice(1));
    else expect(items).toEqual(EXPECTED);
  });

  test('[I13] an item without minutes keeps its place with a note', async () => {
    const plan = await planOf('A meeting\n\n1. Welcome (5 min)\n2. Talks\n3. Q&A (35 min)');
    expect(plan.agenda.map((item) => item.minutes)).toEqual([5, 0, 35]);
    expect(notesOf(plan, 'minutes-missing')).toEqual([
      { field: 'agenda/item-2/minutes', params: { title: 'Talks' } },
    ]);
  });

  test('[I13] minutes per speaker are multiplied only where the number of speakers is written', async () => {
    const plan = await planOf(
      'A meeting\n\n1. Talks by 4 speakers (5 minutes each)\n2. Statements (3 min each)',
    );
    expect(plan.agenda.map((item) => item.minutes)).toEqual([20, 0]);
    expect(notesOf(plan, 'minutes-per-speaker')[0]?.params).toEqual({ title: 'Statements', each: 3 });
  });

  test('[I13] a sum that is not the length of the session, and a range, are notes', async () => {
    const plan = await planOf(
      'A meeting\nDuration: 60 minutes\n\nAgenda\n- Welcome (5-10 min)\n- Q&A (35 min)',
    );
    expect(notesOf(plan, 'minutes-differ')).toEqual([
      { field: 'minutes', params: { planned: 45, total: 60 } },
    ]);
    expect(notesOf(plan, 'minutes-range')[0]?.params).toEqual({ title: 'Welcome', from: 5, to: 10 });
  });

  test('[I12] of two lists the one that fills the session is the agenda, and the other a note', async () => {
    const plan = await planOf(
      'IGF 2022 WS #5 T\n\nPanel - 60 Min\n\nDescription:\nEarlier: \n- Talks (10 min)\n- Tea (10 min)\n\n' +
        'Intervention:\n- Welcome (10 min)\n- Debate (50 min)',
    );
    expect(plan.agenda.map((item) => item.title)).toEqual(['Welcome', 'Debate']);
    expect(notesOf(plan, 'agenda-other')[0]?.params).toEqual({ items: 2, minutes: 20, line: 7 });
  });

  test('[I12] a sentence that mentions minutes is no agenda', async () => {
    const plan = await planOf(
      'IGF 2022 WS #5 T\n\nEach of the speakers has 8 minutes.\n\nWe meet for 10 minutes before it.',
    );
    expect(plan.agenda).toEqual([]);
    expect(notesOf(plan, 'agenda-missing')).toHaveLength(1);
  });
});
