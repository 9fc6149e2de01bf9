import { useState } from 'react';
import type { CommandName } from '../../shared/command.ts';
import { useMeeting, useView } from './session.ts';
import { useOwn } from './use-own.ts';

/** By which one takes down the own hand; whoever changes sides does so too. */
const OWN_WAYS: readonly CommandName[] = ['queue/leave', 'people/introduce', 'people/update'];

/** The own hand is down, not by oneself, and no turn came of it; until it is up again. For what stays on the page. */
export function useHandTaken(): boolean {
  const entryId = useOwn().entry?.entryId ?? null;
  const isOwnDoing = useView((view) => view.pending.some(({ command }) => OWN_WAYS.includes(command.name)));
  const turnEntryId = useMeeting((state) => state.floor.turn?.entryId);
  const [known, setKnown] = useState({ entryId, isTaken: false });
  const wasCalled = turnEntryId === known.entryId;
  if (entryId !== known.entryId) {
    setKnown({ entryId, isTaken: entryId === null && !isOwnDoing && !wasCalled });
  }
  return known.isTaken;
}
