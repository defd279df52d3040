import { act, cleanup, configure } from '@testing-library/preact';
import { afterEach, beforeEach, vi } from 'vitest';
import './dom-gaps.ts';
import { startBackground } from './fake-background.ts';
import { resetPage } from './fake-page.ts';
import { settle } from './settle.ts';

// A limit for what hangs, and not for a machine that has other work.
configure({ asyncUtilTimeout: 20_000 });

beforeEach(() => {
  resetPage();
  startBackground();
  document.body.innerHTML = '<p id="said" role="status"></p>';
});
afterEach(async () => {
  // As a click elsewhere: nothing is to bring on the focus of what is taken away now.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await settle();
  // Preact 11 ends effects after the next paint, which Testing Library does not wait for.
  act(cleanup);
  vi.useRealTimers();
});
