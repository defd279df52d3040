import type { Page } from 'puppeteer-core';
import { runInsideFirefox } from '../../demo/browser/firefox-inside.ts';
import { waitUntil } from '../../demo/browser/wait-until.ts';
import type { LaunchedBrowser } from '../../demo/browsers.ts';

/** A control that the Tab key came to: what it is, and by what name. */
export interface Stop {
  role: string;
  name: string;
}

/** A way through a page by the Tab key, from the first control on. */
export interface TabWalk {
  /** Those in the root, in the order of coming to them, each once. */
  stops: Stop[];
  /** What can have the focus and was not come to. */
  missed: Stop[];
  /** Whether the way ends: at the first control again, or outside of the page. */
  hasEnd: boolean;
}

declare global {
  interface Window {
    walked?: { first: Element; passed: Element[]; isRound: boolean };
  }
}

/** Between two looks at how far one has come: each costs a question to the browser. */
const STRIDE = 12;
/** More controls are on no page. */
const MOST = 240;

/** The way leads on to the buttons of the browser itself, and a page without the focus does not hear where it is. */
const FOCUS_PAGE = '() => gBrowser.selectedBrowser.focus()';

/** Goes through what is in `root` as far as the Tab key leads. */
export async function walkByTab(lanyard: LaunchedBrowser, page: Page, root = 'body'): Promise<TabWalk> {
  await page.evaluate(begin, root);
  let isOver = false;
  for (let presses = 0; !isOver && presses < MOST; presses += STRIDE) {
    for (let press = 0; press < STRIDE; press += 1) await page.keyboard.press('Tab');
    isOver = await page.evaluate(() => window.walked?.isRound === true || !document.hasFocus());
  }
  const walked = await page.evaluate(end, root);
  if (lanyard.name === 'firefox') await runInsideFirefox(lanyard.browser, FOCUS_PAGE, '');
  else await page.bringToFront();
  await waitUntil('the page to have the focus', () => page.evaluate(() => document.hasFocus() || null));
  return { ...walked, hasEnd: isOver };
}

/** Gives the first control the focus, and notes from there on where it goes. Runs in the page, as does `end`. */
function begin(root: string): void {
  const [first] = [...document.querySelectorAll<HTMLElement>(`${root} *`)].filter(
    (element) => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }),
  );
  if (!first) throw new Error(`There is nothing in ${root} that can have the focus.`);
  const walked: NonNullable<Window['walked']> = { first, passed: [first], isRound: false };
  window.walked = walked;
  first.focus();
  document.addEventListener('focusin', ({ target }) => {
    if (window.walked !== walked || !(target instanceof Element)) return;
    walked.isRound ||= target === walked.first;
    if (!walked.passed.includes(target)) walked.passed.push(target);
  });
}

function end(root: string): Pick<TabWalk, 'stops' | 'missed'> {
  const roleOf = (element: Element) => {
    const role = element.getAttribute('role');
    if (role) return role;
    if (element instanceof HTMLInputElement) {
      return { checkbox: 'checkbox', radio: 'radio', search: 'search field' }[element.type] ?? 'field';
    }
    const roles: Record<string, string> = {
      A: 'link',
      BUTTON: 'button',
      SUMMARY: 'fold',
      SELECT: 'choice',
      TEXTAREA: 'text',
    };
    return roles[element.tagName] ?? 'area';
  };
  const nameOf = (element: HTMLElement) =>
    element.getAttribute('aria-label') ??
    ('labels' in element && element.labels instanceof NodeList && element.labels[0]?.textContent
      ? element.labels[0].textContent
      : element.innerText);
  const describe = (element: Element) => ({
    role: roleOf(element),
    name: element instanceof HTMLElement ? nameOf(element).trim() : '',
  });
  const inRoot = document.querySelector(root);
  const passed = (window.walked?.passed ?? []).filter((element) => inRoot?.contains(element));
  delete window.walked;
  const reachable = [...document.querySelectorAll<HTMLElement>(`${root} *`)].filter((element) => {
    // Of radio buttons only the chosen one is come to by the Tab key, and the others from it.
    const isOther = element instanceof HTMLInputElement && element.type === 'radio' && !element.checked;
    return element.tabIndex >= 0 && !isOther && element.checkVisibility({ visibilityProperty: true });
  });
  return {
    stops: passed.map(describe),
    missed: reachable.filter((element) => !passed.includes(element)).map(describe),
  };
}
