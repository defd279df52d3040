import type { Policy } from './tenant-shape.ts';

/** A lever as the control API is asked to pull it. */
export interface Order {
  method: 'POST' | 'PATCH';
  path: string;
  body: Readonly<Record<string, unknown>>;
}

/** The levers of a person that are on or off. */
export type AccountLever =
  | 'require-mfa'
  | 'disable-account'
  | 'delete-account'
  | 'expire-password'
  | 'assign';

/** The levers of a person that are pulled once. */
export type SignInLever =
  | 'end-session'
  | 'expire-refresh-tokens'
  | 'revoke-refresh-tokens'
  | 'revoke-sessions'
  | 'change-password';

export interface FailureChoice {
  aadsts: number;
  at: 'token' | 'authorize';
  grant?: 'code' | 'refresh';
}

export interface Challenge {
  status: 401 | 403;
  shape: 'single' | 'several-schemes' | 'unpadded' | 'no-claims';
}

const post = (path: string, body: Order['body'] = {}): Order => ({ method: 'POST', path, body });
const ofPerson = (key: string, lever: string) => `/people/${encodeURIComponent(key)}/${lever}`;
const inMilliseconds = (seconds: number | null) => (seconds === null ? null : Math.round(seconds * 1000));

/** Every action of the page, as the request that it is. Null puts back; without scopes, all of them are meant. */
export const orders = {
  flip: (key: string, lever: AccountLever, on: boolean) => post(ofPerson(key, lever), { on }),
  pull: (key: string, lever: SignInLever) => post(ofPerson(key, lever)),
  challenge: (key: string, { status, shape }: Challenge) =>
    post(ofPerson(key, 'challenge'), { status, shape }),
  revokeConsent: (key: string, scopes?: readonly string[]) =>
    post(ofPerson(key, 'revoke-consent'), scopes ? { scopes } : {}),
  /** No person is everybody. */
  answerWith: (key: string | null, failure: FailureChoice | null) =>
    post(key === null ? '/answer-with' : ofPerson(key, 'answer-with'), { failure }),
  setPolicy: (policy: Policy) => post('/set-consent-policy', { policy }),
  grantForEverybody: (scopes: readonly string[]) => post('/consent-for-organisation', { scopes }),
  revokeForEverybody: (scopes?: readonly string[]) =>
    post('/revoke-organisation-consent', scopes ? { scopes } : {}),
  cutNetwork: (on: boolean) => post('/cut-network', { on }),
  throttle: (endpoint: 'token' | 'graph', seconds: number | null) =>
    post('/throttle', { endpoint, seconds: seconds === null ? null : Math.round(seconds) }),
  delay: (endpoint: 'token' | 'graph' | 'authorize', seconds: number | null): Order => ({
    method: 'PATCH',
    path: '/faults',
    body: { delay: { [endpoint]: inMilliseconds(seconds) } },
  }),
  advanceClock: (hours: number) => post('/clock/advance', { milliseconds: hours * 3_600_000 }),
  rotateKeys: () => post('/keys/rotate'),
  reset: () => post('/reset'),
};
