import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readName } from '../../../electron/importers/import/names.ts';
import { type ReadImport, readImport } from '../../../electron/importers/read-import.ts';
import { HANGS_MS } from './support.ts';

const text = (...lines: string[]) => readImport(Buffer.from(`${lines.join('\n')}\n`));
const names = ({ people }: ReadImport) => people.map(({ name }) => name);
const problems = ({ problems: all }: ReadImport) =>
  all.map(({ row, code, params }) => [row, code, params.name ?? params.value]);
const ZOOM = 'Name (original name),Email,Duration (minutes)';

describe('what stands in brackets behind a name', () => {
  test('[J17] given pronouns, when read, then they are no part of the name and no other name', async () => {
    const imported = await text(
      ZOOM,
      'Anna Alpha (She/Her),,12',
      'Bo Beta (they / them) (Robert Beta),,3',
      'Cleo Gamma (sie/ihr),,4',
    );
    expect(imported.people.map(({ name, otherNames }) => [name, otherNames])).toEqual([
      ['Anna Alpha', undefined],
      ['Bo Beta', ['Robert Beta']],
      ['Cleo Gamma', undefined],
    ]);
    for (const said of [
      '(her/hers)',
      '(him/his)',
      '（they/them/theirs）',
      '(他/他的)',
      '(她/TA)',
      '(她)',
      '[they/them]',
      '【she/her】',
      '(any pronouns)',
    ]) {
      expect(readName(`Di Delta ${said}`)).toEqual({ name: 'Di Delta' });
    }
    expect(readName('王芳 她/TA')).toEqual({ name: '王芳' });
    for (const name of ['Ada (IT/Legal)', 'Wang (Lei, Wang)', 'Ada (Her Office)', '李雷 (其他/来宾)'])
      expect(readName(name)).toEqual({ name });
    const chat = await text('10:00:00 From Anna Alpha (she/her) to Everyone:', '\tHello');
    expect(names(chat)).toEqual(['Anna Alpha']);
  });

  test('[J17] given one bracket behind several people, when read, then it is nobody’s other name; two devices of one person keep theirs', async () => {
    const imported = await text(
      ZOOM,
      'Nora Uno (CNNIC),,12',
      'Olga Dos (cnnic),,12',
      'Pia Tres (Pia Maria),p@example.org,2',
      'Pia at home (Pia Maria),p@example.org,2',
    );
    expect(imported.people.map(({ name, otherNames }) => [name, otherNames])).toEqual([
      ['Nora Uno', undefined],
      ['Olga Dos', undefined],
      ['Pia Tres', ['Pia Maria', 'Pia at home']],
    ]);
  });
});

