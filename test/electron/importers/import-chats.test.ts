import { describe, expect, test } from 'vitest';
import { type ReadImport, readImport } from '../../../electron/importers/read-import.ts';

const text = (...lines: string[]) => readImport(Buffer.from(`${lines.join('\n')}\n`));
const names = ({ people }: ReadImport) => people.map(({ name }) => name);
const said = ({ messages = [] }: ReadImport) => messages.map(({ name, text: one }) => [name, one]);

describe('the line with which a message begins', () => {
  test('[J3] given a message in one line that ends in a colon, when read, then its words are no recipient, and a private one stays out', async () => {
    const chat = await text(
      '18:40:12 From Ada to Everyone : I will talk to you later:',
      '18:40:13 From Bo : let us go to lunch:',
      '18:40:14 From Cy to Me : my secret to you:',
    );
    expect(names(chat)).toEqual(['Ada', 'Bo']);
    expect(said(chat)).toEqual([
      ['Ada', 'I will talk to you later:'],
      ['Bo', 'let us go to lunch:'],
    ]);
    expect(chat.problems.map(({ row, code, params }) => [row, code, params.count])).toEqual([
      [3, 'private', 1],
    ]);
    expect(JSON.stringify(chat)).not.toContain('secret');
  });

  test('[J3] given a space before the colon of a line with its text below, when read, then sender and text are there', async () => {
    expect(said(await text('18:40:12 De Chloé à Tout le monde :', '\tBonjour'))).toEqual([
      ['Chloé', 'Bonjour'],
    ]);
  });

  test('[J3] given Chinese without spaces, when read, then sender and recipient are told apart', async () => {
    const chat = await text(
      '18:40:12 来自李雷 至所有人：',
      '\t你好',
      '18:40:13 来自王芳 至我（私聊）：',
      '\t保密',
      '18:40:14 来自 李到 到 所有人 ： 我到了',
    );
    expect(said(chat)).toEqual([
      ['李雷', '你好'],
      ['李到', '我到了'],
    ]);
    expect(chat.problems.map(({ code }) => code)).toEqual(['private']);
  });
});

describe('to whom a message went', () => {
  test.each([
    'Hosts and panelists',
    'All panelists',
    'Host',
    'Waiting Room Participants',
    'Breakout Room 1',
    'Bo',
    'Everyone(Direct Message)',
  ])(
    '[J3] given a message to “%s”, when read, then it is not for everybody and stays out',
    async (recipient) => {
      const chat = await text(
        `18:40:12 From Ada to ${recipient}:`,
        '\tmy secret',
        `18:40:13 From Ada to ${recipient} : my secret`,
        '18:40:14 From Cy to Everyone:',
        '\tHello',
      );
      expect(said(chat)).toEqual([['Cy', 'Hello']]);
      expect(chat.problems).toEqual([{ row: 1, code: 'private', params: { count: 2 } }]);
    },
  );

  test.each([
    'From Ada to Bob: do not say it to all: my secret',
    'From Ada to Bob:do not say it to all: my secret',
    'From Ada to Bob: do not say it to all : my secret',
    'From Ada to Bob: my secret, do not say it to all:',
    'From Ada to Bob (Direct Message): do not say it to all: my secret',
    'From Ada to Hosts and panelists: say this to everyone: my secret',
    'Von Ada an Bob: sag es nicht an alle: my secret',
    '\t From  Ada to Bob : do\tnot say it, my secret',
    '来自李雷 发送至王芳：别说 至所有人： my secret',
  ])(
    '[J3] given “%s” in one line, when read, then it went to the first recipient, stays out and is counted, and adds nobody',
    async (line) => {
      const chat = await text('18:40:11 From Cy to Everyone: Hello', `18:40:12 ${line}`, '\tmy secret');
      expect([names(chat), said(chat)]).toEqual([['Cy'], [['Cy', 'Hello']]]);
      expect(chat.problems).toEqual([{ row: 2, code: 'private', params: { count: 1 } }]);
      expect(JSON.stringify(chat)).not.toContain('secret');
    },
  );

  test.each([
    ['From Ada to Everyone: I said to Bob: go', 'Ada', 'I said to Bob: go'],
    ['From Ada to Everyone: say to all: go', 'Ada', 'say to all: go'],
    ['From Ada to Everyone: say to all : go', 'Ada', 'say to all : go'],
    ['From Ada to Everyone: say to all:', 'Ada', 'say to all:'],
    ['From Ada to Everyone : say to all: go', 'Ada', 'say to all: go'],
    ['From Ada : say to Bob: go', 'Ada', 'say to Bob: go'],
    ['From Org: Ada to Everyone: go', 'Org: Ada', 'go'],
  ])(
    '[J3] given “%s” in one line, when read, then it is for everybody, with its words',
    async (line, name, own) => {
      expect(said(await text(`18:40:12 ${line}`))).toEqual([[name, own]]);
    },
  );

  test.each([
    ['From Ada A to Everyone', 'Ada A'],
    ['From Ada to All Panelists and Attendees', 'Ada'],
    ['Von Ada an alle', 'Ada'],
    ['De Ada A a Todos', 'Ada A'],
    ['De Ada A para todos', 'Ada A'],
    ['De Ada de la Tour à Tout le monde', 'Ada de la Tour'],
    ['Da Ada a Tutti', 'Ada'],
    ['Van Ada aan Iedereen', 'Ada'],
    ['От Ада кому Все', 'Ада'],
    ['開始 参加者 に 全員', '参加者'],
    ['来自 张三 到 所有人', '张三'],
  ])(
    '[J3] given a message “%s”, when read, then it is for everybody and its sender has the whole name',
    async (line, sender) => {
      expect(said(await text(`18:40:12 ${line}:`, '\tHello'))).toEqual([[sender, 'Hello']]);
    },
  );

  test('[J3] given a line of a language that is not known, when read, then neither it nor what is under it is of the message before', async () => {
    const chat = await text(
      '18:40:12 From Ada to Everyone:',
      '\tHello',
      '18:40:13 Fra Bo til Cy (Direkte besked):',
      '\tmy secret',
      '18:40:14 From Ada to Everyone:',
      '\tat 18:41:00',
      '\t18:42:00 we begin',
    );
    expect(said(chat)).toEqual([
      ['Ada', 'Hello'],
      ['Ada', 'at 18:41:00\n18:42:00 we begin'],
    ]);
    expect(chat.problems.map(({ row, code }) => [row, code])).toEqual([
      [3, 'no-line'],
      [4, 'no-line'],
    ]);
  });

  test('[J3] given the time with AM and PM or a date, when read, then it is that time', async () => {
    const chat = await text(
      '2:03:48 PM From Ada to Everyone:',
      '\tHello',
      '11/29/2025 17:03:50 From Bo to Everyone : Hello',
    );
    expect(chat.messages?.map(({ name, atSeconds }) => [name, atSeconds])).toEqual([
      ['Ada', 50_628],
      ['Bo', 61_430],
    ]);
  });

  test.each(['Reacted to my own doubts and came.', '对于这个问题我想作出解释', '已对方案进行修改，请看'])(
    '[J3] given a message that begins as a reaction does, “%s”, when read, then it is one',
    async (message) => {
      expect(said(await text('18:40:12 From Ada to Everyone:', `\t${message}`))).toEqual([['Ada', message]]);
    },
  );

  test.each([
    'Reacted to "Hello" with 👍',
    'Reacted to Hello, and "x" to all... with "🔥"',
    'Removed a 👍🏽 reaction from "Hello"',
    'Se ha reaccionado a "Hola" con 👍',
    'Reagiu a "Oi" com 👍',
    '对"你好"作出了👍回应',
  ])('[J3] given “%s”, when read, then it is no message', async (message) => {
    expect(said(await text('18:40:12 From Ada to Everyone:', `\t${message}`))).toEqual([]);
  });

  test('[J3] given one sender in other letters, when read, then it is one person', async () => {
    expect(names(await text('18:40:12 From Ada : hi', '18:40:13 From ADA : ho'))).toEqual(['Ada']);
  });
});

