import { describe, expect, test } from 'vitest';
import { findDurations } from '../../../electron/importers/proposal/durations.ts';
import { notesOf, planOf } from './support.ts';

describe('lengths', () => {
  test.each([
    ['5m', 5],
    ['1h30m', 90],
    ['1h 30m', 90],
    ['1:30 h', 90],
    ['1½ hours', 90],
    ['one and a half hours', 90],
    ['1 hour, 30 minutes', 90],
    ['1小时30分', 90],
    ['一个半小时', 90],
    ['一小时', 60],
    ['九十分钟', 90],
    ['十五分钟', 15],
    ['四十五分钟', 45],
    ['5分', 5],
    ['共40分钟', 40],
    ['约5分钟', 5],
    ['10h-11h30', 90],
    ['下午2点至3点半', 90],
    ['上午11点30分到下午1点', 90],
    ['14.00–14.10 hrs', 10],
    ['9am-10am', 60],
    ['9 am – 10:30 am', 90],
    ['11:30 am to 1 pm', 90],
    ['2:00 p.m. – 3:30 p.m.', 90],
    ['14：00-15：30', 90],
    ['14:00至15:30', 90],
    ['14h00 à 15h30', 90],
    ['8 min x 5', 40],
    ['8 minutes × 5 speakers', 40],
    ['five (5) minutes', 5],
    ['Welcome – 0:05', 5],
  ])('[I24] given “%s”, when read, then it is %i minutes', (text, minutes) => {
    expect(findDurations(text).map((duration) => duration.minutes)).toEqual([minutes]);
  });

  test.each(['8 min/speaker', '8 minutes per person', '每人8分钟', '每位嘉宾八分钟', 'each panelist 8 min'])(
    '[I24] given “%s”, when read, then it is of each speaker',
    (text) => expect(findDurations(text)).toMatchObject([{ minutes: 8, each: true }]),
  );

  test.each(['$5m', '第5分册', 'IPv6 at 9', '5 ampères', '2:30 h - 4'])(
    '[I24] given “%s”, when read, then it is no length',
    (text) => expect(findDurations(text)).toEqual([]),
  );
});

const agendaOf = async (lines: string) =>
  (await planOf(`WS #1 A meeting\n\nSpeaker 1: Ann Lee, Civil Society, WEOG\n\n${lines}`)).agenda.map(
    (item) => [item.minutes, item.title],
  );

