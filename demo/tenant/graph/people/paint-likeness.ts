import { type Colour, type Look, paintPortrait } from '../../portrait.ts';
import { createRandom } from '../random.ts';

const skies: readonly (readonly [Colour, Colour])[] = [
  [
    [250, 226, 190],
    [226, 150, 112],
  ],
  [
    [206, 226, 240],
    [96, 140, 176],
  ],
  [
    [222, 236, 206],
    [120, 158, 96],
  ],
  [
    [232, 216, 240],
    [146, 118, 170],
  ],
  [
    [244, 240, 224],
    [168, 160, 140],
  ],
];
const hairs: readonly Colour[] = [
  [24, 20, 20],
  [58, 38, 30],
  [108, 68, 40],
  [170, 122, 66],
  [164, 72, 40],
  [178, 178, 180],
];
const coats: readonly Colour[] = [
  [52, 74, 120],
  [120, 44, 58],
  [70, 96, 52],
  [60, 60, 66],
  [176, 128, 40],
];
/** Skin, and the same in the shade of the chin. */
const skins: readonly (readonly [Colour, Colour])[] = [
  [
    [242, 204, 176],
    [216, 174, 146],
  ],
  [
    [222, 176, 138],
    [194, 146, 110],
  ],
  [
    [186, 134, 96],
    [158, 108, 74],
  ],
  [
    [138, 92, 62],
    [112, 72, 48],
  ],
  [
    [92, 60, 42],
    [72, 46, 32],
  ],
];

function chooseLook(id: string): Look {
  const random = createRandom(`likeness of ${id}`);
  const [skyTop, skyBottom] = random.pick(skies);
  const [skin, shade] = random.pick(skins);
  return { skyTop, skyBottom, skin, shade, hair: random.pick(hairs), coat: random.pick(coats) };
}

const painted = new Map<string, Uint8Array>();

/** The portrait of whoever has that id, so many pixels square: painted when it is first looked at. */
export function paintLikeness(id: string, side: number): Uint8Array {
  const key = `${id} ${side}`;
  const known = painted.get(key);
  if (known) return known;
  const likeness = paintPortrait(side, chooseLook(id));
  painted.set(key, likeness);
  return likeness;
}
