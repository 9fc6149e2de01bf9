/**
 * What was typed and is not in the log yet, kept on this device: a window that is closed or a page that is reloaded
 * brings it back, and it goes out by itself under the same ids. What the staff typed, another tab that came by the same
 * link may send too: an id is taken once. A participant speaks for nobody else, so theirs waits for that person.
 */
import type { Command, CommandName } from '../../shared/command.ts';
import type { Identity } from '../sync/identity.ts';
import type { Pending, Returned } from './view.ts';

/**
 * What is as good an hour later as now: it is kept, and goes out by itself. All else is control of what goes on, about
 * people and turns that may be gone by then.
 */
const LASTING: readonly CommandName[] = [
  'notes/write',
  'notes/remove',
  'notes/merge',
  'notes/move',
  'notes/reveal',
  'notes/endorse',
  'notes/draft',
  // A hand that follows needs the name.
  'people/introduce',
  'people/add',
  'queue/join',
  'backchannel/send',
  'backchannel/acknowledge',
  'questions/ask',
  'questions/vote',
];

export function isLasting({ name }: Pick<Command, 'name'>): boolean {
  return LASTING.includes(name);
}

export type Kept = { pending: Pending[]; returned: Returned[] };

export type Outbox = {
  load(): Kept;
  /** @param isStaff whether others of the same link may send it */
  save(kept: Kept, isStaff: boolean): void;
};

export const NOTHING_KEPT: Kept = { pending: [], returned: [] };

/** For a page that keeps nothing, such as a stage. */
export const noOutbox: Outbox = { load: () => NOTHING_KEPT, save: () => undefined };

export function storedOutbox(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  { token, clientId }: Identity,
): Outbox {
  // Without the mac, which is secret. Which of the two places is ours is known once the hub has said our roles.
  const ofLink = `evenfloor.outbox.${token.slice(0, token.lastIndexOf('.'))}`;
  const ofPerson = `${ofLink}.${clientId}`;
  /** Whatever of these is kept is ours to write and to remove; the rest is another tab's. */
  const ours = new Set<string>();
  const isOther = ({ commandId }: { commandId: string }) => !ours.has(commandId);
  let last = '';
  const changed = (kept: Kept) => {
    const text = JSON.stringify(kept);
    if (text === last) return false;
    last = text;
    for (const { commandId } of [...kept.pending, ...kept.returned]) ours.add(commandId);
    return true;
  };
  return {
    load: () => {
      const kept = joined(read(storage.getItem(ofLink)), read(storage.getItem(ofPerson)));
      changed(kept);
      return kept;
    },
    save: ({ pending, returned }, isStaff) => {
      const typed = pending.filter((one) => one.ackedSeq === null && isLasting(one.command));
      const kept = { pending: typed, returned };
      if (!changed(kept)) return;
      const key = isStaff ? ofLink : ofPerson;
      const there = read(storage.getItem(key));
      const others = { pending: there.pending.filter(isOther), returned: there.returned.filter(isOther) };
      keep(storage, key, joined(others, kept));
    },
  };
}

function joined(a: Kept, b: Kept): Kept {
  return { pending: [...a.pending, ...b.pending], returned: [...a.returned, ...b.returned] };
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

function read(text: string | null): Kept {
  try {
    const { pending = [], returned = [] } = JSON.parse(text ?? '{}') as Partial<Kept>;
    return { pending, returned };
  } catch {
    return NOTHING_KEPT;
  }
}

function keep(storage: Pick<Storage, 'setItem' | 'removeItem'>, key: string, kept: Kept): void {
  try {
    if (kept.pending.length + kept.returned.length === 0) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify(kept));
  } catch {
    // Full, or switched off: the page itself still has it, and sends it as long as it is open.
  }
}
