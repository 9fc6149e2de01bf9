import { useState } from 'react';
import type { CommandName } from '../../shared/command.ts';
import { useView } from './session.ts';
import { useOwn } from './use-own.ts';

/** By which one takes down the own hand; whoever changes sides does so too. */
const OWN_WAYS: readonly CommandName[] = ['queue/leave', 'people/introduce', 'people/update'];

/** The own hand is down, and not by oneself; until it is up again. Whoever was called sees another page meanwhile. */
export function useHandTaken(): boolean {
  const entryId = useOwn().entry?.entryId ?? null;
  const isOwnDoing = useView((view) => view.pending.some(({ command }) => OWN_WAYS.includes(command.name)));
  const [known, setKnown] = useState({ entryId, isTaken: false });
  if (entryId !== known.entryId) setKnown({ entryId, isTaken: entryId === null && !isOwnDoing });
  return known.isTaken;
}
