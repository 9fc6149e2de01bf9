/**
 * The same command at two hubs at the same moment, as a page sends it that gave one of them up: whichever comes first,
 * both must answer with the same place in the log, and hold the state of the log afterwards.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { must } from '../../shared/lib/assert.ts';
import type { HubProcess } from '../support/hub-process.ts';
import { hand } from '../support/meeting.ts';

const EACH_MS = 200;
/** A hub that is just being killed does not say that it will not answer. */
const ANSWER_MS_MAX = 10_000;
const HTTP_UNAVAILABLE = 503;

/** What the hubs said of one command: where it stands, or that they refuse it. One may have been killed meanwhile. */
export type Told = { places: Set<number>; times: number; isRefused: boolean };

export type SentTwice = {
  told: Map<string, Told>;
  stop(): Promise<void>;
};

/** `hubs` are those that live at the moment. */
export function sendingTwice(hubs: readonly HubProcess[], random: () => number): SentTwice {
  const told = new Map<string, Told>();
  const under: Promise<void>[] = [];
  let isOver = false;
  const send = async (hub: HubProcess, commandId: string) => {
    const answer = await posted(hub, commandId).catch(() => null);
    if (answer === null) return;
    const one = told.get(commandId) ?? { places: new Set(), times: 0, isRefused: false };
    told.set(commandId, one);
    one.times += 1;
    if (answer === 'refused') one.isRefused = true;
    else one.places.add(answer);
  };
  const sending = (async () => {
    for (let count = 0; !isOver; count += 1) {
      const first = Math.floor(hubs.length * random());
      const second = (first + 1 + Math.floor((hubs.length - 1) * random())) % hubs.length;
      for (const index of [first, second]) {
        // Beside one of its own, so that the hub that comes second had begun from a state that never was.
        for (const commandId of [`own-${index}-${count}`, `both-${count}`]) {
          under.push(send(must(hubs[index], 'hub'), commandId));
        }
      }
      await sleep(EACH_MS * 2 * random());
    }
  })();
  return {
    told,
    stop: async () => {
      isOver = true;
      await sending;
      await Promise.all(under);
    },
  };
}

/** Null when the hub says that it cannot tell: it goes, or is cut off from the log. */
async function posted(hub: HubProcess, commandId: string): Promise<number | 'refused' | null> {
  const answer = await fetch(`${hub.url}/api/v1/commands`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${hub.invites['online-moderator'].split('#')[1]}`,
      'x-client-id': 'chaos-both-0123456789',
    },
    body: JSON.stringify({ commandId, name: 'queue/join', args: hand(commandId, 'online') }),
    signal: AbortSignal.timeout(ANSWER_MS_MAX),
  });
  const { seq } = (await answer.json()) as { seq?: number };
  if (answer.ok) return must(seq, 'a place in the log');
  return answer.status === HTTP_UNAVAILABLE ? null : 'refused';
}
