import { describe, expect, it } from 'vitest';
import { hasRefreshToken } from '../../../background/auth/credential.ts';
import { type FailureChoice, type FailureRow, failureRows } from '../../../demo/tenant/index.ts';
import type { Reason } from '../../../src/errors.ts';
import type { Prompt } from '../../../src/obstacles.ts';
import { fake, REDIRECT_URI } from '../../fakes/fake-browser.ts';
import { hours, minutes, setUpWorld } from '../../fakes/world.ts';
import { allow } from './consents.ts';

const world = setUpWorld();
const member = () => world.someone('member');

function rowOf(id: string): FailureRow {
  const row = failureRows.find((each) => each.id === id);
  if (!row) throw new Error(`There is no row ${id}.`);
  return row;
}
/** One number of a row: in a window none of them changes anything but words. */
const numberOf = (id: string) => rowOf(id).codes[0] ?? 0;

describe('A failure that Microsoft sends back from the window', () => {
  it.each<[string, Reason]>([
    ['T3', 'fresh-sign-in-required'],
    ['T6', 'session-ended'],
    ['T11', 'password-expired'],
    ['T13', 'declined'],
    ['T16', 'extra-check'],
    ['T25', 'platform-wrong'],
    ['T29', 'microsoft-unavailable'],
    ['T30', 'microsoft-unavailable'],
  ])('is reported for row %s as %s, costs nothing, and goes with the next window', async (row, reason) => {
    const aadsts = numberOf(row);
    const { background, id } = await world.signedIn();
    const credential = fake.local.items[`vault:credential:${id}`];
    world.tenant.control.answerWith(member(), { aadsts, at: 'authorize' });
    const session = await allow(background, id, 'profile');
    expect(session).toMatchObject({
      status: 'signed-in',
      account: { id },
      obstacle: { reason, detail: `AADSTS${aadsts}` },
    });
    expect([world.tokenRequests(), world.person.silentFlows]).toEqual([1, 0]);
    expect(fake.local.items[`vault:credential:${id}`]).toEqual(credential);
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    world.tenant.control.answerWith(member(), null);
    expect(await allow(background, id, 'profile')).not.toHaveProperty('obstacle');
  });
});

describe('A failure that Microsoft shows in the window', () => {
  it.each(['T7', 'T8', 'T9', 'T10', 'T14', 'T15', 'T17', 'T18', 'T19', 'T20', 'T22', 'T23', 'T24'])(
    'is not sent back for row %s, so that a closed page counts as a closed window',
    async (row) => {
      const { background, id } = await world.signedIn();
      world.tenant.control.answerWith(member(), { aadsts: numberOf(row), at: 'authorize' });
      const session = await allow(background, id, 'profile');
      expect(session).toMatchObject({ account: { id }, obstacle: { reason: 'window-closed' } });
      expect(session).not.toHaveProperty('obstacle.detail');
      expect(world.tokenRequests()).toBe(1);
      expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    },
  );

  it('looks like a cancelled sign-in if the person goes back, and may need an administrator (T14)', async () => {
    const { background, id } = await world.signedIn();
    world.person.atDeadEnd = 'leave';
    world.tenant.control.answerWith(member(), { aadsts: numberOf('T14'), at: 'authorize' });
    const session = await allow(background, id, 'mail-list');
    expect(session).toMatchObject({ obstacle: { reason: 'approval-likely', purpose: 'mail-list' } });
  });
});

describe('A code that cannot be redeemed', () => {
  const spent = ['T27', 'T28'].flatMap((row) => rowOf(row).codes.map((aadsts) => [row, aadsts] as const));

  it.each(spent)('makes the sign-in start again for row %s with AADSTS%i', async (_, aadsts) => {
    const background = await world.wake();
    world.tenant.control.answerWith(null, { aadsts, grant: 'code' });
    const session = await background.signIn();
    expect(session).toMatchObject({
      status: 'signed-out',
      obstacle: { reason: 'interrupted', detail: `AADSTS${aadsts}` },
    });
    expect([world.tokenRequests(), world.person.windows]).toEqual([1, 1]);
    expect(Object.keys(fake.local.items)).toEqual(['schema']);
    world.tenant.control.answerWith(null, null);
    expect(await background.signIn()).toMatchObject({ status: 'signed-in' });
  });

  it.each([
    [9002326, 'platform-wrong'],
    [7000218, 'registration-wrong'],
    [700016, 'app-unavailable'],
    [50196, 'loop-stopped'],
    [90033, 'microsoft-unavailable'],
    [90055, 'throttled'],
  ] as const)('leaves the account as it was, with AADSTS%i shown as %s', async (aadsts, reason) => {
    const { background, id } = await world.signedIn();
    world.tenant.control.answerWith(member(), { aadsts, grant: 'code' });
    const session = await allow(background, id, 'profile');
    expect(session).toMatchObject({ account: { id }, obstacle: { reason, detail: expect.any(String) } });
    expect(hasRefreshToken((await background.services.holdings.credential(id)) ?? {})).toBe(true);
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
  });
});

