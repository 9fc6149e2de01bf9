import { must } from '../../lib/assert.ts';
import type { Actor, Rejection } from '../context.ts';
import { isModerator, reject } from '../context.ts';
import type { Entry } from '../queue/schema.ts';
import { changedRecords, type Recorded, restore } from './records.ts';
import { withAnswersSince, withVotesSince } from './said.ts';
import type { HistoryEvent } from './schema.ts';
import { type HistoryItem, type RecordWrite, recordKey } from './slice.ts';

/**
 * Takes back one commit by putting its records back. Refused when a later commit that still counts has touched
 * one of them.
 */
export function undo(
  state: Recorded & { history: HistoryItem[] },
  args: { seq: number },
  actor: Actor,
): HistoryEvent[] | Rejection {
  const { history } = state;
  const target = history.find((item) => item.seq === args.seq);
  const isBeginning = target?.types.includes('session/created');
  if (!target || isBeginning || target.before.length === 0)
    return reject('history/no-such-commit', { seq: args.seq });
  if (!isModerator(actor) && target.author.personId !== actor.personId) {
    return reject('forbidden', { command: 'history/undo' });
  }
  const bySeq = new Map(history.map((item) => [item.seq, item]));
  if (!isInEffect(target, bySeq)) return reject('history/already-undone', { seq: args.seq });
  const keys = new Set(target.before.map(recordKey));
  const later = history.find(
    (item) =>
      item.seq > target.seq &&
      counts(item, target, bySeq) &&
      item.before.some((write) => keys.has(recordKey(write))),
  );
  if (later) return reject('history/depends', { seq: later.seq });
  const after = restore(state, target.before);
  const isImpossible =
    somebodyWaitsTwice(after.queue.entries) ||
    somebodyUnknownWaits(after) ||
    aClockRunsInAStop(after) ||
    somethingHappensAfterTheEnd(state, after) ||
    itHasBegunUnstarted(after, target.seq);
  if (isImpossible) {
    return reject('history/depends', { seq: target.seq });
  }
  // Only what really differs: a record may have come back to its value by other ways.
  const differing = new Set(changedRecords(state, after).map(recordKey));
  const records = target.before
    .filter((write) => write.table !== 'stops' && differing.has(recordKey(write)))
    .map((write) => asOfNow(write, target, state));
  return [{ type: 'history/undone', v: 1, seq: target.seq, records }];
}

/** What the public may see of a record depends on what is in its place now, and what people have said since stays. */
function asOfNow(write: RecordWrite, { said }: HistoryItem, now: Recorded): RecordWrite {
  switch (write.table) {
    case 'people': {
      const person = now.people.find(({ personId }) => personId === write.id);
      return seen(write, person, ({ self }) => !self);
    }
    case 'agenda': {
      const isEdited = write.value.revision !== now.agenda.revision;
      return isEdited ? { ...write, value: unused(write.value, now.agenda) } : write;
    }
    case 'drafts': {
      const draft = must(now.drafts, 'wordings').find(({ sectionId }) => sectionId === write.id);
      return { ...write, value: write.value && unused(write.value, draft) };
    }
    case 'notes': {
      const note = now.notes.find(({ noteId }) => noteId === write.id);
      const value = write.value && unused(write.value, note);
      return seen({ ...write, value }, note, ({ revealed }) => revealed);
    }
    case 'questions': {
      const isSame = ({ questionId }: { questionId: string }) => questionId === write.id;
      const [before, question] = [write.value, now.questions.find(isSame)];
      const then = said?.questions.find(isSame) ?? before;
      const value = before && then && question ? withVotesSince(before, then, question) : before;
      return seen({ ...write, value }, question, ({ passed }) => passed);
    }
    case 'shows': {
      const isSame = ({ noteId }: { noteId: string }) => noteId === write.id;
      const [before, show] = [write.value, now.shows.find(isSame)];
      const then = said?.shows.find(isSame) ?? before;
      return before && then && show ? { ...write, value: withAnswersSince(before, then, show) } : write;
    }
    default:
      return write;
  }
}

/** Marked as `unseen` if the public sees the record neither before nor after. */
function seen<T, W extends { value: T | null; unseen?: true }>(
  write: W,
  now: T | undefined,
  isSeen: (record: T) => unknown,
): W {
  const isEither = [now, write.value].some((record) => record && isSeen(record));
  return isEither ? write : { ...write, unseen: true };
}

/** A revision that was seen is never used again: who still edits it must hear of the undo. */
function unused<T extends { revision: number }>(value: T, now: T | undefined): T {
  return now ? { ...value, revision: now.revision + 1 } : value;
}

/** While the session is stopped or over no clock runs, whatever had run before. */
function aClockRunsInAStop({ session, floor, agenda }: Recorded): boolean {
  if (session.pausedAtMs === null && session.endedAtMs === null) return false;
  const isSpeaking = floor.turn !== null && floor.turn.pausedAtMs === null;
  return isSpeaking || agenda.items.some((item) => item.runningSinceMs !== null);
}

/** A session that is over is a record: nobody gets the floor in it, and nobody waits again. */
function somethingHappensAfterTheEnd(now: Recorded, { session, floor, queue }: Recorded): boolean {
  if (now.session.endedAtMs === null || session.endedAtMs === null) return false;
  const waits = new Set(now.queue.entries.map((entry) => entry.entryId));
  return floor.turn !== null || queue.entries.some((entry) => !waits.has(entry.entryId));
}

/**
 * What began after the commit began in a session that had started. A turn from before it may stand: the floor can be
 * given in a session that has not started yet.
 */
function itHasBegunUnstarted({ session, floor, turns, agenda }: Recorded, seq: number): boolean {
  if (session.startedAtMs !== null) return false;
  const isLater = (turn: { seq: number } | null) => turn !== null && turn.seq > seq;
  return isLater(floor.turn) || turns.some(isLater) || agenda.items.some((item) => item.startedAtMs !== null);
}

/** Not undone, or its undo was. */
export function isInEffect(item: HistoryItem, bySeq: ReadonlyMap<number, HistoryItem>): boolean {
  const undo = bySeq.get(item.undoneBy ?? 0);
  return undo === undefined || !isInEffect(undo, bySeq);
}

/** A commit and its undo that are both later than the target cancel each other out, a redo counts as what it redoes. */
function counts(item: HistoryItem, target: HistoryItem, bySeq: ReadonlyMap<number, HistoryItem>): boolean {
  if (!isInEffect(item, bySeq)) return false;
  return item.undoes === undefined || item.undoes <= target.seq;
}

/** Whoever waits by a record has one. */
function somebodyUnknownWaits({ queue, people }: Recorded): boolean {
  const known = new Set(people.map((person) => person.personId));
  return queue.entries.some(({ personId }) => personId !== undefined && !known.has(personId));
}

/** The hand may have been raised again since: one person, one waiting entry. */
function somebodyWaitsTwice(entries: readonly Entry[]): boolean {
  const ids = entries.flatMap((entry) => entry.personId ?? []);
  return new Set(ids).size < ids.length;
}
