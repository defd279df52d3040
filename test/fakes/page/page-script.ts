import { listenForKeys } from '../../../popup/keys/listen-for-keys.ts';
import { keepFocus } from '../../../src/ui/keep-focus.ts';

// What a page's script does once, in its first turn. The files of a process share one page, and so this module.
listenForKeys();
keepFocus();
