import { shellOf } from './shell.ts';

const SIZE = { width: 400, height: 660 };

/** Chromium's alone, over https or on this computer; the types of the DOM do not have it. */
type SmallWindows = { requestWindow(size: typeof SIZE): Promise<Window> };

function smallWindows(): SmallWindows | null {
  return 'documentPictureInPicture' in window ? (window.documentPictureInPicture as SmallWindows) : null;
}

/** Not in the app, whose own window can be in front (its menu), nor in the small window itself. */
export function mayBeInFront(): boolean {
  return smallWindows() !== null && shellOf() === null && window === window.top;
}

/**
 * This page once more in a small window in front of all others: for whoever shares the screen from a browser. A frame,
 * since such a window has no address of its own, and clocks in it run on when the page behind is covered.
 */
export async function openInFront(title: string): Promise<void> {
  const small = await smallWindows()
    ?.requestWindow(SIZE)
    .catch(() => null);
  if (!small) {
    // Where it is not allowed after all: small at least.
    window.open(location.href, '_blank', `popup,width=${SIZE.width},height=${SIZE.height}`);
    return;
  }
  const { document } = small;
  const frame = document.createElement('iframe');
  frame.src = location.href;
  frame.title = title;
  frame.allow = 'clipboard-write; screen-wake-lock';
  // Not by a style sheet: the policy of the page, which holds here too, takes none that is written into it.
  Object.assign(frame.style, { position: 'fixed', inset: '0', width: '100%', height: '100%', border: '0' });
  document.title = title;
  document.body.append(frame);
}
