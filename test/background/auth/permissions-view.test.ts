import { describe, expect, it } from 'vitest';
import { hours, setUpWorld } from '../../fakes/world.ts';
import { allow, lineOf } from './consents.ts';

const world = setUpWorld();

describe('A line of the ledger', () => {
  it('says until when a token in hand carries the permission, by the one that lasts longest', async () => {
    world.tenant.control.faults.accessTokenSeconds = 3600;
    const { background, id } = await world.signedIn();
    const { holdings, book } = background.services;
    const account = await book.find(id);
    if (!account) throw new Error('Nobody is signed in.');
    const end = Date.now() + hours(5);
    for (const [token, scopes, expiresOn] of [
      ['longer', ['https://graph.microsoft.com/USER.READ', 'Notes.Read'], end],
      ['shorter', ['User.Read', 'Files.Read'], end - 1],
    ] as const) {
      const accessToken = { token, scopes: [...scopes], obtainedAt: Date.now(), expiresOn };
      await background.life.run(() =>
        holdings.renew(id, account.since, { account, credential: {}, accessToken }),
      );
    }
    expect(await lineOf(background, id, 'User.Read')).toMatchObject({
      permission: 'User.Read',
      carriedUntil: end,
    });
  });

  it('says of a permission that no token carries, and of one that Lanyard does not know, just that', async () => {
    world.tenant.control.consentForOrganisation(['Notes.Read']);
    const { background, id } = await world.signedIn();
    await background.handlers.postpone(id, 'files');
    expect(await lineOf(background, id, 'Files.Read')).toMatchObject({ carriedUntil: null });
    expect(await lineOf(background, id, 'Notes.Read')).toMatchObject({ permission: null });
  });

  it('is brought up to date with what was counted within this second', async () => {
    const { background, id } = await world.signedIn();
    await background.handlers.getProfile(id);
    // The profile, and the picture in it.
    expect(await lineOf(background, id, 'User.Read')).toMatchObject({ uses: 2, lastUsedAt: Date.now() });
  });
});

describe('A time line', () => {
  it('is without the steps that have become a day old since they were written', async () => {
    const { background, id } = await world.signedIn();
    await allow(background, id, 'mail-list');
    expect((await background.handlers.getLedger(id)).steps).not.toEqual([]);
    world.passTime(hours(25));
    expect((await background.handlers.getLedger(id)).steps).toEqual([]);
  });
});
