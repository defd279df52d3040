import { render } from 'preact';
import { ask } from '../src/messaging.ts';
import { keepFocus } from '../src/ui/keep-focus.ts';
import { setPageLanguage } from '../src/ui/page-language.ts';
import { App } from './app.tsx';
import { readFirstFrame } from './first-frame.ts';
import { listenForKeys } from './keys/listen-for-keys.ts';
import { whenStyled } from './when-styled.ts';

listenForKeys();
// The background wakes while the first frame is drawn.
const greeting = ask('getSession');
// Whoever follows the session hears why there is no answer.
greeting.catch(() => undefined);
setPageLanguage();
keepFocus();

const [first] = await Promise.all([readFirstFrame(), whenStyled()]);
render(<App first={first} greeting={greeting} />, document.getElementById('app') ?? document.body);