describe('agendas', () => {
  test.each([
    ['Agenda (60 minutes)'],
    ['Agenda – 60 minutes'],
    ['Agenda: 60 min'],
    ['Draft agenda (total: 60 min)'],
    ['Programme (60 min):'],
    ['Session flow (60 min)'],
    ['会议议程（60分钟）'],
    ['会议议程（共60分钟）'],
  ])(
    '[I20] given the heading “%s”, when read, then its items are the agenda and its minutes the length',
    async (heading) => {
      const plan = await planOf(
        `WS #1 T\n\n${heading}\n1. Opening (5 min)\n2. Talks (25 min)\n3. Discussion (30 min)`,
      );
      expect(plan.agenda.map((item) => item.minutes)).toEqual([5, 25, 30]);
      expect(plan.minutes).toBe(60);
    },
  );

  test.each(['WS #1 Cyber norms (90 min)', "Session: Cyber norms [90']", 'Cyber norms（90分钟）'])(
    '[I20] given the title “%s”, when read, then its minutes are the length and no item',
    async (title) => {
      const plan = await planOf(`${title}\n\nOpening (5 min)\nTalks (85 min)`);
      expect(plan).toMatchObject({ title: 'Cyber norms', minutes: 90 });
      expect(plan.agenda.map((item) => item.title)).toEqual(['Opening', 'Talks']);
    },
  );

  test.each(['Preferred duration: 45 min', 'Total: 45 min', 'Total time: 45 min'])(
    '[I20] given “%s” above the items, when read, then it is the length',
    async (line) => {
      const plan = await planOf(`Community call\n${line}\n\n- (20 min) Updates\n- (25 min) Discussion`);
      expect(plan).toMatchObject({ minutes: 45, agenda: [{ minutes: 20 }, { minutes: 25 }] });
    },
  );

  test('[I12] given somebody named between two items and leading dots, when read, then the agenda goes on', async () => {
    const plan = await planOf(
      'T\n\n14:00-14:05 Opening ....\nOnline moderator: Ann Lee\n14:05-14:45 Talks\n14:45-14:50 Closing',
    );
    expect(plan.agenda.map((item) => item.title)).toEqual(['Opening', 'Talks', 'Closing']);
    expect(plan.people).toMatchObject([{ name: 'Ann Lee', roles: ['online-moderator'] }]);
  });

  test('[I24] given a product with its result, when read, then the result counts', async () => {
    expect(
      await agendaOf('Agenda\nWelcome (5 mins)\nRound 1 – Interventions: 7 min each x 5 = 35 mins'),
    ).toEqual([
      [5, 'Welcome'],
      [35, 'Round 1 – Interventions'],
    ]);
  });

  test('[I10] given the topic as the first line, when read, then it is the title', async () => {
    for (const label of ['主题', 'Main session', 'Topic'])
      expect(await planOf(`${label}: Cyber norms\n\nOpening (5 min)\nTalks (5 min)`)).toMatchObject({
        title: 'Cyber norms',
      });
  });

  test('[I20] given a length without a colon, when read, then it is the length', async () => {
    expect(await planOf('T\n\nLength 45 mins\n\nOpening (5 min)\nTalks (40 min)')).toMatchObject({
      minutes: 45,
    });
  });

  test('[I24] given two lengths of which one is in brackets, when read, then that is the item’s', async () => {
    expect(await agendaOf('Agenda\nWelcome [5 min]\nNetworking: 4 rounds of 5 minutes [20 mins]')).toEqual([
      [5, 'Welcome'],
      [20, 'Networking: 4 rounds of 5 minutes'],
    ]);
  });

  test('[I20] given items that fall short of their heading, when read, then a note says so', async () => {
    const plan = await planOf("WS #1 T\n\nProgramme (90 minutes)\nOpening (10')\nKeynote (15')");
    expect(plan.agenda.map((item) => item.title)).toEqual(['Opening', 'Keynote']);
    expect(notesOf(plan, 'minutes-differ')).toEqual([
      { field: 'minutes', params: { planned: 25, total: 90 } },
    ]);
  });

  test.each([
    'Session length: 75 minutes',
    '会议时长：75分钟',
    'Time: 9:00 AM - 10:15 AM (UTC+8)',
    'Dauer: 75 Minuten',
  ])('[I20] given “%s”, when read, then it is the length and no item', async (line) => {
    const plan = await planOf(`A meeting\n${line}\n\nAgenda\nOpening, 5 min\nTalks, 70 min`);
    expect(plan.minutes).toBe(75);
    expect(plan.agenda.map((item) => item.title)).toEqual(['Opening', 'Talks']);
  });

  test('[I20] given a sum under the items, when read, then it is no item', async () => {
    expect(await agendaOf('Agenda\n- Opening: 5 min\n- Talks: 25 min\n- Total: 30 min')).toEqual([
      [5, 'Opening'],
      [25, 'Talks'],
    ]);
  });

  test('[I24] given shares of each speaker in Chinese, when read, then they are multiplied and marks taken off', async () => {
    const lines =
      '议程\n一、开场（5分钟）\n二、嘉宾演讲（每人8分钟，共5人）\n三、讨论（共40分钟）\n四、总结（约5分钟）';
    expect(await agendaOf(lines)).toEqual([
      [5, '开场'],
      [40, '嘉宾演讲'],
      [40, '讨论'],
      [5, '总结'],
    ]);
  });

  test('[I24] given times of day before “talks”, when read, then their minutes are no count of speakers', async () => {
    const plan = await planOf('T\n\nAgenda\n2:00 pm – 2:10 pm Welcome\n2:10 pm – 2:30 pm Lightning talks');
    expect(plan.agenda.map((item) => [item.minutes, item.title, item.speakers])).toEqual([
      [10, 'Welcome', undefined],
      [20, 'Lightning talks', undefined],
    ]);
  });

  test('[I24] given starts only, when read, then each item lasts until the next and the end is none', async () => {
    const lines = 'Agenda\n10:00 Welcome\n10:05 Talks\n10:45 Discussion\n11:30 End of session';
    expect(await agendaOf(lines)).toEqual([
      [5, 'Welcome'],
      [40, 'Talks'],
      [45, 'Discussion'],
    ]);
  });

  test('[I24] given starts past noon, when read, then the last lasts as long as the session, or is a note', async () => {
    const lines = 'Agenda\n- 11:30 Welcome\n- 12:45 Talks\n- 1:00 Closing';
    expect(await agendaOf(`Duration: 100 min\n\n${lines}`)).toEqual([
      [75, 'Welcome'],
      [15, 'Talks'],
      [10, 'Closing'],
    ]);
    expect((await agendaOf(lines)).at(-1)).toEqual([0, 'Closing']);
  });

  test('[I24] given items joined by plus signs, when read, then each is one', async () => {
    expect(await agendaOf("Schedule: Introduction 5'+Speeches 40'+Discussion 40'")).toEqual([
      [5, 'Introduction'],
      [40, 'Speeches'],
      [40, 'Discussion'],
    ]);
  });

  test('[I12] given marks of other kinds and names behind the minutes, when read, then titles are what they say', async () => {
    expect(
      await agendaOf('Agenda\nI. Opening (5 min)\nII. Talks (4 x 8 mins)\nIII. Closing (5 min)'),
    ).toEqual([
      [5, 'Opening'],
      [32, 'Talks'],
      [5, 'Closing'],
    ]);
    expect(await agendaOf('Part 1 (5 min): Introduction\nPart 2 (35 min): Inputs')).toEqual([
      [5, 'Part 1: Introduction'],
      [35, 'Part 2: Inputs'],
    ]);
  });

  test('[I25] given abbreviations in titles, when read, then no item and no word is lost', async () => {
    const lines = 'Agenda\nOpening (5 min)\nPanel moderated by Ms. Sah (25 min)\nKeynote by Dr. Fox, 10 min';
    expect(await agendaOf(`${lines}\n5 min: Farewell, Prof. Chen speaking. All are thanked.`)).toEqual([
      [5, 'Opening'],
      [25, 'Panel moderated by Ms. Sah'],
      [10, 'Keynote by Dr. Fox'],
      [5, 'Farewell, Prof. Chen speaking'],
    ]);
  });

  test('[I25] given wrapped lines, when read, then titles, names, groups and items are whole', async () => {
    const plan = await planOf(
      'IGF 2022 Town Hall #31 Making Digital Spaces Safe for\nYoung People: A Global Dialogue\n\n' +
        'Speaker 1: Carlos Alberto de la Cruz y\nVillanueva, Government, Latin American\nand Caribbean Group (GRULAC)\n' +
        'Onsite Moderator: Bob Stone, Private\nSector, WEOG\n\nAgenda\n' +
        '1. Introduction by the onsite moderator of the\ntopic and speakers (5 minutes)\n' +
        '2. Two presentations by speakers (10 minutes\neach)\n' +
        '3. Open floor for onsite and online\nparticipants (30 minutes)\n',
    );
    expect(plan.title).toBe('Making Digital Spaces Safe for Young People: A Global Dialogue');
    expect(plan.people).toMatchObject([
      {
        name: 'Carlos Alberto de la Cruz y Villanueva',
        groups: { region: 'Latin American and Caribbean Group (GRULAC)' },
      },
      { name: 'Bob Stone', groups: { stakeholder: 'Private Sector', region: 'WEOG' } },
    ]);
    expect(plan.agenda.map((item) => [item.minutes, item.title])).toEqual([
      [5, 'Introduction by the onsite moderator of the topic and speakers'],
      [20, 'Two presentations by speakers'],
      [30, 'Open floor for onsite and online participants'],
    ]);
  });

  test('[I12] given labels of people with minutes, when read, then they are items', async () => {
    expect(
      await agendaOf(
        'Agenda\nWelcome (5 min)\nSpeakers (40 min)\nPanel speakers (20 min): Ann, Bo\nParticipants (10 min)',
      ),
    ).toEqual([
      [5, 'Welcome'],
      [40, 'Speakers'],
      [20, 'Panel speakers'],
      [10, 'Participants'],
    ]);
  });

  test('[I25] given a long title over labels or items in lower case, when read, then the title ends where it does', async () => {
    const title = 'How we talk with each other in hybrid rooms';
    const plan = await planOf(
      `${title}\nspeaker 1: Ann Lee, Acme\n\nagenda\nwelcome (5 min)\ntalks (20 min)`,
    );
    expect(plan).toMatchObject({
      title,
      people: [{ name: 'Ann Lee' }],
      agenda: [{ minutes: 5 }, { minutes: 20 }],
    });
    expect(await planOf(`${title}\nwelcome (5 min)\ntalks (20 min)`)).toMatchObject({
      title,
      agenda: [{ minutes: 5 }, {}],
    });
  });

  test('[I25] given short lines in lower case, when read, then each stays one', async () => {
    expect(await agendaOf('Agenda\nwelcome 5 min\ntalks 20 min')).toEqual([
      [5, 'welcome'],
      [20, 'talks'],
    ]);
  });
});
