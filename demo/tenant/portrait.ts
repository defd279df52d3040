import { encodePng } from './png.ts';

export type Colour = readonly [red: number, green: number, blue: number];

interface Ellipse {
  x: number;
  y: number;
  rx: number;
  ry: number;
  colour: Colour;
}

/** What tells one portrait from another; the rest is the same for everybody. */
export interface Look {
  skyTop: Colour;
  skyBottom: Colour;
  hair: Colour;
  coat: Colour;
  shade: Colour;
  skin: Colour;
}

const ownLook: Look = {
  skyTop: [246, 214, 170],
  skyBottom: [104, 158, 140],
  hair: [66, 44, 38],
  coat: [42, 84, 78],
  shade: [201, 149, 118],
  skin: [224, 174, 142],
};

/** Painted in order, in fractions of the picture's side: hair, shoulders, neck, face, fringe. */
const arrangeShapes = ({ hair, coat, shade, skin }: Look): readonly Ellipse[] => [
  { x: 0.5, y: 0.42, rx: 0.235, ry: 0.265, colour: hair },
  { x: 0.5, y: 1.06, rx: 0.41, ry: 0.34, colour: coat },
  { x: 0.5, y: 0.69, rx: 0.085, ry: 0.13, colour: shade },
  { x: 0.5, y: 0.45, rx: 0.17, ry: 0.205, colour: skin },
  { x: 0.47, y: 0.275, rx: 0.2, ry: 0.105, colour: hair },
];

const mix = (from: number, to: number, share: number) => from + (to - from) * share;

/** How much of a pixel a shape covers, 0 to 1: its edge is softened over about one pixel. */
function coverage(shape: Ellipse, x: number, y: number, pixel: number): number {
  const across = (x - shape.x) / shape.rx;
  const down = (y - shape.y) / shape.ry;
  const distance = Math.sqrt(across * across + down * down) - 1;
  return Math.min(1, Math.max(0, 0.5 - (distance * Math.min(shape.rx, shape.ry)) / pixel));
}

/** A small painted portrait, `size` pixels square, as PNG: made in code so that no binary file needs explaining. */
export function paintPortrait(size: number, look: Look = ownLook): Uint8Array {
  const rgb = new Uint8Array(size * size * 3);
  const shapes = arrangeShapes(look);
  const { skyTop, skyBottom } = look;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const x = (column + 0.5) / size;
      const y = (row + 0.5) / size;
      const low = Math.min(1, y * 0.8 + x * 0.2);
      const pixel: [number, number, number] = [
        mix(skyTop[0], skyBottom[0], low),
        mix(skyTop[1], skyBottom[1], low),
        mix(skyTop[2], skyBottom[2], low),
      ];
      for (const shape of shapes) {
        const share = coverage(shape, x, y, 1 / size);
        if (share === 0) continue;
        for (const channel of [0, 1, 2] as const) {
          pixel[channel] = mix(pixel[channel], shape.colour[channel], share);
        }
      }
      rgb.set(pixel, (row * size + column) * 3);
    }
  }
  return encodePng(size, size, rgb);
}
