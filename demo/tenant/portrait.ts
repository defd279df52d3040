import { encodePng } from './png.ts';

type Colour = readonly [red: number, green: number, blue: number];

interface Ellipse {
  x: number;
  y: number;
  rx: number;
  ry: number;
  colour: Colour;
}

const skyTop: Colour = [246, 214, 170];
const skyBottom: Colour = [104, 158, 140];

/** Painted in order, in fractions of the picture's side: hair, shoulders, neck, face, fringe. */
const shapes: readonly Ellipse[] = [
  { x: 0.5, y: 0.42, rx: 0.235, ry: 0.265, colour: [66, 44, 38] },
  { x: 0.5, y: 1.06, rx: 0.41, ry: 0.34, colour: [42, 84, 78] },
  { x: 0.5, y: 0.69, rx: 0.085, ry: 0.13, colour: [201, 149, 118] },
  { x: 0.5, y: 0.45, rx: 0.17, ry: 0.205, colour: [224, 174, 142] },
  { x: 0.47, y: 0.275, rx: 0.2, ry: 0.105, colour: [66, 44, 38] },
];

const mix = (from: number, to: number, share: number) => from + (to - from) * share;

/** How much of a pixel a shape covers, 0 to 1: its edge is softened over about one pixel. */
function coverage(shape: Ellipse, x: number, y: number, pixel: number): number {
  const distance = Math.hypot((x - shape.x) / shape.rx, (y - shape.y) / shape.ry) - 1;
  return Math.min(1, Math.max(0, 0.5 - (distance * Math.min(shape.rx, shape.ry)) / pixel));
}

/** A small painted portrait, `size` pixels square, as PNG: made in code so that no binary file needs explaining. */
export function paintPortrait(size: number): Uint8Array {
  const rgb = new Uint8Array(size * size * 3);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const x = (column + 0.5) / size;
      const y = (row + 0.5) / size;
      const pixel: [number, number, number] = [0, 0, 0];
      for (const channel of [0, 1, 2] as const) {
        let value = mix(skyTop[channel], skyBottom[channel], Math.min(1, y * 0.8 + x * 0.2));
        for (const shape of shapes)
          value = mix(value, shape.colour[channel], coverage(shape, x, y, 1 / size));
        pixel[channel] = value;
      }
      rgb.set(pixel, (row * size + column) * 3);
    }
  }
  return encodePng(size, size, rgb);
}
