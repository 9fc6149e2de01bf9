/** Reads the frames that the hub makes itself, with the reader that every `ws` client has. */
import * as ws from 'ws';

export type Unframed = { text: string; isBinary: boolean };

// Exported and untyped.
const { Receiver } = ws as unknown as { Receiver: new (options: object) => NodeJS.WritableStream };

/** One write may hold several frames. */
export function unframed(bytes: Buffer): Unframed[] {
  const receiver = new Receiver({ isServer: false, allowSynchronousEvents: true });
  const frames: Unframed[] = [];
  receiver.on('message', (payload: Buffer, isBinary: boolean) =>
    frames.push({ text: String(payload), isBinary }),
  );
  receiver.write(bytes);
  return frames;
}
