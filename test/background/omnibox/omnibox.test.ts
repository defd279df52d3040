import { describe, expect, it, onTestFinished, vi } from 'vitest';
import browser from 'webextension-polyfill';
import type { Purpose } from '../../../src/purposes.ts';
import { defer } from '../../fakes/deferred.ts';
import { fake } from '../../fakes/fake-browser.ts';
import { setUpWorld } from '../../fakes/world.ts';
import { setUpOmnibox } from './with-omnibox.ts';

const world = setUpWorld();
const omnibox = setUpOmnibox(world);

const contents = (suggestions: { content: string }[]) => suggestions.map(({ content }) => content);

describe('The address bar', () => {
  it('finds people, files and mail in one request, with the target of each', async () => {
    const { bar, requests, searched, windows } = await omnibox.signedIn();
    bar.start();
    const found = await bar.type('fr');
    expect(requests()).toBe(1);
    expect(searched().sort()).toEqual(['/me/drive/root/search', '/me/messages', '/users']);
    expect(found.length).toBeGreaterThan(2);
    expect(found.length).toBeLessThanOrEqual(5);
    const kinds = found.map(({ description }) => /– (write to|file|message)/.exec(description)?.[1]);
    expect(new Set(kinds)).toEqual(new Set(['write to', 'file', 'message']));
    expect(found[0]?.description).toContain('<match>');
    expect(windows()).toBe(0);
  });

  it('names at first what it searches', async () => {
    const { bar } = await omnibox.signedIn(['people', 'files']);
    bar.start();
    await expect.poll(() => bar.hint).toBe('<dim>Search people and files with Lanyard</dim>');
  });

  it('writes no markup for Firefox, which would show it', async () => {
    const { getURL } = browser.runtime;
    onTestFinished(() => void Object.assign(browser.runtime, { getURL }));
    const { bar } = await omnibox.signedIn(['files']);
    Object.assign(browser.runtime, { getURL: (path: string) => `moz-extension://lanyard/${path}` });
    const [best] = await bar.type('frost');
    expect([bar.hint, best?.description]).toEqual([
      'Search files with Lanyard',
      expect.stringMatching(/^Frost damage\.\w+ – file$/),
    ]);
  });

  it.each<[Purpose[], string[]]>([
    [['files'], ['/me/drive/root/search']],
    [['people'], ['/users']],
    // The basics of messages do not include searching them.
    [['people', 'mail-list'], ['/users']],
  ])('searches with %j only what that permits', async (purposes, paths) => {
    const { bar, searched } = await omnibox.signedIn(purposes);
    await bar.type('fern');
    expect(searched()).toEqual(paths);
  });

  it('searches the contacts of a personal account', async () => {
    const { bar, searched } = await omnibox.signedIn(['people-near'], world.someone('personal'));
    await bar.type('an');
    expect(searched()).toEqual(['/me/people']);
  });

  it('sends no request without a permission, and says so', async () => {
    const { bar, requests, windows } = await omnibox.signedIn([]);
    // An administrator has agreed meanwhile: nobody has looked, and typing is no reason to.
    world.tenant.control.consentForOrganisation(['Files.Read']);
    const tokens = world.tokenRequests();
    expect(await bar.type('fern')).toEqual([]);
    expect(bar.hint).toContain('may search nothing yet');
    expect([requests(), windows(), world.tokenRequests() - tokens]).toEqual([0, 0, 0]);
  });

  it('does not search with a paused permission', async () => {
    const { bar, background, id, searched } = await omnibox.signedIn(['people', 'files']);
    await background.handlers.setPaused(id, 'Files.Read', true);
    await bar.type('fern');
    expect(searched()).toEqual(['/users']);
  });

  it('reports that nobody is signed in, and opens Lanyard on Enter', async () => {
    const { bar } = await omnibox.signedOut();
    expect(await bar.type('fern')).toEqual([]);
    expect(bar.hint).toBe('<dim>Nobody is signed in. Press Enter to open Lanyard.</dim>');
    bar.enter('fern');
    await expect.poll(() => fake.popupOpened).toHaveLength(1);
    expect(bar.opened).toEqual([]);
  });

  it('waits until the person has stopped typing, and sends that text alone', async () => {
    const { bar, requests } = await omnibox.signedIn(['files']);
    const early = vi.fn();
    for (const text of ['fe', 'fer', 'fern']) bar.type(text).then(early);
    expect(await bar.type('ferns')).toBeDefined();
    expect(early).not.toHaveBeenCalled();
    expect(requests()).toBe(1);
  });

  it('drops an answer that a newer search has overtaken', async () => {
    const { bar, requests } = await omnibox.signedIn(['files']);
    const hold = defer();
    world.tenant.control.faults.delay.graph = hold.promise;
    const late = vi.fn();
    bar.type('rota').then(late);
    await expect.poll(requests).toBe(1);
    world.tenant.control.faults.delay.graph = null;
    const found = await bar.type('frost');
    hold.resolve();
    expect(contents(found).join()).toContain('Frost');
    bar.enter('frost');
    await expect.poll(() => bar.opened).toHaveLength(1);
    expect(late).not.toHaveBeenCalled();
  });

  it.each([[''], ['f'], [' f '], ['👩']])('does not search for %o', async (typed) => {
    const { bar, requests } = await omnibox.signedIn(['files']);
    expect(await bar.type(typed)).toEqual([]);
    expect(requests()).toBe(0);
  });

  it('shows the other results if one kind cannot be searched', async () => {
    const { bar } = await omnibox.signedIn(['people', 'files']);
    world.tenant.control.faults.graph['/v1.0/me/drive'] = { status: 403, body: {} };
    expect(contents(await bar.type('tomas'))).toEqual([
      expect.stringMatching(/^https:\/\/outlook\.office\.com\/mail\/deeplink\/compose\?to=tomas/),
    ]);
  });

  it('explains why nothing can be searched, and finds results again once it can', async () => {
    const { bar } = await omnibox.signedIn(['files']);
    world.network.isOffline = true;
    expect(await bar.type('frost')).toEqual([]);
    expect(bar.hint).toBe('<dim>Microsoft cannot be reached</dim>');
    world.network.isOffline = false;
    expect(await bar.type('frost ')).not.toEqual([]);
    expect(bar.hint).toContain('Search files');
  });
});
