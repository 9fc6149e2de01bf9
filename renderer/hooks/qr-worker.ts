/** The far end of `qr-reader.ts`: a picture comes in, the texts of its QR codes go out. */
import { qrTextsIn } from './qr-text.ts';

addEventListener('message', ({ data }: MessageEvent<ImageData>) => {
  postMessage(textsOf(data));
});

/** A picture that the decoder stumbles over must not end the scanning: the next one comes at once. */
function textsOf(picture: ImageData): string[] {
  try {
    return qrTextsIn(picture);
  } catch {
    return [];
  }
}
