import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportDone, ImportPreview } from '../../../shared/imported.ts';
import type { Role } from '../../../shared/lib/vocabulary.ts';
import { connect } from '../../support/hub-client.ts';
import { runningHub } from '../../support/running-hub.ts';

let t: Awaited<ReturnType<typeof runningHub>>;
beforeEach(async () => {
  t = await runningHub();
});
afterEach(() => t.stop());

const CASES = join(import.meta.dirname, '../../cases/imports');
const sample = (name: string) => readFileSync(join(CASES, name));
const ZOOM = sample('zoom-participants-2021-withmeta.csv');
const QUESTIONS = sample('zoom-qa-report.csv');

type Sent = { role?: Role; query?: string; headers?: Record<string, string> };

function send(
  what: 'preview' | 'apply',
  body: Uint8Array | string,
  { role = 'host', query = '', headers = {} }: Sent = {},
) {
  return fetch(`${t.hub.url}/api/v1/import/${what}${query}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : Buffer.from(body),
    headers: { Authorization: `Bearer ${t.tokenOf(role)}`, ...headers },
  });
}
const preview = async (body: Uint8Array, sent?: Sent) =>
  (await (await send('preview', body, sent)).json()) as ImportPreview;
const apply = async (body: Uint8Array | string, sent?: Sent) =>
  (await (await send('apply', body, sent)).json()) as ImportDone;
const withChoices = (file: Uint8Array, choices: object) =>
  JSON.stringify({ file: Buffer.from(file).toString('base64'), choices });
const CHOSEN = { 'Content-Type': 'application/vnd.evenfloor.import+json' };

describe('importing over HTTP', () => {
  test('[J10] given a file, when it is previewed, then what was understood is there, and nothing has happened', async () => {
    const host = await connect(t.linkOf('host'));
    const shown = await preview(ZOOM);
    expect(shown).toMatchObject({
      format: 'zoom-participants',
      people: [
        { name: '015_Person A', email: 'a@example.org', minutes: 128, joins: 1 },
        {},
        { minutes: 50, joins: 2 },
        {},
      ],
      questions: [],
      problems: [],
    });
    expect(host.seq).toBe(1);
    const asked = await preview(QUESTIONS, { role: 'liaison' });
    expect(asked.questions.map((question) => question.known ?? false)).toEqual([false, false, true]);
  });

  test('[J11] given a moderator looks, when the preview comes, then there is no address in it, and none in any event', async () => {
    const shown = await (await send('preview', ZOOM, { role: 'onsite-moderator' })).text();
    expect(shown).toContain('015_Person A');
    expect(shown).not.toContain('@');
    const host = await connect(t.linkOf('host'));
    const { seq } = await apply(ZOOM);
    await host.reached(seq);
    expect(JSON.stringify(host.received)).not.toContain('example.org');
  });

  test('[J10] given a file is applied, when it is undone, then all of it was one commit and is gone', async () => {
    const host = await connect(t.linkOf('host'));
    const before = host.state.people;
    const done = await apply(ZOOM);
    await host.reached(done.seq);
    expect(done).toEqual({ seq: 2, added: 4, matched: 0, questions: 0 });
    expect(host.state.people.slice(before.length)).toMatchObject([
      {
        name: '015_Person A',
        channel: 'online',
        attendance: { source: 'zoom-participants', minutes: 128, joins: 1 },
      },
      {},
      {},
      {},
    ]);
    await host.reached(await host.must('history/undo', { seq: done.seq }));
    expect(host.state.people).toEqual(before);
  });

  test('[J10] given the same command is sent again, when it is answered, then it is done once', async () => {
    const headers = { 'X-Command-Id': 'import-1' };
    const first = await apply(ZOOM, { headers });
    expect((await apply(ZOOM, { headers })).seq).toBe(first.seq);
    const host = await connect(t.linkOf('host'));
    expect(host.state.people.filter(({ attendance }) => attendance)).toHaveLength(4);
  });

  test('[J12] given somebody of the roster is in the file, when it is previewed and applied, then that record has the attendance', async () => {
    const host = await connect(t.linkOf('host'));
    await host.must('people/add', { personId: 'pa', name: 'PERSON A  fullname', channel: 'onsite' });
    const shown = await preview(ZOOM);
    expect(shown.people[0]?.match).toEqual({ personId: 'pa', name: 'PERSON A fullname' });
    const done = await apply(
      withChoices(ZOOM, { skip: [1], persons: { 2: 'pa', 0: null }, channel: 'onsite' }),
      { headers: CHOSEN },
    );
    await host.reached(done.seq);
    expect(done).toMatchObject({ added: 2, matched: 1 });
    expect(host.state.people.find((person) => person.personId === 'pa')).toMatchObject({
      name: 'PERSON A fullname',
      attendance: { minutes: 50, joins: 2 },
    });
    expect(host.state.people.at(-1)).toMatchObject({ name: 'Phone caller', channel: 'onsite' });
  });

  test('[J12] given who was imported is renamed or was somebody of the roster, when the next file comes, then all are found by the names of the first', async () => {
    const host = await connect(t.linkOf('host'));
    await host.reached((await apply(withChoices(ZOOM, { persons: { 1: 'ana' } }), { headers: CHOSEN })).seq);
    const [first] = host.state.people.filter((person) => person.self);
    await host.must('people/update', { personId: first?.personId, name: 'Ada Obi' });
    const shown = await preview(ZOOM);
    expect(shown.people.map(({ match }) => match?.name)).toEqual([
      'Ada Obi',
      'Ana',
      expect.any(String),
      expect.any(String),
    ]);
    expect(await apply(ZOOM)).toMatchObject({ added: 0, matched: 4 });
  });

  test('[J12] given people have only what stands in brackets in common, when the next file comes, then they are two', async () => {
    const file = (...rows: string[]) =>
      Buffer.from(`Name (original name),Email,Duration (minutes)\n${rows.join('\n')}\n`);
    expect(await apply(file('Anna Alpha (Forum),,12'))).toMatchObject({ added: 1, matched: 0 });
    expect(await apply(file('Maria Beta (Forum),,12'))).toMatchObject({ added: 1, matched: 0 });
    const three = file('Nora Uno (Tech),,12', 'Olga Dos (Tech),,12', 'Pia Tres (Tech),,9');
    expect(await apply(three)).toMatchObject({ added: 3, matched: 0 });
    expect(await apply(three)).toMatchObject({ added: 0, matched: 3 });
    const { people } = await preview(file('Quinn (Tech),,1', 'Nora Uno (Forum),,4', 'Bo (Olga Dos),,4'));
    expect(people.map(({ match }) => match?.name ?? null)).toEqual([null, 'Nora Uno', 'Olga Dos']);
  });

  test('[J12] given somebody’s other name is somebody else’s name, when the next file comes, then the name itself decides', async () => {
    const host = await connect(t.linkOf('host'));
    await apply(Buffer.from('Name (original name),Email,Duration (minutes)\nAda Obi (Bo Beta),,12\n'));
    await host.must('people/add', { personId: 'beta', name: 'Bo Beta', channel: 'onsite' });
    expect((await preview(Buffer.from('Name,Email\nbo beta,\n'))).people[0]?.match?.personId).toBe('beta');
  });

  test('[J12] given two of one name with different addresses, when the file comes again, then each is found again and nobody is two', async () => {
    const host = await connect(t.linkOf('host'));
    await host.must('people/add', { personId: 'ada', name: 'Ada', channel: 'onsite' });
    const rows = ['Ada,a@x.org,5', 'Ada,b@x.org,7'];
    const file = Buffer.from(`Name (original name),Email,Duration (minutes)\n${rows.join('\n')}\n`);
    const first = await apply(file);
    expect(first).toMatchObject({ added: 1, matched: 1 });
    expect(await apply(file)).toMatchObject({ added: 0, matched: 2 });
    await host.reached(first.seq + 1);
    const adas = host.state.people.filter(({ name }) => name === 'Ada');
    expect(adas.map(({ attendance }) => attendance?.minutes)).toEqual([5, 7]);
    // Alone, it is one of two, and nobody knows which.
    const alone = Buffer.from('Name (original name),Email,Duration (minutes)\nAda,,5\n');
    expect((await preview(alone)).people[0]?.match).toBeUndefined();
  });

  test('[J18] given addresses in place of names, when applied, then none is in an event, and no moderator sees one', async () => {
    const host = await connect(t.linkOf('host'));
    const file = Buffer.from('Name,Duration\nada@example.org,5\nBo (bo@example.org),5\n');
    const shown = await (await send('preview', file, { role: 'online-moderator' })).text();
    expect(shown).toContain('“ada”');
    expect(shown).not.toContain('@');
    const { seq } = await apply(file);
    await host.reached(seq);
    expect(host.state.people.slice(-2).map(({ name }) => name)).toEqual(['ada', 'Bo']);
    expect(JSON.stringify(host.received)).not.toContain('example.org');
  });

  test('[J12] given two rows are one person of the roster, when they are applied, then their time adds up there', async () => {
    const host = await connect(t.linkOf('host'));
    const done = await apply(withChoices(ZOOM, { skip: [0], persons: { 1: 'ana', 2: 'ana' } }), {
      headers: CHOSEN,
    });
    await host.reached(done.seq);
    expect(done).toMatchObject({ added: 1, matched: 1 });
    expect(host.state.people.find((person) => person.personId === 'ana')).toMatchObject({
      name: 'Ana',
      attendance: { minutes: 165, joins: 3 },
    });
  });

  test('[J13] given questions, when they are applied twice, then they are in the liaison’s list once, an answered one as answered', async () => {
    const liaison = await connect(t.linkOf('liaison'));
    const done = await apply(QUESTIONS, { role: 'liaison' });
    await liaison.reached(done.seq);
    expect(done).toMatchObject({ added: 0, questions: 2 });
    expect(liaison.state.questions).toMatchObject([
      {
        text: 'Xxx xxxx xx xxxx?',
        name: 'Person A',
        door: 'zoom',
        channel: 'online',
        decided: 'answered-in-writing',
      },
      { text: 'Xxx x xxxx, "xxxx"?', name: 'Person B', decided: 'received' },
    ]);
    expect((await preview(QUESTIONS)).questions.every((question) => question.known)).toBe(true);
    const again = await send('apply', QUESTIONS);
    expect([again.status, (await again.json()).code]).toEqual([400, 'invalid']);
  });

  test('[J11] given a participant’s phone, when people are imported, then it hears nothing of it', async () => {
    const phone = await connect(t.linkOf('participant'));
    const host = await connect(t.linkOf('host'));
    const { seq } = await apply(ZOOM);
    const next = await host.must('session/configure', { title: 'Later' });
    await phone.reached(next);
    expect(seq).toBeLessThan(next);
    expect(JSON.stringify(phone.received)).not.toMatch(/Person A|attendance/);
    const joined = await connect(t.linkOf('participant'));
    expect(JSON.stringify(joined.welcome)).not.toMatch(/Person A|attendance/);
  });

  test.each(['participant', 'display', 'rapporteur'] as const)(
    '[R1] given the %s, when it imports, then it is forbidden',
    async (role) => {
      for (const what of ['preview', 'apply'] as const)
        expect((await send(what, ZOOM, { role })).status).toBe(403);
    },
  );

  test('[J14] given a file that cannot be read, when it is sent, then one sentence says why in the reader’s language, and nothing has changed', async () => {
    const cut = ZOOM.subarray(0, ZOOM.length - 40);
    for (const what of ['preview', 'apply'] as const) {
      const english = await send(what, cut);
      expect([english.status, await english.json()]).toEqual([
        422,
        {
          code: 'import/cut-off',
          params: { row: 9 },
          message: expect.stringContaining('in the middle of row 9'),
        },
      ]);
      const chinese = await send(what, cut, { headers: { 'Accept-Language': 'zh-CN' } });
      expect((await chinese.json()).message).toContain('第 9 行');
    }
    const large = await send('preview', Buffer.alloc(21 * 1024 * 1024));
    expect([large.status, await large.json()]).toMatchObject([
      413,
      { code: 'import/too-large', message: 'The file is larger than 20 MB: export a shorter part of it.' },
    ]);
    expect((await send('preview', ZOOM, { query: '?kind=rumour' })).status).toBe(400);
    expect((await send('preview', ZOOM, { query: '?kind=zoom-chat' })).status).toBe(422);
    expect((await send('preview', ZOOM, { query: '?columns=nonsense' })).status).toBe(400);
    expect((await send('apply', '{"file":"%%%"}', { headers: CHOSEN })).status).toBe(400);
    expect((await connect(t.linkOf('host'))).seq).toBe(1);
  });

  test('[J14] given columns are named, when it is previewed, then they are taken for that', async () => {
    const table = Buffer.from('Who,Firm\nAda,Red\n');
    expect((await send('preview', table)).status).toBe(422);
    const query = `?columns=${encodeURIComponent('{"0":"name","1":"organisation"}')}`;
    expect((await preview(table, { query })).people).toEqual([
      expect.objectContaining({ name: 'Ada', organisation: 'Red' }),
    ]);
  });
});
