import browser from 'webextension-polyfill';
import type { Session } from '../src/contract.ts';
import type { Settings } from '../src/settings.ts';
import { activeAccount, lastObstacle, openFlow } from '../src/storage.ts';

/** Where the person stands, from storage and settings alone. */
export async function readSession(settings: Settings): Promise<Session> {
  // Firefox for Android and Safari have no identity API at all.
  if (!hasIdentityApi()) return { status: 'unsupported' };
  if (!settings.clientId) return { status: 'unconfigured', redirectUri: browser.identity.getRedirectURL() };
  const [account, flow, obstacle] = await Promise.all([
    activeAccount.get(),
    openFlow.get(),
    lastObstacle.get(),
  ]);
  if (flow) return { status: 'signing-in', since: flow.since };
  const outcome = obstacle ? { obstacle } : {};
  return account ? { status: 'signed-in', account, ...outcome } : { status: 'signed-out', ...outcome };
}

function hasIdentityApi(): boolean {
  return typeof browser.identity?.launchWebAuthFlow === 'function';
}
