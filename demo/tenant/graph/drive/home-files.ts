import type { FileTemplate } from './work-files.ts';

/** The OneDrive of a personal account. */
export const homeFiles: readonly FileTemplate[] = [
  { path: 'Documents/', size: 0, age: 40 },
  { path: 'Documents/Tenancy agreement.pdf', size: 402_118, age: 4_100, used: 300 },
  { path: 'Documents/Choir, second altos.docx', size: 24_310, age: 40, used: 39 },
  { path: 'Documents/Household budget.xlsx', size: 19_204, age: 18, used: 17 },
  { path: 'Pictures/', size: 0, age: 70 },
  { path: 'Pictures/Kayaks at low water.jpg', size: 3_812_004, age: 70, used: 69 },
  { path: 'Pictures/Plum cake.jpg', size: 2_904_118, age: 900 },
  { path: 'Sourdough, how it went.md', size: 3_204, age: 5, used: 4.5 },
  { path: 'Notebook of Sam.notebook', size: 300_118, age: 200, used: 199 },
];

export const homeShared: readonly FileTemplate[] = [
  { path: 'Spring concert, programme.docx', size: 33_118, age: 12, by: 'choir', used: 11 },
];
