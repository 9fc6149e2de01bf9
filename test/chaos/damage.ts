/** A session file with one byte changed at a time, all over it: it opens right, or names the damage. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { seededRandom } from '../../shared/projections/synthetic-hands.ts';
import { damagedFiles, type Outcome } from '../support/damaged-file.ts';

export type Share = { commits: number; positions: number[] };
export type Told = { outcome: Outcome } | { wrong: string };

export type DamageOptions = {
  commits: number;
  /** Positions are multiples of this. */
  every: number;
  /** So many of them, evenly spread from one that the seed picks; 0 = all. */
  positionsMax: number;
  seed: number;
};

export type DamageReport = {
  bytes: number;
  positions: number;
  outcomes: Partial<Record<Outcome, number>>;
  /** Opened, and not what was written; or failed in another way than by naming the damage. */
  wrong: string[];
};

export async function damagedAllOver(
  options: DamageOptions,
  say: (done: number, of: number) => void = () => {},
): Promise<DamageReport> {
  const { commits, every } = options;
  const files = damagedFiles(commits, Math.floor(commits / 2));
  const { bytes } = files;
  files.remove();
  const all = Array.from({ length: Math.ceil(bytes / every) }, (_, index) => index * every);
  const positions = sample(all, options);
  const report: DamageReport = { bytes, positions: positions.length, outcomes: {}, wrong: [] };
  let done = 0;
  const take = (told: Told) => {
    if ('wrong' in told) report.wrong.push(told.wrong);
    else report.outcomes[told.outcome] = (report.outcomes[told.outcome] ?? 0) + 1;
    done += 1;
    say(done, positions.length);
  };
  const threads = availableParallelism();
  await Promise.all(
    Array.from({ length: threads }, (_, thread) =>
      work({ commits, positions: positions.filter((__, index) => index % threads === thread) }, take),
    ),
  );
  return report;
}

function sample(all: number[], { positionsMax, seed }: DamageOptions): number[] {
  if (positionsMax === 0) return all;
  const step = Math.ceil(all.length / positionsMax);
  const first = Math.floor(seededRandom(seed)() * step);
  return all.filter((_, index) => index % step === first);
}

function work(share: Share, take: (told: Told) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./damage-worker.ts', import.meta.url), { workerData: share });
    worker.on('message', take).once('error', reject);
    worker.once('exit', () => resolve());
  });
}