describe('The claims of a failure in the window', () => {
  it.each<FailureChoice>([
    { aadsts: 50076, at: 'authorize' },
    { aadsts: 50076, grant: 'code' },
  ])('are carried by the next window: %o (T16)', async (choice) => {
    const { background, id } = await world.signedIn();
    world.tenant.control.answerWith(member(), choice);
    expect(await allow(background, id, 'profile')).toMatchObject({ obstacle: { reason: 'extra-check' } });
    world.tenant.control.answerWith(member(), null);
    await allow(background, id, 'profile');
    const claims = world.person.addresses.at(-1)?.searchParams.get('claims') ?? '{}';
    const wanted = rowOf('T16').claims ?? '{}';
    expect(JSON.parse(claims).access_token).toMatchObject(JSON.parse(wanted).access_token);
  });
});

describe("A failure of Microsoft's session in the browser", () => {
  const cases: readonly [string, FailureChoice, Reason, Prompt | null][] = [
    ['T3', { aadsts: 70043 }, 'fresh-sign-in-required', 'login'],
    ['T6', { aadsts: 50058 }, 'refresh-token-expired', null],
    ['T7', { aadsts: 50020 }, 'account-not-in-tenant', 'select_account'],
    ['T8', { aadsts: 50034 }, 'refresh-token-expired', null],
    ['T11', { aadsts: 50055 }, 'password-expired', null],
    ['T16', { aadsts: 50076 }, 'extra-check', null],
    ['T17', { aadsts: 53000 }, 'device-policy', null],
    ['T18', { aadsts: 53003 }, 'blocked-by-policy', null],
    ['T19', { aadsts: 53004 }, 'extra-check', null],
    ['T20', { aadsts: 50105 }, 'not-assigned', null],
    ['T25', { aadsts: 9002326 }, 'platform-wrong', null],
  ];

  it.each(cases)(
    'is reported for row %s (%o) as %s, is tried once, and leads to the right window',
    async (_, choice, reason, prompt) => {
      const { background, id } = await world.signedIn();
      world.tenant.control.answerWith(member(), { ...choice, at: 'authorize' });
      world.passTime(hours(25));
      for (let count = 0; count < 4; count += 1) {
        expect(await background.handlers.getProfile(id)).toMatchObject({ obstacle: { reason } });
      }
      expect([world.tokenRequests(), world.person.silentFlows, world.person.windows]).toEqual([1, 1, 1]);
      world.tenant.control.answerWith(member(), null);
      expect(await allow(background, id, 'profile')).not.toHaveProperty('obstacle');
      const { searchParams } = world.person.addresses.at(-1) ?? new URL(REDIRECT_URI);
      const row = failureRows.find(({ codes }) => codes.includes(choice.aadsts));
      const wanted = row?.at.includes('authorize') && row.claims ? JSON.parse(row.claims).access_token : {};
      expect(searchParams.get('prompt')).toBe(prompt);
      expect(searchParams.has('login_hint')).toBe(prompt !== 'select_account');
      expect(JSON.parse(searchParams.get('claims') ?? '{}').access_token).toEqual({
        xms_cc: { values: ['CP1'] },
        ...wanted,
      });
      expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    },
  );

  it('means a revoked consent if its number is 65001 (T12)', async () => {
    const { background, id } = await world.signedIn();
    world.tenant.control.revokeConsent(member());
    world.passTime(hours(25));
    expect(await background.handlers.getProfile(id)).toMatchObject({
      obstacle: { reason: 'consent-revoked' },
    });
    expect(await allow(background, id, 'profile')).not.toHaveProperty('obstacle');
  });

  it('is temporary after an outage, and is tried again later (T29)', async () => {
    const aadsts = numberOf('T29');
    const { background, id } = await world.signedIn();
    world.tenant.control.answerWith(member(), { aadsts, at: 'authorize' });
    world.passTime(hours(25));
    expect(await background.handlers.getProfile(id)).toMatchObject({
      obstacle: { reason: 'microsoft-unavailable' },
    });
    for (let count = 0; count < 3; count += 1) await background.handlers.getProfile(id);
    expect(world.person.silentFlows).toBe(1);
    world.tenant.control.answerWith(member(), null);
    world.passTime(minutes(11));
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    expect([world.person.windows, world.person.silentFlows]).toEqual([1, 2]);
  });
});

describe('An answer to another request', () => {
  it.each([
    ['another state', (back: string) => back.replace(/([#&]state=)[^&]*/, '$1other')],
    ['no state', (back: string) => back.replace(/[#&]state=[^&]*/, '#')],
    ['an error under another state', () => `${REDIRECT_URI}#error=access_denied&state=other`],
  ])('is refused with %s, and its code is not redeemed (A4)', async (_, bend) => {
    const { background, id } = await world.signedIn();
    world.person.does = async (_url, signIn) => bend(await signIn());
    const session = await allow(background, id, 'profile');
    expect(session).toMatchObject({ account: { id }, obstacle: { reason: 'unverified' } });
    expect(world.tokenRequests()).toBe(1);
    world.person.does = null;
    expect(await allow(background, id, 'profile')).not.toHaveProperty('obstacle');
  });
});

describe('A sign-in window that is already open', () => {
  it('is not opened twice, and the second request is told so', async () => {
    const { background, id } = await world.signedIn();
    await background.handlers.signOut([id]);
    world.person.does = () => new Promise(() => undefined);
    await background.handlers.endMicrosoftSession();
    await expect.poll(() => world.person.windows).toBe(2);
    expect(await background.signIn()).toMatchObject({ obstacle: { reason: 'window-already-open' } });
    expect(world.person.windows).toBe(2);
  });
});
