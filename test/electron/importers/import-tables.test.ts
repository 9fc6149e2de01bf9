import { describe, expect, test } from 'vitest';
import { type ReadImport, readImport } from '../../../electron/importers/read-import.ts';
import { workbookOf } from './workbook.ts';

const text = (...lines: string[]) => readImport(Buffer.from(`${lines.join('\n')}\n`));
const names = ({ people }: ReadImport) => people.map(({ name }) => name);
const codes = ({ problems }: ReadImport) => problems.map(({ row, code }) => [row, code]);

describe('rows that are nobody', () => {
  test.each([
    'Total,2,',
    'Total,,100',
    'Total: 2,,',
    'Total participants: 2,,',
    '合计,2,',
    'Summe,,100 min',
    'Average,,50',
  ])(
    '[J23] given “%s” under a list of one’s own, when read, then it is a sum, left out and said',
    async (row) => {
      const read = await text('Name,Organisation,Minutes', 'Ada,Red,80', 'Bo,Blue,20', row);
      expect([names(read), codes(read)]).toEqual([['Ada', 'Bo'], [[4, 'sum']]]);
    },
  );

  test('[J23] given a sum beside the names, when read, then the figure under them is nobody', async () => {
    const read = await text('No.,Name,Organisation', '1,Ada,Red', 'Total,1,');
    expect([names(read), codes(read)]).toEqual([['Ada'], [[3, 'sum']]]);
  });

  test('[J23] given somebody or an organisation is called Total, when read, then they are there', async () => {
    const read = await text('Name,Organisation', 'Ada,Total', 'Total Obi,Red', 'Total,Red', 'Agent 47,');
    expect([names(read), codes(read)]).toEqual([['Ada', 'Total Obi', 'Total', 'Agent 47'], []]);
    const zoom = await text('Name (Original Name),User Email,Total Duration (Minutes)', 'Total,,5');
    expect(names(zoom)).toEqual(['Total']);
  });

  test('[J23] given remarks under a list, when read, then each is said, and a name alone is not', async () => {
    const remarks = ['Generated on 2026-03-26,,', '* names as given,,', '注：以上名单仅供参考。,,'];
    const read = await text('Name,Organisation,Side', 'Ada,Red,online', 'Bo Beta,,', ...remarks);
    expect(codes(read)).toEqual([
      [4, 'remark'],
      [5, 'remark'],
      [6, 'remark'],
    ]);
  });

  test('[J23] given a rule between the rows, when read, then it is nobody', async () => {
    const read = await text('| Name | Side |', '|---|---|', '| Ada | online |');
    expect([names(read), codes(read)]).toEqual([['Ada'], [[2, 'no-name']]]);
  });
});

describe('what was not read', () => {
  test('[J24] given a header of a language that is not known above or below another, when read, then its rows are nobody and are said', async () => {
    const unknown = ['Osallistui,Käyttäjätunnus,Email,Join Time,Leave Time,Role'];
    const known = ['Name,Email,Join Time,Leave Time', 'Ada,a@x.org,10:00,11:00'];
    const row = 'x,Bo,b@x.org,10:00,11:00,x';
    for (const lines of [
      [...unknown, row, ...known],
      [...known, ...unknown, row],
    ]) {
      const read = await text(...lines);
      expect(names(read)).toEqual(['Ada']);
      expect(read.problems).toEqual([
        { row: lines.indexOf(unknown[0] ?? '') + 1, code: 'unread-rows', params: { count: 1 } },
      ]);
    }
  });

  test('[J24] given a sheet under no header that is known, when read, then it is said', async () => {
    const read = await readImport(
      await workbookOf({ One: [['Name'], ['Ada']], Two: [['Bo'], ['Cy']], Cover: [['Report']] }),
    );
    expect(names(read)).toEqual(['Ada']);
    expect(read.problems).toEqual([{ code: 'unread-sheet', params: { value: 'Two', count: 2 } }]);
  });

  test('[J24] given sides under a word that is not known, when read, then the column is said', async () => {
    const read = await text('Name,Como vem', 'Ada,online', 'Bo,in person', 'Cy,?');
    expect(read.problems).toEqual([{ row: 1, code: 'unread-sides', params: { value: 'Como vem' } }]);
    const other = await text('Name,Registered through', 'Ada,web', 'Bo,web');
    expect(other.problems).toEqual([]);
  });
});

