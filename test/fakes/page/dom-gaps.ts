// What happy-dom 21 lacks of a browser's DOM and our pages use. Only these: all else is its own.

/** Not drawn by the browser's own styles, of which happy-dom knows nothing. */
const NOT_DRAWN = '[hidden], dialog:not([open]), details:not([open]) > :not(summary)';

/** Tells as a browser does that an element is not drawn; happy-dom looks at the page's styles alone. */
Element.prototype.checkVisibility = function checkVisibility(this: Element): boolean {
  return this.isConnected && this.closest(NOT_DRAWN) === null;
};

/** ARIA's attributes as properties (https://w3c.github.io/aria/#ARIAMixin); happy-dom has none. */
Object.defineProperty(Element.prototype, 'ariaLabel', {
  configurable: true,
  get(this: Element) {
    return this.getAttribute('aria-label');
  },
});

// Preact tells by these that the events of popovers are written in small letters.
Object.assign(HTMLElement.prototype, { onbeforetoggle: null, ontoggle: null });

/** Opens or closes a popover as the browser does: the page hears of it before and after. */
export function togglePopover(element: HTMLElement, newState: 'open' | 'closed'): void {
  for (const name of ['beforetoggle', 'toggle']) {
    element.dispatchEvent(Object.assign(new Event(name), { newState }));
  }
}
