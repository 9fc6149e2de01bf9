import { describe, expect, test } from 'vitest';
import { readPlan } from '../../../electron/importers/read-plan.ts';
import { bytesOf, notesOf } from './support.ts';

const ASIA_PACIFIC = { stakeholder: 'Civil Society', region: 'Asia-Pacific Group' };

describe('given the real proposal of WS #377', async () => {
  const bytes = bytesOf('ws377-proposal.txt');
  const text = new TextDecoder().decode(bytes);
  const plan = await readPlan('ws377-proposal.txt', bytes);
  const personNamed = (name: string) => plan.people.find((person) => person.name === name);

  test('[I10] then title, code, series and length are told apart', () => {
    expect(plan).toMatchObject({
      title: "Enhance Digital Governance for Less CO2 future: AP' Practice",
      code: 'WS #377',
      series: 'IGF 2023',
      minutes: 90,
    });
  });

  test('[I12] then the agenda has its four phases, and nothing of the expected outcomes', () => {
    expect(plan.agenda).toEqual([
      { itemId: 'item-1', kind: 'opening', title: 'Introduction about backgrounds', minutes: 5 },
      { itemId: 'item-2', kind: 'speeches', title: 'Speech by 5 speakers', minutes: 40, speakers: 5 },
      {
        itemId: 'item-3',
        kind: 'discussion',
        title: 'Discussion among speakers and participants',
        minutes: 40,
      },
      { itemId: 'item-4', kind: 'closing', title: 'Conclusion', minutes: 5 },
    ]);
  });

  test('[I11] then the three policy questions are there word for word', () => {
    const asked = [...text.matchAll(/^\d\) ((?:What|How) .*\?)$/gm)].map((match) => match[1]);
    expect(asked).toHaveLength(3);
    expect(plan.policyQuestions).toEqual(asked.map((text, i) => ({ policyQuestionId: `pq-${i + 1}`, text })));
  });

  test('[I14] then seven people are found, each once, with organisation and groups of all their lines', () => {
    expect(plan.people.map((person) => person.name)).toEqual([
      'XIAO YANG',
      'Xiaobo YANG',
      'Jingzhe REN',
      'Li ZHANG',
      'XIAODONG LI',
      'Shaozhong DU',
      'Yijie Peng',
    ]);
    expect(personNamed('Li ZHANG')).toEqual({
      personId: 'p-li-zhang',
      name: 'Li ZHANG',
      channel: 'online',
      organisation: 'All-China Environment Federation',
      groups: ASIA_PACIFIC,
      roles: ['online-moderator'],
    });
    expect(personNamed('Xiaobo YANG')).toMatchObject({
      organisation: 'Fuxi Institution',
      groups: ASIA_PACIFIC,
    });
    expect(personNamed('Yijie Peng')).toMatchObject({
      panel: true,
      groups: { stakeholder: 'Private Sector' },
    });
    expect(plan.people.filter((person) => person.panel)).toHaveLength(3);
  });

  test('[I15] then lost labels give suggestions and no roles', () => {
    expect(personNamed('XIAODONG LI')?.roles).toBeUndefined();
    expect(personNamed('Xiaobo YANG')?.roles).toBeUndefined();
    expect(notesOf(plan, 'role-label-missing')).toEqual([
      {
        field: 'people/p-xiaodong-li/roles',
        params: { name: 'XIAODONG LI', line: 18, suggestedRole: 'onsite-moderator' },
      },
      {
        field: 'people/p-xiaobo-yang/roles',
        params: { name: 'Xiaobo YANG', line: 25, suggestedRole: 'rapporteur' },
      },
    ]);
  });

  test('[I13] then the two unnamed speakers are a note', () => {
    expect(notesOf(plan, 'speakers-unnamed')).toEqual([
      { field: 'agenda/item-2/speakers', params: { title: 'Speech by 5 speakers', stated: 5, named: 3 } },
    ]);
  });

  test('[I16] then one note says that the sides are assumed, and no other note is made', () => {
    expect(notesOf(plan, 'channel-assumed')).toEqual([{ field: 'people', params: { onsite: 6, online: 1 } }]);
    expect(plan.notes).toHaveLength(4);
  });

  test('[I2] then CRLF, a byte order mark and UTF-16 change nothing', async () => {
    const crlf = `\ufeff${text.replaceAll('\n', '\r\n')}`;
    const littleEndian = new Uint8Array(Buffer.from(crlf, 'utf16le'));
    const bigEndian = new Uint8Array(Buffer.from(crlf, 'utf16le').swap16());
    expect(await readPlan('a.txt', new TextEncoder().encode(crlf))).toEqual(plan);
    expect(await readPlan('a.txt', littleEndian)).toEqual(plan);
    expect(await readPlan('a.txt', bigEndian)).toEqual(plan);
  });
});
