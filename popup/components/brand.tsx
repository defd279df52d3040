import type { ComponentChildren } from 'preact';
import { say } from '../../src/words.ts';

/** The name of the thing, and beside it whose it is. */
export function Brand({ children }: { children?: ComponentChildren }) {
  return (
    <header class="brand">
      <img src="../icons/icon-32.png" width="24" height="24" alt="" />
      <h1>{say('appName')}</h1>
      {children}
    </header>
  );
}
