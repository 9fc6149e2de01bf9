/** The rapporteur's hour, from the text of a real proposal to the report, by keyboard alone in a real browser. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { marked } from 'marked';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHub } from '../../electron/hub/hub.ts';
import { readPlan } from '../../electron/importers/read-plan.ts';
import { buildIfStale } from '../../electron/start/build.ts';
import { must } from '../../shared/lib/assert.ts';
import type { Report } from '../../shared/projections/report/report.ts';
import { axeFindings } from '../support/axe.ts';
import { launchChromium } from '../support/chromium.ts';
import { connect, type HubClient } from '../support/hub-client.ts';
import { ROOT, temporaryFolder } from '../support/hub-process.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let hub: Awaited<ReturnType<typeof startHub>>;
let browser: Browser;
let moderator: HubClient;
let links: Awaited<ReturnType<typeof hub.createSession>>['invites'];

beforeAll(async () => {
  await buildIfStale();
  folder = await temporaryFolder();
  hub = await open(0);
  const proposal = await readFile(join(ROOT, 'test/cases/ws377-proposal.txt'));
  links = (await hub.createSession(await readPlan('ws377.txt', proposal), 'ws377')).invites;
  moderator = await connect(must(links['onsite-moderator'], 'link'));
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await hub?.close();
  await folder?.remove();
});

function open(port: number): ReturnType<typeof startHub> {
  const webDir = join(ROOT, 'dist/renderer');
  return startHub({ dataDir: join(folder.path, 'data'), webDir, host: '127.0.0.1', port });
}

const KINDS = ['', '#consensus', '#case', '#challenge', '#action'] as const;
const TURNS = 5;
const POINTS = 25;

async function openDesk(from: Browser | BrowserContext = browser): Promise<Page> {
  const page = await from.newPage();
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(must(links.rapporteur, 'link'));
  await page.getByRole('textbox', { name: 'New point' }).waitFor();
  return page;
}

async function fetchReport(format: 'json' | 'md' | 'docx'): Promise<Response> {
  const [address, token] = must(links.rapporteur, 'link').split('#') as [string, string];
  const url = new URL(`/api/v1/report.${format}`, address);
  return fetch(url, { headers: { Authorization: `Bearer ${token}`, 'Accept-Language': 'en' } });
}

/** The points under each policy question as other libraries read the file: one text for each point. */
async function chaptersOf(format: 'md' | 'docx'): Promise<string[][]> {
  const file = Buffer.from(await (await fetchReport(format)).arrayBuffer());
  const html =
    format === 'md'
      ? await marked.parse(file.toString())
      : (await mammoth.convertToHtml({ buffer: file })).value;
  const [, section = ''] = html.split(/<h2[^>]*>Points by policy question<\/h2>/);
  const [chapters = ''] = section.split('<h2');
  return chapters
    .split('<h3')
    .slice(1)
    .map((chapter) => chapter.split('<li').slice(1));
}

