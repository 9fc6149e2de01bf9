/** What the console's keys do. */
import { useState } from 'react';
import { heldSlot } from '../../shared/domain/fairness/held-slot.ts';
import { must } from '../../shared/lib/assert.ts';
import type { Channel } from '../../shared/lib/vocabulary.ts';
import { useSession } from '../hooks/session.ts';
import { usePreference } from '../hooks/use-preference.ts';
import { useProposalOfRule } from '../hooks/use-proposal.ts';
import { useCallGuard } from '../input/use-call-guard.ts';
import { useKeymap } from '../input/use-keymap.ts';
import { lastOwnUndoSeq } from '../store/deeds.ts';
import { beginNextItem, firstOfOtherSide, giveFloor } from '../store/moderation.ts';
import { giveToPanel, nextSpeech } from '../store/panel.ts';
import type { Session } from '../store/session.ts';
import { canTakeOff, STEP_SECONDS } from '../store/turn-clock.ts';
import { undoOwnLast } from '../store/undo-own.ts';

/** Where a hand is being added: in a column, or anyone from anywhere. */
export type Adding = Channel | 'any' | null;

/** After a call the cards move up under the pointer: the second half of a double click would call the next one. */
const SLIP_MS = 600;
/** A key that is pressed again because nothing seemed to happen must not run through the agenda. */
const ITEM_SLIP_MS = 2_000;

type ConsoleActions = {
  setAdding(adding: Adding): void;
  writeMessage(): void;
  showHelp(): void;
  showPanel(): void;
  /** Escape where nothing else has taken it. */
  onEscape(): void;
};

export function useConsoleKeys(actions: ConsoleActions) {
  const { setAdding, writeMessage, showHelp, showPanel, onEscape } = actions;
  const session = useSession();
  const proposal = useProposalOfRule();
  const [slip] = useState(() => createSlipGuard(session.hubNow, SLIP_MS));
  const [itemSlip] = useState(() => createSlipGuard(session.hubNow, ITEM_SLIP_MS));
  const guard = useCallGuard();
  const areKeysOn = usePreference('floor-keys') === 'on';
  /** Says whether it was done. */
  const call = (entryId: string): boolean =>
    guard.isMeant(entryId) &&
    !session.submit(giveFloor(stateOf(session), { entryId }, proposal(), session.newId()));
  const callSpeech = (personId: string): boolean =>
    guard.isMeant(personId) &&
    !session.submit(giveToPanel(stateOf(session), personId, proposal(), session.newId()));
  const byClick = (give: (id: string) => boolean) => (id: string) => {
    if (!slip.now() && give(id)) slip.begin();
  };
  const callSuggested = () => {
    const speech = nextSpeech(stateOf(session));
    if (speech) return void callSpeech(speech.personId);
    const held = heldSlot(stateOf(session), session.hubNow());
    const entryId = proposal();
    // A turn is kept for the other side: the first press only says that we go on without it.
    if (held) session.submit({ name: 'floor/skip-hold', args: { afterTurnId: held.afterTurnId } });
    else if (entryId !== null) call(entryId);
  };
  const callOther = () => {
    const other = firstOfOtherSide(stateOf(session), proposal(), session.hubNow());
    if (other) call(other.entryId);
  };
  const undo = () => undoOwnLast(session);
  // What these open would take nothing once the session is over.
  const whileLive = (open: () => void) => {
    if (stateOf(session).session.endedAtMs === null) open();
  };
  useKeymap(
    {
      call: callSuggested,
      callOther,
      ...turnKeys(session),
      panel: () => whileLive(showPanel),
      undo,
      redo: () => redoOwnLast(session),
      next: () => {
        if (!itemSlip.now() && beginNext(session)) itemSlip.begin();
      },
      addOnsite: () => whileLive(() => setAdding('onsite')),
      addOnline: () => whileLive(() => setAdding('online')),
      find: () => whileLive(() => setAdding('any')),
      print: () => print(),
      message: writeMessage,
      help: showHelp,
    },
    areKeysOn,
    onEscape,
  );
  const [callByClick, callSpeechByClick] = [byClick(call), byClick(callSpeech)];
  return {
    call: callByClick,
    callSpeech: callSpeechByClick,
    undo,
    armedId: guard.armed,
  };
}

function turnKeys(session: Session) {
  const turn = () => stateOf(session).floor.turn;
  const adjust = (seconds: number) => {
    const running = turn();
    if (running) session.submit({ name: 'floor/adjust', args: { turnId: running.turnId, seconds } });
  };
  return {
    end: () => {
      const running = turn();
      if (running) session.submit({ name: 'floor/end', args: { turnId: running.turnId } });
    },
    pause: () => {
      const running = turn();
      if (!running) return;
      const name = running.pausedAtMs === null ? 'floor/pause' : 'floor/resume';
      session.submit({ name, args: { turnId: running.turnId } });
    },
    plus: () => adjust(STEP_SECONDS),
    minus: () => {
      const running = turn();
      if (running && canTakeOff(running)) adjust(-STEP_SECONDS);
    },
  };
}

/** What was last taken back, as long as nothing was done since. */
function redoOwnLast(session: Session): void {
  const { me, at } = session.store.getState();
  const seq = lastOwnUndoSeq(stateOf(session), me.personId);
  if (seq !== null && seq <= (at?.seq ?? 0)) session.submit({ name: 'history/undo', args: { seq } });
}

function stateOf(session: Session) {
  return must(session.store.getState().state, 'state');
}

/** Says whether it was done. */
function beginNext(session: Session): boolean {
  const command = beginNextItem(stateOf(session));
  return command !== null && !session.submit(command);
}

function createSlipGuard(nowMs: () => number, slipMs: number) {
  let calledAtMs = Number.NEGATIVE_INFINITY;
  return {
    begin: () => {
      calledAtMs = nowMs();
    },
    now: () => nowMs() - calledAtMs < slipMs,
  };
}
