import { answer } from '../src/messaging.ts';
import { createHandlers } from './handlers.ts';
import { logBug } from './log.ts';
import { registerPageMenu } from './page-menu.ts';
import { createServices } from './services.ts';

const services = createServices();
answer(createHandlers(services), logBug);
registerPageMenu(services);
