/** What of the back-channel concerns this screen. */
import type { Message } from '../../shared/domain/backchannel/schema.ts';
import type { Cue } from '../../shared/lib/vocabulary.ts';
import type { State } from '../../shared/state.ts';

/** More names than these are quicker typed than found. */
const NAMES_MAX = 8;

/** From others, and not yet acknowledged here; oldest first. */
export function awaitingOf(messages: readonly Message[], ownId: string | undefined): Message[] {
  return messages.filter(
    ({ from, acknowledgedBy }) =>
      from.personId !== ownId && !acknowledgedBy.some((receipt) => receipt.personId === ownId),
  );
}

/** The newest from others; what came since `readSeq` is unread. */
export function seqOfOthers(messages: readonly Message[], ownId: string | undefined): number {
  return messages.findLast((message) => message.from.personId !== ownId)?.seq ?? 0;
}

export function unreadCount(
  messages: readonly Message[],
  ownId: string | undefined,
  readSeq: number,
): number {
  return messages.filter(({ from, seq }) => from.personId !== ownId && seq > readSeq).length;
}

/** A cue in the reader's language; any other message, or a cue that this page does not know, as it was sent. */
export function textOf({ cue, about, text }: Message, cues: Record<Cue, (about: string) => string>): string {
  if (cue === undefined || (cue === 'question-for' && about === undefined)) return text;
  const say: ((about: string) => string) | undefined = cues[cue];
  return say ? say(about ?? '') : text;
}

/** Whom a question is likely for: whoever speaks, then the panel. */
export function peopleToAsk({ floor, people }: State): string[] {
  const panel = people.filter((person) => person.panel).map((person) => person.name);
  return [...new Set(floor.turn ? [floor.turn.name, ...panel] : panel)].slice(0, NAMES_MAX);
}
