/** A hub that is killed again and again while two moderators write: what was acknowledged is there, once. */
import { join } from 'node:path';
import { sqliteStore } from '../../electron/store/sqlite/store.ts';
import { must } from '../../shared/lib/assert.ts';
import { READ_COMMITS_MAX } from '../../shared/lib/limits.ts';
import { seededRandom } from '../../shared/projections/synthetic-hands.ts';
import { CLOSE } from '../../shared/wire.ts';
import { connect, type HubClient } from '../support/hub-client.ts';
import { ROOT, startHubProcess, temporaryFolder } from '../support/hub-process.ts';

export type KillReport = {
  cycles: number;
  acknowledged: number;
  /** Acknowledged, and not in the log under the seq that was said. */
  lost: number;
  /** In the log more than once. */
  doubled: number;
  /** Why the session did not open, for each start after which it did not. */
  unopened: string[];
  /** Milliseconds from the start of the process to the first acknowledged command, sorted. */
  firstAckMs: number[];
};

const PLAN = join(ROOT, 'test/cases/ws377-proposal.txt');
const BURST = 40;
const TRIES = 5;
const WRITERS = ['host', 'online-moderator'] as const;

export async function killCycles(
  cycles: number,
  seed: number,
  say: (cycle: number) => void = () => {},
): Promise<KillReport> {
  const folder = await temporaryFolder();
  const chance = seededRandom(seed);
  const acknowledged = new Map<string, number>();
  const report: KillReport = { cycles, acknowledged: 0, lost: 0, doubled: 0, unopened: [], firstAckMs: [] };
  /** Sent, and nobody has said what became of it: by the same hand, under the same id. */
  let open = WRITERS.map((): string[] => []);
  let sent = 0;
  const freshId = () => {
    sent += 1;
    return `k${sent}`;
  };
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    say(cycle);
    const startedMs = performance.now();
    const hub = await startHubProcess('--data', folder.path, '--session', 'chaos', '--plan', PLAN);
    const killAfter = 1 + Math.floor(chance() * BURST);
    let acks = 0;
    /** What is heard until it is dead counts; who is still dialling when it is killed does not. */
    let isDead = false;
    let isKilled = false;
    const heard = new Promise<void>((enough) => {
      void Promise.all(
        WRITERS.map(async (role, writer) => {
          const client = await patiently(() =>
            connect(must(hub.invites[role], role), { clientId: `writer-${role}-0123456789` }),
          );
          const fresh = Array.from({ length: BURST }, freshId);
          open[writer] = [...must(open[writer], 'writer'), ...fresh];
          for (const id of must(open[writer], 'writer')) void told(client, id);
        }),
      ).catch((error: unknown) => {
        if (!isKilled) report.unopened.push(String(error));
        enough();
      });
      async function told(client: HubClient, id: string): Promise<void> {
        const answer = await client.command('session/configure', { code: id }, id);
        if (isDead || !('seq' in answer)) return;
        if (acks === 0) report.firstAckMs.push(performance.now() - startedMs);
        acknowledged.set(id, answer.seq);
        acks += 1;
        if (acks >= killAfter) enough();
      }
    });
    await heard;
    isKilled = true;
    await hub.kill();
    isDead = true;
    open = open.map((ids) => ids.filter((id) => !acknowledged.has(id)));
  }
  const times = await timesInLog(folder.path);
  for (const [id, seq] of acknowledged) if (!times.get(id)?.includes(seq)) report.lost += 1;
  for (const seqs of times.values()) if (seqs.length > 1) report.doubled += 1;
  await folder.remove();
  report.acknowledged = acknowledged.size;
  report.firstAckMs.sort((a, b) => a - b);
  return report;
}

/** A machine with other things to do may let a hello wait too long; whoever is sent away for that comes again. */
async function patiently(dial: () => Promise<HubClient>): Promise<HubClient> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await dial();
    } catch (error) {
      if (tries === TRIES || !String(error).includes(String(CLOSE.tooSlow))) throw error;
    }
  }
}

/** Of each command the seqs under which it stands. */
async function timesInLog(dataDir: string): Promise<Map<string, number[]>> {
  const store = sqliteStore(dataDir);
  const log = await store.open('chaos');
  const times = new Map<string, number[]>();
  for (let seq = 0; ; ) {
    const commits = await log.read(seq, READ_COMMITS_MAX);
    for (const commit of commits)
      times.set(commit.commandId, [...(times.get(commit.commandId) ?? []), commit.seq]);
    if (commits.length < READ_COMMITS_MAX) break;
    seq = must(commits.at(-1), 'commit').seq;
  }
  await store.close();
  return times;
}
