/** What somebody on deck answers, and who gets ready instead of somebody who is not. */
import { otherChannel } from '../../lib/vocabulary.ts';
import type { DecideContext, Rejection } from '../context.ts';
import { isRejection, isStaff, reject } from '../context.ts';
import { speakingOrder } from '../fairness/order.ts';
import type { FairnessState } from '../fairness/view.ts';
import { fairnessView } from '../fairness/view.ts';
import { withoutEntry } from '../queue/apply.ts';
import { putOnDeck } from '../queue/decide.ts';
import type { Entry, QueueEvent } from '../queue/schema.ts';
import { findEntry, isNotReady, nameOf } from '../queue/slice.ts';
import type { FloorEvent, ReadyArgs } from './schema.ts';

type Decided = (FloorEvent | QueueEvent)[] | Rejection;

/**
 * Somebody on deck answers, or staff for them. Whoever is not ready is put on hold, so place and request time stay,
 * and says "ready" to be back in the line; the next one is told to get ready in the same commit.
 */
export function answerReady(
  state: FairnessState,
  { entryId, readiness }: ReadyArgs,
  { actor, nowMs }: DecideContext,
): Decided {
  const entry = findEntry(state.queue, entryId);
  if (!isStaff(actor) && entry?.personId !== actor.personId)
    return reject('forbidden', { command: 'floor/ready' });
  if (entry && isNotReady(entry) && readiness === 'ready') return [{ type: 'queue/returned', v: 1, entryId }];
  if (!entry || !state.queue.onDeck.includes(entryId)) {
    return reject('queue/not-on-deck', { name: entry ? nameOf(entry) : '' });
  }
  const readied: FloorEvent = { type: 'floor/readied', v: 1, entryId, readiness };
  if (readiness !== 'not-ready') return [readied];
  return [readied, { type: 'queue/held', v: 1, entryId }, ...inPlaceOf(entry, state, nowMs)];
}

/**
 * The next one of the same side by the rule, who then stands where the other stood; else one of the other side, at
 * the end. Nobody when nobody can be told.
 */
function inPlaceOf(gone: Entry, state: FairnessState, nowMs: number): QueueEvent[] {
  const queue = withoutEntry(state.queue, gone.entryId);
  const { candidates, onDeck, tags, rule } = fairnessView({ ...state, queue }, nowMs);
  const order = speakingOrder(candidates, onDeck, tags, rule).filter(
    (candidate) => !onDeck.includes(candidate.entryId),
  );
  // The one who stays on deck is passed only where the sides would else change places, never inside a side.
  const keepsPlace =
    state.queue.onDeck[0] === gone.entryId &&
    onDeck.every((entryId) => findEntry(queue, entryId)?.channel !== gone.channel);
  for (const channel of [gone.channel, otherChannel(gone.channel)]) {
    const next = order.find((candidate) => candidate.channel === channel);
    const told = next && putOnDeck(queue, next, keepsPlace && channel === gone.channel);
    if (told && !isRejection(told)) return told;
  }
  return [];
}
