import { answer } from '../src/messaging.ts';
import { readSettings } from '../src/settings.ts';
import { createAuthClient } from './auth/auth-client.ts';
import { createSignIn, recoverSignIn } from './auth/sign-in.ts';
import { createHandlers } from './handlers.ts';
import { logBug } from './log.ts';

const settings = readSettings();
const auth = createAuthClient(settings);
const signIn = createSignIn(auth);
const ready = recoverSignIn(auth);

answer(createHandlers({ settings, auth, signIn, ready }), logBug);
