import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ReadImport, readImport } from '../../../electron/importers/read-import.ts';
import { workbookOf } from './workbook.ts';

const CASES = join(import.meta.dirname, '../../cases/imports');
const sample = (name: string) => readFileSync(join(CASES, name));
const read = (name: string) => readImport(sample(name));
const text = (content: string) => readImport(Buffer.from(content));
const people = ({ people: all }: ReadImport) => all.map(({ name, minutes, joins }) => [name, minutes, joins]);
const problems = (imported: ReadImport) => imported.problems.map(({ row, code }) => [row, code]);

// The counts were taken from the files by hand and by a script of another language.
describe('samples', () => {
  test('[J1] given a Zoom report with a meeting above it, when read, then every connection counts for its person', async () => {
    const imported = await read('zoom-participants-2021-withmeta.csv');
    expect(imported.format).toBe('zoom-participants');
    expect(people(imported)).toEqual([
      ['015_Person A', 128, 1],
      ['019_Person B', 115, 1],
      ['014_Person C', 50, 2],
      ['Phone caller', 10, 1],
    ]);
    expect(imported.people[0]).toMatchObject({ otherNames: ['Person A Fullname'], email: 'a@example.org' });
  });

  test('[J1] given a Zoom report of unique people, when read, then a second device is named and left to people', async () => {
    const imported = await read('zoom-participants-unique-bom-crlf.csv');
    expect(people(imported).map(([, minutes]) => minutes)).toEqual([75, 72, 70, 73, 57, 57]);
    expect(imported.problems).toEqual([{ row: 10, code: 'second-device', params: { name: 'Person E' } }]);
  });

  test('[J1] given a Zoom webinar in four sections, when read, then two devices count once and no-shows are not there', async () => {
    const imported = await read('zoom-webinar-attendee-report-2025-padded.csv');
    expect(imported.format).toBe('zoom-webinar');
    expect(people(imported)).toEqual([
      ['Person H', 282, 1],
      ['Person P', 267, 2],
      ['person b', 1, 1],
    ]);
    expect(imported.problems).toEqual([{ row: 14, code: 'no-show', params: { count: 1 } }]);
  });

  test('[J1] given Teams’ two lists, when read, then minutes and comings are right, whoever stayed counts to the end', async () => {
    expect(people(await read('teams-attendance-v2-en.csv'))).toEqual([
      ['Person A', 87.85, 2],
      ['Person B', 85, 1],
      ['Host, Person', 90.85, 1],
    ]);
    const classic = await read('teams-attendance-classic-en.csv');
    expect(people(classic)).toEqual([
      ['Doe, Person', 16.85, 1],
      ['Person R', 14, 2],
    ]);
    expect(problems(classic)).toEqual([
      [2, 'still-there'],
      [5, 'still-there'],
    ]);
  });

  test('[J1] given Google Meet’s and Tencent’s lists, when read, then lengths in words and shared seats are understood', async () => {
    expect(people(await read('google-meet-attendance.csv'))).toEqual([
      ['Person A', 58, 1],
      ['Person B', 62, 1],
    ]);
    const tencent = await read('tencent-meeting-overview.xlsx');
    expect(tencent.format).toBe('tencent-participants');
    expect(people(tencent).toSorted()).toEqual(
      [
        ['组A人员1', 30, 1],
        ['人员2', 40, 2],
        ['组B人员3', 40, 1],
        ['组C人员4', 40, 1],
      ].toSorted(),
    );
  });

  test('[J2] given a Zoom Q&A report, when read, then each question has who asked and what was answered', async () => {
    const { format, questions } = await read('zoom-qa-report.csv');
    expect(format).toBe('zoom-questions');
    expect(questions).toEqual([
      { text: 'Xxx xxxx xx xxxx?', name: 'Person A', answer: 'Xxxxx xxxx.', row: 6 },
      { text: 'Xxx x xxxx, "xxxx"?', name: 'Person B', row: 7 },
      { text: 'Xxx xxxx xx xxxx?', row: 8 },
    ]);
  });

  test('[J3] given chats of Zoom in each layout, when read, then reactions are no messages and private ones stay out', async () => {
    const cloud = await read('zoom-chat-type2-cloud.txt');
    expect(cloud.messages?.map(({ name, text: said }) => [name, said])).toEqual([
      ['Person A', 'Xxxxx - xx’x xxxxx'],
      ['Person B', 'Xxxxxxx'],
      ['Person C', 'xxx'],
      ['Person E', 'xx'],
    ]);
    expect(cloud.people).toHaveLength(6);
    const saved = await read('zoom-chat-type4-current-saved.txt');
    expect(saved.messages?.map(({ name, text: said, atSeconds }) => [name, said, atSeconds])).toEqual([
      ['Person A', 'Xxx xxxxx, xxx?\nhttps://example.org/xxx', 8 * 3_600 + 59 * 60 + 2],
      ['Person B', 'Xxx', 9 * 3_600 + 30 * 60 + 26],
      ['Person C', "x'xx", 9 * 3_600 + 42 * 60 + 29],
    ]);
    expect(saved.problems).toEqual([{ row: 6, code: 'private', params: { count: 1 } }]);
    const long = await read('zoom-acdc-2026-08-20_185.chat.txt');
    expect([long.messages?.length, long.people.length]).toEqual([86, 32]);
    const short = await read('zoom-pqtransactionsignatures-2026-08-19_013.chat.txt');
    expect([short.messages?.length, short.people.length]).toEqual([13, 8]);
  });

  test('[J4] given a transcript, when read, then each speaker has the seconds of the own lines', async () => {
    const imported = await read('zoom-pqtransactionsignatures-2026-08-19_013.transcript.vtt');
    expect([imported.format, imported.messages?.length, imported.people.length]).toEqual([
      'zoom-transcript',
      225,
      6,
    ]);
    expect(imported.people.map((one) => one.spokenSeconds)).toEqual([
      697.034, 3.96, 0.59, 1.02, 926.756, 1.079,
    ]);
  });
});

