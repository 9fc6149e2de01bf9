/** What the console's keys do. */
import { useEffect, useRef, useState } from 'react';
import { must } from '../../shared/lib/assert.ts';
import type { Channel } from '../../shared/lib/vocabulary.ts';
import { turnClock } from '../components/turn-clock.ts';
import { useSession } from '../hooks/session.ts';
import { useProposal } from '../hooks/use-fairness.ts';
import { createTwice, TWICE_MS } from '../input/twice.ts';
import { useKeymap } from '../input/use-keymap.ts';
import { lastOwnSeq } from '../store/deeds.ts';
import { giveFloor } from '../store/moderation.ts';
import type { Session } from '../store/session.ts';

/** Where a hand is being added: in a column, or anyone from anywhere. */
export type Adding = Channel | 'any' | null;

const KEYS_OFF = 'evenfloor.keys-off';

export function useConsoleKeys(setAdding: (adding: Adding) => void, showHelp: () => void) {
  const session = useSession();
  const proposal = useProposal();
  const [twice] = useState(() => createTwice(session.hubNow));
  const { isArmed, arm } = useArmed();
  const [areKeysOn, setKeysOn] = useState(() => localStorage.getItem(KEYS_OFF) === null);
  const call = (entryId: string) => {
    arm(false);
    session.submit(giveFloor(stateOf(session), { entryId }, proposal(), session.newId()));
  };
  const callSuggested = () => {
    const entryId = proposal();
    if (entryId === null) return;
    const { turn } = stateOf(session).floor;
    const isWithinLimit = turn !== null && !turnClock(turn, session.hubNow()).isOver;
    if (isWithinLimit && !twice(`${turn.turnId} ${entryId}`)) arm(true);
    else call(entryId);
  };
  useKeymap(
    {
      call: callSuggested,
      ...turnKeys(session),
      undo: () => undoOwnLast(session),
      addOnsite: () => setAdding('onsite'),
      addOnline: () => setAdding('online'),
      find: () => setAdding('any'),
      help: showHelp,
    },
    areKeysOn,
  );
  const switchKeys = (isOn: boolean) => {
    if (isOn) localStorage.removeItem(KEYS_OFF);
    else localStorage.setItem(KEYS_OFF, '1');
    setKeysOn(isOn);
  };
  return { call, isArmed, areKeysOn, switchKeys };
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
    plus: () => adjust(30),
    minus: () => adjust(-30),
  };
}

/** While the newest of ours is still on its way it has no number; taking back an older one would be a surprise. */
function undoOwnLast(session: Session): void {
  const { me, at } = session.store.getState();
  const seq = lastOwnSeq(stateOf(session), me.personId);
  if (seq !== null && seq <= (at?.seq ?? 0)) session.submit({ name: 'history/undo', args: { seq } });
}

function stateOf(session: Session) {
  return must(session.store.getState().state, 'state');
}

/** On for as long as a second press counts. */
function useArmed() {
  const [isArmed, setArmed] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const arm = (isOn: boolean) => {
    clearTimeout(timer.current);
    setArmed(isOn);
    if (isOn) timer.current = setTimeout(() => setArmed(false), TWICE_MS);
  };
  return { isArmed, arm };
}
