import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'puppeteer-core';
import type { Theme } from './theme.ts';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/**
 * In the dark only the rules that look at colours: for all the others the page is the same. In the light no rule is
 * left out, those among them that axe calls best practice or experimental.
 */
const RULES: Record<Theme, RunOptions> = {
  light: {},
  dark: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
};

/** What axe finds wrong with the page as it is now, shown in that theme: where, by which rule, and why. */
export async function faultsOf(page: Page, theme: Theme): Promise<string[]> {
  // What a driver evaluates is not bound by the page's own policy, and axe needs no eval.
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(axe.source);
  const found = await page.evaluate(async (options): Promise<AxeResults['violations']> => {
    const results = await window.axe?.run(document, { resultTypes: ['violations'], ...options });
    return results?.violations ?? [];
  }, RULES[theme]);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${theme}: ${target.join(' ')}: ${id}: ${failureSummary}`),
  );
}
