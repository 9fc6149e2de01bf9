/** Finds the QR codes in a picture. Large and slow: `qr-worker.ts` alone loads it (see `qr-reader.ts`). */
import type { BitMatrix } from '@nuintun/qrcode';
import { binarize, Decoder, Detector, grayscale } from '@nuintun/qrcode';

/** All of them: a slide may show the code of the Wi-Fi beside that of the invitation. */
export function qrTextsIn(picture: ImageData): string[] {
  const texts: string[] = [];
  const decoder = new Decoder();
  // Not strict, it tries every three marks of a tiled wall as the corners of a code.
  const places = new Detector({ strict: true }).detect(
    binarize(grayscale(picture), picture.width, picture.height),
  );
  let place = places.next();
  while (!place.done) {
    const text = textOf(decoder, place.value);
    if (text !== null) texts.push(text);
    // What has proved a code is not looked at again.
    place = places.next(text !== null);
  }
  return texts;
}

function textOf(decoder: Decoder, place: { matrix: BitMatrix }): string | null {
  try {
    return decoder.decode(place.matrix).content;
  } catch {
    // It only looked like a code, or is too blurred: the usual case, frame by frame.
    return null;
  }
}
