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

const ICS = `BEGIN:VCALENDAR
VERSION:2.0
X-WR-CALNAME:Green\\, fair and open
BEGIN:VTIMEZONE
TZID:Asia/Tokyo
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0900
TZOFFSETTO:+0900
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:2
SUMMARY:Discussion
DTSTART;TZID=Asia/Tokyo:20231009T101500
DTEND;TZID=Asia/Tokyo:20231009T105500
ATTENDEE;CN="LI, Zhang":mailto:li@example.org
ATTENDEE;CN=bo@example.org:mailto:bo@example.org
END:VEVENT
BEGIN:VEVENT
UID:1
SUMMARY:Introduction
DTSTART;TZID=Asia/Tokyo:20231009T101000
DURATION:PT5M
ORGANIZER;CN=Ana Ñandú:mailto:ana@example.org
ATTENDEE;CN=Ana Ñandú:mailto:ana@example.org
END:VEVENT
BEGIN:VEVENT
UID:3
SUMMARY:Dinner
DTSTART;TZID=Asia/Tokyo:20231010T180000
DTEND;TZID=Asia/Tokyo:20231010T200000
END:VEVENT
BEGIN:VEVENT
UID:4
SUMMARY:All day
DTSTART;VALUE=DATE:20231009
END:VEVENT
END:VCALENDAR
`.replaceAll('\n', '\r\n');

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

describe('plans as calendars', () => {
  test('[I1] given a calendar, when read, then the events of its first day are the agenda in order, the invited the people', async () => {
    const plan = await read('day.ics', ICS);
    expect(plan.title).toBe('Green, fair and open');
    expect(plan.agenda.map(({ title, kind, minutes }) => [title, kind, minutes])).toEqual([
      ['Introduction', 'opening', 5],
      ['Discussion', 'discussion', 40],
    ]);
    expect(plan.people.map(({ name, roles }) => [name, roles])).toEqual([
      ['Ana Ñandú', ['host']],
      ['LI, Zhang', undefined],
    ]);
    expect(plan.notes).toMatchObject([{ code: 'other-days', params: { day: '2023-10-09', count: 1 } }]);
    expect(JSON.stringify(plan)).not.toContain('example.org');
  });

  test('[I6] given any line of a calendar is changed, when read, then it is a plan or a sentence', async () => {
    const lines = ICS.split('\r\n');
    const change = fc.record({
      at: fc.nat(lines.length - 1),
      text: fc.oneof(fc.string(), fc.constantFrom('DTSTART:x', 'DURATION:-PT5M', 'SUMMARY:')),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 4 }), async (changes) => {
        const changed = [...lines];
        for (const { at, text } of changes) changed[at] = text;
        const plan = await read('c.ics', `BEGIN:VCALENDAR\r\n${changed.slice(1).join('\r\n')}`).catch(
          (error: unknown) => error,
        );
        if (!(plan instanceof PlanError)) expect(planSchema.parse(plan)).toEqual(plan);
      }),
    );
  });

  test('[I1] given a calendar that ends too early or has no event, when read, then it says so', async () => {
    await expect(read('cut.ics', ICS.slice(0, 400))).rejects.toMatchObject({ code: 'bad-calendar' });
    const none = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n';
    await expect(read('none.ics', none)).rejects.toMatchObject({ code: 'nothing-found' });
    const one = ICS.replace(/X-WR-CALNAME.*\r\n/, '').replaceAll(
      /BEGIN:VEVENT\r\nUID:[234][\s\S]*?END:VEVENT\r\n/g,
      '',
    );
    expect((await read('one.ics', one)).title).toBe('Introduction');
  });
});
