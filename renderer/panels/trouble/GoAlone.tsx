import { useEffect, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { atInvitations, navigation } from '../../hooks/navigate.ts';
import { shellOf } from '../../hooks/shell.ts';
import { useKeptCopy, useMayKeep } from '../../hooks/use-kept-copy.ts';
import { useCopyWords } from '../../messages/copies.ts';
import { useProblemWords } from '../../messages/problems.ts';
import { otherHub } from '../../sync/hub-address.ts';
import { CopyActions, useWhen } from './KeptCopy.tsx';

/** The hub's line to its cluster is cut: host and moderators may take the meeting on from a copy, as another session. */
export function GoAlone() {
  const words = useCopyWords();
  const when = useWhen();
  const mayKeep = useMayKeep();
  const { copy, isTaking, take } = useKeptCopy();
  // Nothing is added as long as the line is cut: if the hub can give a copy now, it is the last there will be.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the line has been cut
  useEffect(() => {
    if (mayKeep) void take();
  }, [mayKeep]);
  if (!mayKeep || !copy || isTaking) return null;
  const isOwnHub = shellOf() !== null && otherHub(location) === null;
  return (
    <>
      <p role="status">{isOwnHub ? words.aloneHere(when(copy)) : words.aloneElsewhere(when(copy))}</p>
      {isOwnHub && <GoAloneHere />}
      <CopyActions copy={copy} />
    </>
  );
}

/** In the app, at its own hub: one press. */
function GoAloneHere() {
  const words = useCopyWords();
  const problemWords = useProblemWords();
  const { copy } = useKeptCopy();
  const [said, setSaid] = useState('');
  const go = async () => {
    if (!copy) return;
    setSaid(words.opening);
    try {
      const { invites } = (await shellOf()?.sessions.goAlone(copy.name, copy.bytes)) ?? {};
      // Everybody needs a new link, so the way begins where they are.
      if (invites?.host) navigation.go(atInvitations(invites.host));
    } catch (error) {
      setSaid(problemWords(error));
    }
  };
  return (
    <>
      <Button onClick={() => void go()}>{words.goAlone}</Button>
      <span role="status">{said}</span>
    </>
  );
}
