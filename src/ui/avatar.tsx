import { say } from '../words.ts';

interface Props {
  name: string;
  /** A `data:` URL, or null for initials. */
  photo: string | null;
}

/**
 * The person's photo, or their initials on a colour that is always the same for them: drawn by the styles, for they are
 * a picture, and no words that a name would have to repeat (WCAG 2.2, 2.5.3).
 */
export function Avatar({ name, photo }: Props) {
  if (photo) return <img class="avatar" src={photo} alt={say('photoOf', name)} width="88" height="88" />;
  return <span class={`avatar avatar-${tone(name)}`} data-initials={initials(name)} aria-hidden="true" />;
}

/** First letters of the first and the last word that begin with a letter; of an address, the part before the @. */
export function initials(name: string): string {
  const letters = name
    .replace(/@.*$/u, '')
    .split(/[\s.]+/u)
    .map((word) => /^\p{L}/u.exec(word)?.[0])
    .filter((letter) => letter !== undefined);
  const ends = letters.length > 1 ? [letters[0], letters.at(-1)] : letters;
  return ends.join('').toLocaleUpperCase();
}

const TONES = 5;

/** Which of Fluent's persona colours a name has. */
export function tone(name: string): number {
  let sum = 0;
  for (const character of name) sum += character.codePointAt(0) ?? 0;
  return sum % TONES;
}
