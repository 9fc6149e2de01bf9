/**
 * What an interaction in the console costs with 1,000 people waiting and 20 commits a second, against the same with 10,
 * in the same run and turn about: `work` is handlers, rendering and layout on the page's thread, `paint` is from the
 * input to the next picture on the screen. Ends by itself; fails where `many` costs more than 1.5 × `few`.
 */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startHub } from '../../electron/hub/hub.ts';
import { buildIfStale } from '../../electron/start/build.ts';
import { must } from '../../shared/lib/assert.ts';
import { planSchema } from '../../shared/plan.ts';
import { launchChromium } from '../support/chromium.ts';
import { connect, type HubClient } from '../support/hub-client.ts';
import { ROOT, temporaryFolder } from '../support/hub-process.ts';
import { hand, planOfDiscussion } from '../support/meeting.ts';

const FEW = 10;
const MANY = 1_000;
const COMMITS_PER_SECOND = 20;
const ROUNDS = 25;
const RATIO_MAX = 1.5;
/** Of every second commit one side, so that both columns move. */
const sideOf = (n: number) => (n % 2 === 0 ? 'onsite' : 'online');

type Sample = { workMs: number; paintMs: number };
/** In the page: the sample of the next trusted event of this type. */
type Watched = { watch(type: 'keydown' | 'click'): void; sample: Promise<Sample> };
/** What the same interaction cost on either page. */
type Round = { few: Sample; many: Sample };
type Room = { page: Page; commits: HubClient };

/** Each is done and undone, so that every round finds the same. */
const INTERACTIONS: Record<string, (page: Page) => Promise<Sample[]>> = {
  '30 s more, and less': async (page) => [await key(page, '+'), await key(page, '-')],
  'a card’s actions': async (page) => {
    const toggle = page.getByRole('button', { name: 'Actions for Guest h2', exact: true });
    return [await click(page, toggle), await click(page, toggle)];
  },
  'move a card': async (page) => {
    await page.getByRole('button', { name: 'Move Guest h4', exact: true }).focus();
    const samples = [await key(page, 'Alt+ArrowUp'), await key(page, 'Alt+ArrowDown')];
    await page.keyboard.press('Escape');
    return samples;
  },
  'a letter of a name': async (page) => {
    await page.keyboard.press('o');
    const samples = [await key(page, 'g'), await key(page, 'u')];
    await page.keyboard.press('Escape');
    return samples;
  },
};

async function main(): Promise<void> {
  await buildIfStale();
  const folder = await temporaryFolder();
  const dataDir = join(folder.path, 'data');
  const hub = await startHub({ dataDir, webDir: join(ROOT, 'dist/renderer'), host: '127.0.0.1', port: 0 });
  const browser = await launchChromium();
  const rooms = await Promise.all(
    [FEW, MANY].map(async (waiting) => {
      const session = await hub.createSession(planSchema.parse(planOfDiscussion()), `bench-${waiting}`);
      return openRoom(browser, session.invites, waiting);
    }),
  );
  const [few, many] = [must(rooms[0], 'few'), must(rooms[1], 'many')];
  const isWithin = report(await takeTurns(few, many));
  await browser.close();
  await hub.close();
  await folder.remove();
  process.exit(isWithin ? 0 : 1);
}

async function openRoom(
  browser: Browser,
  invites: Partial<Record<string, string>>,
  waiting: number,
): Promise<Room> {
  const commits = await connect(must(invites['online-moderator'], 'link'));
  await commits.must('agenda/begin', { itemId: 'talk', afterItemId: null });
  const hands = Array.from({ length: waiting + 1 }, (_, n) => hand(`h${n}`, sideOf(n)));
  await Promise.all(hands.map((args) => commits.must('queue/join', args)));
  await commits.must('floor/give', { turnId: 't1', entryId: 'h0', afterTurnId: null });
  const page = await browser.newPage({ locale: 'en', viewport: { width: 1440, height: 900 } });
  await page.addInitScript(watchInputs);
  await page.goto(must(invites['onsite-moderator'], 'link'));
  await page.getByText('In sync').waitFor();
  await page.getByText('Guest h2', { exact: true }).first().waitFor();
  return { page, commits };
}

/**
 * Each interaction on one page and at once on the other, so that a machine that slows down slows both; who is first
 * changes. Commits come only to the one that is measured.
 */
