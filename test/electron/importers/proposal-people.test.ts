import { describe, expect, test } from 'vitest';
import { notesOf, planOf } from './support.ts';

const AGENDA = '\n\nAgenda\n1. Opening (5 min)\n2. Talks (25 min)';
const read = (lines: string) => planOf(`WS #1 T\n\n${lines}${AGENDA}`);
const people = async (lines: string) => (await read(lines)).people;

describe('sides', () => {
  test.each([
    ['Ann Lee, ISOC, online', 'online', 'ISOC'],
    ['Ann Lee, NIC.br, Remote', 'online', 'NIC.br'],
    ['Ann Lee (ISOC), in person', 'onsite', 'ISOC'],
    ['Ann Lee (NITA, online)', 'online', 'NITA'],
    ['Ann Lee (NITA; onsite)', 'onsite', 'NITA'],
    ['Ann Lee (ISOC) – online', 'online', 'ISOC'],
    ['Ann Lee — ISOC — In-person', 'onsite', 'ISOC'],
    ['Ann Lee, Ministry of Trade – online', 'online', 'Ministry of Trade'],
    ['Ann Lee - online', 'online', undefined],
    ['ONLINE: Ann Lee, Acme', 'online', 'Acme'],
    ['Ann Lee [remote participation]', 'online', undefined],
    ['Ann Lee (attending online)', 'online', undefined],
    ['Ann Lee (via Zoom)', 'online', undefined],
    ['Ann Lee, Acme (physical presence)', 'onsite', 'Acme'],
    ['李雷，清华大学，现场', 'onsite', '清华大学'],
    ['李雷（线上参会），清华大学', 'online', '清华大学'],
    ['李雷 清华大学 教授（线下）', 'onsite', '清华大学 教授'],
    ['李雷，清华大学，远程', 'online', '清华大学'],
  ])(
    '[I21] given “%s”, when read, then the side is %s and the organisation %s',
    async (line, channel, organisation) => {
      const plan = await read(`Speakers:\n${line}`);
      expect(plan.people).toMatchObject([{ channel, panel: true }]);
      expect(plan.people[0]?.organisation).toBe(organisation);
      expect(notesOf(plan, 'channel-assumed')).toEqual([]);
    },
  );

  test('[I21] given a side behind a region, when read, then the groups are whole', async () => {
    expect(await people('Speakers\nEd Fox, Private Sector, WEOG, online')).toMatchObject([
      { name: 'Ed Fox', channel: 'online', groups: { stakeholder: 'Private Sector', region: 'WEOG' } },
    ]);
  });

  test('[I21] given an organisation with such a word in it, when read, then it says nothing about the side', async () => {
    expect(await people('Speakers\nAnn Lee, Online Safety Forum')).toMatchObject([
      { channel: 'onsite', organisation: 'Online Safety Forum' },
    ]);
  });
});

