import { describe, expect, test } from 'vitest';
import { planOf, summary } from './support.ts';

const TRADITIONAL = `TWIGF 2024 論壇提案
題目：數位素養與假訊息
提案人：林測試（範例基金會）
場次時間：90 分鐘
主持人：吳樣本（範例大學教授，現場）
與談人：
許範例（範例新聞）
蔡示例（範例平台，線上參與）
議程：
開場（5分鐘）
與談人發言（每人20分鐘，共40分鐘）
綜合討論（40分鐘）
結語（5分鐘）
討論問題：
一、誰該負責？
二、如何合作？
`;

const PORTUGUESE = `Oficina: Governança da Internet nas escolas
Duração: 90 minutos
Moderadora: Xuxa Exemplo (presencial)
Palestrantes:
- Yago Amostra, Universidade Modelo (remoto)
- Zilda Caso, Ministério da Educação
Programação
Abertura – 10 min
Apresentações – 40 min
Debate aberto – 30 min
Encerramento – 10 min
Perguntas orientadoras
1. Quem paga?
`;

describe('languages of proposals', () => {
  test('[I34] given traditional characters, when read, then labels, kinds and sides are those of simplified ones', async () => {
    expect(summary(await planOf(TRADITIONAL))).toEqual({
      title: '數位素養與假訊息',
      code: null,
      series: null,
      minutes: 90,
      policyQuestions: ['誰該負責？', '如何合作？'],
      agenda: [
        ['opening', 5, '開場'],
        ['speeches', 40, '與談人發言'],
        ['discussion', 40, '綜合討論'],
        ['closing', 5, '結語'],
      ],
      people: [
        { name: '林測試', organisation: '範例基金會', channel: 'onsite' },
        { name: '吳樣本', organisation: '範例大學教授', channel: 'onsite', roles: ['onsite-moderator'] },
        { name: '許範例', organisation: '範例新聞', channel: 'onsite', panel: true },
        { name: '蔡示例', organisation: '範例平台', channel: 'online', panel: true },
      ],
      notes: ['people channel-assumed'],
    });
  });

  test('[I34] given Portuguese, when read, then labels, kinds and sides are known', async () => {
    const plan = summary(await planOf(PORTUGUESE));
    expect(plan).toMatchObject({ minutes: 90, policyQuestions: ['Quem paga?'] });
    expect(plan.agenda.map(([kind]) => kind)).toEqual(['opening', 'speeches', 'discussion', 'closing']);
    expect(plan.people.map(({ channel, panel }) => [channel, panel ?? false])).toEqual([
      ['onsite', false],
      ['online', true],
      ['onsite', true],
    ]);
  });

  test('[I34] given a Chinese form with spaces for colons, when read, then title, length and people are taken', async () => {
    const plan = await planOf(
      '工作坊申请表\n工作坊名称 青年与治理\n工作坊时长 60分钟\n主持人 高样例（示例大学，现场）\n嘉宾\n1、罗测（示例科技公司 总监）线上\n议程\n发言 60分钟\n',
    );
    expect(plan).toMatchObject({ title: '青年与治理', minutes: 60 });
    expect(plan.people).toMatchObject([
      { name: '高样例', roles: ['onsite-moderator'] },
      { name: '罗测', organisation: '示例科技公司 总监', channel: 'online', panel: true },
    ]);
  });

  test('[I12] given an item that begins with the name of somebody on the panel, when read, then it is a speech', async () => {
    const plan = await planOf(
      'WS #1 A meeting\n\nSpeakers: Dr. Ann Lee, Acme; Bo Chen, Beta\n\nAgenda\nAnn Lee: 10 minutes\nBo Chen, Seas: 10 minutes\nAnn Leest: 5 minutes',
    );
    expect(plan.agenda.map(({ kind }) => kind)).toEqual(['speeches', 'speeches', 'other']);
  });

  test.each([
    ['Diálogo con el público', 'discussion'],
    ['Opening statements by all', 'speeches'],
    ['Roundtable', 'discussion'],
    ['First round of questions', 'discussion'],
    ['Présentation des résultats', 'speeches'],
    ['Échange avec la salle', 'discussion'],
    ['Three inputs', 'speeches'],
    ['討論', 'discussion'],
  ])('[I12] given an item “%s”, when read, then its kind is %s', async (title, kind) => {
    expect((await planOf(`WS #1 A meeting\n\nAgenda\n${title} (5 min)`)).agenda).toMatchObject([{ kind }]);
  });
});
