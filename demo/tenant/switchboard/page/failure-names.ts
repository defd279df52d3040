interface RowName {
  title: string;
  /** The row's numbers; one that is alone on its row is called like it. */
  numbers: Readonly<Record<number, string>>;
}

const name = (title: string, numbers: RowName['numbers'] = {}): RowName => ({ title, numbers });

/** What the rows of failures, and the numbers on each, are called in the menu. */
export const failureNames: Readonly<Record<string, RowName>> = {
  T1: name('Refresh token past its 24 hours'),
  T2: name('Code or refresh token expired', { 70008: 'expired', 700082: 'not used for 90 days' }),
  T3: name('Sign-in frequency: sign in again'),
  T4: name('Grant revoked, as by a new password'),
  T5: name('Session no longer valid', { 50132: 'revoked or stale', 50133: 'password has changed' }),
  T6: name('Nobody is signed in in the browser'),
  T7: name('Not this account', {
    16000: 'several accounts, or none that fits',
    50020: 'not in this tenant',
    90072: 'from outside, not in this tenant',
  }),
  T8: name('No such account', {
    50034: 'not in the directory',
    51004: 'not in the directory, as told by a resource',
    50014: 'invitation not redeemed',
  }),
  T9: name('Account disabled'),
  T10: name('Account locked'),
  T11: name('Password expired', { 50055: 'in the cloud', 50144: 'in the company’s own directory' }),
  T12: name('Consent is missing'),
  T13: name('Consent was declined'),
  T14: name('An administrator has to consent', {
    90094: 'administrators only',
    90093: 'the organisation does not let people',
    90095: 'a request can be sent',
    900941: 'the app is considered risky',
  }),
  T15: name('The app asks for what it may not', {
    90008: 'sign-in and profile are missing',
    65005: 'resource not on the app’s list',
    650056: 'no permission registered',
    650057: 'resource not registered',
    70011: 'unknown scope',
  }),
  T16: name('An extra check is wanted', {
    50076: 'second step',
    50074: 'second step, strong',
    50072: 'enrol for the second step',
    50078: 'second step was too long ago',
    50079: 'enrol for the second step, by policy',
    50158: 'a check outside Microsoft',
  }),
  T17: name('Another device or app is wanted', {
    53000: 'device not compliant',
    53001: 'device not domain joined',
    53002: 'app not approved',
    50097: 'device must sign in',
    50129: 'device not workplace joined',
    50131: 'device state, or suspicious',
  }),
  T18: name('Blocked by Conditional Access', {
    53003: 'by a policy',
    530032: 'by a security policy',
    53011: 'risk in the home tenant',
  }),
  T19: name('Second step blocked: set it up elsewhere'),
  T20: name('Not assigned to the app'),
  T21: name('The app asks in a loop'),
  T22: name('No such tenant'),
  T23: name('No such app', { 700016: 'not found', 70001: 'disabled or not found', 7000112: 'disabled' }),
  T24: name('Redirect URI is wrong', {
    50011: 'not the registered one',
    70004: 'not valid',
    900971: 'none registered',
  }),
  T25: name('Registered under the wrong platform', {
    9002325: 'PKCE is missing',
    9002326: 'not a single-page app',
    9002327: 'single-page app, but no Origin',
  }),
  T26: name('Registered with a secret', { 7000218: 'a secret is missing', 700025: 'a secret was sent' }),
  T27: name('Code was redeemed before'),
  T28: name('Grant is not valid', {
    501481: 'code verifier does not fit',
    50148: 'code verifier does not fit (older)',
    70000: 'malformed',
  }),
  T29: name('Microsoft has trouble', {
    90033: 'passing error',
    90006: 'unavailable',
    90012: 'timed out',
    90024: 'over budget',
    50033: 'passing error in sign-in',
    50087: 'passing error in the second step',
    70012: 'personal accounts',
    90090: 'directory not readable',
  }),
  T30: name('Too many requests'),
};
