/** Pictures of QR codes, as a camera sees them and as files. Drawn by another library than the one that reads them. */
import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

/** One byte of brightness per pixel, row by row. */
export type Picture = { width: number; height: number; light: Uint8Array };

/** A code in the middle of a grey field. */
export function pictureOf(text: string, modulePx = 6, width = 640, height = 480): Picture {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const light = new Uint8Array(width * height).fill(120);
  const [left, top] = [width, height].map((side) => Math.floor((side - size * modulePx) / 2)) as [
    number,
    number,
  ];
  for (let y = 0; y < size * modulePx; y += 1) {
    for (let x = 0; x < size * modulePx; x += 1) {
      const isDark = data[Math.floor(y / modulePx)]?.[Math.floor(x / modulePx)];
      light[(top + y) * width + left + x] = isDark ? 20 : 235;
    }
  }
  return { width, height, light };
}

/** As a canvas gives it. */
export function pixelsOf({ width, height, light }: Picture): ImageData {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (const [at, value] of light.entries()) data.fill(value, at * 4, at * 4 + 3);
  return { width, height, data, colorSpace: 'srgb' };
}

/** A film of one frame for `--use-file-for-fake-video-capture`, which plays it again and again. */
export function y4mOf({ width, height, light }: Picture): Uint8Array {
  const colour = new Uint8Array((width * height) / 2).fill(128);
  const head = `YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\nFRAME\n`;
  return Buffer.concat([Buffer.from(head), light, colour]);
}

export function pngOf({ width, height, light }: Picture): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits of grey.
  head[8] = 8;
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    rows.set(light.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
