import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Compares secrets in a time that says nothing of where they differ. */
export const isSame = (left: string, right: string): boolean => timingSafeEqual(digest(left), digest(right));
