import { describe, expect, test } from 'vitest';
import { minutesOf } from '../../../electron/importers/import/times.ts';
import { type ReadImport, readImport } from '../../../electron/importers/read-import.ts';
import { workbookOf } from './workbook.ts';

const text = (...lines: string[]) => readImport(Buffer.from(`${lines.join('\n')}\n`));
const people = ({ people: all }: ReadImport) => all.map(({ name, minutes }) => [name, minutes]);
const problems = ({ problems: all }: ReadImport) =>
  all.map(({ row, code, params }) => [row, code, params.value]);

describe('lengths of time', () => {
  test.each([
    ['1 Std. 27 Min. 51 Sek.', 87.85],
    ['2 Stunden und 5 Minuten', 125],
    ['1 u 20 m 3 s', 80.05],
    ['1 時間 20 分', 80],
    ['1 小時 20 分鐘', 80],
    ['1小时2分钟', 62],
    ['1 godz. 20 min', 80],
    ['1 tim 20 min', 80],
    ['1 sa 20 dk', 80],
    ['1 giờ 20 phút', 80],
    ['1 day 2 h', 1_560],
    ['1 hr, 2 mins', 62],
    ['PT1H20M', 80],
    ['1h27m51s', 87.85],
    ['1,5 h', 90],
    ['0:30:00', 30],
  ])('[J20] given %s, when read, then it is %f minutes', (value, minutes) => {
    expect(minutesOf(value)).toBeCloseTo(minutes, 9);
  });

  test.each(['1:20', '1 xx 20 min', '20 min ca', '20 min 5', 'h 20', 'PT', '5 movies', ''])(
    '[J20] given “%s”, when read, then it is no length: a part of one would be a wrong figure',
    (value) => {
      expect(minutesOf(value)).toBeNull();
    },
  );

  test('[J20] given a column of lengths under a word that is not known, when read, then the column is said', async () => {
    const imported = await text('Name,Anwesenheit,Platz', 'Ada,1 Std. 2 Min.,4 A', 'Bo,20 Min.,5 B');
    expect(problems(imported)).toEqual([[1, 'unread-lengths', 'Anwesenheit']]);
    const table = Buffer.from('Name,Anwesenheit\nAda,20 Min.\n');
    expect((await readImport(table, { columns: { 1: null } })).problems).toEqual([]);
    expect((await readImport(table, { columns: { 1: 'minutes' } })).people).toMatchObject([{ minutes: 20 }]);
  });

  test('[J20] given another unit in the header, when read, then its figures are no minutes, and that is said', async () => {
    expect(people(await text('Name,Duration (min)', 'Ada,20'))).toEqual([['Ada', 20]]);
    const hours = await text('Name,Duration (hours)', 'Ada,2');
    expect(people(hours)).toEqual([['Ada', undefined]]);
    expect(problems(hours)).toEqual([[1, 'unread-lengths', 'Duration (hours)']]);
  });

  test('[J20] given times and lengths as cells of a workbook, when read, then they are what the sheet shows', async () => {
    const length = (minutes: number) => ({ days: minutes / 1_440, as: 'length' as const });
    const at = (hours: number) => ({ days: 46_354 + hours / 24, as: 'date' as const });
    const bytes = await workbookOf({
      成员参会概况: [
        ['会议主题', '数字减碳'],
        ['用户昵称（入会昵称）', '首次入会时间', '最后退会时间', '入会次数', '累计参会时长'],
        ['小王(王芳)', at(10), at(11.5), 2, { days: 87 / 1_440, as: 'time' }],
        ['李雷', at(10), at(11), 1, length(27 * 60 + 0.5)],
      ],
    });
    const imported = await readImport(bytes);
    expect(people(imported)).toEqual([
      ['王芳', 87],
      ['李雷', 1_620.5],
    ]);
    expect(imported.problems).toEqual([]);
  });
});

