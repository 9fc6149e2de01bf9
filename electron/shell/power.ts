/** Keeps the display on and the computer awake while a session runs: the stage hangs on it. */

/** The part of Electron's `powerSaveBlocker` that is used. */
export type Blocker = { start(type: 'prevent-display-sleep'): number; stop(id: number): boolean };

/** Call it again and again; it acts only when the answer has changed. */
export function createWakeKeeper(blocker: Blocker): (isRunning: boolean) => void {
  let held: number | null = null;
  return (isRunning) => {
    if (isRunning && held === null) held = blocker.start('prevent-display-sleep');
    if (!isRunning && held !== null) {
      blocker.stop(held);
      held = null;
    }
  };
}
