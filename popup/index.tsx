import { render } from 'preact';
import { ask } from '../src/messaging.ts';
import { App } from './app.tsx';
import { readFirstFrame } from './first-frame.ts';

// The background wakes while the first frame is drawn.
const greeting = ask('getSession');
// Whoever follows the session hears why there is no answer.
greeting.catch(() => undefined);

render(
  <App first={await readFirstFrame()} greeting={greeting} />,
  document.getElementById('app') ?? document.body,
);
