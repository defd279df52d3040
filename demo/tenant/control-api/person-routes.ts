import { answerWith, challenge, isOn, nothing, scopes } from './bodies.ts';
import { type ApiRoute, type Call, route } from './route.ts';

/** A lever that is on or off for one person. */
const toggle = (lever: string, set: (call: Call<{ on: boolean }>) => void): ApiRoute =>
  route('POST', `/people/{person}/${lever}`, isOn, set);

/** A lever that is pulled once. */
const pull = (lever: string, act: (call: Call<unknown>) => unknown): ApiRoute =>
  route('POST', `/people/{person}/${lever}`, nothing, act);

/** The levers of one person, each under its name in `TenantControl`. */
export const personRoutes: readonly ApiRoute[] = [
  route('GET', '/people/{person}/consents', nothing, ({ control, person }) => [
    ...control.consents(person()),
  ]),
  route('POST', '/people/{person}/revoke-consent', scopes, ({ control, person, body }) =>
    control.revokeConsent(person(), body.scopes),
  ),
  pull('end-session', ({ control, person }) => control.endSession(person())),
  pull('revoke-refresh-tokens', ({ control, person }) => control.revokeRefreshTokens(person())),
  pull('expire-refresh-tokens', ({ control, person }) => control.expireRefreshTokens(person())),
  pull('revoke-sessions', ({ control, person }) => control.revokeSessions(person())),
  pull('change-password', ({ control, person }) => ({ password: control.changePassword(person()) })),
  toggle('require-mfa', ({ control, person, body }) => control.requireMfa(person(), body.on)),
  toggle('disable-account', ({ control, person, body }) => control.disableAccount(person(), body.on)),
  toggle('delete-account', ({ control, person, body }) => control.deleteAccount(person(), body.on)),
  toggle('expire-password', ({ control, person, body }) => control.expirePassword(person(), body.on)),
  toggle('assign', ({ control, person, body }) => control.assign(person(), body.on)),
  route('POST', '/people/{person}/answer-with', answerWith, ({ control, person, body }) =>
    control.answerWith(person(), body.failure),
  ),
  route('POST', '/people/{person}/challenge', challenge, ({ control, person, body }) =>
    control.challenge(person(), body),
  ),
];
