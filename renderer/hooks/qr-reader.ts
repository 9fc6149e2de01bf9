/**
 * Reads QR codes in a worker: the page stays alive whatever the picture holds, no page loads the decoder before
 * somebody scans, and a picture that takes too long is given up.
 */
import { QR_READ_MS_MAX } from '../../shared/lib/limits.ts';

type Size = { width: number; height: number };

export type QrReader = {
  /** Texts of the codes in it, drawn with at most `sideMax` pixels a side. One at a time. Rejects if the decoder does not load. */
  read(source: CanvasImageSource, size: Size, sideMax: number): Promise<string[]>;
  close(): void;
};

export function openQrReader(): QrReader {
  const canvas = document.createElement('canvas');
  let worker: Worker | null = null;
  const close = () => {
    worker?.terminate();
    worker = null;
  };
  const ask = (pixels: ImageData) =>
    new Promise<string[]>((resolve, reject) => {
      worker ??= new Worker(new URL('./qr-worker.ts', import.meta.url), { type: 'module' });
      const timer = setTimeout(() => {
        close();
        resolve([]);
      }, QR_READ_MS_MAX);
      worker.onmessage = ({ data }: MessageEvent<string[]>) => {
        clearTimeout(timer);
        resolve(data);
      };
      worker.onerror = () => {
        clearTimeout(timer);
        reject(new Error('the decoder did not load'));
      };
      worker.postMessage(pixels, [pixels.data.buffer]);
    });
  return {
    read: async (source, size, sideMax) => {
      const pixels = pixelsOf(canvas, source, size, sideMax);
      return pixels ? ask(pixels) : [];
    },
    close,
  };
}

/** Null when there is nothing to see yet, as before a film's first frame. */
function pixelsOf(
  canvas: HTMLCanvasElement,
  source: CanvasImageSource,
  { width, height }: Size,
  sideMax: number,
): ImageData | null {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context || width === 0 || height === 0) return null;
  const scale = Math.min(1, sideMax / Math.max(width, height));
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  // Where a picture is transparent, its dark code would be dark on dark.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
