import { useState } from 'react';
import type { ShellApi } from '../../electron/shell-api.ts';
import type { KeptCopy } from '../store/copies.ts';

type Restored = Awaited<ReturnType<ShellApi['sessions']['restoreBytes']>>;

export type Restoring = {
  isBusy: boolean;
  /** The last one that was taken in. */
  restored: Restored | null;
  problem: unknown;
  pick(): void;
  drop(file: File): void;
  /** One that this device has kept. */
  open(copy: KeptCopy): void;
};

/** Takes session files from elsewhere into the desktop app's own hub. */
export function useRestore(shell: ShellApi | null): Restoring {
  const [isBusy, setBusy] = useState(false);
  const [restored, setRestored] = useState<Restored | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const take = async (from: (app: ShellApi) => Promise<Restored | null>) => {
    if (!shell || isBusy) return;
    setBusy(true);
    setProblem(null);
    try {
      setRestored(await from(shell));
    } catch (error) {
      setRestored(null);
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return {
    isBusy,
    restored,
    problem,
    open: ({ name, bytes }) => void take((app) => app.sessions.restoreBytes(name, bytes)),
    pick: () => void take((app) => app.sessions.restore()),
    drop: (file) =>
      void take(async (app) =>
        app.sessions.restoreBytes(file.name, new Uint8Array(await file.arrayBuffer())),
      ),
  };
}