describe('what platforms write in other languages', () => {
  test('[J5] given Zoom in Chinese and in German, when read, then who only waited is not there', async () => {
    const chinese = await text(
      '名称（原始名称）,用户电子邮件,加入时间,离开时间,持续时间（分钟）,访客,在等候室中',
      '王芳 (Fang),f@example.org,2026/11/28 10:00:12,2026/11/28 11:28:03,88,否,否',
      '李雷,,2026/11/28 10:00:12,2026/11/28 10:28:03,28,是,是',
    );
    expect([chinese.format, people(chinese)]).toEqual(['zoom-participants', [['王芳', 88]]]);
    expect(chinese.people[0]).toMatchObject({ otherNames: ['Fang'], email: 'f@example.org', joins: 1 });
    const german = await text(
      'Name (Originalname);Benutzer-E-Mail;Beitrittszeit;Austrittszeit;Dauer (Minuten);Gast;Im Warteraum',
      'Änne Groß;a@example.org;3.4.2026 10:00:12;3.4.2026 11:28:03;88;Ja;Nein',
      'Ben Bär;;3.4.2026 10:00:12;3.4.2026 10:02:03;2;Ja;Ja',
    );
    expect([german.format, people(german)]).toEqual(['zoom-participants', [['Änne Groß', 88]]]);
    expect(german.problems.map(({ code }) => code)).toEqual(['waiting-room']);
  });

  test.each([
    [
      'German',
      'Name\tErster Beitritt\tLetztes Verlassen\tBesprechungsdauer\tE-Mail\tTeilnehmer-ID (UPN)\tRolle',
      'Ada Obi (Gast)\t28.11.26, 10:00:12\t28.11.26, 11:28:03\t1 Std. 27 Min. 51 Sek.\t\t\tOrganisator',
    ],
    [
      'French',
      'Nom\tPremière connexion\tDernière déconnexion\tDurée de la réunion\tE-mail\tID du participant (UPN)\tRôle',
      'Ada Obi\t28/11/2026 10:00:12\t28/11/2026 11:28:03\t1 h 27 min 51 s\t\t\tOrganisateur',
    ],
    [
      'simplified Chinese',
      '名称\t首次加入时间\t上次离开时间\t会议持续时间\t电子邮件\t参与者 ID (UPN)\t角色',
      'Ada Obi (来宾)\t2026/11/28, 10:00:12\t2026/11/28, 11:28:03\t1 小时 27 分钟 51 秒\t\t\t组织者',
    ],
    [
      'traditional Chinese',
      '名稱\t第一次加入\t最後一次離開\t會議中持續時間\t電子郵件\t參與者識別碼 (UPN)\t角色',
      'Ada Obi\t2026/11/28 上午 10:00:12\t2026/11/28 上午 11:28:03\t1 小時 27 分鐘 51 秒\t\t\t召集人',
    ],
  ])('[J5] given Teams in %s, when read, then minutes are there', async (_, header, row) => {
    const imported = await text(header, row);
    expect(imported).toMatchObject({
      format: 'teams-attendance',
      people: [{ name: 'Ada Obi', minutes: 87.85, isStaff: true }],
      problems: [],
    });
  });

  test('[J5] given Teams’ comings and goings in German, when read, then they are understood; a word that is not is said', async () => {
    const imported = await text(
      'Vollständiger Name\tBenutzeraktion\tZeitstempel',
      'Ada\tBeigetreten\t3.4.2026, 10:00:00',
      'Ada\tVerlassen\t3.4.2026, 11:00:00',
      'Bo\tGewinkt\t3.4.2026, 11:00:00',
    );
    expect([imported.format, people(imported)]).toEqual(['teams-attendance', [['Ada', 60]]]);
    expect(problems(imported)).toEqual([[4, 'unknown-action', 'Gewinkt']]);
  });

  test('[J5] given Meet in Chinese, when read, then afternoons are later than mornings', async () => {
    const imported = await text(
      '名字,姓氏,电子邮件,时长,加入时间,退出时间',
      '芳,王,,1 小时 2 分钟,上午11:30,下午12:32',
    );
    expect([people(imported), imported.problems]).toEqual([[['王芳', 62]], []]);
  });

  test('[J3] given chats in Chinese, German, French and Spanish, when read, then senders and questions are there', async () => {
    const chats = await Promise.all([
      text('18:40:12 来自 张三 发送至 所有人:', '\t问：谁来付钱？'),
      text(
        '18:40:12 Von  Änne  an  Alle:',
        '\tFrage: Wer zahlt?',
        '18:40:13 Von Bo an Mich:',
        '\tFrage: Und wir?',
      ),
      text('18:40:12 De Chloé à Tout le monde:', '\tQuestion : Qui paie ?'),
      text('18:40:12 De José a Todos:', '\tPregunta: ¿Quién paga?'),
    ]);
    expect(chats.map(({ questions }) => questions.map(({ name, text: asked }) => [name, asked]))).toEqual([
      [['张三', '谁来付钱？']],
      [['Änne', 'Wer zahlt?']],
      [['Chloé', 'Qui paie ?']],
      [['José', '¿Quién paga?']],
    ]);
  });
});
