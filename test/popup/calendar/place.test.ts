import { expect, it } from 'vitest';
import { nameOfPlace } from '../../../popup/calendar/place.ts';

it.each([
  ['https://fernleigh.example/j.php?MTID=m2bab3f', 'fernleigh.example'],
  ['The Potting Room', 'The Potting Room'],
  ['Room 4; https://fernleigh.example/j', 'Room 4; https://fernleigh.example/j'],
  ['https://', 'https://'],
])('shortens the place "%s" to %s', (location, name) => {
  expect(nameOfPlace(location)).toBe(name);
});
