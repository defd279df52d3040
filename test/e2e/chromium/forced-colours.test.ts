import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { createGate } from '../gate.ts';
import { addAccount, beginAt } from '../pages.ts';
import { choosePanel, EVERYTHING_BUT_ANSWERS, NARROW, openSized, PANELS } from '../sized-page.ts';
import { browserName, personCalled, test } from '../world.ts';

/** Has the page take a wish of the person for theirs; puppeteer knows not all of them. */
async function wish(page: Page, name: string, value: string): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features: [{ name, value }] });
}

/** Pictures that have the colour of what is behind them. */
function findHiddenPictures(): string[] {
  const colourBehind = (element: Element): string => {
    for (let box = element.parentElement; box; box = box.parentElement) {
      const { backgroundColor } = getComputedStyle(box);
      if (!/, 0\)$|transparent/.test(backgroundColor)) return backgroundColor;
    }
    return 'none';
  };
  const pictures = [...document.querySelectorAll('.icon, .event-bar')].filter((picture) =>
    picture.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
  );
  if (pictures.length === 0) return ['There is no picture at all.'];
  return pictures
    .filter((picture) => {
      const { backgroundColor, backgroundImage, boxShadow, fill } = getComputedStyle(picture);
      const isPainted = backgroundImage !== 'none' || boxShadow !== 'none';
      const colour = picture instanceof SVGElement ? fill : backgroundColor;
      return !isPainted && [colourBehind(picture), 'rgba(0, 0, 0, 0)'].includes(colour);
    })
    .map((picture) => picture.outerHTML);
}

/** The ring around what has the focus, and what it stands on. */
function readFocus() {
  const { activeElement } = document;
  if (!activeElement || activeElement === document.body) return null;
  // A field's ring may be around the whole of it.
  const around = activeElement.closest('.search-field, .task-field, label') ?? activeElement;
  const isRing = ({ outlineStyle, outlineWidth, outlineColor }: CSSStyleDeclaration) =>
    outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1 && !/, 0\)$/.test(outlineColor);
  const isSeen = [activeElement, around].some((element) => isRing(getComputedStyle(element)));
  return { isSeen, what: activeElement.outerHTML.slice(0, 100) };
}

describe.runIf(browserName === 'chromium')('A page under the accessibility settings of the system', () => {
  test('shows pictures, the focus and the chosen tab in forced colours', async ({ tenant, lanyard }) => {
    tenant.control.consentForOrganisation(EVERYTHING_BUT_ANSWERS);
    const popup = await openSized(lanyard, 'popup/index.html', NARROW);
    await wish(popup, 'forced-colors', 'active');
    await addAccount(lanyard, personCalled(tenant, 'mira'));
    for (const panel of PANELS) {
      await choosePanel(popup, panel);
      expect([panel, await popup.evaluate(findHiddenPictures)]).toEqual([panel, []]);
      const underlines = await popup.$$eval('[role=tab]', (tabs) =>
        tabs.map((tab) => {
          const { opacity, backgroundColor } = getComputedStyle(tab, '::after');
          return { isChosen: tab.ariaSelected === 'true', isDrawn: opacity === '1', backgroundColor };
        }),
      );
      for (const { isChosen, isDrawn } of underlines) expect(isDrawn).toBe(isChosen);
      const canvas = await popup.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(underlines.find(({ isChosen }) => isChosen)?.backgroundColor).not.toBe(canvas);

      await popup.focus(`[role=tab][data-panel=${panel}]`);
      const rings: { isSeen: boolean; what: string }[] = [];
      for (let step = 0; step < 6; step += 1) {
        await popup.keyboard.press('Tab');
        const focus = await popup.evaluate(readFocus);
        if (focus) rings.push(focus);
      }
      expect(rings.length).toBeGreaterThan(2);
      expect(rings.filter(({ isSeen }) => !isSeen)).toEqual([]);
    }
  });

  test('moves nothing if reduced motion is preferred', async ({ tenant, lanyard, onTestFinished }) => {
    tenant.control.consentForOrganisation(EVERYTHING_BUT_ANSWERS);
    await addAccount(lanyard, personCalled(tenant, 'mira'));
    // Nothing of it has been read yet.
    await beginAt(lanyard, 'mail');
    const gate = createGate();
    onTestFinished(gate.open);
    tenant.control.faults.delay.graph = gate.closed;
    const popup = await openSized(lanyard, 'popup/index.html', NARROW);
    const countMoving = () =>
      popup.evaluate(() => {
        const moves = [...document.querySelectorAll('*')].filter((element) => {
          const parts = ['', '::before', '::after'].map((part) => getComputedStyle(element, part || null));
          return parts.some(({ transitionDuration }) => /[1-9]/.test(transitionDuration));
        });
        return document.getAnimations().length + moves.length;
      });
    await popup.waitForSelector('.skeleton');
    expect(await countMoving()).toBeGreaterThan(0);
    await wish(popup, 'prefers-reduced-motion', 'reduce');
    expect(await countMoving()).toBe(0);
  });
});
