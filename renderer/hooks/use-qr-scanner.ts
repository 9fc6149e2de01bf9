/** Reads QR codes from the camera, where browser and machine can. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';

/** Not yet in TypeScript's own types. */
type Detector = { detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]> };
type DetectorClass = new (options: { formats: string[] }) => Detector;

const SCAN_INTERVAL_MS = 250;

export function canScan(): boolean {
  return detectorClass() !== null && Boolean(navigator.mediaDevices?.getUserMedia);
}

/** `onText` is given each text that is seen until it says that it was the right one. */
export function useQrScanner(onText: (text: string) => boolean) {
  const video = useRef<HTMLVideoElement>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const onSeen = useEffectEvent(onText);
  useEffect(() => {
    let stream: MediaStream | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const scan = async (detector: Detector) => {
      const seen = video.current ? await detector.detect(video.current).catch(() => []) : [];
      if (isOver || seen.some(({ rawValue }) => onSeen(rawValue))) return;
      timer = setTimeout(() => void scan(detector), SCAN_INTERVAL_MS);
    };
    const start = async () => {
      const Detector = detectorClass();
      if (!Detector) throw new Error('no detector');
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      if (isOver || !video.current) return stop(stream);
      video.current.srcObject = stream;
      await video.current.play();
      void scan(new Detector({ formats: ['qr_code'] }));
    };
    start().catch(() => setHasFailed(true));
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop(stream);
    };
  }, []);
  return { video, hasFailed };
}

function stop(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

function detectorClass(): DetectorClass | null {
  return 'BarcodeDetector' in window ? (window.BarcodeDetector as DetectorClass) : null;
}
