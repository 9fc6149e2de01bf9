/**
 * `npm run chaos`: the faults in large, bounded and by a seed. `--kills 1000`, `--every 97`, `--seed 1` say how much;
 * the same in small is in `npm test`. Ends with 1 when a promise of shared/SPEC.md was broken.
 */
import { parseArgs } from 'node:util';
import { quantile } from '../../shared/lib/quantile.ts';
import { damagedFiles } from '../support/damaged-file.ts';
import { killCycles } from './kills.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    every: { type: 'string', default: '97' },
    commits: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
  },
});

const said = (text: string) => process.stdout.write(`${text}\n`);
const isDamageKept = checkDamage(Number(values.commits), Number(values.every));
const isKillKept = await checkKills(Number(values.kills), Number(values.seed));
process.exitCode = isDamageKept && isKillKept ? 0 : 1;

/** One byte changed at a time, all over a file. */
function checkDamage(commits: number, every: number): boolean {
  if (every === 0) return true;
  const files = damagedFiles(commits, Math.floor(commits / 2));
  const seen: Record<string, number> = {};
  let wrong = 0;
  for (let position = 0; position < files.bytes; position += every) {
    try {
      const outcome = files.open(files.flipped(position));
      seen[outcome] = (seen[outcome] ?? 0) + 1;
    } catch (error) {
      wrong += 1;
      said(`byte ${position}: ${String(error)}`);
    }
  }
  files.remove();
  said(
    `damage: every ${every}th byte of ${commits} commits (${files.bytes} bytes): ${JSON.stringify(seen)}, ${wrong} opened wrong`,
  );
  return wrong === 0;
}

async function checkKills(cycles: number, seed: number): Promise<boolean> {
  if (cycles === 0) return true;
  const { firstAckMs, ...report } = await killCycles(cycles, seed, (cycle) => {
    if (cycle % 50 === 0) said(`kill ${cycle} of ${cycles} …`);
  });
  const ms = (p: number) => Math.round(quantile(firstAckMs, p) ?? 0);
  said(
    `kills (seed ${seed}): ${JSON.stringify(report)}, first acknowledgement after p50 ${ms(0.5)} ms, p99 ${ms(0.99)} ms`,
  );
  return report.lost + report.doubled + report.unopened === 0;
}
