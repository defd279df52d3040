import { render } from 'preact';
import { keepFocus } from '../src/ui/keep-focus.ts';
import { setPageLanguage } from '../src/ui/page-language.ts';
import { say } from '../src/words.ts';
import { App } from './app.tsx';

setPageLanguage();
keepFocus();
document.title = say('pageTitle');
render(<App />, document.getElementById('app') ?? document.body);