describe('an address in place of a name', () => {
  test('[J18] given addresses as names in a report, when read, then what stands before the @ is the name, and it is said', async () => {
    const imported = await text(
      ZOOM,
      'ada.obi@example.org,,12',
      'Bo Beta (bo@example.org),,3',
      'cy@example.org (Cy Gamma),,4',
      'di@example.org,other@example.net,5',
    );
    expect(imported.people.map(({ name, otherNames, email }) => [name, otherNames, email])).toEqual([
      ['ada.obi', undefined, 'ada.obi@example.org'],
      ['Bo Beta', undefined, 'bo@example.org'],
      ['Cy Gamma', undefined, 'cy@example.org'],
      ['di', undefined, 'other@example.net'],
    ]);
    expect(problems(imported)).toEqual([
      [2, 'address-as-name', 'ada.obi'],
      [3, 'address-as-name', 'Bo Beta'],
      [4, 'address-as-name', 'Cy Gamma'],
      [5, 'address-as-name', 'di'],
    ]);
  });

  test('[J18] given several addresses, when read, then none is left over, who differs by them is two, and each is said once', async () => {
    const report = await text(
      ZOOM,
      'ada@example.org (ada@example.net),,1',
      'Bo <bo@example.xn--p1ai>,,2',
      'Bo <bo@example.xn--p1ai>,,3',
      '- cy@example.org -,,4',
    );
    expect(report.people.map(({ name, otherNames, minutes }) => [name, otherNames, minutes])).toEqual([
      ['ada', undefined, 1],
      ['Bo', undefined, 5],
      ['cy', undefined, 4],
    ]);
    expect(problems(report)).toEqual([
      [2, 'address-as-name', 'ada'],
      [3, 'address-as-name', 'Bo'],
      [5, 'address-as-name', 'cy'],
    ]);
    const list = await text('Name,Organisation', 'Ada (IT/Legal),Red <ada@example.org>');
    expect(list.people).toMatchObject([{ name: 'Ada (IT/Legal)', organisation: 'Red' }]);
    const chat = await text('10:00:00 From ada@example.org : Hi', '10:00:01 From ada@example.net : Hello');
    expect(names(chat)).toEqual(['ada', 'ada']);
  });

  test('[J18] given one in a chat, a transcript, a list of questions or of comings, when read, then no name is an address', async () => {
    const chat = await text(
      '10:00:00 From ada@example.org to Everyone:',
      '\tQ: Who pays?',
      '10:01:00 From ada@example.org to Everyone:',
      '\tAnd when?',
    );
    expect([names(chat), chat.questions[0]?.name]).toEqual([['ada'], 'ada']);
    expect(problems(chat)).toEqual([[1, 'address-as-name', 'ada']]);
    const spoken = await text('WEBVTT', '', '00:00:01.000 --> 00:00:04.000', '<v ada@example.org>Hello</v>');
    expect(names(spoken)).toEqual(['ada']);
    const asked = await text('Question,Asker Name', 'Who pays?,ada@example.org');
    expect(asked.questions).toEqual([{ text: 'Who pays?', name: 'ada', row: 2 }]);
    const classic = await text(
      'Full Name\tUser Action\tTimestamp',
      'ada@example.org\tJoined\t3/24/2026, 10:00:00 AM',
      'ada@example.org\tLeft\t3/24/2026, 11:00:00 AM',
    );
    expect(classic.people).toMatchObject([{ name: 'ada', email: 'ada@example.org', minutes: 60 }]);
    for (const { problems: said } of [chat, spoken, asked, classic]) {
      expect(said.map(({ code }) => code)).toEqual(['address-as-name']);
      expect(JSON.stringify(said)).not.toContain('@');
    }
  });

  test.each([
    ['ada＠x.org', 'ada', 'ada@x.org'],
    ['ａｄａ＠ｘ．ｏｒｇ', 'ada', 'ada@x.org'],
    ['李雷ada@x.org', '李雷', 'ada@x.org'],
    ['ada@x.org李雷', '李雷', 'ada@x.org'],
    ['李雷@x.org', '李雷', '李雷@x.org'],
    ['José@x.org', 'José', 'josé@x.org'],
    ['mailto:bo@x.org', 'bo', 'bo@x.org'],
    ['E-mail: bo@x.org', 'bo', 'bo@x.org'],
    ['Ada <mailto:ada@x.org>', 'Ada', 'ada@x.org'],
    ['Ada [ada@x.org]', 'Ada', 'ada@x.org'],
    ['Ada 【ada@x.org】', 'Ada', 'ada@x.org'],
    ['Ada (<ada@x.org>)', 'Ada', 'ada@x.org'],
    ['[Ada] ada@x.org', 'Ada', 'ada@x.org'],
    ['Ada | ada@x.org', 'Ada', 'ada@x.org'],
    ['Ada|ada@x.org|', 'Ada', 'ada@x.org'],
    ['Ada · ada@x.org', 'Ada', 'ada@x.org'],
    ['Ada: ada@x.org', 'Ada', 'ada@x.org'],
    ['Ada, ada@x.org, ISOC', 'Ada, ISOC', 'ada@x.org'],
    ["'ada@x.org'", 'ada', 'ada@x.org'],
    ['ada@x.org / +1 555 123456', 'ada', 'ada@x.org'],
    ['Ada @ W3C', 'Ada @ W3C', undefined],
    ['Ada | W3C', 'Ada | W3C', undefined],
  ])(
    '[J18] given “%s”, when read as a name, then it is “%s”, and what held the address is gone',
    (shown, name, email) => {
      expect([readName(shown)?.name, readName(shown)?.email]).toEqual([name, email]);
    },
  );

  test('[J8] given cells of a thousand characters without an end, when read as names, then none of them hangs', {
    timeout: HANGS_MS,
  }, () => {
    for (const cell of [
      'a'.repeat(1_000),
      'a.'.repeat(500),
      `${'a'.repeat(900)}@`,
      `${'李'.repeat(900)}@x`,
    ]) {
      for (let row = 0; row < 1_000; row += 1) expect(readName(cell)).toBeDefined();
    }
  });

  test('[J18] given a name that was cut and held an address, when read, then both are said; spaces around one cut nothing', async () => {
    const imported = await text('Name,Organisation', `${'y'.repeat(121)} <y@x.org>,Red`);
    expect(imported.problems.map(({ code }) => code)).toEqual(['address-as-name', 'name-cut']);
    expect(readName('z'.repeat(120), (shown) => [` ${shown}  `])).toEqual({ name: 'z'.repeat(120) });
  });

  test('[J18] given an address in place of an organisation, when read, then it is left out and that is said', async () => {
    const imported = await text(
      'Name,Organisation',
      'Ada,info@un.org',
      'Bo,Contact: bo@x.org',
      'Cy,Red <cy@x.org>',
      'Di,W3C',
      'Ed,info＠un.org',
    );
    expect(imported.people.map(({ organisation }) => organisation)).toEqual([
      undefined,
      undefined,
      'Red',
      'W3C',
      undefined,
    ]);
    expect(problems(imported)).toEqual([
      [2, 'address-as-organisation', 'Ada'],
      [3, 'address-as-organisation', 'Bo'],
      [6, 'address-as-organisation', 'Ed'],
    ]);
    expect(JSON.stringify(imported)).not.toMatch(/un\.org|x\.org/);
  });

  test('[J18] given any text with addresses in it, when read as a name, then none is in the name', () => {
    const address = fc.emailAddress();
    const piece = fc.oneof(
      address,
      fc.constantFrom(' ', '(', ')', '（', '<', '>', 'Ada', '@', ', '),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), address, fc.array(piece), (before, one, after) => {
        const shown = readName([...before, ' ', one, ' ', ...after].join(''));
        expect(shown?.name ?? '').not.toContain(one);
        expect(shown?.name ?? '').not.toMatch(/[\p{L}\p{N}]@[\p{L}\p{N}-]+\.[\p{L}\p{N}]{2}/u);
        expect((shown?.name ?? '').length).toBeLessThanOrEqual(120);
      }),
    );
  });

  test('[J18] given a name of more characters than one may have, when read, then it is cut between characters, and that is said', async () => {
    const long = `x${'😀'.repeat(80)}`;
    const imported = await text('Name,Organisation', `${long},Red`, `${'y'.repeat(120)},Blue`);
    expect(names(imported)).toEqual([`x${'😀'.repeat(59)}`, 'y'.repeat(120)]);
    expect(imported.problems.map(({ row, code, params }) => [row, code, params.limit])).toEqual([
      [2, 'name-cut', 120],
    ]);
  });
});

