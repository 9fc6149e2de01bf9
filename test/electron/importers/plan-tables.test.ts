import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PlanError } from '../../../electron/importers/plan-error.ts';
import { readPlan } from '../../../electron/importers/read-plan.ts';
import { planSchema } from '../../../shared/plan.ts';

const read = (name: string, text: string) => readPlan(name, Buffer.from(text));
const items = async (text: string) =>
  (await read('Panel.csv', text)).agenda.map(({ title, kind, minutes }) => [title, kind, minutes]);

describe('plans as tables', () => {
  test('[I1] given Ontime’s columns, when read, then titles and lengths are the agenda, skipped rows are not', async () => {
    expect(
      await items(
        'Event,My day,,,,,\ncue,time start,time end,duration,title,skip,note\n1,10:00:00,10:05:00,00:05:00,Opening,,\n' +
          '2,10:05:00,10:45:00,,Keynotes,false,\n3,10:45:00,11:00:00,00:15:00,Cut,true,\n4,23:50:00,00:10:00,,Q & A,,\n',
      ),
    ).toEqual([
      ['Opening', 'opening', 5],
      ['Keynotes', 'speeches', 40],
      ['Q & A', 'discussion', 20],
    ]);
  });

  test('[I1] given semicolons, other languages and a length that is missing, when read, then a note says which row', async () => {
    const plan = await read('Runde.csv', 'Thema;Dauer\nBegrüßung;5\nDiskussion;1h 10m\nEnde;\n');
    expect(plan.title).toBe('Runde');
    expect(plan.agenda.map((item) => item.minutes)).toEqual([5, 70, 0]);
    expect(plan.notes).toMatchObject([
      { field: 'row 4', code: 'minutes-missing', params: { title: 'Ende' } },
    ]);
    expect(await items('议程\t时长\n开场\t5\n讨论\t40\n')).toEqual([
      ['开场', 'opening', 5],
      ['讨论', 'discussion', 40],
    ]);
  });

  test('[I1] given a list of people, when read, then they are the plan’s, with organisation and side', async () => {
    const plan = await read('people.csv', 'Name,Organisation,Side\nAna,Red,onsite\n李明,,online\n');
    expect(plan.people).toMatchObject([
      { personId: 'person-1', name: 'Ana', organisation: 'Red', channel: 'onsite' },
      { name: '李明', channel: 'online' },
    ]);
    await expect(read('people.csv', 'Name,Organisation,Side\nAna,Red,onsite\nBo,Bl')).rejects.toMatchObject({
      code: 'bad-row',
      params: { row: 3 },
    });
  });

  test('[I1] given a workbook with people, when read, then it is a plan; any other office file is refused', async () => {
    const bytes = readFileSync(
      join(import.meta.dirname, '../../cases/imports/tencent-meeting-overview.xlsx'),
    );
    expect((await readPlan('list.xlsx', bytes)).people.map((person) => person.name)).toContain('人员2');
    await expect(readPlan('x.docx', Buffer.from('PK\x03\x04'))).rejects.toMatchObject({ code: 'wrong-kind' });
  });

  test('[I1] given commas in running text, when read, then it is still a proposal', async () => {
    const plan = await read(
      'p.txt',
      'A talk, and more\nOpening, welcome (5 min)\nDiscussion, all (40 min)\n',
    );
    expect(plan.agenda.map((item) => item.minutes)).toEqual([5, 40]);
  });
});

describe('people in a table', () => {
  test('[I26] given sides, groups, roles and the panel, when read, then the plan has them and no address', async () => {
    const plan = await read(
      'roster.csv',
      'Name,Organisation,Stakeholder group,Region,Role,Side,Panel,Email\n' +
        'Anna Berg,ISOC,Civil Society,WEOG,Online Moderator,online,no,a@x.example\n' +
        'Kofi,NITA,Government,African Group,Speaker,Online (Zoom),yes,\n' +
        'Li,CNNIC,Technical Community,Asia-Pacific,Rapporteur,remote participant,,\n' +
        'Bo,,,,Moderator,现场,,\n',
    );
    expect(plan.people.map(({ name, channel, roles, panel }) => [name, channel, roles, panel])).toEqual([
      ['Anna Berg', 'online', ['online-moderator'], undefined],
      ['Kofi', 'online', undefined, true],
      ['Li', 'online', ['rapporteur'], undefined],
      ['Bo', 'onsite', ['onsite-moderator'], undefined],
    ]);
    expect(plan.people[0]?.groups).toEqual({ stakeholder: 'Civil Society', region: 'WEOG' });
    expect(plan.notes).toMatchObject([{ code: 'email-left-out', params: { count: 1 } }]);
  });

  test('[I26] given words that nobody knows, rows without a name and a second device, when read, then each is a note', async () => {
    const plan = await read(
      'roster.csv',
      'Name,Side,Role,Phone\nAda,sideways,Wizard,1\n,online,Speaker,2\nAda iPad,online,,3\nBo,,Moderator,4\n',
    );
    expect(plan.notes.map(({ field, code }) => [field, code])).toEqual([
      ['people', 'columns-unread'],
      ['row 2', 'side-unclear'],
      ['row 2', 'role-unclear'],
      ['row 5', 'moderator-side'],
      ['row 3', 'row-left-out'],
      ['row 4', 'maybe-same-person'],
      ['people', 'channel-assumed'],
    ]);
  });

  test('[I26] given a sum under the people, when read, then it is no person, and a note says which row it was', async () => {
    const plan = await read('roster.csv', 'Name,Side\nAda,onsite\nBo,online\nTotal,2\n');
    expect(plan.people.map(({ name }) => name)).toEqual(['Ada', 'Bo']);
    expect(plan.notes).toMatchObject([{ field: 'row 4', code: 'row-left-out', params: { row: 4 } }]);
  });

  test.each([
    ['teams-attendance-v2-en.csv', 'Person B'],
    ['zoom-webinar-attendee-report-2025-padded.csv', 'person b'],
    ['zoom-participants-2021-withmeta.csv', '015_Person A'],
  ])(
    '[I19] given what a platform exports (%s), when read, then its sections are no lines of a proposal',
    async (file, name) => {
      const plan = await readPlan(file, readFileSync(join(import.meta.dirname, '../../cases/imports', file)));
      expect(plan.agenda).toEqual([]);
      expect(plan.notes.map(({ code }) => code)).not.toContain('lines-unread');
      expect(JSON.stringify(plan)).not.toMatch(/@/);
      expect(plan.people.map((person) => person.name)).toContain(name);
    },
  );

  test('[I26] given a name beside a first name, when read, then it is the family’s', async () => {
    const plan = await read('liste.csv', 'Name;Vorname\nMüller;Anna\nMüller;Bernd\n');
    expect(plan.people.map(({ name }) => name)).toEqual(['Anna Müller', 'Bernd Müller']);
  });
});

