/** Reads QR codes from the camera. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { openQrReader } from './qr-reader.ts';

export type ScanFailure = 'denied' | 'none' | 'failed';
/** `other`: a code was seen that is not wanted; the scanning goes on. */
export type ScanState = 'starting' | 'looking' | 'other';

const SCAN_INTERVAL_MS = 250;
/** Enough for a code on the far wall; more would only be slower. */
const FRAME_SIDE_MAX = 1_280;
const CAMERA = { facingMode: 'environment', width: { ideal: 1_280 }, height: { ideal: 720 } };

/** Not over plain http, where the browser has no such thing. Whether there is a camera is known once it is asked for. */
export function mayScan(): boolean {
  return Boolean(navigator.mediaDevices?.getUserMedia);
}

/** `onText` is given each text that is seen until it says that it was the right one; `onFailure` ends it too. */
export function useQrScanner(onText: (text: string) => boolean, onFailure: (failure: ScanFailure) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<ScanState>('starting');
  const onSeen = useEffectEvent(onText);
  const onFailed = useEffectEvent(onFailure);
  useEffect(() => {
    const reader = openQrReader();
    let stream: MediaStream | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const end = () => {
      isOver = true;
      clearTimeout(timer);
      stop(stream);
      reader.close();
    };
    const fail = (error: unknown) => {
      if (!isOver) onFailed(failureOf(error));
      end();
    };
    const look = async (shown: HTMLVideoElement) => {
      const size = { width: shown.videoWidth, height: shown.videoHeight };
      const texts = await reader.read(shown, size, FRAME_SIDE_MAX);
      if (isOver) return;
      if (texts.some((text) => onSeen(text))) return end();
      if (texts.length > 0) setState('other');
      timer = setTimeout(() => void look(shown).catch(fail), SCAN_INTERVAL_MS);
    };
    const start = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: CAMERA });
      const shown = video.current;
      if (isOver || !shown) return stop(stream);
      // Unplugged, or the permission was taken back.
      for (const track of stream.getTracks()) track.addEventListener('ended', fail);
      shown.srcObject = stream;
      await shown.play();
      setState('looking');
      await look(shown);
    };
    start().catch(fail);
    return end;
  }, []);
  return { video, state };
}

function stop(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

function failureOf(error: unknown): ScanFailure {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError') return 'denied';
  return name === 'NotFoundError' ? 'none' : 'failed';
}
