import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { ImportError } from '../../../electron/importers/import/import-error.ts';
import { importFile } from '../../../electron/importers/import-file.ts';
import { readImport } from '../../../electron/importers/read-import.ts';
import { IMPORT_BYTES_MAX } from '../../../shared/lib/limits.ts';
import { HANGS_MS } from './support.ts';

const CASES = join(import.meta.dirname, '../../cases/imports');
const sample = (name: string) => readFileSync(join(CASES, name));
const ZOOM = 'zoom-participants-2021-withmeta.csv';
const refusal = (bytes: Uint8Array) =>
  readImport(bytes).then(
    () => null,
    (error: ImportError) => ({ code: error.code, ...error.params }),
  );
const lines = () => sample(ZOOM).toString('utf8').split('\n');

describe('encodings', () => {
  const original = sample(ZOOM).toString('utf8').replaceAll('Person B', '人员乙');
  const withMark = (mark: number[], bytes: Buffer) => Buffer.concat([Buffer.from(mark), bytes]);
  const big = Buffer.from(original, 'utf16le').swap16();
  // 人员乙 in GBK.
  const [before = '', after = ''] = original.split('人员乙');
  const gbk = Buffer.concat([
    Buffer.from(before),
    Buffer.from([0xc8, 0xcb, 0xd4, 0xb1, 0xd2, 0xd2]),
    Buffer.from(after),
  ]);

  test.each([
    ['UTF-8 with a mark', withMark([0xef, 0xbb, 0xbf], Buffer.from(original)), null],
    ['UTF-16 LE with a mark', withMark([0xff, 0xfe], Buffer.from(original, 'utf16le')), null],
    ['UTF-16 LE without', Buffer.from(original, 'utf16le'), null],
    ['UTF-16 BE with a mark', withMark([0xfe, 0xff], big), null],
    ['UTF-16 BE without', big, null],
    ['GBK', gbk, 'GB18030'],
  ])('[J6] given %s, when read, then names and minutes are the same', async (_, bytes, guessed) => {
    const imported = await readImport(bytes);
    expect(imported.people.map((one) => [one.name, one.minutes])).toEqual([
      ['015_Person A', 128],
      ['019_人员乙', 115],
      ['014_Person C', 50],
      ['Phone caller', 10],
    ]);
    expect(imported.problems.map(({ params }) => params.encoding ?? null)).toEqual(guessed ? [guessed] : []);
  });

  // A header for name and organisation, and one row.
  test.each([
    ['Big5', 'a96da657 2c b3e6a6ec 0a bb50b77caacc 2c bd64a8d2', '與會者', '範例'],
    ['Shift_JIS', '8e8196bc 2c 8f8a91ae 0a 8e5189c18ed2 2c 97e1', '参加者', '例'],
    ['EUC-JP', 'bbe1ccbe 2c bdeac2b0 0a bbb2b2c3bcd4 2c cee3', '参加者', '例'],
    ['EUC-KR', 'c0ccb8a7 2c bcd2bcd3 0a c2fcb0a1c0da 2c bfb9', '참가자', '예'],
    [
      'Windows-1251',
      'c8ecff 3b cef0e3e0ede8e7e0f6e8ff 0a d3f7e0f1f2ede8ea 3b cff0e8ece5f0',
      'Участник',
      'Пример',
    ],
    ['GB18030', 'd0d5c3fb 2c b5a5cebb 0a b3c9d4b1 2c ca beC0fd', '成员', '示例'],
  ])(
    '[J6] given %s that the words of its header prove, when read, then names are as they were and it is said',
    async (encoding, hex, name, organisation) => {
      const imported = await readImport(Buffer.from(`${hex.replaceAll(' ', '')}0a`, 'hex'));
      expect(imported.people).toEqual([{ name, organisation, row: 2 }]);
      expect(imported.problems).toEqual([{ code: 'encoding', params: { encoding } }]);
    },
  );

  test('[J6] given the code page of an old spreadsheet, when read, then accents are letters and it is said', async () => {
    const imported = await readImport(Buffer.from('Name,Duration\nJos\xe9 \xd1and\xfa,5\n', 'latin1'));
    expect(imported.people[0]?.name).toBe('José Ñandú');
    expect(imported.problems).toEqual([{ code: 'encoding', params: { encoding: 'Windows-1252' } }]);
  });
});