describe('lengths in a table', () => {
  test('[I20] given a row with the sum, when read, then it is the length of the session', async () => {
    const plan = await read('a.csv', 'Title,Minutes\nOpening,5\nTalks,40\nTotal,50\n');
    expect(plan).toMatchObject({ minutes: 50, agenda: [{ title: 'Opening' }, { title: 'Talks' }] });
    expect(plan.agenda).toHaveLength(2);
    expect(plan.notes).toMatchObject([{ code: 'minutes-differ', params: { planned: 45, total: 50 } }]);
  });

  test.each([
    ['0:05', '1:30', 5, 90],
    ['10:00', '45:00', 10, 45],
  ])(
    '[I27] given lengths such as “%s” and “%s”, when read, then the column tells what they are, and a note says so',
    async (a, b, first, second) => {
      const plan = await read('a.csv', `Title,Duration\nOpening,${a}\nTalks,${b}\n`);
      expect(plan.agenda.map((item) => item.minutes)).toEqual([first, second]);
      expect(plan.notes).toMatchObject([{ code: 'lengths-assumed', params: { text: a, minutes: first } }]);
    },
  );

  test('[I27] given more than a day, when read, then it is cut and a note says so', async () => {
    const plan = await read('a.csv', 'Title,Minutes\nTalk,100000\nClosing,5\n');
    expect(plan.notes).toMatchObject([
      { field: 'row 2', code: 'minutes-cut', params: { found: 100_000, kept: 1_440 } },
    ]);
  });

  test('[I24] given a column of hours or of starts, when read, then lengths follow', async () => {
    expect(await items('Time,Item\n10:00-10:05,Opening\n10:05–10:45,Talks\n')).toEqual([
      ['Opening', 'opening', 5],
      ['Talks', 'speeches', 40],
    ]);
    expect(await items('Start,Title\n10:00,Opening\n10.05,Talks\n10：45,End\n')).toEqual([
      ['Opening', 'opening', 5],
      ['Talks', 'speeches', 40],
    ]);
    expect(await items('环节,时长\n讨论,一小时\n总结,5分\n')).toEqual([
      ['讨论', 'discussion', 60],
      ['总结', 'closing', 5],
    ]);
  });
});

describe('Chinese without Unicode', () => {
  // 环节,时长 / 开场,5 in GB18030.
  const table = Uint8Array.from([
    0xbb, 0xb7, 0xbd, 0xda, 0x2c, 0xca, 0xb1, 0xb3, 0xa4, 0x0a, 0xbf, 0xaa, 0xb3, 0xa1, 0x2c, 0x35, 0x0a,
  ]);

  test('[I2] given GB18030 with words of a plan, when read, then it is one, with a note', async () => {
    const plan = await readPlan('a.csv', table);
    expect(plan.agenda).toMatchObject([{ title: '开场', minutes: 5 }]);
    expect(plan.notes).toMatchObject([{ code: 'encoding-assumed', params: { encoding: 'GB18030' } }]);
  });

  test('[I3] given the same bytes without such words, when read, then it is refused', async () => {
    await expect(readPlan('a.txt', table.slice(10))).rejects.toMatchObject({ code: 'not-utf-eight' });
  });
});

test('[I6] given any cells, when a table is read as a plan, then it is one or a sentence', async () => {
  const cell = fc.oneof(
    fc.constantFrom('Title', 'Duration', 'Name', 'Start', 'End', '5', '1h', '10:00', '\u200b', '"', 'x'),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const rows = fc.array(
    fc.array(cell, { maxLength: 5 }).map((cells) => cells.join(',')),
    { maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.constantFrom('Title,Duration', 'Name,Organisation', 'title,start,end', ''),
      async (lines, header) => {
        const plan = await read('t.csv', [header, ...lines].join('\n')).catch((error: unknown) => error);
        if (!(plan instanceof PlanError)) expect(planSchema.parse(plan)).toEqual(plan);
      },
    ),
  );
});

test('[I6] given a name of letters that no font shows, when read, then it is a plan or a sentence', async () => {
  const plan = await read('x.txt', 'Speaker 2: \uffa0, \uffa0, WEOG').catch((error: unknown) => error);
  if (!(plan instanceof PlanError)) expect(planSchema.parse(plan)).toEqual(plan);
});

test('[I6] given nothing but a code, when read, then the file gives the title', async () => {
  expect(await read('Talk.txt', 'pn0').catch((error) => error.code)).toMatchObject({ title: 'Talk' });
});
