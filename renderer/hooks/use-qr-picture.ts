/** Reads a QR code from a picture file: a screenshot, or a photograph taken with something else. */
import { useState } from 'react';
import { QR_PICTURE_BYTES_MAX } from '../../shared/lib/limits.ts';
import { openQrReader } from './qr-reader.ts';

export type PictureState = 'idle' | 'reading' | 'unreadable' | 'none' | 'other';

/** Large codes are found in the small picture, and soon; small ones in the large picture only. */
const PICTURE_SIDES = [1_000, 4_000];

/** As `useQrScanner`: `onText` says whether a text is the right one. */
export function useQrPicture(onText: (text: string) => boolean) {
  const [state, setState] = useState<PictureState>('idle');
  const read = async (file: File) => {
    setState('reading');
    setState(await outcomeOf(file, onText).catch(() => 'unreadable' as const));
  };
  return { state, read: (file: File) => void read(file) };
}

async function outcomeOf(file: File, onText: (text: string) => boolean): Promise<PictureState> {
  if (file.size > QR_PICTURE_BYTES_MAX) return 'unreadable';
  const picture = await createImageBitmap(file);
  const reader = openQrReader();
  try {
    let outcome: PictureState = 'none';
    for (const side of PICTURE_SIDES) {
      const texts = await reader.read(picture, picture, side);
      if (texts.some(onText)) return 'idle';
      if (texts.length > 0) outcome = 'other';
    }
    return outcome;
  } finally {
    picture.close();
    reader.close();
  }
}