describe('questions', () => {
  test('[J2] given a row without a question, when read, then that is said', async () => {
    const read = await text('#,Question,Asker Name', '1,Why?,Ada', '2,,Bo');
    expect(codes(read)).toEqual([[3, 'no-question']]);
  });

  test('[J2] given an answer that went to the asker alone, when read, then it stays out, and that is said', async () => {
    const read = await text(
      '#,Question,Asker Name,Asker Email,Answer(s)',
      '1,One?,Ada,a@x.org,Answered by Host: Yes: two',
      '2,Two?,Ada,a@x.org,Answered by Host (Privately): no',
      '3,Three?,Ada,a@x.org,"(Private) no, never"',
      '4,Four?,Ada,a@x.org,live answered',
    );
    expect(read.questions.map(({ answer }) => answer)).toEqual([
      'Yes: two',
      undefined,
      undefined,
      'live answered',
    ]);
    expect(read.problems).toEqual([{ row: 3, code: 'private', params: { count: 2 } }]);
  });

  test('[J2] given a poll that says how many questions it had, when read, then the figure is none', async () => {
    const read = await text(
      'Topic,Meeting ID,#Question',
      'Demo,123,2',
      '#,User Name,User Email',
      '1,Ada,a@x.org',
    );
    expect([read.questions, names(read)]).toEqual([[], ['Ada']]);
  });

  test('[J5] given who asked under words of other languages, when read, then the name is there', async () => {
    const german = await text(
      'Nr.;Frage;Name des Fragestellers;Antwort(en)',
      '1;Wann?;Ada;Beantwortet von Host: Bald.',
    );
    expect(german.questions).toEqual([{ text: 'Wann?', name: 'Ada', answer: 'Bald.', row: 2 }]);
  });
});

describe('who cancelled', () => {
  const rows = [
    'First Name,Last Name,Email,Approval Status',
    'Ada,Obi,a@x.org,cancelled by self',
    'Bo,Beta,b@x.org,approved',
  ];

  test('[J24] given a registration that says who cancelled, when read, then the column is said, and chosen it counts', async () => {
    const read = await text(...rows);
    expect(read.problems).toEqual([
      { row: 1, code: 'unread-absent', params: { value: 'Approval Status', count: 1 } },
    ]);
    const chosen = await readImport(Buffer.from(rows.join('\n')), {
      columns: { 0: 'firstName', 1: 'lastName', 2: 'email', 3: 'attended' },
    });
    expect([names(chosen), codes(chosen)]).toEqual([['Bo Beta'], [[2, 'no-show']]]);
  });
});

