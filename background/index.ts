import { answer } from '../src/messaging.ts';
import { registerCommands } from './commands.ts';
import { createHandlers } from './handlers.ts';
import { logBug } from './log.ts';
import { registerOmnibox } from './omnibox/omnibox.ts';
import { registerPageMenu } from './page-menu.ts';
import { createServices } from './services.ts';
import { registerWatches } from './watch/register.ts';

const services = createServices();
answer(createHandlers(services), logBug);
registerPageMenu(services);
registerOmnibox(services);
registerCommands();
registerWatches(services);
