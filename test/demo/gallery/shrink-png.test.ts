import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { shrinkPng } from '../../../demo/gallery/shrink-png.ts';
import { encodePng } from '../../../demo/tenant/png.ts';

/** The pixels of a PNG with a palette, and without filters, as red, green and blue. */
function pixelsOf(file: Uint8Array): number[][] {
  const bytes = Buffer.from(file);
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    chunks.set(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const width = chunks.get('IHDR')?.readUInt32BE(0) ?? 0;
  const palette = chunks.get('PLTE') ?? Buffer.alloc(0);
  const rows = [...inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0))];
  const indices = rows.filter((_, at) => at % (width + 1) !== 0);
  return indices.map((index) => [...palette.subarray(index * 3, index * 3 + 3)]);
}

describe('A picture that is made smaller', () => {
  it('keeps its colours if it has few', () => {
    const rgb = Uint8Array.from([255, 0, 0, 0, 128, 255, 17, 18, 19, 255, 0, 0]);
    expect(pixelsOf(shrinkPng(encodePng(2, 2, rgb)))).toEqual([
      [255, 0, 0],
      [0, 128, 255],
      [17, 18, 19],
      [255, 0, 0],
    ]);
  });

  it('comes near to its colours if it has many', () => {
    const pixels = Array.from({ length: 64 * 64 }, (_, at) => [(at % 64) * 4, Math.floor(at / 64) * 4, 90]);
    const shown = pixelsOf(shrinkPng(encodePng(64, 64, Uint8Array.from(pixels.flat()))));
    const distances = pixels.map((pixel, at) =>
      Math.hypot(...pixel.map((part, channel) => part - (shown[at]?.[channel] ?? 0))),
    );
    expect(Math.max(...distances)).toBeLessThan(48);
  });

  it('is refused if it is no plain picture', () => {
    const transparent = Buffer.from(encodePng(1, 1, Uint8Array.from([1, 2, 3])));
    transparent[25] = 6;
    expect(() => shrinkPng(transparent)).toThrow(RangeError);
  });
});
