import { describe, expect, test } from 'vitest';
import { notesOf, planOf } from './support.ts';

const names = async (text: string) => (await planOf(text)).people.map(({ name }) => name);

describe('what only looks like a table', () => {
  test.each(['Speaker:', 'Speaker', 'Name', 'Participants'])(
    '[I19] given “%s” as a line of a proposal, when read, then title, person and agenda are kept',
    async (label) => {
      const plan = await planOf(
        `Workshop on AI\n\nSpeaker:\nAnna Berg, ISOC\n\n${label}\nBo Chen, NITA\n\nAgenda\nOpening, 5 min\nClosing, 5 min`,
      );
      expect(plan.title).toBe('Workshop on AI');
      expect(plan.people[0]).toMatchObject({ name: 'Anna Berg', panel: true });
      expect(plan.agenda.map((item) => item.title)).toEqual(['Opening', 'Closing']);
    },
  );

  test('[I19] given a proposal that begins with such a label, when read, then its headings are nobody', async () => {
    expect(await names('Speaker\nAnna Berg\n\nAgenda\nOpening, 5 min\nClosing, 5 min')).toEqual([
      'Anna Berg',
    ]);
  });

  test('[I19] given a list of names alone, when read, then it is a table', async () => {
    expect(await names('Name\nAnna Berg\nBo Chen\n')).toEqual(['Anna Berg', 'Bo Chen']);
  });
});

const ROWS = [
  ['Welcome', '5 min'],
  ['Presentations', '40 min'],
];
const EXPECTED = [
  [5, 'Welcome'],
  [40, 'Presentations'],
];

