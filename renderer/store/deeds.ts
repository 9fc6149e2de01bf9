/** Who did what, read from the history that undo keeps; worded by the messages. */
import type { Author } from '../../shared/domain/context.ts';
import { isInEffect } from '../../shared/domain/history/decide.ts';
import type { HistoryItem, RecordWrite } from '../../shared/domain/history/slice.ts';
import { recordKey } from '../../shared/domain/history/slice.ts';
import { ownPersonId } from '../../shared/domain/people/own.ts';
import type { Event } from '../../shared/event.ts';
import type { State } from '../../shared/state.ts';
import type { Change } from './deed-change.ts';
import { changeBetween, NO_CHANGE } from './deed-change.ts';

export type Deed = {
  seq: number;
  atMs: number;
  author: Author;
  type: Event['type'];
  /** The person or agenda item it was done to; may be empty. */
  name: string;
  /** Done to nobody but the author. */
  isToOneself: boolean;
  /** What an undo has taken back. */
  undid: Deed | null;
  isUndone: boolean;
  change: Change;
  /** An invitation is not among the records that can be put back; nor is the making of the session. */
  canUndo: boolean;
};

/** Undoing an undo is doing it again. */
export function isRedo({ undid }: Deed): boolean {
  return undid !== null && undid.undid !== null && !isRedo(undid);
}

/** Neighbours that say the same, by the same hand, as one line; the newest stands for them. */
export function foldRepeats(deeds: readonly Deed[], say: (deed: Deed) => string): FoldedDeed[] {
  const folded: FoldedDeed[] = [];
  for (const deed of deeds) {
    const last = folded.at(-1);
    const isSame =
      last !== undefined &&
      last.deed.author.personId === deed.author.personId &&
      last.deed.isUndone === deed.isUndone &&
      say(last.deed) === say(deed);
    if (isSame) last.count += 1;
    else folded.push({ deed, count: 1 });
  }
  return folded;
}

export type FoldedDeed = { deed: Deed; count: number };

/** Of several events of one commit, the one that says what was meant. */
const MAIN: readonly string[] = [
  'history/undone',
  'session/ended',
  'session/paused',
  'session/resumed',
  'floor/given',
  'agenda/begun',
  'queue/joined',
  'people/merged',
  'people/imported',
];

/** Newest first. */
export function deedsOf(state: State, countMax: number): Deed[] {
  const history = state.history ?? [];
  return history
    .slice(-countMax)
    .map((item) => deedOf(state, history, item))
    .toReversed();
}

