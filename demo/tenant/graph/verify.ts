import { errors, type JWTPayload, jwtVerify } from 'jose';
import type { ChallengedToken, Challenges } from '../challenges.ts';
import type { Clock } from '../clock.ts';
import { graphAudience } from '../entra/mint.ts';
import { entraHost } from '../hosts.ts';
import type { SigningKeys } from '../keys.ts';
import type { Person } from '../people.ts';
import { challengeError, challengeParams } from './challenge.ts';
import { GraphError } from './errors.ts';

/** Whom a token speaks for, and what it allows. */
export interface Bearer {
  person: Person;
  scopes: ReadonlySet<string>;
}

/** Graph's 401: the challenge names the authority to go to, and Graph itself as the resource. */
function unauthorized(message: string): GraphError {
  return new GraphError(401, 'InvalidAuthenticationToken', message, {
    'WWW-Authenticate': `Bearer ${challengeParams}`,
  });
}

function explain(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'Lifetime validation failed, the token is expired.';
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud') return 'Invalid audience.';
  if (error instanceof errors.JOSEError) return 'Access token validation failure. Invalid token.';
  throw error;
}

const describeToken = ({ uti, iat, xms_cc: capabilities }: JWTPayload): ChallengedToken => ({
  id: String(uti),
  issuedAt: iat ?? 0,
  capabilities: Array.isArray(capabilities) ? capabilities.map(String) : [],
});

/** Checks a token whole: signature, audience, life, issuer and tenant (Microsoft, "Access tokens": validate tokens). */
export function createVerifier({
  people,
  keys,
  clock,
  challenges,
}: {
  people: readonly Person[];
  keys: SigningKeys;
  clock: Clock;
  challenges: Challenges;
}): (authorization: string | null) => Promise<Bearer> {
  function findKey({ kid }: { kid?: string }): CryptoKey {
    const found = keys.find(kid);
    if (!found) throw new errors.JWKSNoMatchingKey();
    return found.publicKey;
  }
  return async (authorization) => {
    const [, token] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
    if (token === undefined) throw unauthorized('Access token is empty.');
    const { payload } = await jwtVerify(token, findKey, {
      algorithms: ['RS256'],
      audience: graphAudience,
      currentDate: new Date(clock.now()),
      requiredClaims: ['exp', 'nbf', 'oid', 'tid', 'scp'],
    }).catch((error: unknown) => {
      throw unauthorized(explain(error));
    });
    const person = people.find(({ oid, tid }) => oid === payload.oid && tid === payload.tid);
    const issuers = person
      ? [`https://sts.windows.net/${person.tid}/`, `https://${entraHost}/${person.tid}/v2.0`]
      : [];
    if (!person || !issuers.includes(payload.iss ?? '')) throw unauthorized('Invalid issuer.');
    const challenge = challenges.find(person, describeToken(payload));
    if (challenge) throw challengeError(challenge);
    return { person, scopes: new Set(String(payload.scp).split(' ')) };
  };
}