describe('who is who', () => {
  test('[J5] given a column of addresses under a word that is not known, when read, then two of one name stay two', async () => {
    const read = await text(
      "Nom (nom d'origine);Adresse e-mail de l'utilisateur;Durée (minutes)",
      'Ada;a@x.org;5',
      'Ada;b@x.org;6',
    );
    expect(read.people.map(({ name, email }) => [name, email])).toEqual([
      ['Ada', 'a@x.org'],
      ['Ada', 'b@x.org'],
    ]);
    const chosen = await readImport(Buffer.from('Name,Kontakt\nAda,a@x.org\n'), {
      columns: { 0: 'name', 1: null },
    });
    expect(chosen.people).toEqual([{ name: 'Ada', row: 2 }]);
  });

  test('[J5] given one address beside many under a word that is not known, when read, then it is nobody’s', async () => {
    const read = await text('Name,Kutsuja,Minutes', 'Ada,h@x.org,5', 'Bo,h@x.org,6', 'Cy,h@x.org,7');
    expect(read.people.map(({ name, email }) => [name, email])).toEqual([
      ['Ada', undefined],
      ['Bo', undefined],
      ['Cy', undefined],
    ]);
  });

  test('[J1] given two names with one address, when read, then they are two in a list, and in a report one, and that is said', async () => {
    expect(
      names(await text('Name,Email,Side', 'Ada Obi,info@x.org,online', 'Bo Beta,info@x.org,room')),
    ).toEqual(['Ada Obi', 'Bo Beta']);
    const report = await text(
      'Name,Email,Minutes',
      'Ada Obi,a@x.org,5',
      'Bo Beta,a@x.org,6',
      'Ada,a@x.org,7',
      'Bo Beta,a@x.org,1',
    );
    expect(report.people).toMatchObject([{ name: 'Ada Obi', otherNames: ['Bo Beta', 'Ada'], minutes: 19 }]);
    expect(report.problems).toEqual([
      { row: 3, code: 'one-address', params: { name: 'Ada Obi', value: 'Bo Beta' } },
    ]);
  });

  test('[J18] given an address with a name around it, when read, then it is the same address', async () => {
    const read = await text('Name,Email,Minutes', 'Ada,Ada Obi <A@x.org>,5', 'Ada,a@x.org,6');
    expect(read.people).toMatchObject([{ name: 'Ada', email: 'a@x.org', minutes: 11 }]);
  });

  test('[J1] given one name with two organisations or sides in a list, when read, then it is one person, and that is said', async () => {
    const read = await text('Name,Organisation', 'Ada,Red', 'Ada,Blue', 'Bo,Red', 'Bo,Red');
    expect([names(read), codes(read)]).toEqual([['Ada', 'Bo'], [[3, 'one-name']]]);
  });

  test('[J17] given somebody under the name that stands in another’s brackets, when read, then that is said', async () => {
    const read = await text(
      'Name (Original Name),User Email,Duration (Minutes)',
      'Bo (Bo Obi),,5',
      'Bo Obi,,6',
      'Cy # (he/him),,7',
    );
    expect(names(read)).toEqual(['Bo', 'Bo Obi', 'Cy']);
    expect(read.problems).toEqual([{ row: 3, code: 'same-person', params: { name: 'Bo' } }]);
  });

  test('[J1] given a webinar in a language that is not known, when read, then whoever has no time of coming did not come', async () => {
    const read = await text(
      'Osallistui,Name (Original Name),Email,Join Time,Leave Time,Duration (Minutes)',
      'Kyllä,Ada,a@x.org,2026-03-26 10:00:00,2026-03-26 11:00:00,60',
      'Ei,Bo,b@x.org,--,--,--',
    );
    expect([names(read), codes(read)]).toEqual([['Ada'], [[3, 'no-show']]]);
  });

  test.each([
    'Meeting-ID,Thema,Startzeit,Endzeit,Benutzer-E-Mail,Dauer (Minuten),Teilnehmer',
    '会议号,主题,开始时间,结束时间,用户电子邮件,持续时间（分钟）,参与者',
    'Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),User Name',
  ])('[J1] given a meeting under “%s” above the people, when read, then it is nobody', async (header) => {
    const read = await text(
      header,
      '84700000000,Demo,26.03.2026 10:00:00,26.03.2026 11:00:00,h@x.org,60,2',
      ',,,,,,',
      'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)',
      'Ada (Bo),a@x.org,26.03.2026 10:00:00,26.03.2026 11:00:00,60',
    );
    expect([read.format, names(read), read.problems]).toEqual(['zoom-participants', ['Ada'], []]);
  });

  test('[J1] given two totals of one name that overlap, when read, then nobody was there longer than from the first to the last', async () => {
    const read = await text(
      'Name,First Join,Last Leave,In-Meeting Duration',
      'Ada,"3/26/26, 10:00:00 AM","3/26/26, 11:00:00 AM",1h',
      'Ada,"3/26/26, 10:05:00 AM","3/26/26, 11:00:00 AM",55m',
    );
    expect(read.people[0]?.minutes).toBe(60);
  });

  test('[J5] given Zoom’s webinar in German, when read, then host and participants are there', async () => {
    const read = await text(
      'Host-Details',
      'Teilgenommen,Benutzername (Originalname),E-Mail,Beitrittszeit,Verlassenszeit,Zeit in der Sitzung (Minuten)',
      'Ja,Ada,h@x.org,26.03.2026 10:00:00,26.03.2026 11:02:00,62',
      'Angaben zu Diskussionsteilnehmern',
      'Teilgenommen,Benutzername (Originalname),E-Mail,Beitrittszeit,Verlassenszeit,Zeit in der Sitzung (Minuten)',
      'Ja,Bo,b@x.org,26.03.2026 10:00:00,26.03.2026 11:02:00,62',
      'Nein,Cy,c@x.org,--,--,--',
    );
    expect(read.people.map(({ name, minutes }) => [name, minutes])).toEqual([
      ['Ada', 62],
      ['Bo', 62],
    ]);
    expect(codes(read)).toEqual([[7, 'no-show']]);
  });

  test.each([
    ['Имя (настоящее имя);Электронная почта;Продолжительность (минуты);В зале ожидания', 'Да', 'Нет'],
    [
      'Nombre (nombre original);Correo electrónico del usuario;Duración (minutos);En sala de espera',
      'Sí',
      'No',
    ],
    ['名前（元の名前）;ユーザーのメールアドレス;時間（分）;待機室', 'はい', 'いいえ'],
  ])('[J5] given Zoom under “%s”, when read, then who only waited is not there', async (header, yes, no) => {
    const read = await text(header, `Ada;a@x.org;5;${no}`, `Bo;b@x.org;1;${yes}`);
    expect(read.people).toMatchObject([{ name: 'Ada', email: 'a@x.org', minutes: 5 }]);
    expect(codes(read)).toEqual([[3, 'waiting-room']]);
  });

  test.each([
    'Your full name,Your organisation,How will you attend?',
    'Nachname Vorname,Firma,Teilnahme',
    'お名前,ご所属,ご参加方法',
    '姓名,所属单位,参会形式',
  ])('[J5] given a form’s words “%s”, when read, then its columns are found', async (header) => {
    expect((await text(header, 'Ada,Red,Zoom')).people).toEqual([
      { name: 'Ada', organisation: 'Red', channel: 'online', row: 2 },
    ]);
  });

  test('[J20] given a unit of time alone above the figures, when read, then they are minutes', async () => {
    expect((await text('Name;Minuten', 'Ada;62,5')).people[0]?.minutes).toBe(62.5);
    expect((await text('Name;M', 'Ada;1')).people[0]?.minutes).toBeUndefined();
  });

  test('[J5] given cells that keep a spreadsheet from counting, when read, then they are what they hold', async () => {
    expect(names(await text('Name,Organisation', '"=""Ada""",Red', '="Bo",Blue'))).toEqual(['Ada', 'Bo']);
  });

  test.each([
    ['онлайн', 'online'],
    ['очно', 'onsite'],
    ['заочно', undefined],
    ['온라인', 'online'],
    ['현장', 'onsite'],
    ['通过Zoom参加', 'online'],
    ['in presenza', 'onsite'],
    ['会場', 'onsite'],
    ['Main hall', 'onsite'],
    ['Hall 2 / Zoom', undefined],
  ])('[J21] given “%s”, when read, then it is that side', async (side, channel) => {
    expect((await text('Name,Side', `Ada,${side}`)).people[0]?.channel).toBe(channel);
  });
});
