import { describe, expect, it } from 'vitest';
import browser from 'webextension-polyfill';
import { fake } from '../../fakes/fake-browser.ts';
import { setUpWorld } from '../../fakes/world.ts';
import { setUpOmnibox } from './with-omnibox.ts';

const world = setUpWorld();
const omnibox = setUpOmnibox(world);

describe('Enter in the address bar', () => {
  it.each([
    ['currentTab', 'here'],
    ['newForegroundTab', 'front'],
    ['newBackgroundTab', 'behind'],
  ] as const)('opens a suggestion as %s says', async (disposition, how) => {
    const { bar, requests } = await omnibox.signedIn(['files']);
    const [best] = await bar.type('frost');
    const url = best?.content ?? '';
    bar.enter(url, disposition);
    await expect.poll(() => bar.opened).toEqual([{ url, how }]);
    expect(requests()).toBe(1);
  });

  it('opens the best match for the typed text, which is searched for once', async () => {
    const { bar, requests } = await omnibox.signedIn(['files']);
    const [best] = await bar.type('frost');
    bar.enter('frost');
    await expect.poll(() => bar.opened).toEqual([{ url: best?.content, how: 'here' }]);
    expect(requests()).toBe(1);
  });

  it('starts the search itself if no suggestions came yet, or the background was stopped meanwhile', async () => {
    const { bar, requests } = await omnibox.signedIn(['files']);
    bar.enter('frost damage');
    await expect.poll(() => bar.opened).toHaveLength(1);
    expect(bar.opened[0]?.url).toContain('Frost');
    expect(requests()).toBe(1);
    expect(fake.popupOpened).toEqual([]);
  });

  it.each([['nothing is called that'], ['x'], [''], ['https://evil.example/'], ['javascript:alert(1)']])(
    'opens Lanyard for %o, and no web page',
    async (typed) => {
      const { bar } = await omnibox.signedIn(['people']);
      bar.enter(typed);
      await expect.poll(() => fake.popupOpened).toHaveLength(1);
      expect(bar.opened).toEqual([]);
    },
  );

  it('opens Lanyard in a tab if the browser does not open the popup', async () => {
    const { bar } = await omnibox.signedIn([]);
    bar.mayOpenPopup = false;
    bar.enter('fern');
    const url = browser.runtime.getURL('popup/side.html');
    await expect.poll(() => bar.opened).toEqual([{ url, how: 'front' }]);
  });

  it('does not follow a link from Graph to an unknown host', async () => {
    const { bar } = await omnibox.signedIn(['files']);
    const item = { id: 'a', name: 'Frost', lastModifiedDateTime: '2026-01-01T00:00:00Z', file: {} };
    world.tenant.control.faults.graph['/v1.0/me/drive/root'] = {
      status: 200,
      body: { value: [{ ...item, webUrl: 'https://evil.example/frost' }] },
    };
    expect(await bar.type('frost')).toEqual([]);
    bar.enter('frost');
    await expect.poll(() => fake.popupOpened).toHaveLength(1);
  });

  it('keeps no search result in storage', async () => {
    const { bar } = await omnibox.signedIn();
    const before = Object.keys({ ...fake.session.items, ...fake.local.items }).sort();
    const [best] = await bar.type('frost');
    bar.cancel();
    const stored = JSON.stringify([fake.session.items, fake.local.items]);
    expect(stored).not.toContain(best?.content);
    expect(Object.keys({ ...fake.session.items, ...fake.local.items }).sort()).toEqual(before);
  });
});
