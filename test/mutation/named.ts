/**
 * The first half of `npm run mutate`: breaks the rule on purpose, one way after the other, and says which tests
 * notice. Ends with 1 when the test that is about it does not. The sources stay as they are: each is changed while
 * it is loaded.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { startVitest } from 'vitest/node';
import { assert } from '../../shared/lib/assert.ts';

type Mutation = { inWords: string; file: string; from: string; to: string; noticedBy: string };

const ROOT = join(import.meta.dirname, '../..');
const TESTS = ['fairness-tags', 'fairness-view', 'fairness-followed', 'domain/floor.test', 'simulate'];

const LIFT = {
  file: 'shared/domain/fairness/tags.ts',
  from: 'Math.max(tags.tag[channel], tags.virtualTime - rule.creditSeconds / rule.weights[channel])',
};
const CREDIT =
  '[B6] given a side that was silent for long, when it comes back, then it may claim C and no more';

const PAUSE = {
  from: 'Math.max(0, (turn.pausedAtMs ?? nowMs) - turn.startedAtMs - turn.pausedMs)',
  to: 'Math.max(0, nowMs - turn.startedAtMs)',
  noticedBy:
    '[B7] given a turn with a pause, when it is charged, then for the spoken seconds alone: paused, resumed and over',
};

const MUTATIONS: Mutation[] = [
  {
    ...LIFT,
    inWords: 'credit forgotten: a side that comes back claims all that it missed',
    to: 'tags.tag[channel]',
    noticedBy: CREDIT,
  },
  {
    ...LIFT,
    inWords: 'credit forgotten: a side that comes back claims nothing',
    to: 'Math.max(tags.tag[channel], tags.virtualTime)',
    noticedBy: CREDIT,
  },
  {
    ...LIFT,
    inWords: 'debt clamped: a side that comes back is no more ahead than the floor',
    to: `Math.min(${LIFT.from}, tags.virtualTime)`,
    noticedBy: '[B6] given a side that talked much and left, when it comes back, then its debt stands',
  },
  {
    ...PAUSE,
    inWords: 'pause charged: paused time counts as spoken while a turn runs',
    file: 'shared/domain/fairness/view.ts',
  },
  {
    ...PAUSE,
    inWords: 'pause charged: paused time counts as spoken when a turn is over',
    file: 'shared/domain/floor/slice.ts',
  },
  {
    inWords: 'override free: a turn out of order is not charged',
    file: 'shared/domain/fairness/view.ts',
    from: "turn.charge === null || turn.charge === 'panel'",
    to: "turn.charge === null || turn.override || turn.charge === 'panel'",
    noticedBy: '[B7] given an override, when it is charged, then the side that spoke pays like any other',
  },
];

function changing({ file, from, to }: Mutation): Plugin {
  const path = join(ROOT, file);
  assert(readFileSync(path, 'utf8').split(from).length === 2, `once in ${file}: ${from}`);
  const transform = (code: string, id: string) => (id === path ? code.replace(from, () => to) : null);
  return { name: 'named-mutation', enforce: 'pre', transform };
}

/** The titles of the tests that fail with this mutation, or with none. */
async function failing(mutation?: Mutation): Promise<string[]> {
  const vitest = await startVitest(
    TESTS,
    {
      config: join(ROOT, 'test/mutation/vitest.config.ts'),
      root: ROOT,
      watch: false,
      reporters: [{}],
      // It would keep the changed sources, and give them to the next mutation, too.
      fsModuleCache: false,
    },
    { plugins: mutation ? [changing(mutation)] : [] },
  );
  const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()]);
  await vitest.close();
  assert(tests.length > 0, 'tests');
  return tests.filter((one) => one.result().state === 'failed').map((one) => one.name);
}

const say = (line: string) => process.stdout.write(`${line}\n`);

const already = await failing();
for (const title of already) say(`fails without any mutation: ${title}`);
let isEachNoticed = already.length === 0;
for (const mutation of MUTATIONS) {
  const noticed = await failing(mutation);
  const isNoticed = noticed.includes(mutation.noticedBy);
  isEachNoticed &&= isNoticed;
  say(`\n${isNoticed ? 'noticed' : 'NOT NOTICED'} · ${mutation.inWords}`);
  for (const title of noticed) say(`  ${title === mutation.noticedBy ? '▸' : ' '} ${title}`);
}
// Vitest has set it to 1 for every failure that was wanted.
process.exitCode = isEachNoticed ? 0 : 1;
