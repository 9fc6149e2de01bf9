import { expect, test } from 'vitest';
import { createInFront, type FramedWindow } from '../../../electron/shell/in-front.ts';

const WORK_AREA = { x: 0, y: 25, width: 1_440, height: 875 };

/** A window that is where it is put. */
function fakeWindow(given: { isMaximized?: boolean; isFullScreen?: boolean } = {}) {
  const state = {
    bounds: { x: 80, y: 60, width: 1_280, height: 840 },
    isMaximized: given.isMaximized ?? false,
    isFullScreen: given.isFullScreen ?? false,
    isInFront: false,
    isEverywhere: false,
  };
  const onLeft: (() => void)[] = [];
  const window: FramedWindow = {
    getNormalBounds: () => ({ ...state.bounds }),
    isFullScreen: () => state.isFullScreen,
    isMaximized: () => state.isMaximized,
    maximize: () => Object.assign(state, { isMaximized: true }),
    unmaximize: () => Object.assign(state, { isMaximized: false }),
    setAlwaysOnTop: (isInFront) => Object.assign(state, { isInFront }),
    setVisibleOnAllWorkspaces: (isEverywhere) => Object.assign(state, { isEverywhere }),
    setBounds: (bounds) => Object.assign(state.bounds, bounds),
    setFullScreen: () => undefined,
    once: (_event, listener) => onLeft.push(listener),
  };
  const leaveFullScreen = () => {
    state.isFullScreen = false;
    for (const listener of onLeft.splice(0)) listener();
  };
  return { state, window, leaveFullScreen };
}

test('given a window, when it is put in front twice, then it is small in a corner, and back as it was', () => {
  const { state, window } = fakeWindow({ isMaximized: true });
  const before = structuredClone(state);
  const toggle = createInFront(window, () => WORK_AREA);
  toggle();
  expect(state).toEqual({
    bounds: { x: 1_024, y: 224, width: 400, height: 660 },
    isMaximized: false,
    isFullScreen: false,
    isInFront: true,
    isEverywhere: true,
  });
  toggle();
  expect(state).toEqual(before);
});

test('given a display that is smaller than the window would be, when it is put in front, then it stays inside', () => {
  const { state, window } = fakeWindow();
  createInFront(window, () => ({ x: 10, y: 20, width: 380, height: 500 }))();
  expect(state.bounds).toEqual({ x: 10, y: 20, width: 380, height: 500 });
});

test('given a full screen, when it is put in front, then it shrinks once it has left, unless somebody has thought better of it', () => {
  const { state, window, leaveFullScreen } = fakeWindow({ isFullScreen: true });
  const before = { ...state.bounds };
  const toggle = createInFront(window, () => WORK_AREA);
  expect([toggle(), toggle()]).toEqual([true, false]);
  leaveFullScreen();
  expect(state.bounds).toEqual(before);
  state.isFullScreen = true;
  expect(toggle()).toBe(true);
  expect(state.bounds).toEqual(before);
  leaveFullScreen();
  expect(state.bounds.width).toBe(400);
  expect(toggle()).toBe(false);
  expect(state.bounds).toEqual(before);
});
