/**
 * `npm run chaos`: the faults in large, bounded and by a seed; in small they are in `npm test`. Ends with 1 when a
 * promise of docs/reliability.md was broken. `--only damage,kills` names the parts; `--kills`, `--commits`, `--every`,
 * `--positions` (0 = all, about 20 minutes), `--storms` and `--seed` say how much.
 */
import { parseArgs } from 'node:util';
import { quantile } from '../../shared/lib/quantile.ts';
import { damagedAllOver } from './damage.ts';
import { hubChaos } from './hubs.ts';
import { killCycles } from './kills.ts';
import { farDiscussion } from './line.ts';
import { lossyDiscussion } from './loss.ts';
import { restartTimes } from './restart.ts';
import { hubStorms, storms } from './storms.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    kills: { type: 'string', default: '1000' },
    commits: { type: 'string', default: '10000' },
    every: { type: 'string', default: '97' },
    positions: { type: 'string', default: '1000' },
    storms: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
  },
});

const TURNS = 60;
const TURNS_WITH_LOSS = 30;
const RESTARTS = 10;
const RESTART_MS_MAX = 2_000;

const commits = Number(values.commits);
const seed = Number(values.seed);
const said = (text: string) => process.stdout.write(`${text}\n`);
const ms = (sorted: readonly number[], p: number) => `p${p * 100} ${Math.round(quantile(sorted, p) ?? 0)} ms`;

/** Each says what was seen, and whether what was promised was kept. */
const PARTS: Record<string, () => Promise<boolean>> = {
  damage: async () => {
    const every = Number(values.every);
    const options = { commits, every, positionsMax: Number(values.positions), seed };
    const { bytes, positions, outcomes, wrong } = await damagedAllOver(options, (done, of) => {
      if (done % 1_000 === 0) said(`byte ${done} of ${of} …`);
    });
    for (const problem of wrong) said(problem);
    said(
      `damage: ${positions} of every ${every}th byte of ${commits} commits (${bytes} bytes), one at a time: ${JSON.stringify(outcomes)}, ${wrong.length} opened wrong`,
    );
    return wrong.length === 0;
  },
  restart: async () => {
    const times = await restartTimes(commits, RESTARTS);
    said(
      `restart: first acknowledgement in a session of ${commits} commits after ${ms(times, 0.5)}, ${ms(times, 1)} of ${RESTARTS}`,
    );
    // The median, since the machine may have other things to do.
    return (quantile(times, 0.5) ?? 0) <= RESTART_MS_MAX;
  },
  kills: async () => {
    const cycles = Number(values.kills);
    const { firstAckMs, ...report } = await killCycles(cycles, seed, (cycle) => {
      if (cycle % 50 === 0) said(`kill ${cycle} of ${cycles} …`);
    });
    said(
      `kills (seed ${seed}): ${JSON.stringify(report)}, first acknowledgement after ${ms(firstAckMs, 0.5)}, ${ms(firstAckMs, 0.99)}`,
    );
    return report.lost + report.doubled + report.unopened.length === 0;
  },
  hubs: async () => {
    let isKept = true;
    for (const servers of [1, 3]) {
      for (const hubs of [2, 4]) {
        const seconds = Number(values.seconds);
        const { broken, ...report } = await hubChaos({ hubs, servers, seconds, seed });
        for (const problem of broken) said(problem);
        said(`${hubs} hubs, ${servers} servers: ${JSON.stringify(report)}, ${broken.length} promises broken`);
        isKept &&= broken.length === 0;
      }
    }
    return isKept;
  },
  line: async () => {
    const { broken, ...report } = await farDiscussion(TURNS, seed);
    for (const problem of broken) said(problem);
    said(`line: ${JSON.stringify(report)}, ${broken.length} promises broken`);
    return broken.length === 0;
  },
  loss: async () => {
    const seen = await lossyDiscussion(TURNS_WITH_LOSS, seed);
    if (!seen) {
      said('loss: not run; it needs root, iproute2 and nftables');
      return true;
    }
    const { broken, ...report } = seen;
    for (const problem of broken) said(problem);
    said(`loss: ${JSON.stringify(report)}, ${broken.length} promises broken`);
    return broken.length === 0;
  },
  storm: async () => {
    const { broken, ...report } = await storms(Number(values.storms), seed);
    for (const problem of broken) said(problem);
    said(`storm: ${JSON.stringify(report)}, ${broken.length} promises broken`);
    return broken.length === 0;
  },
  'hub-storm': async () => {
    const { broken, ...report } = await hubStorms(Number(values.storms), seed);
    for (const problem of broken) said(problem);
    said(`hub-storm: ${JSON.stringify(report)}, ${broken.length} promises broken`);
    return broken.length === 0;
  },
};

for (const name of values.only?.split(',') ?? Object.keys(PARTS)) {
  const part = PARTS[name];
  if (!part) throw new Error(`there are only ${Object.keys(PARTS).join(', ')}`);
  if (await part()) continue;
  said(`${name}: BROKEN`);
  process.exitCode = 1;
}
