import { useEffect, useState } from 'react';
import { otherHub } from '../sync/hub-address.ts';
import { shellOf } from './shell.ts';

export type SharedAddress = {
  /** Under which others reach the hub of this desktop app; null outside the app, and before it is shared. */
  address: string | null;
  /** Links lead to this computer by a name that means another one on every phone. */
  isUnshared: boolean;
};

export function useSharedAddress(): SharedAddress {
  const [address, setAddress] = useState<string | null>(null);
  const shell = otherHub(location) ? null : shellOf();
  useEffect(() => {
    let isGone = false;
    const take = ([first]: string[]) => {
      if (!isGone) setAddress(first ?? null);
    };
    // An app that cannot say it counts as not shared; sharing says why.
    shell?.sharing.addresses().then(take, () => undefined);
    return () => {
      isGone = true;
    };
  }, [shell]);
  return { address, isUnshared: shell !== null && address === null };
}