describe('tables of questions', () => {
  test('[J2] given what is said above a Q&A report, when read, then its own header is the one that names who asked', async () => {
    const {
      format,
      questions,
      problems: said,
    } = await text(
      [
        'Q&A Report',
        'Report Generated:,"Nov 28, 2026 10:11 AM"',
        'Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Question',
        'Forum,123 456 789,"Nov 28, 2026 9:00 AM",90,2',
        'Question Details',
        '#,Question,Asker Name,Asker Email,Answer(s)',
        '1,Who pays?,Ada Obi,a@example.org,Answered by Host: We do.',
        '2,And when?,Anonymous Attendee(anonymous),,',
        '',
      ].join('\n'),
    );
    expect([format, said]).toEqual(['zoom-questions', []]);
    expect(questions).toEqual([
      { text: 'Who pays?', name: 'Ada Obi', answer: 'We do.', row: 7 },
      { text: 'And when?', row: 8 },
    ]);
    const short = await text('Question Details\n#,Question,Votes\n1,Who pays?,3\n');
    expect(short.questions.map((question) => question.text)).toEqual(['Who pays?']);
  });

  test('[J2] given a workbook, when read, then the questions of every sheet are there, beside the people of others', async () => {
    const asked = {
      Questions: [
        ['Question', 'Name'],
        ['Who pays?', 'Ada'],
      ],
      More: [['Frage'], ['Und wann?']],
    };
    const first = await readImport(await workbookOf({ Info: [['Session', 'x']], ...asked }));
    expect([first.format, first.people]).toEqual(['questions-table', []]);
    expect(first.questions.map((question) => question.text)).toEqual(['Who pays?', 'Und wann?']);
    const both = await readImport(
      await workbookOf({
        ...asked,
        Empty: [['Name', 'Organisation']],
        People: [
          ['Name', 'Organisation'],
          ['Bo', 'Red'],
        ],
      }),
    );
    expect(both).toMatchObject({ format: 'people-table', people: [{ name: 'Bo', organisation: 'Red' }] });
    expect(both.questions).toEqual(first.questions);
  });
});