/** What comes all the time, in the room's own way; whoever leads has nothing to take back there. */
function isAside({ author, types }: HistoryItem): boolean {
  return author.role === 'participant' || types.every((type) => /^(?:notes|questions)\//.test(type));
}

/**
 * The last that was done about the floor, or by `personId` at all: a hand that goes up meanwhile does not take the place
 * of what one may want to take back.
 */
export function lastLeadingDeed(state: State, personId: string | undefined): Deed | null {
  const history = state.history ?? [];
  const item = history.findLast((one) => one.author.personId === personId || !isAside(one));
  return item ? deedOf(state, history, item) : null;
}

/** The last that `personId` did, an undo included. */
export function lastOwnDeed(state: State, personId: string | undefined): Deed | null {
  const { own } = ownHistory(state, personId);
  return own[0] ? deedOf(state, state.history ?? [], own[0]) : null;
}

/** What `personId` did last and may take back with one key; an undo itself is taken back by a redo. */
export function lastOwnSeq(state: State, personId: string | undefined): number | null {
  const { own, bySeq } = ownHistory(state, personId);
  const mine = own.find(
    (item) => item.undoes === undefined && item.before.length > 0 && isInEffect(item, bySeq),
  );
  return mine?.seq ?? null;
}

/**
 * The undo that `personId` may take back with one key; null once anything else was done by the same hand. Several
 * steps are redone in the order opposite to that of their undoing.
 */
export function lastOwnUndoSeq(state: State, personId: string | undefined): number | null {
  const { own, bySeq } = ownHistory(state, personId);
  for (const item of own) {
    if (item.undoes === undefined) return null;
    const isRedo = bySeq.get(item.undoes)?.undoes !== undefined;
    if (!isRedo && isInEffect(item, bySeq)) return item.seq;
  }
  return null;
}

/** The key that does the same as the button of `deed`, for whoever may use one: the keys act on one's own last. */
export function keyFor(deed: Deed, state: State, personId: string | undefined): 'undo' | 'redo' | null {
  if (deed.author.personId !== personId) return null;
  if (lastOwnUndoSeq(state, personId) === deed.seq) return 'redo';
  // What was done again is taken back by the key as the first time.
  const meant = isRedo(deed) ? deed.undid?.undid : deed;
  return meant?.seq === lastOwnSeq(state, personId) ? 'undo' : null;
}

/** Newest first. */
function ownHistory(state: State, personId: string | undefined) {
  const history = state.history ?? [];
  const own = history.filter((item) => item.author.personId === personId).toReversed();
  return { own, bySeq: new Map(history.map((item) => [item.seq, item])) };
}

function deedOf(state: State, history: readonly HistoryItem[], item: HistoryItem): Deed {
  const type = (MAIN.find((main) => item.types.includes(main)) ?? item.types[0]) as Event['type'];
  const undone = history.find((other) => other.seq === item.undoes);
  const { name, personId } = meantIn(state, history, item, type);
  return {
    seq: item.seq,
    atMs: item.atMs,
    author: item.author,
    type,
    name,
    // By the record: names change.
    isToOneself: personId !== undefined && personId === ownPersonId(state.people, item.author.personId ?? ''),
    undid: undone ? deedOf(state, history, undone) : null,
    isUndone: item.undoneBy !== undefined,
    change: changeOf(state, history, item),
    canUndo: item.before.length > 0 && !item.types.includes('session/created'),
  };
}

function changeOf(state: State, history: readonly HistoryItem[], item: HistoryItem): Change {
  const changes = item.before.map((write) => changeBetween(write, valueAfter(state, history, item, write)));
  const timed = changes.find((change) => change.seconds !== null);
  const countOf = (name: RecordWrite['table']) => item.before.filter(({ table }) => table === name).length;
  const [hands, questions] = [countOf('entries'), countOf('questions')];
  const readiness = changes.find((change) => change.readiness)?.readiness;
  const settings = changes.flatMap((change) => change.settings);
  const { side, renamed } = changes.find((change) => change.side ?? change.renamed) ?? NO_CHANGE;
  return timed ?? { ...NO_CHANGE, settings, hands, questions, readiness, side, renamed };
}

type Meant = { name: string; personId?: string };

/** Whom or what it was done to; the name may be empty. */
function meantIn(state: State, history: readonly HistoryItem[], item: HistoryItem, type: string): Meant {
  const wantAfter = type === 'floor/given' || type === 'agenda/begun';
  for (const write of item.before) {
    const after = valueAfter(state, history, item, write);
    const name = wantAfter ? nameOf(after) : nameOf(write) || nameOf(after);
    if (name && belongs(write, type) && isMeant(after, type)) {
      return { name, personId: personIdOf(write) ?? personIdOf(after) };
    }
  }
  return { name: '' };
}

function personIdOf(write: RecordWrite | null): string | undefined {
  if (write?.table === 'people') return write.id;
  return write?.table === 'entries' ? write.value?.personId : undefined;
}

/** Of those who change places on deck, the one who has answered. */
function isMeant(after: RecordWrite | null, type: string): boolean {
  return type !== 'floor/readied' || (after?.table === 'entries' && after.value?.readiness !== undefined);
}

function belongs({ table }: RecordWrite, type: string): boolean {
  if (type.startsWith('floor/') && type !== 'floor/readied') {
    return table === (type === 'floor/corrected' ? 'turns' : 'floor');
  }
  if (type.startsWith('agenda/')) return table === 'agenda';
  if (type.startsWith('questions/')) return table === 'questions' || table === 'entries';
  return table === (type.startsWith('people/') ? 'people' : 'entries');
}

/** History holds values from before; the value after is the next one from before, or what holds now. */
function valueAfter(
  state: State,
  history: readonly HistoryItem[],
  item: HistoryItem,
  write: RecordWrite,
): RecordWrite | null {
  const key = recordKey(write);
  for (const later of history) {
    if (later.seq <= item.seq) continue;
    const next = later.before.find((other) => recordKey(other) === key);
    if (next) return next;
  }
  return valueNow(state, write);
}

function valueNow(state: State, write: RecordWrite): RecordWrite | null {
  switch (write.table) {
    case 'floor':
      return { table: 'floor', value: state.floor };
    case 'agenda':
      return { table: 'agenda', value: state.agenda };
    case 'session':
      return { table: 'session', value: state.session };
    case 'entries':
      return { ...write, value: state.queue.entries.find((one) => one.entryId === write.id) ?? null };
    case 'people':
      return { ...write, value: state.people.find((one) => one.personId === write.id) ?? null };
    default:
      return null;
  }
}

function nameOf(write: RecordWrite | null): string {
  switch (write?.table) {
    case 'floor':
      return write.value.turn?.name ?? '';
    case 'agenda': {
      const { items, currentItemId } = write.value;
      return items.find((item) => item.itemId === currentItemId)?.title ?? '';
    }
    case 'entries':
    case 'people':
    case 'turns':
    case 'questions':
      return write.value?.name ?? '';
    default:
      return '';
  }
}
