/**
 * Whether a window can be opened here. A DISPLAY that is set but dead counts as none: better the headless hub than
 * an app that ends with "Missing X server".
 */
import { connect } from 'node:net';
import { terminalWords } from '../words/words.ts';

export type DisplayFacts = {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  /** Whether somebody listens on that socket. */
  answers: (socketPath: string) => Promise<boolean>;
};

/** Null when there is a display; otherwise the sentence that says what is missing. */
export async function missingDisplay(facts: DisplayFacts): Promise<string | null> {
  if (facts.platform !== 'linux') return null;
  if (facts.env.WAYLAND_DISPLAY) return null;
  const { start: words } = terminalWords(facts.env);
  const display = facts.env.DISPLAY;
  if (!display) return words.noDisplay;
  const local = /^(?:unix)?:(\d+)/.exec(display);
  // On another machine (ssh -X, a terminal server): only the app itself can tell.
  if (!local) return null;
  const path = `/tmp/.X11-unix/X${local[1]}`;
  // Some servers listen only in the abstract namespace, where a path begins with NUL.
  if ((await facts.answers(path)) || (await facts.answers(`\0${path}`))) return null;
  return words.deadDisplay(display);
}

const ANSWER_WAIT_MS = 1_000;

/** Asks a local socket whether anybody is behind it. */
export function socketAnswers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(ANSWER_WAIT_MS, () => settle(false));
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}
