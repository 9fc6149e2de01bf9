import { expect, test } from 'vitest';
import { Elsewhere } from '../../../electron/hub/elsewhere.ts';
import { alone, type Heard, type Peers } from '../../../electron/store/peers.ts';

/** This hub, and another one that is played by the test. */
function withAnother() {
  let hear: Heard = () => undefined;
  let change: () => void = () => undefined;
  const living = new Set(['other']);
  const peers: Peers = {
    ...alone(),
    others: () => living,
    hear: (_, listener) => {
      hear = listener;
      return () => undefined;
    },
    onChange: (listener) => {
      change = listener;
      return () => undefined;
    },
  };
  const nothing = () => undefined;
  const options = {
    onChange: nothing,
    onDue: nothing,
    onLost: nothing,
    onTaken: nothing,
    onAbsence: nothing,
  };
  const elsewhere = new Elsewhere({ peers, sessionId: 's1', ...options });
  const die = () => {
    living.clear();
    change();
  };
  return { elsewhere, tell: (told: object) => hear(told, 'other'), die };
}

test('[M18] given another hub that lives, when it has not the session, or closes it, or dies, then nobody else serves it', () => {
  const { elsewhere, tell, die } = withAnother();
  expect([elsewhere.isAlone, elsewhere.isServed]).toEqual([false, false]);
  tell({ kind: 'present', people: [], count: 0 });
  expect(elsewhere.isServed).toBe(true);
  tell({ kind: 'closed' });
  expect(elsewhere.isServed).toBe(false);
  tell({ kind: 'present', people: [], count: 0 });
  die();
  expect([elsewhere.isAlone, elsewhere.isServed]).toEqual([true, false]);
});
