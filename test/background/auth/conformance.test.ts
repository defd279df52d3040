import { describe, expect, it } from 'vitest';
import { type ConformanceTest, conformanceFaults } from '../../../demo/tenant/index.ts';
import { fake } from '../../fakes/fake-browser.ts';
import { hours, setUpWorld } from '../../fakes/world.ts';
import { keptOnDisk } from './kept-on-disk.ts';

// The OpenID Foundation's tests for relying parties that use the code flow: conformance-suite,
// src/main/java/net/openid/conformance/openid/client. Those about userinfo, client secrets and form_post are about
// what Lanyard never does.

const world = setUpWorld();
const misbehaveAs = (test: ConformanceTest) =>
  Object.assign(world.tenant.control.faults, conformanceFaults[test]);

describe('A sign-in', () => {
  // A signature need not be checked where the token comes from the token endpoint over TLS: OpenID Connect Core
  // §3.1.3.7, point 6. Microsoft's endpoints are built in, so that no metadata can lead elsewhere.
  it.each([
    'oidcc-client-test',
    'oidcc-client-test-kid-absent-single-jwks',
    'oidcc-client-test-kid-absent-multiple-jwks',
    'oidcc-client-test-idtoken-sig-rs256',
    'oidcc-client-test-idtoken-sig-none',
    'oidcc-client-test-invalid-sig-rs256',
    'oidcc-client-test-invalid-sig-hs256',
    'oidcc-client-test-invalid-sig-es256',
    'oidcc-client-test-discovery-issuer-mismatch',
  ] as const)('succeeds in the conformance test %s', async (test) => {
    misbehaveAs(test);
    const { background, id } = await world.signedIn();
    expect(await background.handlers.getProfile(id)).toMatchObject({ data: { name: 'Mira Halloran' } });
  });

  it.each([
    ['oidcc-client-test-nonce-invalid', 'nonce_mismatch'],
    ['oidcc-client-test-invalid-iss', 'iss'],
    ['oidcc-client-test-missing-sub', 'claim sub'],
    ['oidcc-client-test-invalid-aud', 'aud'],
    ['oidcc-client-test-missing-aud', 'claim aud'],
    ['oidcc-client-test-missing-iat', 'claim iat'],
  ] as const)('is refused and stores nothing in the conformance test %s', async (test, detail) => {
    misbehaveAs(test);
    const background = await world.wake();
    const session = await background.signIn();
    expect(session).toMatchObject({ status: 'signed-out', obstacle: { reason: 'unverified', detail } });
    expect(Object.keys(fake.local.items)).toEqual(['schema']);
    expect(Object.keys(fake.session.items).sort()).toEqual(['face', 'lastObstacle']);
  });

  it.each(['wrong-tid', 'missing-oid', 'no-id-token', 'expired'] as const)(
    'is refused if the ID token is faulty: %s (T34)',
    async (fault) => {
      world.tenant.control.faults.idToken = fault;
      const background = await world.wake();
      const session = await background.signIn();
      expect(session).toMatchObject({ status: 'signed-out', obstacle: { reason: expect.any(String) } });
      expect(Object.keys(fake.local.items)).toEqual(['schema']);
    },
  );

  it.each([
    ['oidcc-client-test-signing-key-rotation', 'before the window'],
    ['oidcc-client-test-signing-key-rotation-just-before-signing', 'before the redemption'],
  ] as const)('succeeds in the conformance test %s with a new key %s', async (_, when) => {
    await world.signedIn();
    if (when === 'before the window') await world.tenant.control.rotateKeys();
    else {
      world.person.does = async (_url, signIn) => {
        const address = await signIn();
        await world.tenant.control.rotateKeys();
        return address;
      };
    }
    const { background, id } = await world.signedIn(world.someone('administrator'));
    expect(await background.handlers.getProfile(id)).toMatchObject({ data: { name: 'Ingrid Okafor' } });
  });
});

describe('A renewal', () => {
  it('succeeds in the conformance test oidcc-client-test-refresh-token', async () => {
    const { background, id } = await world.signedIn();
    world.passTime(hours(2));
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    expect(world.tokenRequests()).toBe(2);
  });

  it.each([
    ['oidcc-client-test-refresh-token-invalid-issuer', 'iss'],
    ['oidcc-client-test-refresh-token-invalid-sub', 'sub'],
  ] as const)(
    'is refused and changes nothing in storage in the conformance test %s',
    async (test, detail) => {
      const { background, id } = await world.signedIn();
      misbehaveAs(test);
      world.passTime(hours(2));
      const disk = keptOnDisk();
      const reply = await background.handlers.getProfile(id);
      expect(reply).toMatchObject({ obstacle: { reason: 'unverified', detail } });
      expect(keptOnDisk()).toEqual(disk);
      Object.assign(world.tenant.control.faults, { idToken: null, idTokenOn: null });
      expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    },
  );

  it.each(['wrong-aud', 'wrong-tid', 'missing-iat', 'expired'] as const)(
    'is refused and changes nothing in storage if the ID token is faulty: %s (T34)',
    async (fault) => {
      const { background, id } = await world.signedIn();
      Object.assign(world.tenant.control.faults, { idToken: fault, idTokenOn: 'refresh' });
      world.passTime(hours(2));
      const disk = keptOnDisk();
      expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'obstacle' });
      expect(keptOnDisk()).toEqual(disk);
    },
  );
});

describe('A sign-out at Microsoft', () => {
  it.each([
    'oidcc-client-test-rp-init-logout',
    'oidcc-client-test-rp-init-logout-no-state',
    'oidcc-client-test-rp-init-logout-other-state',
  ] as const)('ends the session, whatever answer comes back, in the conformance test %s', async (test) => {
    const { background, id } = await world.signedIn();
    misbehaveAs(test);
    const { handlers } = background;
    const out = await handlers.signOut([id]);
    expect(out).toMatchObject({ status: 'signed-out', farewell: { username: expect.any(String) } });
    const windows: string[] = [];
    world.person.does = async (url, walk) => {
      const back = await walk();
      windows.push(url, back);
      return back;
    };
    expect(await handlers.endMicrosoftSession()).not.toHaveProperty('farewell');
    await expect.poll(() => windows.length).toBe(2);
    expect(windows[0]).toContain('/oauth2/v2.0/logout?');
    expect(await handlers.getSession()).toEqual({
      revision: expect.any(Number),
      status: 'signed-out',
      keep: 'on-disk',
    });
    world.person.does = null;
    const silent = fake.webAuthFlow({ url: await silentUrl(), interactive: false });
    await expect(silent).resolves.toContain('error=login_required');
  });
});

/** A request for an answer from Microsoft's session alone. */
async function silentUrl(): Promise<string> {
  const url = new URL('https://login.microsoftonline.com/common/oauth2/v2.0/authorize');
  const params = {
    client_id: '00000000-0000-4000-8000-000000000001',
    redirect_uri: 'https://lanyard-id.chromiumapp.org/',
    scope: 'openid',
    response_type: 'code',
    response_mode: 'fragment',
    prompt: 'none',
    nonce: 'n',
    state: 's',
    code_challenge: 'c'.repeat(43),
    code_challenge_method: 'S256',
  };
  url.search = new URLSearchParams(params).toString();
  return url.href;
}
