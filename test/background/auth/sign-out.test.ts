import { describe, expect, it } from 'vitest';
import { takeLogoutUrl } from '../../../background/auth/sign-out.ts';
import { popupPlace, sidePlace } from '../../../src/place.ts';
import { farewell, lastObstacle } from '../../../src/storage.ts';
import { REDIRECT_URI } from '../../fakes/fake-browser.ts';
import { setUpWorld } from '../../fakes/world.ts';

const world = setUpWorld();

/** A member and a person with an account of their own, both signed in. */
async function withTwo() {
  const { id: first } = await world.signedIn();
  const { background, id: second } = await world.signedIn(world.someone('personal'));
  return { background, first, second };
}

const params = (url: URL | null) => Object.fromEntries(url?.searchParams ?? []);

describe('A sign-out', () => {
  it('opens the end of the session in the tenant of one account, with its hint', async () => {
    const { background, first } = await withTwo();
    const account = await background.services.book.find(first);
    const session = await background.handlers.signOut([first]);
    expect(session).toMatchObject({ farewell: { username: world.someone('member').userPrincipalName } });
    const url = await takeLogoutUrl();
    expect(`${url?.origin}${url?.pathname}`).toBe(
      `https://login.microsoftonline.com/${world.someone('member').tid}/oauth2/v2.0/logout`,
    );
    expect(params(url)).toEqual({
      post_logout_redirect_uri: REDIRECT_URI,
      logout_hint: account?.loginHint,
    });
  });

  it('names both of two accounts, and opens the end of all sessions', async () => {
    const { background, first, second } = await withTwo();
    const names = (['member', 'personal'] as const).map((kind) => world.someone(kind).userPrincipalName);
    const session = await background.handlers.signOut([first, second]);
    for (const name of names)
      expect(session).toHaveProperty('farewell.username', expect.stringContaining(name));
    const url = await takeLogoutUrl();
    expect(url?.pathname).toBe('/common/oauth2/v2.0/logout');
    expect(params(url)).toEqual({ post_logout_redirect_uri: REDIRECT_URI });
  });

  it('shows no signed-out notice if nobody was signed in', async () => {
    const { background } = await withTwo();
    expect(await background.handlers.signOut(['stranger'])).not.toHaveProperty('farewell');
    expect(await takeLogoutUrl()).toBeNull();
  });

  it('takes with it what was told last, and where the pages were', async () => {
    const { background, first } = await withTwo();
    await lastObstacle.set({ accountId: null, obstacle: { reason: 'offline' } });
    const places = [popupPlace, sidePlace];
    for (const place of places) await place.set({ panel: 'mail', message: null, wish: null });
    expect(await background.handlers.signOut([first])).not.toHaveProperty('obstacle');
    for (const place of places) expect(await place.get()).toBeNull();
  });
});

describe('The end of Microsoft’s session', () => {
  it('is offered once', async () => {
    const { background, first } = await withTwo();
    await background.handlers.signOut([first]);
    expect(await takeLogoutUrl()).not.toBeNull();
    expect(await farewell.get()).toBeNull();
    expect(await takeLogoutUrl()).toBeNull();
  });
});
