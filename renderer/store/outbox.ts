/**
 * What was typed and is not in the log yet, kept on this device: a window that is closed or a page that is reloaded
 * brings it back, and it goes out by itself under the same ids. Another tab of the session may send it too: an id is
 * taken once.
 */
import type { CommandName } from '../../shared/command.ts';
import type { Pending, Returned } from './view.ts';

/** Live control is not: an hour later it would be about another meeting. */
const TYPED: readonly CommandName[] = [
  'notes/write',
  'notes/remove',
  'notes/merge',
  'notes/move',
  'notes/reveal',
  'notes/endorse',
  'notes/draft',
  'queue/join',
  'backchannel/send',
  'questions/ask',
  'questions/vote',
];

export type Kept = { pending: Pending[]; returned: Returned[] };

export type Outbox = { load(): Kept; save(kept: Kept): void };

export const NOTHING_KEPT: Kept = { pending: [], returned: [] };

/** For a page that keeps nothing, such as a stage. */
export const noOutbox: Outbox = { load: () => NOTHING_KEPT, save: () => undefined };

export function storedOutbox(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  sessionId: string,
): Outbox {
  const key = `evenfloor.outbox.${sessionId}`;
  let last: string | null = null;
  return {
    load: () => {
      last = storage.getItem(key);
      return last === null ? NOTHING_KEPT : read(last);
    },
    save: ({ pending, returned }) => {
      const typed = pending.filter((one) => one.ackedSeq === null && TYPED.includes(one.command.name));
      const text = typed.length + returned.length === 0 ? null : JSON.stringify({ pending: typed, returned });
      if (text === last) return;
      last = text;
      if (text === null) storage.removeItem(key);
      else keep(storage, key, text);
    },
  };
}

/**
 * Whether a refusal must wait for its author: what carries words that somebody would miss, and a hand that went up while
 * the line was down, since nobody looks at it any more by the time the hub has spoken.
 */
export function isMissed({ command: { name }, offline }: Pending): boolean {
  return (TEXTS as readonly CommandName[]).includes(name) || (offline === true && name === 'queue/join');
}

const TEXTS = [
  'notes/write',
  'notes/merge',
  'notes/draft',
  'questions/ask',
  'backchannel/send',
] as const satisfies readonly CommandName[];

function read(text: string): Kept {
  try {
    const { pending, returned } = JSON.parse(text) as Partial<Kept>;
    return { pending: pending ?? [], returned: returned ?? [] };
  } catch {
    return NOTHING_KEPT;
  }
}

function keep(storage: Pick<Storage, 'setItem'>, key: string, text: string): void {
  try {
    storage.setItem(key, text);
  } catch {
    // Full, or switched off: the page itself still has it, and sends it as long as it is open.
  }
}
