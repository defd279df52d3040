import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { Person } from '../people.ts';
import { loginHintOf, sidOf } from './browser-sessions.ts';
import { splitFault, spoilIdToken } from './id-token-faults.ts';
import { signToken, signWithFault } from './id-token-signature.ts';
import { issuerOf } from './issuer.ts';
import type { RequestClaims } from './request-claims.ts';
import type { EntraSetting } from './setting.ts';

/** Graph's own application id: the audience of every access token for it. */
export const graphAudience = '00000003-0000-0000-c000-000000000000';

/** Recorded from Entra: an ID token is good for 65 minutes. */
const idTokenSeconds = 3900;

/** `client_info`, from which MSAL makes its home account id. */
export const clientInfoOf = (person: Person): string =>
  Buffer.from(JSON.stringify({ uid: person.oid, utid: person.tid })).toString('base64url');

/** What one token answer is about. */
export interface Grantee {
  person: Person;
  grant: 'code' | 'refresh';
  granted: ReadonlySet<string>;
  sessionUid: string | undefined;
  nonce: string | undefined;
  claims: RequestClaims;
}

const opaque = () => randomBytes(16).toString('base64url');
const pairwise = (clientId: string, person: Person) =>
  createHash('sha256').update(`${clientId} ${person.oid}`).digest('base64url');

/**
 * An ID token of version 2.0, in the person's own tenant whatever the authority asked was (Microsoft, "ID token claims
 * reference"). Null while a fault says so.
 */
export async function mintIdToken(setting: EntraSetting, grantee: Grantee): Promise<string | null> {
  const { person, granted, nonce, sessionUid } = grantee;
  const now = setting.workings.clock.seconds();
  const profile = { name: person.displayName, oid: person.oid, preferred_username: person.userPrincipalName };
  const { optional } = grantee.claims;
  const claims: Record<string, unknown> = {
    aud: setting.clientId,
    iss: issuerOf(person.tid),
    iat: now,
    nbf: now,
    exp: now + idTokenSeconds,
    ...(granted.has('profile') ? profile : {}),
    ...(granted.has('email') ? { email: person.userPrincipalName } : {}),
    ...(optional.has('login_hint') ? { login_hint: loginHintOf(person) } : {}),
    ...(nonce === undefined ? {} : { nonce }),
    rh: `1.${opaque()}`,
    ...(sessionUid === undefined ? {} : { sid: sidOf(sessionUid, person) }),
    sub: pairwise(setting.clientId, person),
    tid: person.tid,
    uti: opaque(),
    ver: '2.0',
  };
  const { idToken: fault, idTokenOn } = setting.workings.faults;
  const { claim, signature } = splitFault(idTokenOn === null || idTokenOn === grantee.grant ? fault : null);
  const spoilt = spoilIdToken(claims, claim, idTokenSeconds);
  return spoilt && signWithFault(spoilt, setting.keys.current(), signature);
}

/**
 * An access token for Graph, and its life in seconds: 60 to 90 minutes (Microsoft, "Access tokens"). Graph may challenge
 * it later only where the client said that it can handle that.
 */
export async function mintAccessToken(setting: EntraSetting, { person, granted, claims: asked }: Grantee) {
  const { clock, faults, challenges } = setting.workings;
  const uti = opaque();
  for (const requested of asked.requested) challenges.admit(person, uti, requested);
  const now = clock.seconds();
  const expiresIn = faults.accessTokenSeconds ?? randomInt(3600, 5400);
  const claims = {
    aud: graphAudience,
    iss: `https://sts.windows.net/${person.tid}/`,
    iat: now,
    nbf: now,
    exp: now + expiresIn,
    app_displayname: 'Lanyard (local build)',
    appid: setting.clientId,
    idtyp: 'user',
    name: person.displayName,
    oid: person.oid,
    scp: [...granted].filter((scope) => scope !== 'offline_access').join(' '),
    sub: pairwise(graphAudience, person),
    tid: person.tid,
    unique_name: person.userPrincipalName,
    upn: person.userPrincipalName,
    uti,
    ver: '1.0',
    ...(asked.capabilities.includes('CP1') ? { xms_cc: ['CP1'] } : {}),
  };
  return { token: await signToken(claims, setting.keys.current()), expiresIn };
}