describe('transcripts', () => {
  const spoken = ({ people: all }: ReadImport) => all.map(({ name, spokenSeconds }) => [name, spokenSeconds]);
  const cues = (...said: string[]) =>
    text(
      `WEBVTT\n\n${said.map((one, at) => `00:00:0${at}.000 --> 00:00:0${at + 1}.000\n${one}\n\n`).join('')}`,
    );

  test('[J4] given sentences with a colon, when read, then they are nobody', async () => {
    const some = await cues(
      'Ada: Good morning.',
      'So the question is: who pays?',
      'Yes.',
      'Ada: Two things: when, and how.',
    );
    expect(spoken(some)).toEqual([['Ada', 4]]);
    expect(some.messages?.map((message) => message.text)).toEqual([
      'Good morning.',
      'So the question is: who pays?',
      'Yes.',
      'Two things: when, and how.',
    ]);
    const tic = await cues('The question is: who?', 'Well.', 'The question is: when?');
    expect(spoken(tic)).toEqual([]);
    expect(spoken(await cues('hello', 'now two things: first, money'))).toEqual([]);
  });

  test('[J4] given a name before every cue, when read, then who spoke once is there too, whatever the name', async () => {
    expect(spoken(await cues('Ada: Hi.', 'zoom user of the third room: Hi.', '李明: 好'))).toEqual([
      ['Ada', 1],
      ['zoom user of the third room', 1],
      ['李明', 1],
    ]);
  });

  test('[J4] given two voices in one cue, when read, then its time is shared by what they said, without other tags', async () => {
    const imported = await cues(
      '<v Ada>Quite so.</v> <v.loud Bo>Oh <i>no</i>!</v>',
      '<v Ada>Frage: wer zahlt?</v>',
    );
    expect(spoken(imported)).toEqual([
      ['Ada', 1.6],
      ['Bo', 0.4],
    ]);
    expect(imported.messages?.map(({ name, text: said }) => [name, said])).toEqual([
      ['Ada', 'Quite so.'],
      ['Bo', 'Oh no!'],
      ['Ada', 'Frage: wer zahlt?'],
    ]);
  });
});

describe('questions in a chat', () => {
  test('[J3] given a sender whose name begins with “Me”, and messages to me, when read, then only those are private', async () => {
    const {
      people: all,
      messages,
      problems: said,
    } = await text(
      [
        '18:40:12 From Me-Ling Tan to Everyone:',
        '\tHello',
        '18:41:12 From Bo to Me:',
        '\tA secret',
        '18:42:12 From Welcome to the forum to Everyone:',
        '\tHello to all',
        '18:43:12\t From  Cy to Di (Privately) : another',
      ].join('\n'),
    );
    expect(all.map(({ name }) => name)).toEqual(['Me-Ling Tan', 'Welcome to the forum']);
    expect(messages?.map((message) => message.text)).toEqual(['Hello', 'Hello to all']);
    expect(said).toEqual([{ row: 3, code: 'private', params: { count: 2 } }]);
  });

  // Tried again from every space, one such line takes more than a minute; a test may take seconds.
  test.each([
    ['before a colon', `10:00:00 From A${' '.repeat(200_000)}x\n10:00:00 From A : hi\n`],
    ['behind the time', `10:00:00${' '.repeat(200_000)}\u2028x\n10:00:00 From A : hi\n`],
    ['of recipients', `10:00:00 From ${'a to '.repeat(200_000)}\n10:00:00 From A : hi\n`],
    ['behind an answer', `10:00:00 From A : replying to "${' '.repeat(200_000)}\u2028x\n`],
  ])(
    '[J8] given a long line of spaces %s, when read, then each character is looked at a few times',
    async (_, chat) => {
      expect((await text(chat)).format).toBe('zoom-chat');
    },
  );

  test('[J3] given the marks of ICANN and of everyday, when read, then what stands between them is asked', async () => {
    const { questions } = await text(
      [
        '18:40:12 From Ada to Everyone:',
        '\t<QUESTION> Who pays?</QUESTION> thanks <QUESTION>And when?<QUESTION>',
        '18:41:00\t From  Bo : Q: Why not now?',
        '18:42:00 From 李明 to Everyone:',
        '\t提问：谁来负责？',
        '18:43:00 From Cy to Everyone:',
        '\tQuite so.',
      ].join('\n'),
    );
    expect(questions.map(({ name, text: asked }) => [name, asked])).toEqual([
      ['Ada', 'Who pays?'],
      ['Ada', 'And when?'],
      ['Bo', 'Why not now?'],
      ['李明', '谁来负责？'],
    ]);
  });

  test('[J3] given a chat over midnight, when read, then time goes on', async () => {
    const { messages } = await text('23:59:50 From Ada : late\n00:00:10 From Bo : later\n');
    expect(messages?.map((message) => message.atSeconds)).toEqual([86_390, 86_410]);
  });
});

