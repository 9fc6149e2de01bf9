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

export type SentTwice = {
  /** Where the hubs said that each command stands; one of them may have been killed meanwhile. */
  answers: Map<string, Set<number>>;
  stop(): Promise<void>;
};

/** `hubs` are those that live at the moment. */
export function sendingTwice(hubs: readonly HubProcess[], random: () => number): SentTwice {
  const answers = new Map<string, Set<number>>();
  const under: Promise<void>[] = [];
  let isOver = false;
  const send = async (hub: HubProcess, commandId: string) => {
    const seq = await posted(hub, commandId).catch(() => null);
    if (seq !== null) answers.set(commandId, (answers.get(commandId) ?? new Set()).add(seq));
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
    answers,
    stop: async () => {
      isOver = true;
      await sending;
      await Promise.all(under);
    },
  };
}

/** Null when the hub did not take it: it is being killed, or cut off from the log. */
async function posted(hub: HubProcess, commandId: string): Promise<number | null> {
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
  return answer.ok && seq !== undefined ? seq : null;
}