describe('the rapporteur’s desk', () => {
  test('[N1] given the proposal’s plan, when 25 points are typed by keys alone, then each is under its question, speaker, side and time', async () => {
    const [, , discussion] = moderator.state.agenda.items;
    await moderator.must('agenda/begin', {
      itemId: must(discussion, 'discussion').itemId,
      afterItemId: null,
    });
    const speakers = moderator.state.people.slice(0, TURNS);
    const questions = moderator.state.policyQuestions;
    const page = await openDesk();
    for (let n = 0; n < POINTS; n += 1) {
      const turn = Math.floor(n / (POINTS / TURNS));
      if (n % (POINTS / TURNS) === 0) {
        const person = { personId: must(speakers[turn], 'speaker').personId };
        const afterTurnId = turn === 0 ? null : `t${turn - 1}`;
        await moderator.must('floor/give', { turnId: `t${turn}`, person, afterTurnId });
        await page
          .getByRole('button', { name: new RegExp(`${must(speakers[turn], 'speaker').name}.*speaking`) })
          .waitFor();
      }
      const kind = must(KINDS[n % KINDS.length], 'kind');
      const question = (n % questions.length) + 1;
      await page.keyboard.type(`${kind} point ${n} !${question}`.trim());
      await page.keyboard.press('Enter');
    }
    await expect.poll(() => moderator.state.notes.length).toBe(POINTS);
    const { points, turns } = (await (await fetchReport('json')).json()) as Report;
    expect(points).toHaveLength(POINTS);
    for (const [n, point] of points.entries()) {
      const turn = must(turns[Math.floor(n / (POINTS / TURNS))], 'turn');
      expect(point).toMatchObject({
        text: `point ${n}`,
        kind: must(KINDS[n % KINDS.length], 'kind').slice(1) || 'point',
        policyQuestionId: must(questions[n % questions.length], 'question').policyQuestionId,
        speaker: turn.name,
        channel: turn.channel,
        turnNumber: turn.number,
      });
      expect(point.typedAtMs).toBeGreaterThanOrEqual(turn.startedAtMs);
    }
    await page.close();
    for (const format of ['md', 'docx'] as const) {
      const chapters = await chaptersOf(format);
      expect(chapters).toHaveLength(questions.length);
      for (const [n, point] of points.entries()) {
        const at = n % questions.length;
        const found = chapters.map((chapter) =>
          chapter.find((item) => new RegExp(`point ${n}\\b`).test(item)),
        );
        expect(
          found.flatMap((item, index) => (item ? index : [])),
          `point ${n}, ${format}`,
        ).toEqual([at]);
        expect(found[at]).toContain(must(point.speaker, 'speaker'));
        expect(found[at]).toContain(point.channel === 'online' ? 'Online' : 'Onsite');
      }
    }
  });

  test('[N4] given the hub is gone and then the window, when both are back, then points on their way and half a line are too', async () => {
    const context = await browser.newContext({ locale: 'en' });
    const page = await openDesk(context);
    const { port } = new URL(hub.url);
    await hub.close();
    await page.getByText('Connection lost').or(page.getByText('No connection')).first().waitFor();
    await page.keyboard.type('typed without a hub');
    await page.keyboard.press('Enter');
    await page.keyboard.type('#action half a li');
    await page.close();
    hub = await open(Number(port));
    moderator = await connect(must(links['onsite-moderator'], 'link'));
    const again = await openDesk(context);
    await expect.poll(() => moderator.state.notes.at(-1)?.text).toBe('typed without a hub');
    expect(await again.getByRole('textbox', { name: 'New point' }).inputValue()).toBe('half a li');
    await again.keyboard.press('End');
    await again.keyboard.type('ne');
    await again.keyboard.press('Enter');
    await expect
      .poll(() => moderator.state.notes.at(-1))
      .toMatchObject({ text: 'half a line', kind: 'action' });
    await context.close();
  });

  test('[N7] given private points, contacts and talk of the staff, when a phone listens, then not a byte of them is on its line', async () => {
    const host = await connect(must(links.host, 'link'));
    await host.must('session/configure', { network: { purpose: 'The network' } });
    const page = await browser.newPage({ locale: 'en' });
    const heard: string[] = [];
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => heard.push(String(payload))),
    );
    await page.goto(must(links.participant, 'link'));
    await page.getByRole('region', { name: 'Stay in touch' }).waitFor();
    await host.must('notes/write', {
      noteId: 'private',
      baseRevision: 0,
      kind: 'point',
      text: 'A Private Point',
    });
    await host.must('backchannel/send', { messageId: 'psst', text: 'Talk Of The Staff', urgency: 'high' });
    const contact = {
      name: 'Contact Name',
      email: 'contact@example.org',
      purpose: 'The network',
      consent: true,
    };
    await host.must('contacts/join', { contactId: 'kept', ...contact });
    await host.must('notes/write', {
      noteId: 'public',
      baseRevision: 0,
      kind: 'point',
      text: 'A Public Point',
    });
    await host.must('notes/reveal', { noteId: 'public', revealed: true });
    await page.getByText('A Public Point').waitFor();
    expect(heard.join('\n')).not.toMatch(/Private Point|Talk Of|Contact Name|contact@|psst|"kept"|"private"/);
    host.close();
    await page.close();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on the desk in ${colorScheme} colours`, async () => {
      const page = await browser.newPage({
        locale: 'en',
        colorScheme,
        viewport: { width: 1366, height: 768 },
      });
      await page.goto(must(links.rapporteur, 'link'));
      await page
        .getByRole('article')
        .first()
        .getByRole('button', { name: /^More for/ })
        .click();
      await page.getByRole('article').nth(1).getByRole('button', { name: 'Edit' }).click();
      expect(await axeFindings(page)).toEqual([]);
      await page.close();
    });
  }
});