describe('names in columns', () => {
  test.each([
    ['Name;Vorname;Firma', 'Groß;Änne;Rot', 'Änne Groß'],
    ['Nom,Prénom', 'Lefèvre,Chloé', 'Chloé Lefèvre'],
    ['Nombre;Apellidos', 'José;Núñez Vega', 'José Núñez Vega'],
    ['姓,名', '王,小明', '王小明'],
    ['User Name,First Name,Last Name', 'Ada O.,Ada,Obi', 'Ada O.'],
    ['Full name,First name,Email', 'Ada Obi,Ada,', 'Ada Obi'],
    ['Nome completo,participação', 'Ada Obi,online', 'Ada Obi'],
    ['Ad Soyad,E-mail', 'Ada Obi,', 'Ada Obi'],
    ['ФИО,Email', 'Ада Оби,', 'Ада Оби'],
  ])('[J19] given the header %s, when read, then %s is %s', async (header, row, name) => {
    expect(names(await text(header, row))).toEqual([name]);
  });

  test('[J19] given people with one family name, when read, then they stay apart', async () => {
    expect(names(await text('Name;Vorname', 'Groß;Änne', 'Groß;Ben'))).toEqual(['Änne Groß', 'Ben Groß']);
  });

  test.each([
    'Nome,Cognome',
    'Имя,Фамилия',
    'Voornaam,Achternaam',
    'Imię,Nazwisko',
    'Adı,Soyadı',
    'ADI,SOYADI',
    'Name,Cognome',
  ])('[J19] given the header %s, when read, then two people of one first name are two', async (header) => {
    expect(names(await text(header, 'Ada,Rossi', 'Ada,Bianchi'))).toEqual(['Ada Rossi', 'Ada Bianchi']);
  });

  test('[J19] given a numbered list in one column, when read, then everybody is in it without the number', async () => {
    expect(names(await text('姓名', '1. 王芳', '2. 李雷'))).toEqual(['王芳', '李雷']);
    expect(names(await text('Name', 'Ada', '2. Bo', '3) Cy Details'))).toEqual(['Ada', 'Bo', 'Cy Details']);
    expect(names(await text('1. Participants', 'Name', '1. Ada', '2. Bo'))).toEqual(['Ada', 'Bo']);
  });

  test('[J19] given people who are called as a header is, when read, then they are people', async () => {
    const imported = await text('Name,Email', 'Speaker,', 'Participant,p@example.org', 'Name,');
    expect(names(imported)).toEqual(['Speaker', 'Participant', 'Name']);
  });
});

