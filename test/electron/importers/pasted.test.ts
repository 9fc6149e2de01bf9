import { describe, expect, test } from 'vitest';
import { planOf, summary } from './support.ts';

describe('text pasted as the source of a page', () => {
  const PAGE = [
    '<p><strong>WS #45 Data &amp; Rights</strong></p>',
    '<ul><li>Welcome (5 min)</li>',
    '<li class="x">Talks (30&nbsp;min)</li><li>Q&amp;A &ndash; 25 min</li></ul>',
    '<p>Speaker 1: Ulf Vogt, Acme &#38; Co<br/>Online Moderator: Yara Zell</p>',
  ];

  test('[I32] given tags and entities, when read, then the plan is that of what a reader sees', async () => {
    expect(summary(await planOf(PAGE.join('\n')))).toMatchObject({
      title: 'Data & Rights',
      agenda: [
        ['opening', 5, 'Welcome'],
        ['speeches', 30, 'Talks'],
        ['discussion', 25, 'Q&A'],
      ],
      people: [{ name: 'Ulf Vogt', organisation: 'Acme & Co' }, { name: 'Yara Zell' }],
    });
  });

  test('[I32] given a tag that ends a line where the source does, when read, then notes name the lines of the file', async () => {
    const plan = await planOf(
      '<p>WS #45 Data</p>\n<p>Agenda</p>\n<p>Talks (5 min)</p>\n<p>Who knows: nobody</p>',
    );
    expect(JSON.stringify(plan.notes)).toContain('4: “Who knows: nobody”');
  });

  test('[I32] given signs that are none of a tag, when read, then they stay', async () => {
    expect((await planOf('AI < 5 & B > 3 &friends;\n\nAgenda\nTalks (5 min)')).title).toBe(
      'AI < 5 & B > 3 &friends;',
    );
  });
});

describe('a message', () => {
  const HEAD = [
    'From: Petra Hollis <p@example.org>',
    'To: all@example.org; Quentin Rae <q@example.org>',
    'Subject: Fwd: RE: Open spectrum, running order',
    'Date: Mon, 3 Jun 2024 09:12:44 +0200',
  ];

  test.each([
    [...HEAD, '', 'Hi all,', '', 'Talks (30 min)'],
    ['Dear moderators,', '', '---------- Forwarded message ---------', ...HEAD, '', 'Talks (30 min)'],
    [
      '发件人：何例',
      '收件人：众',
      '主题：转发：Open spectrum, running order',
      '',
      '各位老师好，',
      'Talks (30 min)',
    ],
  ])(
    '[I32] given the head of a message, when read, then its subject is the title and nobody of it a person',
    async (...lines) => {
      const plan = await planOf(lines.join('\n'));
      expect(plan).toMatchObject({
        title: 'Open spectrum, running order',
        people: [],
        agenda: [{ title: 'Talks', minutes: 30 }],
      });
    },
  );

  test.each(['Best regards,\nPetra Hollis', 'Viele Grüße\nPetra Hollis', '顺颂商祺！\n何样例'])(
    '[I32] given “%s” after people, when read, then whoever signs is nobody by that',
    async (end) => {
      const plan = await planOf(`WS #1 A meeting\n\nRapporteur: Ann Lee\n\n${end}\n`);
      expect(plan.people.map(({ name }) => name)).toEqual(['Ann Lee']);
    },
  );

  test.each(['Thank you\nSpeakers', 'Thanks\n\nSpeakers'])(
    '[I32] given “%s”, when what comes next is a label, then nothing is dropped',
    async (text) => {
      const plan = await planOf(`WS #1 A meeting\n\n${text}\nAnn Lee, Acme\n`);
      expect(plan.people).toMatchObject([{ name: 'Ann Lee', panel: true }]);
    },
  );

  test('[I32] given what is no head of a message, when read, then nothing of it is dropped', async () => {
    const plan = await planOf('Date: 3 June 2024\nFrom: 14:00 to 15:30\n\nTitle: Rivers\n\nTalks (30 min)');
    expect(plan).toMatchObject({ title: 'Rivers' });
    expect(JSON.stringify(plan.notes)).toContain('From');
  });

  test.each([
    'Back to basics',
    'Home-grown standards',
    'Searching for trust',
    'Sharing spectrum',
    'Dear future',
  ])('[I32] given “%s” as the first line, when read, then it is the title', async (title) =>
    expect((await planOf(`${title}\n\nTalks (30 min)`)).title).toBe(title),
  );
});
