/**
 * The main window small, in a corner and in front of every other one, for whoever shares the screen and must still see
 * floor and queue: the page lays itself out as on a phone.
 */
import type { BrowserWindow, Rectangle } from 'electron';

const SIZE = { width: 400, height: 660 };
const MARGIN = 16;

/** The part of Electron's window that is used. */
export type FramedWindow = Pick<
  BrowserWindow,
  | 'getNormalBounds'
  | 'isFullScreen'
  | 'isMaximized'
  | 'maximize'
  | 'setAlwaysOnTop'
  | 'setBounds'
  | 'setFullScreen'
  | 'setVisibleOnAllWorkspaces'
  | 'unmaximize'
> & { once(event: 'leave-full-screen', listener: () => void): unknown };

/** @returns what puts the window in front, and the next time back to where it was; says whether it is in front then */
export function createInFront(window: FramedWindow, workArea: () => Rectangle): () => boolean {
  let before: { bounds: Rectangle; isMaximized: boolean } | null = null;
  let isAwaited = false;
  const shrink = () => {
    before = { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() };
    window.unmaximize();
    keepInFront(window, true);
    window.setBounds(cornerOf(workArea()));
  };
  return () => {
    if (before) {
      keepInFront(window, false);
      window.setBounds(before.bounds);
      if (before.isMaximized) window.maximize();
      before = null;
      return false;
    }
    if (!window.isFullScreen()) {
      shrink();
      return true;
    }
    isAwaited = !isAwaited;
    if (isAwaited) {
      // Its bounds are not its own until it has left; meanwhile somebody may think better of it.
      window.once('leave-full-screen', () => {
        if (isAwaited) shrink();
        isAwaited = false;
      });
      window.setFullScreen(false);
    }
    return isAwaited;
  };
}

/** Before slides in full screen as well, which on macOS are a space of their own. */
function keepInFront(window: FramedWindow, isInFront: boolean): void {
  window.setAlwaysOnTop(isInFront, 'screen-saver');
  window.setVisibleOnAllWorkspaces(isInFront, {
    visibleOnFullScreen: isInFront,
    skipTransformProcessType: true,
  });
}

/** Below on the right, where slides have least to say. */
function cornerOf({ x, y, width, height }: Rectangle): Rectangle {
  const size = { width: Math.min(SIZE.width, width), height: Math.min(SIZE.height, height) };
  return {
    x: Math.max(x, x + width - size.width - MARGIN),
    y: Math.max(y, y + height - size.height - MARGIN),
    ...size,
  };
}
