import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** Colours that are kept as they are: surfaces, strokes, and the edges of most letters. */
const EXACT = 128;
/** Colours that stand in for all others, each for those like it: photos, mostly. */
const BLENDED = 128;

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A picture of not more than 256 colours; `rgb` is one number for each pixel, row by row. */
interface Picture {
  width: number;
  height: number;
  rgb: Uint32Array;
}

/**
 * The same picture with a palette, in less than half the bytes: a PNG file (W3C PNG) of 8-bit RGB, as Chromium writes
 * screenshots, becomes one of indexed colours.
 * @throws {RangeError} for any other kind of file
 */
export function shrinkPng(file: Uint8Array): Uint8Array {
  const picture = decode(Buffer.from(file));
  const palette = choosePalette(picture.rgb);
  return encode(picture, palette);
}

function decode(file: Buffer): Picture {
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  if (file.subarray(24, 29).toString('hex') !== '0802000000') throw new RangeError('This is no plain RGB.');
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return { width, height, rgb: unfilter(inflateSync(Buffer.concat(parts)), width, height) };
}

/** Takes the filters of the rows off (W3C PNG, "Filtering"). */
function unfilter(bytes: Buffer, width: number, height: number): Uint32Array {
  const line = width * 3;
  const rgb = new Uint32Array(width * height);
  let above = new Uint8Array(line);
  for (let y = 0; y < height; y += 1) {
    const start = y * (line + 1);
    const filter = bytes[start] ?? 0;
    const row = new Uint8Array(bytes.subarray(start + 1, start + 1 + line));
    for (let at = 0; at < line; at += 1) {
      const left = at < 3 ? 0 : (row[at - 3] ?? 0);
      const up = above[at] ?? 0;
      const upLeft = at < 3 ? 0 : (above[at - 3] ?? 0);
      row[at] = (row[at] ?? 0) + guess(filter, left, up, upLeft);
    }
    for (let x = 0; x < width; x += 1) {
      rgb[y * width + x] = ((row[x * 3] ?? 0) << 16) | ((row[x * 3 + 1] ?? 0) << 8) | (row[x * 3 + 2] ?? 0);
    }
    above = row;
  }
  return rgb;
}

/** What a filter expects a byte to be. */
function guess(filter: number, left: number, up: number, upLeft: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const sum = left + up - upLeft;
  const [a, b, c] = [Math.abs(sum - left), Math.abs(sum - up), Math.abs(sum - upLeft)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : upLeft;
}

/** The commonest colours; and the rest as finely told apart as there is room for. */
function choosePalette(rgb: Uint32Array): number[] {
  const exact = mostOf(count(rgb), EXACT);
  const isExact = new Set(exact);
  const rest = rgb.filter((colour) => !isExact.has(colour));
  return [...exact, ...blend(rest, 4)];
}

/** The mean of all that share so many leading bits of red, green and blue. */
function blend(colours: Uint32Array, bits: number): number[] {
  const kept = ((0xff00 >> bits) & 0xff) * 0x010101;
  const sums = new Map<number, { red: number; green: number; blue: number; count: number }>();
  for (const colour of colours) {
    const sum = sums.get(colour & kept) ?? { red: 0, green: 0, blue: 0, count: 0 };
    sum.red += colour >> 16;
    sum.green += (colour >> 8) & 255;
    sum.blue += colour & 255;
    sum.count += 1;
    sums.set(colour & kept, sum);
  }
  if (sums.size > BLENDED) return blend(colours, bits - 1);
  return [...sums.values()].map(({ red, green, blue, count: many }) => {
    const mean = (sum: number) => Math.round(sum / many);
    return (mean(red) << 16) | (mean(green) << 8) | mean(blue);
  });
}

function count(colours: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  return counts;
}

function mostOf(counts: Map<number, number>, most: number): number[] {
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  return sorted.slice(0, most).map(([colour]) => colour);
}

function encode({ width, height, rgb }: Picture, palette: readonly number[]): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));

  const known = new Map(palette.map((colour, index) => [colour, index]));
  const rows = Buffer.alloc(height * (width + 1));
  for (let at = 0; at < rgb.length; at += 1) {
    const colour = rgb[at] ?? 0;
    const index = known.get(colour) ?? nearest(colour, palette);
    known.set(colour, index);
    rows[at + Math.floor(at / width) + 1] = index;
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function nearest(colour: number, palette: readonly number[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, other] of palette.entries()) {
    const red = (colour >> 16) - (other >> 16);
    const green = ((colour >> 8) & 255) - ((other >> 8) & 255);
    const blue = (colour & 255) - (other & 255);
    const distance = red * red + green * green + blue * blue;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
