/** Every place of every role, every dialog and whatever else opens, in light and in dark: axe finds nothing. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHub } from '../../electron/hub/hub.ts';
import { readPlan } from '../../electron/importers/read-plan.ts';
import { buildIfStale } from '../../electron/start/build.ts';
import { STAFF_VIEWS, type StaffView } from '../../renderer/hooks/use-route.ts';
import { en } from '../../renderer/messages/en.ts';
import { must } from '../../shared/lib/assert.ts';
import { ROLES, type Role } from '../../shared/lib/vocabulary.ts';
import { axeFindings } from '../support/axe.ts';
import { launchChromium } from '../support/chromium.ts';
import { farLine } from '../support/far-line.ts';
import { connect, type HubClient } from '../support/hub-client.ts';
import { ROOT, temporaryFolder } from '../support/hub-process.ts';
import { hand } from '../support/meeting.ts';

type Links = Awaited<ReturnType<Awaited<ReturnType<typeof startHub>>['createSession']>>['invites'];

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let hub: Awaited<ReturnType<typeof startHub>>;
let browser: Browser;
let staff: HubClient;
/** A session that runs, and one that is over. */
let running: Links;
let over: Links;

beforeAll(async () => {
  await buildIfStale();
  folder = await temporaryFolder();
  const dataDir = join(folder.path, 'data');
  hub = await startHub({ dataDir, webDir: join(ROOT, 'dist/renderer'), host: '127.0.0.1', port: 0 });
  const plan = await readPlan('ws377.txt', await readFile(join(ROOT, 'test/cases/ws377-proposal.txt')));
  running = (await hub.createSession(plan, 'running')).invites;
  over = (await hub.createSession(plan, 'over')).invites;
  staff = await runMeeting(must(running['online-moderator'], 'link'));
  await (await runMeeting(must(over['online-moderator'], 'link'))).must('session/end');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await hub?.close();
  await folder?.remove();
});

/** A discussion with a turn behind it, somebody on the floor who was called out of turn, and hands on both sides. */
async function runMeeting(link: string): Promise<HubClient> {
  const client = await connect(link);
  const [speeches, talk] = client.state.agenda.items.slice(1, 3).map((item) => item.itemId);
  await client.must('agenda/begin', { itemId: speeches, afterItemId: null });
  await client.must('queue/join', hand('r0', 'onsite'));
  await client.must('agenda/begin', { itemId: talk, afterItemId: speeches });
  for (const id of ['r1', 'o1', 'r2', 'o2', 'r3']) {
    await client.must('queue/join', hand(id, id.startsWith('r') ? 'onsite' : 'online', { topic: 'E-waste' }));
  }
  await client.must('queue/hold', { entryId: 'r3' });
  await client.must('floor/give', { turnId: 't1', entryId: 'r1', afterTurnId: null });
  const override = { entryId: 'o2', afterTurnId: 't1', proposedEntryId: 'o1' };
  await client.must('floor/give', { turnId: 't2', ...override });
  await client.must('backchannel/send', { messageId: 'm1', text: 'No sound online', urgency: 'high' });
  await client.must('questions/ask', {
    questionId: 'q1',
    text: 'How is Scope 3 counted?',
    name: 'Adaeze',
    channel: 'online',
    door: 'zoom',
  });
  return client;
}

const LIGHT = { colorScheme: 'light', locale: 'en' } as const;
const DARK = { colorScheme: 'dark', locale: 'zh-CN' } as const;