describe('who is nobody', () => {
  test('[J3] given a message without a sender, when read, then it adds nobody and its question has no name', async () => {
    const chat = await text(
      '18:40:12 From  to Everyone:',
      '\tQ: Who pays?',
      '18:40:13 From Ada to Everyone:',
      '\tHello',
    );
    expect(names(chat)).toEqual(['Ada']);
    expect(chat.questions).toEqual([{ text: 'Who pays?', row: 1 }]);
  });

  test.each(['Question', 'Q', '问题', 'Frage', 'Note', 'Notes', 'Agenda', 'Link', '备注'])(
    '[J4] given a transcript with “%s: …” twice, when read, then it is no speaker',
    async (word) => {
      const mixed = await text(
        'WEBVTT',
        '',
        '00:00:01.000 --> 00:00:04.000',
        'Ada Obi: Welcome.',
        '',
        '00:00:04.000 --> 00:00:06.000',
        `${word}: Who pays?`,
        '',
        '00:00:06.000 --> 00:00:08.000',
        `${word}: And when?`,
        '',
        '00:00:08.000 --> 00:00:09.000',
        'Ada Obi: Soon.',
      );
      expect(mixed.people).toEqual([{ name: 'Ada Obi', row: 3, spokenSeconds: 8 }]);
      expect(mixed.messages?.[1]?.text).toBe(`${word}: Who pays?`);
    },
  );

  test.each([
    ['Yes.\n(Privately) my secret', 'Yes.', 1],
    ['Yes.\nNo.\n (Privately) my secret\nmy secret too', 'Yes.\nNo.', 1],
    ['answered live by Bo: Yes.\nanswered by Cy(Privately): my secret', 'Yes.', 1],
    ['Yes.\n（私下）my secret\n(en privé) my secret', 'Yes.', 2],
    ['answered by Bo\n(Privately): my secret', undefined, 1],
  ])(
    '[J2] given an answer “%s”, when read, then what went to the asker alone is none of it, and is counted',
    async (answer, shown, count) => {
      const read = await text('Question,Answer(s)', `Who pays?,"${answer}"`);
      expect(read.questions.map((one) => one.answer)).toEqual([shown]);
      expect(read.problems).toEqual([{ row: 2, code: 'private', params: { count } }]);
    },
  );

  test('[J2] given an answer that has the word for private in its lines, when read, then it is whole', async () => {
    const read = await text('Question,Answer(s)', 'Who pays?,"Both:\nthe (private) sector\nand the state"');
    expect(read.questions.map(({ answer }) => answer)).toEqual([
      'Both:\nthe (private) sector\nand the state',
    ]);
  });

  test.each([
    'Anonymous Attendee',
    'Anonymer Teilnehmer',
    'Utilisateur anonyme',
    'Asistente anónimo',
    'Participante anônimo',
    'Partecipante anonimo',
    '匿名用户',
  ])('[J2] given “%s” as who asked, when read, then nobody is', async (asker) => {
    const { questions } = await text('Question,提问者姓名', `Who pays?,${asker}`, 'And when?,Ada');
    expect(questions.map(({ name }) => name)).toEqual([undefined, 'Ada']);
  });
});