describe('tables that people have made', () => {
  test('[J5] given other words, signs and languages in the header, when read, then columns are found; others can be chosen', async () => {
    const german = await text('Vollständiger Name;E-Mail;Dauer\nÄnne Groß;a@example.org;12\n');
    expect(people(german)).toEqual([['Änne Groß', 12, 1]]);
    const chinese = await text('姓名\t单位\t方式\n李明\t机构甲\t线上\n王芳\t\t现场\n');
    expect(chinese.people).toMatchObject([
      { name: '李明', organisation: '机构甲', channel: 'online' },
      { name: '王芳', channel: 'onsite' },
    ]);
    const odd = Buffer.from('Who;Firm\nAda;Red\n');
    await expect(readImport(odd)).rejects.toMatchObject({ code: 'unknown-format' });
    const chosen = await readImport(odd, { columns: { 0: 'name', 1: 'organisation' } });
    expect(chosen.people).toMatchObject([{ name: 'Ada', organisation: 'Red' }]);
    expect(chosen.columns).toEqual([
      { index: 0, header: 'Who', field: 'name' },
      { index: 1, header: 'Firm', field: 'organisation' },
    ]);
  });

  test('[J5] given a list of questions, when read, then a line break in a cell does not shift the rows', async () => {
    const { format, questions } = await text('Question,Name\n"One\ntwo?",Ada\nThree?,\n');
    expect(format).toBe('questions-table');
    expect(questions).toEqual([
      { text: 'One\ntwo?', name: 'Ada', row: 2 },
      { text: 'Three?', row: 4 },
    ]);
  });

  test('[J1] given one name under two addresses, and a name alone, when read, then nobody is merged by mistake', async () => {
    const imported = await text(
      'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),In Waiting Room\n' +
        'Ada,a@x.org,2026-01-01 10:00:00,2026-01-01 10:10:00,10,No\n' +
        'Ada,,2026-01-01 10:05:00,2026-01-01 10:20:00,15,No\n' +
        'Ada,b@x.org,2026-01-01 10:00:00,2026-01-01 10:01:00,1,No\n' +
        'Bo,,2026-01-01 10:00:00,2026-01-01 10:01:00,1,Yes\n' +
        ',c@x.org,2026-01-01 10:00:00,2026-01-01 10:01:00,1,No\n' +
        'Cy,,soon,2026-01-01 10:01:00,many,No\n',
    );
    expect(people(imported)).toEqual([
      ['Ada', 20, 2],
      ['Ada', 1, 1],
      ['Cy', undefined, undefined],
    ]);
    expect(problems(imported)).toEqual([
      [4, 'same-name'],
      [5, 'waiting-room'],
      [6, 'no-name'],
      [7, 'bad-time'],
      [7, 'bad-minutes'],
    ]);
  });
});
