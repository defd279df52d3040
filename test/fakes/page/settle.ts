import { act } from '@testing-library/preact';

// Of Node, also while a test has timers of its own.
const soon = setImmediate;

/** Does something, lets everything come of it that waits for no timer and no answer, and draws that. */
export function settle(run: () => void = () => undefined): Promise<void> {
  return act(async () => {
    run();
    await new Promise<void>((resolve) => soon(resolve));
  });
}
