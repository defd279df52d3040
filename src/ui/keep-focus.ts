/** One element of the way from the focus up to the page, and which of its parent's children it was. */
interface Step {
  element: Element;
  at: number;
}

const HEADINGS = 'h1, h2, h3, h4';
/** What can be told by a name of its own, and so can take the focus where nothing better is left. */
const PLACES = 'section, article, dialog, [popover], [role=tabpanel]';

/** What has the focus until something better has come; a key or a click elsewhere ends the waiting. */
let stopgap: { element: HTMLElement; next(): HTMLElement | null } | null = null;

/**
 * Brings the focus on where what has it goes away, to what has come in its place: a heading or a whole card or panel,
 * never a button, which a key that is still held down would press. A browser would leave it to the page, and whoever
 * uses the keyboard would begin again at the top (WCAG 2.2, 2.4.3).
 */
export function keepFocus(page: Document = document): void {
  let trail: readonly Step[] = [];
  page.addEventListener('focusin', ({ target }) => {
    trail = target instanceof Element ? trailOf(target) : [];
  });
  page.addEventListener('focusout', () => {
    // Once everything is drawn: what has lost the focus and is there still has lost it to a click elsewhere.
    queueMicrotask(() => {
      const [last] = trail;
      if (isNowhere(page) && last && isShown(last.element)) trail = [];
    });
  });
  page.addEventListener('keydown', () => {
    stopgap = null;
  });
  const restore = () => {
    const [last] = trail;
    if (last && isNowhere(page) && !isShown(last.element)) bringOn(page, trail);
    else if (stopgap && page.activeElement === stopgap.element) focusNext(stopgap.next());
  };
  new MutationObserver(restore).observe(page, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['hidden'],
  });
}

/** Gives the focus to something, also if it takes none by itself. */
export function focusOn(element: HTMLElement): void {
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus();
}

/** Gives the focus to something until `next`, asked whenever the page changes, finds what it is to go on to. */
export function focusMeanwhile(element: HTMLElement, next: () => HTMLElement | null): void {
  focusOn(element);
  stopgap = { element, next };
  focusNext(next());
}

function focusNext(element: HTMLElement | null): void {
  if (!element) return;
  stopgap = null;
  focusOn(element);
}

/** To the same again, to the head of what has come in the place of what is gone, or to the card or panel around it. */
function bringOn(page: Document, trail: readonly Step[]): void {
  const kept = trail.findIndex(({ element }) => isShown(element));
  const survivor = trail[kept]?.element ?? page.body;
  const gone = trail[kept < 0 ? trail.length - 1 : kept - 1];
  const [last] = trail;
  const twin = last && twinOf(page, last.element);
  // What is being read comes later than what has made room for it.
  const successor = () => headIn(survivor.children[gone?.at ?? 0]);
  const around = placeAround(page, survivor);
  if (twin) twin.focus();
  else if (around) focusMeanwhile(around, successor);
}

/** A control that has been drawn anew under the same name, as in another account's page. */
function twinOf(page: Document, { tagName, className, ariaLabel }: Element): HTMLElement | null {
  if (!ariaLabel) return null;
  const alike = [...page.querySelectorAll<HTMLElement>(tagName)];
  return (
    alike.find((each) => each.ariaLabel === ariaLabel && each.className === className && isShown(each)) ??
    null
  );
}

function headIn(element: Element | undefined): HTMLElement | null {
  if (!element) return null;
  const own = element instanceof HTMLElement && element.matches(HEADINGS) ? [element] : [];
  return [...own, ...element.querySelectorAll<HTMLElement>(HEADINGS)].find(isShown) ?? null;
}

function placeAround(page: Document, survivor: Element): HTMLElement | null {
  const around = survivor.closest<HTMLElement>(PLACES);
  if (around && !around.matches('[role=tabpanel]')) return headIn(around) ?? around;
  // One after the other: the panels are inside of `main`, which one look for both would find first.
  const panel = around ?? page.querySelector<HTMLElement>('[role=tabpanel]:not([hidden])');
  return panel ?? page.querySelector<HTMLElement>('main');
}

function trailOf(target: Element): Step[] {
  const steps: Step[] = [];
  for (let element: Element | null = target; element; element = element.parentElement) {
    steps.push({ element, at: [...(element.parentElement?.children ?? [])].indexOf(element) });
  }
  return steps;
}

function isNowhere({ activeElement, body }: Document): boolean {
  return activeElement === null || activeElement === body || !isShown(activeElement);
}

function isShown(element: Element): boolean {
  return element.isConnected && element.checkVisibility();
}
