import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { waitUntil } from '../../../demo/browser/wait-until.ts';
import { askBackground, browserName, personCalled, popupShows, signIn, test } from '../world.ts';

describe('A message', () => {
  test.for([
    ['no object', 'getSession'],
    ['an unknown question', { method: 'getTokens', params: [] }],
    ['a name from the prototype', { method: 'constructor', params: [] }],
    ['an argument too many', { method: 'getSession', params: ['now'] }],
    ['no arguments at all', { method: 'getSession' }],
    ['a field too many', { method: 'getSession', params: [], as: 'admin' }],
    ['a long list', { method: 'getSession', params: new Array(10_000).fill(0) }],
  ] as const)('gets no answer if it has another shape: %s (A3)', async ([, message], { lanyard }) => {
    expect(await lanyard.inExtension(replyTo, message)).toBe('nothing');
  });

  test('gets an answer if it comes from our own page', async ({ lanyard }) => {
    expect(await lanyard.inExtension(replyTo, { method: 'getSession', params: [] })).toMatchObject({
      ok: true,
      value: { status: 'signed-out' },
    });
  });

  test('gets no answer if it comes from another extension (A1)', async ({
    tenant,
    lanyard,
    onTestFinished,
  }) => {
    const folder = await writeStranger(
      browserName === 'chromium' ? lanyard.extensionId : 'lanyard@lanyard.example',
    );
    onTestFinished(() => rm(folder, { recursive: true }));
    const strangerId = await lanyard.browser.installExtension(folder);
    onTestFinished(() => lanyard.browser.uninstallExtension(strangerId));
    // It tells by asking the tenant for a page named after what it got.
    const reported = await waitUntil('the stranger to report', async () => {
      return tenant.control.log.find((entry) => entry.path.startsWith('/v1.0/stranger-'))?.path ?? null;
    });
    expect(reported).toBe('/v1.0/stranger-got-nothing');
  });
});

describe('A token', () => {
  test('is in no answer, page or broadcast (A9, A10)', async ({ tenant, lanyard }) => {
    const mira = personCalled(tenant, 'mira');
    const listener = await lanyard.openExtensionPage('manifest.json');
    await listener.evaluate(listenIn);
    await signIn(lanyard, mira);
    const shown = await popupShows(lanyard, mira.jobTitle ?? '');
    const popup = await lanyard.findPopup();
    const replies = [];
    const session = await askBackground(lanyard, 'getSession');
    const id = session.status === 'signed-in' ? session.account.id : '';
    replies.push(session, await askBackground(lanyard, 'getProfile', id));
    replies.push(
      await askBackground(lanyard, 'switchAccount', id),
      await askBackground(lanyard, 'awaitSession', 0),
    );
    replies.push(await askBackground(lanyard, 'dismiss'), await askBackground(lanyard, 'signOut', [id]));

    const page = await popup?.evaluate(() => document.documentElement.outerHTML);
    const overheard = await listener.evaluate(() => document.title);
    await listener.close();
    const everything = [shown, page, overheard, JSON.stringify(replies)].join('\n');
    // Code, access, refresh and ID token were given out, and the listener did hear messages.
    expect(tenant.control.issuedSecrets.size).toBeGreaterThanOrEqual(4);
    expect(overheard).toContain('signIn');
    expect([...tenant.control.issuedSecrets].filter((secret) => everything.includes(secret))).toEqual([]);
  });
});

/** In a page of the extension: what the background answers, or `nothing`. */
async function replyTo(message: unknown): Promise<unknown> {
  const reply = await globalThis.chrome.runtime.sendMessage(message).catch(() => undefined);
  return reply === undefined ? 'nothing' : reply;
}

/** In a page of the extension: collects, in its title, all that is sent to pages, by message or MSAL's broadcast. */
function listenIn(): void {
  const hear = (heard: unknown) => {
    document.title += JSON.stringify(heard);
  };
  globalThis.chrome.runtime.onMessage.addListener(hear);
  new BroadcastChannel('msal.broadcast.event').onmessage = ({ data }) => hear(data);
}

/** An extension that asks Lanyard who is signed in. */
async function writeStranger(lanyardId: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stranger-'));
  const background =
    browserName === 'chromium' ? { service_worker: 'background.js' } : { scripts: ['background.js'] };
  const manifest = {
    manifest_version: 3,
    name: 'Stranger',
    version: '1',
    background,
    ...(browserName === 'firefox'
      ? { browser_specific_settings: { gecko: { id: 'stranger@stranger.example' } } }
      : {}),
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(
    join(folder, 'background.js'),
    `chrome.runtime.sendMessage(${JSON.stringify(lanyardId)}, { method: 'getSession', params: [] })
      .catch(() => undefined)
      .then((reply) => fetch('https://graph.microsoft.com/v1.0/stranger-got-' + (reply ? 'an-answer' : 'nothing')));`,
  );
  return folder;
}
