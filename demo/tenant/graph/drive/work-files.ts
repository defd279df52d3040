import type { CastKey } from '../cast.ts';

/**
 * A file of somebody's: its path (a slash at the end makes a folder, an ending of `.notebook` a notebook), how big it
 * is, how many hours ago it was changed and, where that was not the owner, by whom; and how many hours ago it was open.
 */
export interface FileTemplate {
  path: string;
  size: number;
  age: number;
  by?: CastKey;
  used?: number;
}

/** The OneDrive of somebody at the trust. */
export const workFiles: readonly FileTemplate[] = [
  { path: 'Loan agreement Northmere.docx', size: 48_213, age: 1, by: 'priya', used: 0.4 },
  { path: 'Watering rota.xlsx', size: 31_870, age: 3, used: 2.8 },
  { path: 'Fern walk: the talk.pptx', size: 8_412_660, age: 20, used: 19 },
  { path: 'Field notes.notebook', size: 2_204_112, age: 22, used: 21 },
  { path: 'Read me first.txt', size: 812, age: 5_200 },
  { path: 'Map of the borders.vsdx', size: 214_090, age: 410, by: 'bram' },
  { path: 'Budget #2 (50% draft) & notes.xlsx', size: 27_404, age: 50, used: 49 },
  { path: 'Ärger mit Öl im Gewächshaus – Übersicht.docx', size: 22_918, age: 700, by: 'hanneke' },
  { path: 'Backup of the old catalogue.zip', size: 1_288_490_189, age: 8_800 },
  { path: 'Photographs/', size: 0, age: 30 },
  { path: 'Photographs/Tree fern, unfurling.jpg', size: 5_302_144, age: 30, used: 29 },
  { path: 'Photographs/Alpine house at dawn.jpg', size: 4_811_002, age: 260 },
  { path: 'Photographs/Herbarium sheet 2201.png', size: 12_004_663, age: 520, used: 300 },
  { path: 'Photographs/Opening of the seed vault.mp4', size: 94_371_840, age: 1_400 },
  { path: 'Photographs/Logo, new.svg', size: 4_210, age: 900, by: 'kestrel' },
  { path: 'Seed bank/', size: 0, age: 6 },
  { path: 'Seed bank/Germination tests.xlsx', size: 188_206, age: 6, used: 5 },
  { path: 'Seed bank/Freezer log.csv', size: 91_004, age: 7, by: 'catalogue' },
  { path: 'Seed bank/Protocol, drying.pdf', size: 604_118, age: 2_200, used: 70 },
  { path: 'Seed bank/Labels/', size: 0, age: 600 },
  { path: 'Seed bank/Labels/Drawer A.docx', size: 18_220, age: 610 },
  { path: 'Seed bank/Labels/Drawer B.docx', size: 18_304, age: 605 },
  { path: 'Seed bank/Labels/Drawer C.docx', size: 18_191, age: 600 },
  { path: 'Meetings/', size: 0, age: 26 },
  { path: 'Meetings/Collections, minutes.docx', size: 40_118, age: 26, by: 'odile', used: 25 },
  { path: 'Meetings/Collections, agenda.md', size: 1_904, age: 48 },
  { path: 'Meetings/Staff tea, who brings what.xlsx', size: 12_080, age: 96, by: 'rosalind' },
  { path: 'Meetings/Recording.mp4', size: 402_653_184, age: 170 },
  { path: 'Reports/', size: 0, age: 120 },
  { path: 'Reports/Frost damage.docx', size: 1_204_551, age: 120, used: 100 },
  { path: 'Reports/Frost damage.pdf', size: 944_100, age: 119 },
  { path: 'Reports/Annual report, collections.docx', size: 3_401_225, age: 1_900 },
  { path: 'Reports/Visitor numbers.xlsx', size: 66_400, age: 340, by: 'callum' },
  { path: 'Reports/Pond, risk assessment.docx', size: 55_120, age: 60, used: 59 },
  { path: 'Scripts/', size: 0, age: 3_000 },
  { path: 'Scripts/count-pots.html', size: 6_120, age: 3_000 },
  { path: 'Quick notes.one', size: 88_064, age: 150 },
  { path: 'Bird song by the lower gate.mp3', size: 3_145_728, age: 2_000 },
  { path: 'Empty folder/', size: 0, age: 4_000 },
];

/** What colleagues have shared with them. */
export const workShared: readonly FileTemplate[] = [
  { path: 'Open day plan.docx', size: 71_220, age: 2, by: 'callum', used: 1.5 },
  { path: 'Glasshouse 2, roof survey.pdf', size: 7_340_032, age: 80, by: 'bram', used: 40 },
  { path: 'Herbarium digitisation.xlsx', size: 402_118, age: 9, by: 'yusuf', used: 8.5 },
  { path: 'Staff handbook.docx', size: 512_004, age: 2_600, by: 'rosalind', used: 900 },
];
