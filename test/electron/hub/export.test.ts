import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ExportError } from '../../../electron/exporters/export-error.ts';
import type { HubOptions } from '../../../electron/hub/hub.ts';
import { EXPORTS_WAITING_MAX } from '../../../shared/lib/limits.ts';
import type { Role } from '../../../shared/lib/vocabulary.ts';
import { connect } from '../../support/hub-client.ts';
import { runningHub } from '../../support/running-hub.ts';

type Hub = Awaited<ReturnType<typeof runningHub>>;

const PURPOSE = 'The network';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const TYPES = {
  'report.md': 'text/markdown; charset=utf-8',
  'report.html': 'text/html; charset=utf-8',
  'report.json': 'application/json; charset=utf-8',
  'report.docx': DOCX,
  'report.pdf': 'application/pdf',
  'turns.csv': 'text/csv; charset=utf-8',
  'points.csv': 'text/csv; charset=utf-8',
  'questions.csv': 'text/csv; charset=utf-8',
  'chapters.vtt': 'text/vtt; charset=utf-8',
};

/** A point, a turn and a contact. */
async function spoken(hub: Hub): Promise<void> {
  const host = await connect(hub.linkOf('host'));
  await host.must('session/configure', { title: 'Frieden & مساواة', network: { purpose: PURPOSE } });
  await host.must('agenda/begin', { itemId: 'talk', afterItemId: null });
  await host.must('floor/give', { turnId: 't1', person: { personId: 'bo' }, afterTurnId: null });
  await host.must('notes/write', { noteId: 'n1', baseRevision: 0, kind: 'consensus', text: 'We agree.' });
  await host.must('floor/end', { turnId: 't1' });
  const contact = { name: 'Ana', email: 'ana@example.org', purpose: PURPOSE, consent: true };
  await host.must('contacts/join', { contactId: 'k1', ...contact });
  host.close();
}

function ask(hub: Hub, path: string, role: Role, language = 'en') {
  const headers = { authorization: `Bearer ${hub.tokenOf(role)}`, 'accept-language': language };
  return fetch(`${hub.hub.url}/api/v1/${path}`, { headers });
}

