import type { Page } from 'puppeteer-core';
import type { Language } from '../locales/copy-in-language.ts';
import type { Stage } from './stage.ts';
import type { VisitName } from './visits.ts';

/** One picture, in each theme unless it is about the language: how things come to look so, and what is seen then. */
export interface Scene {
  /** `<panel>-<what it shows>`: the pictures are called so. */
  name: string;
  /** Who is signed in, and what they may. */
  visit: VisitName;
  /** In what language Lanyard speaks, and then as narrow as it may be; English, if it is not given. */
  language?: Language;
  /** The page of the extension; the popup's, if it is not given. */
  path?: string;
  /** Whether of a page that is longer than the window only what is in sight is taken. */
  isPart?: true;
  /** The panel that the popup begins with. */
  panel?: string;
  /** What is so before the page opens. */
  given?(stage: Stage): unknown;
  /** What a person does there. */
  steps?(page: Page, stage: Stage): Promise<unknown>;
  /** What is there as soon as the picture may be taken. */
  shows: string;
  /** Whether something is still being read then. */
  isWaiting?: true;
  /** Puts back what `Stage.clear` does not. */
  after?(stage: Stage): Promise<unknown>;
}

/** The scenes of one panel, which all begin with it. */
export function scenesOf(panel: string, scenes: Omit<Scene, 'panel'>[]): Scene[] {
  return scenes.map((scene) => ({ ...scene, panel, name: `${panel}-${scene.name}` }));
}
