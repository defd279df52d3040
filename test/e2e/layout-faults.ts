/**
 * What is wrong with how the page is laid out, in words; runs in the page. `words` are our own texts, none of which may
 * be cut; what somebody else has written may end in an ellipsis.
 */
export function findLayoutFaults(words: readonly string[]): string[] {
  const own = new Set(words);
  const faults = new Set<string>();
  const tell = (what: string, element: Element) => {
    const name = [element.localName, ...element.classList].join('.');
    faults.add(`${what}: <${name}> "${element.textContent.trim().slice(0, 60)}"`);
  };
  const isCutOnPurpose = ({ textOverflow, webkitLineClamp }: CSSStyleDeclaration) =>
    textOverflow === 'ellipsis' || webkitLineClamp !== 'none';

  const isSeen = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !element.closest('.visually-hidden, .unseen');

  // Menus and headings that stay in sight cover the page on purpose. A placed button or label must not cover words.
  const isLayer = (box: Element, { position, backgroundColor, backgroundImage }: CSSStyleDeclaration) => {
    if (position === 'static' || position === 'relative' || box.matches('button, a')) return false;
    return backgroundColor !== 'rgba(0, 0, 0, 0)' || backgroundImage !== 'none';
  };

  /** The boxes that have to be as wide as the text in them, up to one that cuts it or is placed by itself. */
  const placesOf = (element: Element): Element[] => {
    const places: Element[] = [];
    for (let box: Element | null = element; box && !(box instanceof SVGElement); box = box.parentElement) {
      const { display, overflowX, position, marginLeft, marginRight } = getComputedStyle(box);
      if (overflowX !== 'visible') break;
      if (display !== 'inline' && display !== 'contents') places.push(box);
      if (position === 'absolute' || position === 'fixed') break;
      // A box with a negative margin is meant to be wider than its parent.
      if (marginLeft.startsWith('-') || marginRight.startsWith('-')) break;
    }
    return places;
  };

  for (const element of document.querySelectorAll('html, body, body *')) {
    const { overflowX } = getComputedStyle(element);
    const isScroller = element === document.documentElement || overflowX === 'auto' || overflowX === 'scroll';
    if (isScroller && isSeen(element) && element.scrollWidth > element.clientWidth + 1) {
      tell(`scrolls sideways, ${element.scrollWidth} in ${element.clientWidth}`, element);
    }
  }

  interface Piece {
    element: Element;
    layer: Element | null;
    /** The nearest box that scrolls up and down: what is in it moves together. */
    scroller: Element | null;
    /** What is seen of the text now, and where the whole of it is. */
    rect: DOMRect;
    whole: DOMRect;
  }
  const pieces: Piece[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!element || walker.currentNode.nodeValue?.trim() === '' || !isSeen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const places = placesOf(element);
    const control = element.closest('button, .button, [role=tab], .chip, summary');
    for (const rect of range.getClientRects()) {
      let { left, right, top, bottom } = rect;
      const tooNarrow = places.find((place) => {
        const edge = place.getBoundingClientRect();
        return left < edge.left - 2 || right > edge.right + 2;
      });
      if (tooNarrow) tell('is wider than its place', tooNarrow);
      let layer: Element | null = null;
      let scroller: Element | null = null;
      let [upper, lower] = [top, bottom];
      for (let box: Element | null = element; box && box !== document.body; box = box.parentElement) {
        const style = getComputedStyle(box);
        const edge = box.getBoundingClientRect();
        if (box === control && (left < edge.left - 1 || right > edge.right + 1)) {
          tell('sticks out', box);
        }
        if (box === control && (top < edge.top - 2 || bottom > edge.bottom + 2)) {
          tell('sticks out below or above', box);
        }
        if (isLayer(box, style)) layer ??= box;
        if (style.overflowX !== 'visible') {
          const isCut = left < edge.left - 1 || right > edge.right + 1;
          const isScroller = style.overflowX === 'auto' || style.overflowX === 'scroll';
          if (isCut && !isScroller && !isCutOnPurpose(style)) tell('is cut', box);
          [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
        }
        if (style.overflowY !== 'visible') {
          const isClipped = style.overflowY === 'hidden' || style.overflowY === 'clip';
          if (isClipped && !isCutOnPurpose(style) && bottom > edge.bottom + 2) tell('is cut below', box);
          [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
          if (!isClipped) scroller ??= box;
          if (scroller === null) [upper, lower] = [top, bottom];
        }
        const isShortened = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 2;
        if (isCutOnPurpose(style) && isShortened && own.has(box.textContent.trim())) {
          tell('is one of our words, shortened', box);
        }
        if (isCutOnPurpose(style) && isShortened && element.closest('time, .task-due')) {
          tell('is a time, shortened', box);
        }
      }
      if (right - left <= 0 || lower - upper <= 0) continue;
      if (left < -1 || right > document.documentElement.clientWidth + 1) tell('is outside the page', element);
      const seen = new DOMRect(left, top, right - left, Math.max(0, bottom - top));
      const whole = new DOMRect(left, upper, right - left, lower - upper);
      pieces.push({ element, layer, scroller, rect: seen, whole });
    }
  }

  for (const picture of document.querySelectorAll('[data-initials]')) {
    if (!isSeen(picture)) continue;
    const isCut = picture.scrollWidth > picture.clientWidth || picture.scrollHeight > picture.clientHeight;
    if (isCut) tell('has letters too large for it', picture);
  }

  for (const [index, one] of pieces.entries()) {
    for (const other of pieces.slice(index + 1)) {
      if (one.layer !== other.layer || one.element === other.element) continue;
      // Texts of one scroller overlap wherever it is scrolled to.
      const [mine, its] = one.scroller === other.scroller ? [one.whole, other.whole] : [one.rect, other.rect];
      const width = Math.min(mine.right, its.right) - Math.max(mine.left, its.left);
      const height = Math.min(mine.bottom, its.bottom) - Math.max(mine.top, its.top);
      if (width > 2 && height > 4) tell(`lies over "${other.element.textContent.slice(0, 30)}"`, one.element);
    }
  }
  return [...faults];
}
