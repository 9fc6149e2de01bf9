/** How long a long session is away when its hub is killed: from the start of the next process to its first ack. */
import { join } from 'node:path';
import { buildIfStale } from '../../electron/start/build.ts';
import { must } from '../../shared/lib/assert.ts';
import { connect } from '../support/hub-client.ts';
import { ROOT, startBuiltHub, temporaryFolder } from '../support/hub-process.ts';

const PLAN = join(ROOT, 'test/cases/ws377-proposal.txt');
/** Sent without waiting for each other's answers. */
const BATCH = 500;
/** Of one person the hub takes no more than some thousands in a row. */
const COMMITS_EACH = 5_000;

/** Milliseconds of each restart of a session of `commits` commits, sorted. */
export async function restartTimes(commits: number, restarts: number): Promise<number[]> {
  await buildIfStale();
  const folder = await temporaryFolder();
  const start = () => startBuiltHub('--data', folder.path, '--session', 'long', '--plan', PLAN);
  let hub = await start();
  const link = must(hub.invites.host, 'host');
  let writer = await connect(link);
  for (let seq = writer.seq, own = 0; seq < commits; own += BATCH) {
    if (own >= COMMITS_EACH) [writer, own] = [await connect(link), 0];
    const batch = Math.min(BATCH, commits - seq);
    const codes = Array.from({ length: batch }, (_, index) => `c${seq + index}`);
    await Promise.all(codes.map((code) => writer.must('session/configure', { code })));
    seq += batch;
  }
  const times: number[] = [];
  for (let restart = 0; restart < restarts; restart += 1) {
    await hub.kill();
    const startedMs = performance.now();
    hub = await start();
    const client = await connect(must(hub.invites.host, 'host'));
    await client.must('session/configure', { code: `again ${restart}` });
    times.push(performance.now() - startedMs);
  }
  await hub.kill();
  await folder.remove();
  return times.toSorted((a, b) => a - b);
}
