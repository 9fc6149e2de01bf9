/** A camera, a canvas and a worker for jsdom, which has none; what is seen is really decoded. */
import { vi } from 'vitest';
import { qrTextsIn } from '../../../renderer/hooks/qr-text.ts';
import { type Picture, pixelsOf } from '../../support/qr-picture.ts';

export type FakeCamera = ReturnType<typeof fakeCamera>;

/** Puts them in place until `remove`. `view` is what camera and picture files show. */
export function fakeCamera() {
  const tracks: (EventTarget & { stop: () => void })[] = [];
  const seen: { view: Picture | null; drawnAt: number[] } = { view: null, drawnAt: [] };
  const getUserMedia = vi.fn(async (_wanted: MediaStreamConstraints) => {
    const track = Object.assign(new EventTarget(), { stop: vi.fn() });
    tracks.push(track);
    return { getTracks: () => [track] };
  });
  const context = (canvas: HTMLCanvasElement) => ({
    fillRect: () => undefined,
    drawImage: () => void seen.drawnAt.push(Math.max(canvas.width, canvas.height)),
    getImageData: () => pixelsOf(seen.view ?? { width: 64, height: 64, light: new Uint8Array(64 * 64) }),
  });
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function draw(
    this: HTMLCanvasElement,
  ) {
    return context(this) as unknown as null;
  });
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
  vi.spyOn(HTMLVideoElement.prototype, 'videoWidth', 'get').mockReturnValue(1_920);
  vi.spyOn(HTMLVideoElement.prototype, 'videoHeight', 'get').mockReturnValue(1_080);
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('createImageBitmap', async (file: File) => {
    if (!file.type.startsWith('image/')) throw new Error('no picture');
    return { width: 6_000, height: 4_000, close: () => undefined };
  });
  Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia }, configurable: true });
  const remove = () => {
    Reflect.deleteProperty(navigator, 'mediaDevices');
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  };
  return { seen, tracks, getUserMedia, remove };
}

class FakeWorker {
  onmessage: ((event: { data: string[] }) => void) | null = null;
  postMessage(picture: ImageData): void {
    queueMicrotask(() => this.onmessage?.({ data: qrTextsIn(picture) }));
  }
  terminate(): void {
    this.onmessage = null;
  }
}
