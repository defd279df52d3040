import { act, cleanup, configure } from '@testing-library/preact';
import { afterEach, beforeEach, vi } from 'vitest';
import './dom-gaps.ts';
import { startBackground } from './fake-background.ts';
import { resetPage } from './fake-page.ts';

// A limit for what hangs, and not for a machine that has other work.
configure({ asyncUtilTimeout: 20_000 });

beforeEach(() => {
  resetPage();
  startBackground();
  document.body.innerHTML = '<p id="said" role="status"></p>';
});
afterEach(() => {
  // Preact 11 ends effects after the next paint, which Testing Library does not wait for.
  act(cleanup);
  vi.useRealTimers();
});