describe('the side in a list', () => {
  test('[J21] given the words that organisers use, when read, then each is a side, and what is none or both is said', async () => {
    const cells: [string, 'onsite' | 'online' | undefined][] = [
      ['In-person', 'onsite'],
      ['offline', 'onsite'],
      ['vor Ort', 'onsite'],
      ['Présentiel', 'onsite'],
      ['线下参会', 'onsite'],
      ['Online (Zoom)', 'online'],
      ['Virtual', 'online'],
      ['线上参会', 'online'],
      ['à distance', 'online'],
      ['', undefined],
      ['Hybrid', undefined],
      ['Hybrid', undefined],
      ['online and onsite', undefined],
    ];
    const imported = await text('Name;Mode', ...cells.map(([side], place) => `P${place};${side}`));
    expect(imported.people.map(({ channel }) => channel)).toEqual(cells.map(([, channel]) => channel));
    expect(problems(imported)).toEqual([
      [12, 'unknown-side', 'Hybrid'],
      [14, 'unknown-side', 'online and onsite'],
    ]);
  });

  test.each([
    'Not online',
    'not in person',
    'nicht vor Ort',
    'keine Präsenz',
    'Ne vient pas sur place',
    'não presencial',
    'cannot come in person',
    'isn’t online',
    '不在现场',
    '无法到场',
    '無法到場',
    '没有线上',
    'Bathroom',
    'website registration',
    'Zoomer',
  ])(
    '[J21] given “%s”, when read, then a side that is denied, or a part of a word, is none, and it is said',
    async (side) => {
      const imported = await text('Name;Mode', `Ada;${side}`);
      expect(imported.people).toEqual([{ name: 'Ada', row: 2 }]);
      expect(problems(imported)).toEqual([[2, 'unknown-side', side]]);
    },
  );

  test.each([
    ['Room3', 'onsite'],
    ['virtuelle Teilnahme', 'online'],
    ['Präsenzteilnahme', 'onsite'],
    ['Onlineteilnahme', 'online'],
    ['Zoom线上', 'online'],
    ['Livestream', 'online'],
  ])(
    '[J21] given “%s”, when read, then a word that is joined to others is a side still',
    async (side, channel) => {
      expect((await text('Name;Mode', `Ada;${side}`)).people).toMatchObject([{ channel }]);
    },
  );
});
