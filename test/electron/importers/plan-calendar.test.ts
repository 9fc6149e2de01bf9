import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PlanError } from '../../../electron/importers/plan-error.ts';
import { readPlan } from '../../../electron/importers/read-plan.ts';
import { planSchema } from '../../../shared/plan.ts';

const read = (name: string, text: string) => readPlan(name, Buffer.from(text));

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

  const ONLY = (description: string) =>
    `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:IGF 2023 WS #377 Digital Carbon\r\nDTSTART:20261128T060000Z\r\n` +
    `DTEND:20261128T073000Z\r\nATTENDEE;CN=Ada King:mailto:a@example.org\r\n` +
    `ATTENDEE;PARTSTAT=DECLINED;CN=Gone Guy:mailto:g@example.org\r\nDESCRIPTION:${description}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;

  test.each([
    'Introduction (5 min)\\nSpeeches (40 min)\\n\\nModerator: Bo Chen',
    '<p>Introduction (5 min)</p><p>Speeches (40 min)<br></p><b>Moderator:</b> Bo Chen',
  ])(
    '[I28] given one event with a programme in its description, when read, then that is the agenda',
    async (description) => {
      const plan = await read('ws.ics', ONLY(description));
      expect(plan).toMatchObject({
        title: 'Digital Carbon',
        code: 'WS #377',
        series: 'IGF 2023',
        minutes: 90,
      });
      expect(plan.agenda.map(({ title, minutes }) => [title, minutes])).toEqual([
        ['Introduction', 5],
        ['Speeches', 40],
      ]);
      expect(plan.people.map(({ name }) => name)).toEqual(['Bo Chen', 'Ada King']);
      expect(new Set(plan.people.map(({ personId }) => personId)).size).toBe(2);
    },
  );

  test('[I28] given one event whose description holds none, when read, then the event is the item, and who declined a note', async () => {
    const plan = await read('ws.ics', ONLY('Bring your laptop.'));
    expect(plan.agenda.map(({ minutes }) => minutes)).toEqual([90]);
    expect(plan.people.map(({ name }) => name)).toEqual(['Ada King']);
    expect(plan.notes).toMatchObject([{ code: 'declined-left-out', params: { count: 1 } }]);
  });

  test('[I28] given rooms, equipment and lists among the invited, when read, then none of them is somebody', async () => {
    const invited = ['ROOM', 'RESOURCE', 'GROUP', 'INDIVIDUAL'].map(
      (type) => `ATTENDEE;CUTYPE=${type};CN=${type} One:mailto:a@example.org`,
    );
    const text = ONLY('Bring your laptop.').replace('END:VEVENT', `${invited.join('\r\n')}\r\nEND:VEVENT`);
    const plan = await read('ws.ics', text);
    expect(plan.people.map(({ name }) => name)).toEqual(['Ada King', 'INDIVIDUAL One']);
  });
});
