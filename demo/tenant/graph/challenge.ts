import type { Challenge } from '../challenges.ts';
import { graphAudience } from '../entra/mint.ts';
import { entraHost } from '../hosts.ts';
import { GraphError } from './errors.ts';

const why = 'with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp';

/** The parameters that every challenge of Graph's has: the authority to go to, and Graph itself as the resource. */
export const challengeParams = [
  'realm=""',
  `authorization_uri="https://${entraHost}/common/oauth2/authorize"`,
  `client_id="${graphAudience}"`,
].join(', ');

/** The `WWW-Authenticate` header, in each shape that was recorded from Microsoft's services. */
function describe({ shape, claims }: Challenge): string {
  const encoded = (encoding: 'base64' | 'base64url') => `claims="${Buffer.from(claims).toString(encoding)}"`;
  const bearer = `Bearer ${challengeParams}`;
  const error = 'error="insufficient_claims"';
  switch (shape) {
    case 'single':
      return `${bearer}, ${error}, ${encoded('base64')}`;
    case 'unpadded':
      return `${bearer}, ${error}, ${encoded('base64url')}`;
    case 'no-claims':
      return `${bearer}, ${error}`;
    case 'several-schemes': {
      const nonce = `nonce="${Buffer.from('a nonce of PoP').toString('base64')}"`;
      const description = `error_description="Continuous access evaluation resulted in challenge ${why}"`;
      return `PoP ${challengeParams}, ${nonce}, ${bearer}, ${description}, ${error}, ${encoded('base64')}`;
    }
  }
}

/** Graph's refusal of a token that was good when it was issued, as recorded. */
export const challengeError = (challenge: Challenge): GraphError =>
  new GraphError(
    challenge.status,
    'InvalidAuthenticationToken',
    `Continuous access evaluation resulted in claims challenge ${why}`,
    { 'WWW-Authenticate': describe(challenge) },
  );
