import { expect } from 'vitest';
import { describe as describeFound } from '../../../background/omnibox/describe.ts';
import { PATIENCE_MS } from '../../../demo/browser/wait-until.ts';
import { launchLanyard, test as withBrowser } from '../world.ts';

declare const chrome: {
  omnibox: { setDefaultSuggestion(suggestion: { description: string }): Promise<void> };
};

/** With puppeteer attached to the worker: in pages Chromium reads such lines in another way, which ours do not allow. */
const test = withBrowser.extend('lanyard', async ({ tenant }, { onCleanup }) => {
  const lanyard = await launchLanyard(tenant.port, { attachToWorker: true });
  onCleanup(() => lanyard.close());
  return lanyard;
});

const HOSTILE = [
  '<match>Frost</match>',
  '</dim><url>x',
  '<!DOCTYPE x [<!ENTITY y "z">]>&y;',
  ']]> & " \' <',
  'Anna \u202Egpj.exe \u2067Smith\u200F',
  '\u0000\u0001\u001F\u007F\uFFFE\uFFFF\uD800',
  '👩🏽‍🚒 🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  'Llanfair'.padEnd(10_000, 'pwllgwyngyll'),
  `e${'\u0301'.repeat(10_000)}`,
  '',
];

test('Chromium reads every suggestion in the address bar, for any name', async ({ lanyard }) => {
  const lines = HOSTILE.flatMap((text) => [
    describeFound({ title: text, detail: text }, text, 'xml'),
    describeFound({ title: text, detail: text }, 'frost an', 'xml'),
  ]);
  const target = await lanyard.browser.waitForTarget((candidate) => candidate.type() === 'service_worker', {
    timeout: PATIENCE_MS,
  });
  const worker = await target.worker();
  const refusedOf = (all: string[]) =>
    worker?.evaluate(async (descriptions) => {
      const refused: string[] = [];
      for (const description of descriptions) {
        await chrome.omnibox.setDefaultSuggestion({ description }).catch(() => refused.push(description));
      }
      return refused;
    }, all);
  expect(await refusedOf(lines)).toEqual([]);
  // It does refuse what is none.
  expect(await refusedOf(['<match>Frost', 'R&D'])).toEqual(['<match>Frost', 'R&D']);
});