async function takeTurns(few: Room, many: Room) {
  const rows = Object.entries(INTERACTIONS).map(([name, interact]) => ({
    name,
    interact,
    rounds: [] as Round[],
  }));
  for (let nth = 0; nth <= ROUNDS; nth += 1) {
    for (const { interact, rounds } of rows) {
      const measure = async ({ page, commits }: Room) => {
        const stop = await keepCommitting(commits, nth);
        const taken = await interact(page);
        stop();
        return taken;
      };
      const first = nth % 2 === 0 ? await measure(few) : null;
      const manySamples = await measure(many);
      const fewSamples = first ?? (await measure(few));
      // The first round only warms up.
      if (nth > 0) rounds.push({ few: meanOf(fewSamples), many: meanOf(manySamples) });
    }
  }
  return rows;
}

function meanOf(samples: readonly Sample[]): Sample {
  const mean = (measure: keyof Sample) =>
    samples.reduce((sum, sample) => sum + sample[measure], 0) / samples.length;
  return { workMs: mean('workMs'), paintMs: mean('paintMs') };
}

/** Hands that change their topic, those in sight among them; their number stays. */
async function keepCommitting({ command, state }: HubClient, round: number): Promise<() => void> {
  const entries = state.queue.entries.length;
  let count = 0;
  const commit = () => {
    count += 1;
    const entryId = `h${5 + ((count * 7) % Math.min(entries - 5, 40))}`;
    return command('queue/update', { entryId, topic: `Topic ${round}.${count}` });
  };
  const timer = setInterval(commit, 1_000 / COMMITS_PER_SECOND);
  await commit();
  return () => clearInterval(timer);
}

async function key(page: Page, name: string): Promise<Sample> {
  await page.evaluate(() => (window as unknown as Watched).watch('keydown'));
  await page.keyboard.press(name);
  return page.evaluate(() => (window as unknown as Watched).sample);
}

async function click(page: Page, target: ReturnType<Page['getByRole']>): Promise<Sample> {
  await page.evaluate(() => (window as unknown as Watched).watch('click'));
  await target.click();
  return page.evaluate(() => (window as unknown as Watched).sample);
}

/** Runs in the page. A message comes after the event and all that follows from it at once. */
function watchInputs(): void {
  const soon = (run: () => void) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = run;
    port2.postMessage(null);
  };
  const watch = (type: 'keydown' | 'click') => {
    const sample = new Promise<Sample>((resolve) => {
      const taken = (event: Event) => {
        const startMs = performance.now();
        let workMs = 0;
        soon(() => {
          document.body.getBoundingClientRect();
          workMs = performance.now() - startMs;
        });
        requestAnimationFrame(() =>
          soon(() => resolve({ workMs, paintMs: performance.now() - event.timeStamp })),
        );
      };
      addEventListener(type, taken, { capture: true, once: true });
    });
    Object.assign(window, { sample });
  };
  Object.assign(window, { watch });
}

function report(measured: Awaited<ReturnType<typeof takeTurns>>): boolean {
  const rows = measured.flatMap(({ name, rounds }) =>
    (['workMs', 'paintMs'] as const).map((measure) => {
      const fewMs = median(rounds.map(({ few }) => few[measure]));
      const manyMs = median(rounds.map(({ many }) => many[measure]));
      const ratio = median(rounds.map(({ few, many }) => many[measure] / few[measure]));
      return { name, measure: measure.replace('Ms', ''), fewMs, manyMs, ratio, within: ratio <= RATIO_MAX };
    }),
  );
  const lines = [
    `one interaction, ${MANY} waiting against ${FEW}, ${COMMITS_PER_SECOND} commits a second; medians of ${ROUNDS} rounds`,
    `${'interaction'.padEnd(22)}${'of'.padEnd(8)}${`ms with ${FEW}`.padStart(12)}${`with ${MANY}`.padStart(12)}${'ratio'.padStart(8)}`,
    ...rows.map(
      ({ name, measure, fewMs, manyMs, ratio }) =>
        name.padEnd(22) +
        measure.padEnd(8) +
        fewMs.toFixed(1).padStart(12) +
        manyMs.toFixed(1).padStart(12) +
        ratio.toFixed(2).padStart(8),
    ),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  const result = { bench: 'console', few: FEW, many: MANY, commitsPerSecond: COMMITS_PER_SECOND };
  process.stdout.write(`${JSON.stringify({ ...result, rounds: ROUNDS, ratioMax: RATIO_MAX, rows })}\n`);
  return rows.every(({ within }) => within);
}

function median(values: readonly number[]): number {
  return must(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)], 'value');
}

await main();