describe('labels', () => {
  test.each([
    ['Moderator (onsite): Gus Hay', 'onsite-moderator', 'onsite'],
    ['Moderator (online): Gus Hay', 'online-moderator', 'online'],
    ['Moderator, online: Gus Hay', 'online-moderator', 'online'],
    ['Remote Moderator: Gus Hay', 'online-moderator', 'online'],
    ['线上主持人 Online Moderator: Gus Hay', 'online-moderator', 'online'],
    ['Moderation vor Ort: Gus Hay', 'onsite-moderator', 'onsite'],
    ['Online-Moderation: Gus Hay', 'online-moderator', 'online'],
    ['Onsite Rapporteur: Gus Hay', 'rapporteur', 'onsite'],
    ['Online rapporteur: Gus Hay', 'rapporteur', 'online'],
    ['Rapporteur / Note-taker: Gus Hay', 'rapporteur', 'onsite'],
    ['Protokoll: Gus Hay', 'rapporteur', 'onsite'],
    ['Participants:\nGus Hay (Moderator, onsite)', 'onsite-moderator', 'onsite'],
    ['PARTICIPANTS\nGus Hay (Online moderator)', 'online-moderator', 'online'],
    ['Moderators: Online: Gus Hay', 'online-moderator', 'online'],
    ['Moderator: Gus Hay, ISOC (online)', 'online-moderator', 'online'],
    ['主持人：线下：Gus Hay', 'onsite-moderator', 'onsite'],
    ['Participants:\nGus Hay, online (moderator)', 'online-moderator', 'online'],
    ['Moderating in the room: Gus Hay', 'onsite-moderator', 'onsite'],
  ])('[I22] given “%s”, when read, then the role is %s, %s', async (line, role, channel) => {
    expect(await people(line)).toMatchObject([{ name: 'Gus Hay', roles: [role], channel }]);
  });

  test.each(['Co-moderator', '主持人 Moderator', 'Session chair', 'Lead moderator'])(
    '[I15] given “%s” without a side, when read, then the person is there and a note asks',
    async (label) => {
      const plan = await read(`${label}: Gus Hay, ISOC`);
      expect(plan.people).toMatchObject([{ name: 'Gus Hay', organisation: 'ISOC' }]);
      expect(notesOf(plan, 'moderator-side')).toHaveLength(1);
    },
  );

  test.each([
    'Speaker:',
    'Speakers (confirmed)',
    'Key speakers',
    '嘉宾：',
    '演讲嘉宾：',
    '出席嘉宾',
    '嘉宾 Speakers:',
    'Referent:innen:',
  ])('[I22] given “%s” over several lines, when read, then all of them are speakers', async (label) => {
    const found = await people(`${label}\nAnna Berg, ISOC\n王芳，中科院\nLi Wei - CNNIC`);
    expect(found.map(({ name, panel }) => [name, panel])).toEqual([
      ['Anna Berg', true],
      ['王芳', true],
      ['Li Wei', true],
    ]);
  });

  test('[I22] given Chinese labels without a colon, when read, then they are labels', async () => {
    const plan = await read(
      '参会人员：\n主持人 王磊 清华大学（现场）\n发言人 Sarah Lee 新加坡国立大学（线上）',
    );
    expect(plan.people).toMatchObject([
      { name: '王磊', organisation: '清华大学', roles: ['onsite-moderator'] },
      { name: 'Sarah Lee', organisation: '新加坡国立大学', channel: 'online', panel: true },
    ]);
  });

  test('[I22] given a numbered heading after the numbered one of the agenda, when read, then it is no item', async () => {
    const plan = await planOf(
      '论坛\n\n六、议程\n1. 开场（5分钟）\n2. 讨论（40分钟）\n七、政策问题\n1. 谁来出资？',
    );
    expect(plan.agenda).toHaveLength(2);
    expect(plan.policyQuestions.map(({ text }) => text)).toEqual(['谁来出资？']);
  });

  test('[I15] given offices that sound like roles, when read, then nobody gets one', async () => {
    const [person] = await people('Speaker 1: Ann Lee, Reporter, BBC');
    expect(person).toMatchObject({ organisation: 'Reporter, BBC' });
    expect(person?.roles).toBeUndefined();
  });

  test('[I22] given two lines right under a moderator’s label, when read, then both moderate; after a blank line nobody does', async () => {
    const plan = await read('Moderator\nGus Hay, ISOC\nHu Jin, CNNIC\n\nIda Jo');
    expect(plan.people.map(({ name }) => name)).toEqual(['Gus Hay', 'Hu Jin', 'Ida Jo']);
    expect(notesOf(plan, 'moderator-side')).toHaveLength(2);
    expect(notesOf(plan, 'person-unplaced')).toHaveLength(1);
  });
});

test('[I22] given speakers with their minutes and an item after them, when read, then each is what it is', async () => {
  const plan = await planOf(
    'WS #1 T\n\nSpeakers\nAnn Lee, ISOC (10 min)\nBo Chen, NITA (10 min)\n\nTalks (20 min)\nClosing (5 min)',
  );
  expect(plan.people.map(({ name, organisation }) => [name, organisation])).toEqual([
    ['Ann Lee', 'ISOC'],
    ['Bo Chen', 'NITA'],
  ]);
  expect(plan.agenda.map((item) => item.title)).toEqual(['Talks', 'Closing']);
});