describe('what a session leaves behind, over HTTP', () => {
  let hub: Hub;
  const printed: string[] = [];
  let printer: NonNullable<HubOptions['printer']>;
  beforeEach(async () => {
    printed.length = 0;
    printer = async (html) => Buffer.from(`%PDF of ${printed.push(html)}`);
    hub = await runningHub({ printer: (html) => printer(html) });
    await spoken(hub);
  });
  afterEach(() => hub.stop());

  test('[U14] given a session, when its report and lists are asked for, then the staff gets each as a file, the public 403', async () => {
    for (const [name, type] of Object.entries(TYPES)) {
      const answer = await ask(hub, name, 'onsite-moderator');
      expect([answer.status, answer.headers.get('content-type')], name).toEqual([200, type]);
      expect(answer.headers.get('content-disposition')).toBe(
        `attachment; filename="Frieden--${name}"; filename*=UTF-8''Frieden-${encodeURIComponent('مساواة')}-${name}`,
      );
      expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(5);
      for (const role of ['participant', 'display'] as const)
        expect((await ask(hub, name, role)).status).toBe(403);
    }
    expect((await ask(hub, 'report.exe', 'host')).status).toBe(404);
  });

  test('[U14] given a reader’s language, when the report is asked for, then it is in that, and lists are the same in all', async () => {
    expect(await (await ask(hub, 'report.md', 'host', 'zh-CN')).text()).toContain('## 议程');
    expect(await (await ask(hub, 'report.html', 'host', 'zh-CN')).text()).toContain('<html lang="zh-CN">');
    const [en, zh] = await Promise.all(
      ['en', 'zh-CN'].map(async (language) => (await ask(hub, 'points.csv', 'host', language)).text()),
    );
    expect(zh).toBe(en);
    const page = await ask(hub, 'report.html', 'host');
    expect(page.headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'");
  });

  test('[X1] given a form in the address, when the report is asked for, then it is by that form, and an unknown one is refused', async () => {
    const by = async (query: string) => (await ask(hub, `report.md${query}`, 'host')).text();
    expect(await by('')).toContain('## Key takeaways');
    expect(await by('?template=igf-workshop-2016')).toContain('## Suggestions, next steps and key takeaways');
    const refused = await ask(hub, 'report.md?template=none', 'host');
    expect([refused.status, await refused.json()]).toEqual([
      400,
      expect.objectContaining({
        code: 'invalid',
        params: { field: 'template', problem: 'not-allowed', allowed: 'generic, igf-workshop-2016' },
      }),
    ]);
  });

  test('[X6] given where the session starts in the recording, when chapters are asked for, then they are moved', async () => {
    const text = async (query: string) => (await ask(hub, `chapters.vtt${query}`, 'host')).text();
    const { turns, startedAtMs } = await (await ask(hub, 'report.json', 'host')).json();
    const at = new Date(turns[0].startedAtMs - startedAtMs + 61_500).toISOString().slice(11, 23);
    expect(await text('?offset=61.5')).toContain(`\n${at} --> `);
    for (const offset of ['soon', '1e9']) {
      const refused = await ask(hub, `chapters.vtt?offset=${offset}`, 'host');
      expect([refused.status, (await refused.json()).params.field]).toEqual([400, 'offset']);
    }
  });

  test('[X7] given contacts were left, when reports and lists are asked for, then who keeps them gets them when asking to', async () => {
    const text = async (path: string, role: Role) => (await ask(hub, path, role)).text();
    for (const role of ['host', 'rapporteur'] as const) {
      expect(await text('report.md', role)).toContain('1 person has left a contact.');
      expect(await text('report.json', role)).not.toContain('ana@example.org');
      expect(await text('report.md?contacts=1', role)).toContain('ana\\@example.org');
      expect(await text('contacts.csv', role)).toContain('"Ana",,"ana@example.org","The network",');
    }
    for (const name of ['report.md', 'report.html', 'report.json', 'points.csv'])
      expect(await text(name, 'liaison'), name).not.toMatch(/left a contact|ana@|Research network/);
    expect(JSON.parse(await text('report.json', 'liaison')).contacts).toBeNull();
    for (const path of ['contacts.csv', 'report.md?contacts=1', 'report.docx?contacts=1'])
      for (const role of ['liaison', 'online-moderator', 'participant'] as const)
        expect((await ask(hub, path, role)).status, path).toBe(403);
  });

  test('[X4] given a printer, when the PDF is asked for, then it is of the page', async () => {
    const host = await connect(hub.linkOf('host'));
    // Then the clocks stand, and two reports are the same.
    await host.must('session/end');
    host.close();
    const page = await (await ask(hub, 'report.html', 'host')).text();
    expect(await (await ask(hub, 'report.pdf', 'host')).text()).toBe('%PDF of 1');
    expect(printed).toEqual([page]);
  });

  test('[X4] given no browser or one that fails, when the PDF is asked for, then the refusal says so in words', async () => {
    for (const [code, message] of [
      ['no-browser', /CHROMIUM_PATH/],
      ['cannot-print', /try again/],
    ] as const) {
      printer = () => Promise.reject(new ExportError(code));
      const refused = await ask(hub, 'report.pdf', 'host');
      expect([refused.status, await refused.json()]).toEqual([
        503,
        { code: `hub/${code}`, params: {}, message: expect.stringMatching(message) },
      ]);
    }
  });

  test('[U14] given many ask for documents at once, when too many wait, then the others are refused and the first ones served', async () => {
    let go = (): void => undefined;
    const started = new Promise<void>((resolve) => {
      go = resolve;
    });
    let running = 0;
    printer = async () => {
      running += 1;
      expect(running).toBe(1);
      await started;
      running -= 1;
      return Buffer.from('%PDF');
    };
    const asked = Array.from({ length: EXPORTS_WAITING_MAX + 2 }, () => ask(hub, 'report.pdf', 'host'));
    const statuses: number[] = [];
    const settled = asked.map(async (answer) => statuses.push((await answer).status));
    await expect.poll(() => statuses).toEqual([429, 429]);
    go();
    await Promise.all(settled);
    expect(statuses.slice(2)).toEqual(Array(EXPORTS_WAITING_MAX).fill(200));
  });
});
