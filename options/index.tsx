import { render } from 'preact';
import { say } from '../src/words.ts';
import { App } from './app.tsx';

document.title = say('pageTitle');
render(<App />, document.body);
