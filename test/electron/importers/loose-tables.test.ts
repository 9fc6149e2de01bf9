import { describe, expect, test } from 'vitest';
import { notesOf, planOf } from './support.ts';

const HEAD = 'Workshop on zoning\n\n';
const read = async (text: string, fileName?: string) => {
  const plan = await planOf(text, fileName);
  return {
    agenda: plan.agenda.map(({ title, minutes }) => [minutes, title]),
    panel: plan.people.flatMap(({ name, panel }) => (panel ? [name] : [])),
    unread: notesOf(plan, 'columns-unread').map(({ params }) => params.columns),
    minutes: plan.minutes,
  };
};

const ITEMS = [
  [5, 'Welcome'],
  [30, 'Keynote'],
  [20, 'Discussion'],
];

describe('tables that lost their lines', () => {
  test.each([
    [
      'columns held apart by spaces',
      'Time            Item                     Speaker\n10:00-10:05     Welcome                  Hugo Iden\n10:05-10:35     Keynote                  Iris Jahn\n10:35-10:55     Discussion',
    ],
    [
      'a single space where a column begins',
      'Time        Item       Speaker\n10:00-10:05 Welcome    Hugo Iden\n10:05-10:35 Keynote    Iris Jahn\n10:35-10:55 Discussion',
    ],
    [
      'each cell in a line',
      'Time\nItem\nSpeaker\n5 min\nWelcome\nHugo Iden\n30 min\nKeynote\nIris Jahn\n20 min\nDiscussion',
    ],
    [
      'each cell in a line, times after titles',
      'Item\nTime\nSpeaker\nWelcome\n5 min\nHugo Iden\nKeynote\n30 min\nIris Jahn\nDiscussion\n20 min\nModerator',
    ],
    [
      'a note about the time in its header',
      'Time frame (e.g. 5 minutes, 20 minutes) | Item | Speaker\n5 minutes | Welcome | Hugo Iden\n30 minutes | Keynote | Iris Jahn\n20 minutes | Discussion |',
    ],
  ])('[I35] given %s, when read, then each row is an item', async (_, table) => {
    expect(await read(`${HEAD}${table}\n`)).toMatchObject({
      agenda: ITEMS,
      panel: ['Iris Jahn'],
      unread: ['Speaker'],
    });
  });

  test('[I35] given Chinese columns and one without its middle, when read, then cells are under their header', async () => {
    const table =
      '时间         环节      嘉宾\n09:00-09:10  致辞      赵样\n09:10-09:50            孙测\n09:50-10:00  总结';
    expect((await read(`论坛\n\n${table}\n`)).agenda).toEqual([
      [10, '致辞'],
      [10, '总结'],
    ]);
  });

  test('[I35] given headings that only look like a header, when read, then no line is joined', async () => {
    const { agenda } = await read(`${HEAD}Session\nTime\nWednesday, 5 June\nRoom 2\n\nTalks (30 min)`);
    expect(agenda).toEqual([[30, 'Talks']]);
  });

  test('[I20] given a row with the total, when read, then it is the length of the session', async () => {
    const table =
      'Part | Content | Minutes\n1 | Welcome | 5\n2 | Keynote | 30\n3 | Discussion | 20\n | Total | 90';
    expect(await read(`${HEAD}${table}`)).toMatchObject({ agenda: ITEMS, minutes: 90 });
  });
});

describe('tables under one another', () => {
  test('[I19] given the header of another table after a row, when read, then it is nobody', async () => {
    const plan = await planOf(
      `${HEAD}Name\tOrganisation\tRole\tIn person / online\nAda Bonn\tRiver Org\tSpeaker\tonline\nTime\tItem\n5 min\tWelcome`,
    );
    expect(plan.people).toMatchObject([{ name: 'Ada Bonn', channel: 'online', panel: true }]);
    expect(plan.people).toHaveLength(1);
    expect(plan.agenda).toMatchObject([{ title: 'Welcome', minutes: 5 }]);
  });
});

describe('a table that is the whole file', () => {
  const TABLE =
    'Time,Title,Speakers,Notes,Duration\n09:00,Welcome,Hugo Iden,Check mic,5\n09:05,Keynote,"Iris Jahn, Bo Chen (online)",,30\n09:35,Discussion,,,20\n';

  test('[I19] given columns that no plan has a place for, when read, then who speaks is on the panel and the rest a note', async () => {
    expect(await read(TABLE, 'plan.csv')).toMatchObject({
      agenda: ITEMS,
      panel: ['Iris Jahn', 'Bo Chen'],
      unread: ['Speakers, Notes'],
    });
    const { people } = await planOf(TABLE, 'plan.csv');
    expect(people.map(({ channel }) => channel)).toEqual(['onsite', 'online']);
  });

  test('[I19] given columns without anything in them, when read, then there is no note', async () => {
    expect((await read('Time,Title,Notes,Duration\n09:00,Welcome,,5\n', 'plan.csv')).unread).toEqual([]);
  });

  test.each([
    ['"Programmpunkt";"Dauer (Min.)"\n"Begrüßung";"5"'],
    ['Atividade,Duração\nBegrüßung,5'],
    ['項目,時長\nBegrüßung,5'],
    ['Topic,Timebox\nBegrüßung,5m'],
  ])('[I19] given the header “%s”, when read, then titles and lengths are found', async (text) => {
    expect((await read(text, 'plan.csv')).agenda).toEqual([[5, 'Begrüßung']]);
  });
});
