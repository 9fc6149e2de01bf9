/**
 * The same discussion over a line that loses packets, below TCP: hub and moderators in network namespaces of their own,
 * with one cable between them and no way out. Needs root, `ip` and `nft`; the kernel's own losses want no proxy.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT, temporaryFolder } from '../support/hub-process.ts';
import type { LineReport } from './line.ts';

/** Of a hundred, either way. */
const LOST = 3;
const HUB = { space: 'evenfloor-hub', cable: 'ef-hub', address: '10.77.0.1' };
const FAR = { space: 'evenfloor-far', cable: 'ef-far', address: '10.77.0.2' };
const PORT = 7377;

/** What lossy-talk.ts says to whoever has the cable in hand. */
export type LossySays = { say: 'cut' | 'mend' } | { report: LineReport };

const run = (command: string) => execFileSync('sh', ['-ec', command], { stdio: ['ignore', 'pipe', 'pipe'] });

/** Null where the machine allows no such thing. */
export async function lossyDiscussion(turns: number, seed: number): Promise<LineReport | null> {
  try {
    layCable();
  } catch {
    takeAway();
    return null;
  }
  const folder = await temporaryFolder();
  const program = (space: string, file: string, args: string[], stdio: 'pipe' | 'ipc') =>
    spawn('ip', ['netns', 'exec', space, process.execPath, join(ROOT, file), ...args], {
      stdio: ['ignore', 'pipe', 'inherit', ...(stdio === 'ipc' ? (['ipc'] as const) : [])],
    });
  const where = ['--host', HUB.address, '--port', String(PORT), '--data', folder.path, '--json'];
  const hub = program(HUB.space, 'electron/serve.ts', where, 'pipe');
  try {
    const listening = await once(createInterface({ input: hub.stdout as NodeJS.ReadableStream }), 'line');
    const talk = program(
      FAR.space,
      'test/chaos/lossy-talk.ts',
      [listening[0], String(turns), String(seed)],
      'ipc',
    );
    return await new Promise<LineReport>((resolve, reject) => {
      talk.once('exit', (code) => reject(new Error(`the moderators ended with ${code}`)));
      talk.on('message', (message: LossySays) => {
        if ('report' in message) return resolve(message.report);
        run(`ip -n ${HUB.space} link set ${HUB.cable} ${message.say === 'cut' ? 'down' : 'up'}`);
        talk.send('done');
      });
    });
  } finally {
    hub.kill('SIGKILL');
    takeAway();
    await folder.remove();
  }
}

function layCable(): void {
  takeAway();
  for (const { space } of [HUB, FAR]) run(`ip netns add ${space}; ip -n ${space} link set lo up`);
  run(`ip link add ${HUB.cable} netns ${HUB.space} type veth peer name ${FAR.cable} netns ${FAR.space}`);
  for (const { space, cable, address } of [HUB, FAR]) {
    run(`ip -n ${space} addr add ${address}/30 dev ${cable}; ip -n ${space} link set ${cable} up`);
    run(
      `ip netns exec ${space} nft 'add table inet loss; add chain inet loss in { type filter hook input priority 0; }; add rule inet loss in iifname "${cable}" numgen random mod 100 < ${LOST} drop'`,
    );
  }
}

function takeAway(): void {
  for (const { space } of [HUB, FAR]) run(`ip netns del ${space} 2>/dev/null || true`);
}
