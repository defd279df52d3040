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
    rect: DOMRect;
  }
  const pieces: Piece[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!element || walker.currentNode.nodeValue?.trim() === '' || !isSeen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const control = element.closest('button, .button, [role=tab], .chip, summary');
    for (const rect of range.getClientRects()) {
      let { left, right, top, bottom } = rect;
      let layer: Element | null = null;
      for (let box: Element | null = element; box && box !== document.body; box = box.parentElement) {
        const style = getComputedStyle(box);
        const edge = box.getBoundingClientRect();
        if (box === control && (left < edge.left - 1 || right > edge.right + 1)) {
          tell('sticks out', box);
        }
        if (style.position !== 'static' && style.position !== 'relative') layer ??= box;
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
        }
        const isShortened = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 2;
        if (isCutOnPurpose(style) && isShortened && own.has(box.textContent.trim())) {
          tell('is one of our words, shortened', box);
        }
      }
      if (right - left <= 0 || bottom - top <= 0) continue;
      if (left < -1 || right > document.documentElement.clientWidth + 1) tell('is outside the page', element);
      pieces.push({ element, layer, rect: new DOMRect(left, top, right - left, bottom - top) });
    }
  }

  for (const [index, one] of pieces.entries()) {
    for (const other of pieces.slice(index + 1)) {
      if (one.layer !== other.layer || one.element === other.element) continue;
      const width = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
      const height = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
      if (width > 2 && height > 4) tell(`lies over "${other.element.textContent.slice(0, 30)}"`, one.element);
    }
  }
  return [...faults];
}
