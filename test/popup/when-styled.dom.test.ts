import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whenStyled } from '../../popup/when-styled.ts';
import { settle } from '../fakes/page/settle.ts';

let state: DocumentReadyState;
let link: HTMLLinkElement;

beforeEach(() => {
  state = 'interactive';
  vi.spyOn(document, 'readyState', 'get').mockImplementation(() => state);
  link = document.createElement('link');
  link.rel = 'stylesheet';
  document.body.append(link);
});
afterEach(() => vi.restoreAllMocks());

/** Whether the popup would be drawn by now. */
async function isStyled(waiting: Promise<void>): Promise<boolean> {
  let isOver = false;
  waiting.then(() => {
    isOver = true;
  });
  await settle();
  return isOver;
}

describe('The first drawing', () => {
  it.each(['load', 'error'])('waits for a style sheet until its %s', async (name) => {
    const waiting = whenStyled();
    expect(await isStyled(waiting)).toBe(false);
    link.dispatchEvent(new Event(name));
    expect(await isStyled(waiting)).toBe(true);
  });

  it('waits for the page before it looks for its style sheets', async () => {
    state = 'loading';
    const waiting = whenStyled();
    state = 'interactive';
    document.dispatchEvent(new Event('DOMContentLoaded'));
    expect(await isStyled(waiting)).toBe(false);
    link.dispatchEvent(new Event('load'));
    expect(await isStyled(waiting)).toBe(true);
  });

  it('does not wait for a style sheet that is there', async () => {
    vi.spyOn(link, 'sheet', 'get').mockReturnValue(new CSSStyleSheet());
    expect(await isStyled(whenStyled())).toBe(true);
  });

  it('does not wait for one that had failed before anybody looked', async () => {
    state = 'complete';
    expect(await isStyled(whenStyled())).toBe(true);
  });

  it('does not wait for one that failed in between longer than for the whole page', async () => {
    const waiting = whenStyled();
    expect(await isStyled(waiting)).toBe(false);
    window.dispatchEvent(new Event('load'));
    expect(await isStyled(waiting)).toBe(true);
  });
});