async function open(link: string, locale: string): Promise<{ page: Page; problems: string[] }> {
  const context = await browser.newContext({ locale, viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.goto(link);
  await page.locator('h1, h2').first().waitFor();
  return { page, problems };
}

/** Both schemes on the same page, which follows the system. */
async function findingsOf(page: Page): Promise<string[]> {
  const findings: string[] = [];
  for (const { colorScheme } of [LIGHT, DARK]) {
    await page.emulateMedia({ colorScheme });
    findings.push(...(await axeFindings(page)).map((finding) => `${colorScheme}: ${finding}`));
  }
  return findings;
}

/** Who is sent there, so that the place is open; a view that is new must say so here. */
const VISITORS: Record<StaffView, () => [links: Links, role: Role]> = {
  console: () => [running, 'onsite-moderator'],
  desk: () => [running, 'rapporteur'],
  questions: () => [running, 'liaison'],
  plan: () => [running, 'host'],
  invitations: () => [running, 'host'],
  speaker: () => [running, 'liaison'],
  replay: () => [over, 'rapporteur'],
};

describe('places', () => {
  for (const view of STAFF_VIEWS) {
    for (const { locale } of [LIGHT, DARK]) {
      test(`[W3] given ${view} in ${locale}, when axe looks at it in light and dark, then it finds nothing`, async () => {
        const [links, role] = VISITORS[view]();
        const { page, problems } = await open(
          must(links[role], role).replace('/#', `/?view=${view}#`),
          locale,
        );
        if (view === 'speaker') await raiseOwnHand(page, `own-${locale}`);
        const current = page.locator('nav [aria-current="page"]');
        await current.waitFor();
        if (locale === 'en') expect(await current.textContent()).toBe(en.app[view]);
        await page.getByRole('main').first().waitFor();
        expect([await findingsOf(page), problems]).toEqual([[], []]);
        await page.context().close();
      });
    }
  }

  const seen = STAFF_VIEWS.map((view) => VISITORS[view]()[1]);
  for (const role of ROLES.filter((one) => !seen.includes(one) || one === 'host')) {
    test(`[W3] given what the link of ${role} opens, when axe looks at it in light and dark, then it finds nothing`, async () => {
      const { page, problems } = await open(must(running[role], role), 'en');
      expect([await findingsOf(page), problems]).toEqual([[], []]);
      await page.context().close();
    });
  }

  test('[W3] given home, and a phone that has introduced itself, when axe looks, then it finds nothing', async () => {
    for (const { locale } of [LIGHT, DARK]) {
      const home = await open(hub.url, locale);
      expect([await findingsOf(home.page), home.problems]).toEqual([[], []]);
      await home.page.context().close();
    }
    const { page } = await open(must(running.participant, 'link'), 'en');
    await page.getByLabel('Your name').fill('Amina');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Raise hand' }).waitFor();
    expect(await findingsOf(page)).toEqual([]);
    await page.context().close();
  });
});

/** Whoever has a hand up finds the place of speakers among the others. */
async function raiseOwnHand(page: Page, entryId: string): Promise<void> {
  // The same device once more: what it says, the page has said.
  const clientId = await page.evaluate(() => sessionStorage.getItem('evenfloor.client') ?? '');
  const own = await connect(page.url().replace('/?view=speaker', '/'), { clientId });
  await own.must('people/introduce', { name: 'Lena', channel: 'online' });
  const { personId } = own.welcome;
  await own.must('queue/join', { entryId, personId, channel: 'online', door: 'zoom', kind: 'topic' });
  own.close();
  await page.reload();
}

/** What opens on the console; each leaves the page with it open. */
const OPENED: Record<string, (page: Page) => Promise<void>> = {
  settings: (page) => page.getByRole('button', { name: 'Settings' }).click(),
  'all keys, one of them being changed': async (page) => {
    await page.keyboard.press('?');
    await page.getByRole('button', { name: 'Change the key: end turn' }).click();
  },
  'the hand-over of one’s place': async (page) => {
    await page.getByRole('tab', { name: 'Log' }).click();
    await page.getByRole('button', { name: 'Hand over my place…' }).click();
  },
  'the turns, and the end of the session asked about': async (page) => {
    await page.getByRole('tab', { name: 'Turns' }).click();
    await page.getByRole('button', { name: 'End session' }).click();
  },
  'the open questions, and the panel': async (page) => {
    await page.getByRole('tab', { name: /^Questions/ }).click();
    await page.keyboard.press('r');
  },
  'the limit of the turn, and a hand being added to the line': async (page) => {
    await page.getByRole('button', { name: /^of \d/ }).click();
    await page.getByRole('button', { name: '+ Add onsite hand' }).click();
    await page.getByRole('button', { name: 'More' }).first().click();
  },
  'a side about to be cleared, and a card being edited': async (page) => {
    await page.getByRole('button', { name: 'The whole list in the room' }).click();
    await page.getByRole('button', { name: /^Clear all/ }).click();
    await page.getByRole('button', { name: 'Actions for Guest o1' }).click();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
  },
  'something that was refused': async (page) => {
    await staff.must('queue/close');
    await page.getByText('The list is closed').first().waitFor();
    await page.keyboard.press('o');
    await page.keyboard.type('Late');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Dismiss' }).waitFor();
    await staff.must('queue/open');
  },
  'the technical stop': async (page) => {
    await staff.must('session/pause');
    await page.getByText('Session stopped for').waitFor();
  },
};

describe('what opens on the console', () => {
  for (const [name, act] of Object.entries(OPENED)) {
    test(`[W3] given ${name}, when axe looks at it in light and dark, then it finds nothing`, async () => {
      const { page } = await open(must(running['onsite-moderator'], 'link'), 'en');
      await page.getByText('In sync').waitFor();
      await act(page);
      expect(await findingsOf(page)).toEqual([]);
      await page.context().close();
      if (staff.state.session.pausedAtMs !== null) await staff.must('session/resume');
    });
  }

  test('[W3] given a line that is lost, when axe looks, then it finds nothing', async () => {
    const line = await farLine(hub.port, () => 0);
    const link = new URL(must(running['onsite-moderator'], 'link'));
    link.port = String(line.port);
    const { page } = await open(link.href, 'en');
    await page.getByText('In sync').waitFor();
    line.cut();
    await page.getByText('What you do shows here').waitFor();
    expect(await findingsOf(page)).toEqual([]);
    await page.context().close();
    await line.close();
  });

  test('[W3] given a code on the full screen, and questions to be read aloud, when axe looks, then it finds nothing', async () => {
    const host = await open(must(running.host, 'link').replace('/#', '/?view=invitations#'), 'en');
    await host.page.getByRole('button', { name: 'Show full screen' }).click();
    expect(await findingsOf(host.page)).toEqual([]);
    await host.page.context().close();
    const liaison = await open(must(running.liaison, 'link'), 'en');
    await liaison.page.getByRole('button', { name: 'Reading view' }).click();
    expect(await findingsOf(liaison.page)).toEqual([]);
    await liaison.page.context().close();
  });
});
