import { expect, it } from 'vitest';
import { initials } from '../../../src/ui/avatar.tsx';

it.each([
  ['Mira Halloran', 'MH'],
  ['Ana María de la Cruz', 'AC'],
  ['Tomáš Wren', 'TW'],
  ['Öykü', 'Ö'],
  ['sam.pelling@outlook.example', 'SP'],
  ['山田 太郎', '山太'],
  ['', ''],
  ['<img src=x onerror=alert(1)>', 'SO'],
  ['123 456', ''],
])('makes of "%s" the initials "%s"', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