describe('tables inside a proposal', () => {
  const head = 'IGF 2025 WS #77 Green Data Centres\n\nSpeaker 1: Bo Chen, Government, Asia-Pacific Group\n\n';
  test.each([
    ['tabs', `Agenda\nItem\tDuration\n${ROWS.map((row) => row.join('\t')).join('\n')}`],
    [
      'hours first',
      'Agenda\nTime\tItem\tSpeaker\n10:00–10:05\tWelcome\tAnn\n10:05–10:45\tPresentations\tSpeakers 1–5',
    ],
    ['starts', 'Agenda\nTime\tItem\n10:00\tWelcome\n10:05\tPresentations\n10:45\tEnd'],
    ['Chinese', '议程\n时间\t环节\t时长\n14:00-14:05\tWelcome\t5分钟\n14:05-14:45\tPresentations\t40分钟'],
    ['Markdown', `## Agenda\n| Item | Minutes |\n|---|--:|\n| Welcome | 5 |\n| Presentations | 40 |`],
    ['no heading', `No.\tItem\tDuration\n1\tWelcome\t5 min\n2\tPresentations\t40 min`],
    ['a sum', `Item\tDuration\n${ROWS.map((row) => row.join('\t')).join('\n')}\nTotal\t45 min`],
  ])(
    '[I19] given an agenda as a table (%s), when read, then it is the agenda and all else is kept',
    async (_, table) => {
      const plan = await planOf(`${head}${table}\n\nPolicy questions\n1. Who pays?`);
      expect(plan).toMatchObject({ title: 'Green Data Centres', code: 'WS #77' });
      expect(plan.people.map(({ name }) => name)).toEqual(['Bo Chen']);
      expect(plan.policyQuestions.map(({ text }) => text)).toEqual(['Who pays?']);
      expect(plan.agenda.map((item) => [item.minutes, item.title])).toEqual(EXPECTED);
    },
  );

  test.each([
    ['\t', 'Name\tOrganisation\tStakeholder group\tRegion\tParticipation'],
    [' | ', '| Name | Organisation | Stakeholder group | Region | Mode |\n|--|--|--|--|--|'],
  ])(
    '[I19] given people as a table (%j), when read, then they are under its heading',
    async (cut, header) => {
      const row = ['Kofi Mensah', 'NITA', 'Government', 'African Group', 'Online'].join(cut);
      const plan = await planOf(
        `WS #1 T\n\nSpeakers\n${header}\n${cut === '\t' ? row : `| ${row} |`}\n\nAgenda\nTalks (5 min)\nTea (5 min)`,
      );
      expect(plan.people).toEqual([
        {
          personId: 'p-kofi-mensah',
          name: 'Kofi Mensah',
          channel: 'online',
          organisation: 'NITA',
          groups: { stakeholder: 'Government', region: 'African Group' },
          panel: true,
        },
      ]);
      expect(notesOf(plan, 'lines-unread')).toEqual([]);
    },
  );

  test('[I19] given a table of people with roles and no heading, when read, then each has the own role', async () => {
    const plan = await planOf(
      'WS #1 T\n\nName\tRole\tEmail\nAnn Lee\tOnline moderator\ta@b.example\nBo Chen\tSpeaker\tb@b.example\n\nTalks (5 min)\nTea (5 min)',
    );
    expect(plan.people).toMatchObject([
      { name: 'Ann Lee', roles: ['online-moderator'] },
      { name: 'Bo Chen', panel: true },
    ]);
    expect(JSON.stringify(plan)).not.toContain('b.example');
  });

  test('[I19] given people as entries of a form, when read, then each is whole and under the own label', async () => {
    const plan = await planOf(
      'WS #1 T\n\nSpeaker 1\nName: Anna Berg\nOrganization: APC\nRegion: WEOG\nParticipation: Online\n\n' +
        'Moderator\nName: Jane Doe\nOrganization: ISOC\nParticipation: Onsite\n\nAgenda\n1. Welcome (5 min)\n2. Talks (5 min)',
    );
    expect(plan.people).toMatchObject([
      { name: 'Anna Berg', organisation: 'APC', groups: { region: 'WEOG' }, channel: 'online', panel: true },
      { name: 'Jane Doe', organisation: 'ISOC', roles: ['onsite-moderator'] },
    ]);
    expect(notesOf(plan, 'lines-unread')).toEqual([]);
  });

  const agenda = (header: string, ...rows: string[]) =>
    planOf(
      ['WS #1 T', '', 'Agenda', header, header.replace(/[^|]+/g, '---'), ...rows]
        .map((line) => (line.includes('|') ? `| ${line} |` : line))
        .join('\n'),
    );
  const panel = (plan: Awaited<ReturnType<typeof planOf>>) =>
    plan.people.filter((person) => person.panel).map(({ name, channel }) => [name, channel]);

  test('[I19] given an agenda with who speaks, when read, then those of its speeches are the panel, and the items are as they were', async () => {
    const plan = await agenda(
      'Time | Item | Lead',
      '14:05–14:35 | Prepared statements (3 x 10 min) | Ana Ruiz (online), Ben Cole',
      '14:35–14:45 | Panel | 李雷、王芳',
    );
    expect(panel(plan)).toEqual([
      ['Ana Ruiz', 'online'],
      ['Ben Cole', 'onsite'],
      ['李雷', 'onsite'],
      ['王芳', 'onsite'],
    ]);
    expect(plan.agenda.map(({ minutes, kind }) => [minutes, kind])).toEqual([
      [30, 'speeches'],
      [10, 'speeches'],
    ]);
    expect(notesOf(plan, 'columns-unread')).toEqual([]);
    expect(notesOf(plan, 'lines-unread')).toEqual([]);
  });

  test.each([
    ['Speaker(s)', 'Ana Ruiz, Ben Cole'],
    ['Who', 'Ana Ruiz and Ben Cole'],
    ['Presenters', 'Ana Ruiz; Ben Cole'],
  ])('[I19] given a column %s with %s, when read, then they are two', async (header, cell) => {
    const plan = await agenda(`Item | Duration | ${header}`, `Talks | 20 min | ${cell}`, 'Closing | 5 min |');
    expect(panel(plan).map(([name]) => name)).toEqual(['Ana Ruiz', 'Ben Cole']);
    expect(notesOf(plan, 'columns-unread')).toEqual([]);
  });

  test.each([
    ['All Speakers', 'Talks'],
    ['Speakers 1–5', 'Talks'],
    ['Online Moderator', 'Talks'],
    ['与会代表', '主旨发言'],
    ['Ann Lee, Blue Ocean', 'Talks'],
    ['Ann Lee', 'Welcome'],
  ])(
    '[I19] given %s at %s, when read, then nobody is made of it and the column is said',
    async (cell, title) => {
      const plan = await agenda('Item | Duration | Lead', `${title} | 20 min | ${cell}`, 'Closing | 5 min |');
      expect(plan.people).toEqual([]);
      expect(notesOf(plan, 'columns-unread')).toEqual([{ field: 'agenda', params: { columns: 'Lead' } }]);
    },
  );

  test('[I19] given other columns of an agenda, when read, then those that hold anything are said', async () => {
    const plan = await agenda(
      'No. | Item | Duration | Room set-up | Remarks | Empty',
      '1 | Talks | 20 min | Circle | bring water |',
      '2 | Closing | 5 min | | |',
    );
    expect(notesOf(plan, 'columns-unread')).toEqual([
      { field: 'agenda', params: { columns: 'Room set-up, Remarks' } },
    ]);
  });
});
