import { answer } from '../src/messaging.ts';
import { createHandlers } from './handlers.ts';
import { logBug } from './log.ts';
import { createServices } from './services.ts';

answer(createHandlers(createServices()), logBug);
