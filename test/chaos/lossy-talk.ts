/** The moderators' side of loss.ts, in its own network namespace: what the hub printed, how many turns, the seed. */
import { once } from 'node:events';
import { seededRandom } from '../../shared/projections/synthetic-hands.ts';
import { discuss } from './line.ts';
import type { LossySays } from './loss.ts';

const CUTS = 2;
const CUT_MS = 12_000;

const [hub = '', turns = '', seed = ''] = process.argv.slice(2);
const { url, invites } = JSON.parse(hub);

const tell = (message: LossySays) => process.send?.(message);
const asked = async (say: 'cut' | 'mend') => {
  tell({ say });
  await once(process, 'message');
};

const report = await discuss(
  {
    url,
    invites,
    socketUrl: `${url.replace('http', 'ws')}/ws`,
    cuts: CUTS,
    cutMs: CUT_MS,
    cut: () => asked('cut'),
    mend: () => asked('mend'),
  },
  Number(turns),
  seededRandom(Number(seed)),
);
tell({ report });
process.disconnect();