describe('several people in a line', () => {
  test.each([
    ['Ann Lee (ISOC) and Bo Chen (CNNIC)', ['Ann Lee', 'Bo Chen']],
    ['Ann Lee & Bo Chen', ['Ann Lee', 'Bo Chen']],
    ['Ann Lee (ISOC, online), Bo Chen (NITA, onsite), Li Wei (CNNIC)', ['Ann Lee', 'Bo Chen', 'Li Wei']],
    ['Ann Lee (Fiji; onsite); Bo Chen', ['Ann Lee', 'Bo Chen']],
    ['Ann Lee (onsite) / Bo Chen (online)', ['Ann Lee', 'Bo Chen']],
    ['Ann Lee, Acme; joining remotely', ['Ann Lee']],
    ['Ann Lee, Meta, Private Sector, WEOG — remote', ['Ann Lee']],
    ['Ann Lee; Acme; Civil Society', ['Ann Lee']],
    ['Online: Ann Lee, Room: Bo Chen', ['Ann Lee', 'Bo Chen']],
    ['线下：李晓东 线上：张丽', ['李晓东', '张丽']],
    ['Ann Lee (Acme) [Academia, Africa, remote]', ['Ann Lee']],
    ['🔒Ann Lee, Acme', ['Ann Lee']],
    ['[Ann Lee](https://example.org/ann) (Acme)', ['Ann Lee']],
    ['Ann Lee <ann@acme.example> - Acme - online', ['Ann Lee']],
    ['王芳、李雷、陈静', ['王芳', '李雷', '陈静']],
    ['Sarah Lee 新加坡国立大学', ['Sarah Lee']],
    ['XIAODONG LI 李晓东', ['XIAODONG LI 李晓东']],
    ['Ann Lee, Ministry of Trade and Industry', ['Ann Lee']],
    ['Carlos Diaz y Villanueva, Acme', ['Carlos Diaz y Villanueva']],
    ['Ann Lee, Western European and Others Group (WEOG)', ['Ann Lee']],
  ])('[I22] given “%s”, when read, then they are %j', async (line, names) => {
    expect((await people(`Speakers: ${line}`)).map(({ name }) => name)).toEqual(names);
  });

  test('[I22] given an address behind a dash and whether somebody has agreed, when read, then neither is an organisation', async () => {
    expect(
      await people(
        'Speakers\n1. Ann Lee (CCAOI), Civil Society, WEOG – ann@ccaoi.example\n2. Bo Chen, CIPESA (in-person, confirmed)',
      ),
    ).toMatchObject([
      { organisation: 'CCAOI', groups: { stakeholder: 'Civil Society', region: 'WEOG' } },
      { organisation: 'CIPESA', channel: 'onsite' },
    ]);
  });

  test('[I22] given rulers under headings and a side of both, when read, then people are people', async () => {
    expect(await people('HOSTS\n-----\nAnn Lee & Bo Chen (both online)')).toMatchObject([
      { name: 'Ann Lee', channel: 'online' },
      { name: 'Bo Chen', channel: 'online' },
    ]);
  });

  test('[I22] given names that may be one person with an organisation, when read, then a note asks', async () => {
    const plan = await read('Discussants: Mia Nox, Ned Ott');
    expect(plan.people).toEqual([]);
    expect(notesOf(plan, 'line-unclear')).toMatchObject([{ params: { text: 'Mia Nox, Ned Ott' } }]);
  });

  test('[I22] given a bilingual name and groups in two languages, when read, then nothing of them is an organisation', async () => {
    expect(
      await people('嘉宾 Speakers:\n1. 杜少中 Shaozhong DU, 民间团体 Civil Society, 亚太 Asia-Pacific Group'),
    ).toMatchObject([
      {
        name: '杜少中 Shaozhong DU',
        groups: { stakeholder: '民间团体 Civil Society', region: '亚太 Asia-Pacific Group' },
      },
    ]);
  });

  test('[I15] given acronyms and words that are no name, when read, then they are notes and no people', async () => {
    const plan = await read(
      'Organised by: ITU, UNDP; DC on Access and Disability\nSpeakers:\nYouth representative (TBC)\nSome other words',
    );
    expect(plan.people).toEqual([]);
    expect(plan.notes.map((note) => note.code)).toEqual(
      expect.arrayContaining(['line-unclear', 'name-missing']),
    );
  });
});

describe('what nobody could read', () => {
  test('[I23] given labels that no form has, when read, then one note names their lines', async () => {
    const plan = await read('Speaker 1: Ann Lee, Acme\nRemote hub lead: Ida Jo\nTechnical support: Lou Max');
    expect(notesOf(plan, 'lines-unread')).toEqual([
      {
        field: 'lines',
        params: { count: 2, lines: '4: “Remote hub lead: Ida Jo”; 5: “Technical support: Lou Max”' },
      },
    ]);
  });

  test('[I17] given an address in such a line, when read, then it is not in the note', async () => {
    const plan = await read('Speaker 1: Ann Lee, Acme\nAsk us: ann@acme.example or by post');
    expect(notesOf(plan, 'lines-unread')).toMatchObject([{ params: { lines: '4: “Ask us: or by post”' } }]);
    expect(JSON.stringify(plan)).not.toContain('acme.example');
  });

  test('[I23] given people under an item of the agenda, when read, then they are named', async () => {
    const plan = await planOf(
      'WS #1 T\n\nAgenda\n1. Opening (5 min)\n2. Talks (25 min)\n - Ann Lee, FAO (online)',
    );
    expect(notesOf(plan, 'lines-unread')).toMatchObject([
      { params: { lines: '6: “Ann Lee, FAO (online)”' } },
    ]);
  });

  test('[I23] given an item whose minutes nobody understands, when read, then its line is named', async () => {
    const plan = await planOf(
      'WS #1 T\n\nAgenda\nOpening (5 min)\nWe hear. We listen and talk 20 min to all who came. And go along\nClosing (5 min)',
    );
    expect(notesOf(plan, 'lines-unread')).toMatchObject([{ params: { count: 1 } }]);
  });

  test('[I23] given running text, venue and what is nested under an item, when read, then there is no such note', async () => {
    const plan = await planOf(
      'WS #1 T\nVenue: Hall B\n\nAgenda\n1. Opening (5 min)\n - Moderator: Ann Lee\n2. Talks (25 min)\n\nDescription:\nWe talk. And so on.',
    );
    expect(notesOf(plan, 'lines-unread')).toEqual([]);
  });
});