describe('broken files', () => {
  test('[J7] given a file that ends in the middle of a row or of quotes, when read, then the row is named and nothing is taken', async () => {
    expect(await refusal(Buffer.from(lines().slice(0, 6).join('\n').slice(0, -40)))).toEqual({
      code: 'cut-off',
      row: 6,
    });
    // Every figure that is needed is there, but the last may be half of one.
    expect(
      await refusal(
        Buffer.from(
          lines()
            .slice(0, 6)
            .join('\n')
            .replace(/,[^,]*,[^,]*$/, ''),
        ),
      ),
    ).toEqual({
      code: 'cut-off',
      row: 6,
    });
    const open = Buffer.from('Question,Name\nWhy?,Ada\n"And then');
    expect(await refusal(open)).toMatchObject({ code: 'cut-off' });
    expect(
      await refusal(
        Buffer.from(
          'WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nAda: Hi\n\n2\n00:00:03.000 --> 00:00:04.000',
        ),
      ),
    ).toEqual({
      code: 'cut-off',
      row: 8,
    });
  });

  test('[J7] given rows with another separator than the header’s, or two headers in one line, when read, then the row is named', async () => {
    const [header = '', ...rows] = lines().slice(3);
    const mixed = [header, ...rows.map((row) => row.replaceAll(',', ';'))].join('\n');
    expect(await refusal(Buffer.from(mixed))).toMatchObject({ code: 'misfit', row: 2, cells: 1, columns: 7 });
    const merged = [`${lines()[0]},${header}`, ...rows].join('\n');
    expect(await refusal(Buffer.from(merged))).toMatchObject({ code: 'misfit', row: 2, columns: 14 });
  });

  test('[J7] given no header, nothing under it, or nothing at all, when read, then that is said', async () => {
    expect(await refusal(Buffer.from(lines().slice(4).join('\n')))).toEqual({
      code: 'unknown-format',
      rows: 5,
    });
    expect(await refusal(Buffer.from(lines().slice(0, 4).join('\n')))).toEqual({ code: 'no-rows', row: 4 });
    expect(await refusal(Buffer.from(''))).toEqual({ code: 'empty' });
    expect(await refusal(Buffer.from('\ufeff \n'))).toEqual({ code: 'empty' });
    expect(await refusal(Buffer.from('WEBVTT\n\n'))).toEqual({ code: 'no-rows', row: 1 });
  });

  test('[J7] given something else than an export, when read, then it is named', async () => {
    expect(await refusal(Buffer.from('%PDF-1.7 …'))).toEqual({ code: 'foreign', what: 'PDF' });
    expect(await refusal(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toMatchObject({ code: 'foreign' });
    expect(await refusal(Buffer.from('Name,Duration\nAda\0,5\n'))).toEqual({ code: 'binary', offset: 17 });
    expect(await refusal(Buffer.from('PK\x03\x04 and no more'))).toMatchObject({ code: 'bad-workbook' });
    const word = await new JSZip().file('word/document.xml', '<w/>').generateAsync({ type: 'nodebuffer' });
    expect(await refusal(word)).toEqual({ code: 'bad-workbook', why: 'it is DOCX, ODS, Numbers or ZIP' });
    expect(await refusal(sample('tencent-meeting-overview.xlsx').subarray(0, 1_500))).toMatchObject({
      code: 'bad-workbook',
    });
    expect(await readImport(sample(ZOOM), { kind: 'zoom-chat' }).catch((error) => error.code)).toBe(
      'other-format',
    );
  });

  test('[J7] given a page, JSON, or a workbook with a password, when read, then it is named', async () => {
    const protectedBook = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    const others: [Uint8Array, string][] = [
      [Buffer.from('<html><table><tr><td>Name</td><td>Email</td></tr></table></html>'), 'HTML'],
      [Buffer.from('[{"Name":"Ada","Email":"a@x.org"}]'), 'JSON'],
      [protectedBook, 'password'],
    ];
    for (const [bytes, what] of others) {
      const refused = await refusal(bytes);
      expect(refused).toMatchObject({ code: 'foreign', what: expect.stringContaining(what) });
    }
  });

  test('[J7] given fifty megabytes, or a workbook that unpacks to more than it should, when read, then neither is looked into', async () => {
    expect(await refusal(Buffer.alloc(50 * 1024 * 1024, 'a,b\n'))).toMatchObject({
      code: 'too-large',
      bytesMax: IMPORT_BYTES_MAX,
    });
    const zeros = Buffer.alloc(120 * 1024 * 1024);
    const bomb = await new JSZip()
      .file('xl/worksheets/sheet1.xml', zeros)
      .generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await refusal(bomb)).toMatchObject({ code: 'workbook-too-large' });
    const rows = Buffer.from(`Name,Duration\n${'Ada,5\n'.repeat(60_001)}`);
    expect(await refusal(rows)).toMatchObject({ code: 'too-many-rows', limit: 60_000 });
  });

  test('[J7] given any bytes, when read, then it is an import or one sentence', async () => {
    const parts = fc.oneof(
      fc.constantFrom(
        'Name',
        'Duration',
        ',',
        '\n',
        '"',
        '\t',
        ';',
        '10:00:00 From Ada to Everyone:',
        'WEBVTT',
        '\ufeff',
        'Question',
      ),
      fc.string({ unit: 'binary' }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.array(parts).map((all) => Buffer.from(all.join(''))),
          fc.uint8Array(),
        ),
        async (bytes) => {
          const outcome = await readImport(bytes).catch((error: unknown) => error);
          if (outcome instanceof Error) expect(outcome).toBeInstanceOf(ImportError);
          else expect(outcome).toHaveProperty('format');
        },
      ),
    );
  });
});

describe('many of one kind', () => {
  test.each([
    [
      'of one name',
      40_000,
      (n: number) => `Name,Email\n${Array.from({ length: n }, (_, i) => `Ada,a${i}@x.org\n`).join('')}`,
    ],
    [
      'cues without empty lines',
      100_000,
      (n: number) => `WEBVTT\n\n${'00:00:01.000 --> 00:00:02.000\nAda: hi\n'.repeat(n)}`,
    ],
    [
      'voices in one cue',
      200_000,
      (n: number) => `WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n${'<v Ada>hi '.repeat(n)}`,
    ],
  ])('[J8] given %s, when read, then it does not hang', { timeout: HANGS_MS }, async (_, count, make) => {
    // Each with all others took all there is of memory, or minutes.
    expect(await readImport(Buffer.from(make(count)))).toBeDefined();
  });
});

describe('in a thread of its own', () => {
  test('[J8] given a file, when it is read there, then all is as if read here', async () => {
    expect(await importFile(sample(ZOOM))).toEqual(await readImport(sample(ZOOM)));
    await expect(importFile(Buffer.from('%PDF'))).rejects.toMatchObject({
      code: 'foreign',
      params: { what: 'PDF' },
    });
  });
});
