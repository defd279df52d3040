import type Provider from 'oidc-provider';
import { sidOf } from './browser-sessions.ts';
import { clientInfoOf } from './mint.ts';
import { describeAdminConsent } from './redirect-answer.ts';
import { type EntraSetting, personOf } from './setting.ts';
import { byPassword } from './sign-in-step.ts';
import { readWish, wishParameter } from './wish.ts';

/** Gives the core's answer Entra's fields, notes who signed in and how, and keeps the code for canary searches. */
export function dressAuthorize(provider: Provider, setting: EntraSetting): void {
  const { sessions, refreshTokens, workings } = setting;
  provider.on('interaction.ended', ({ oidc: { session, result } }) => {
    if (!session?.accountId || !result?.login?.amr?.includes(byPassword)) return;
    sessions.begin(session.uid, personOf(setting, session.accountId));
  });
  provider.on('authorization.success', ({ oidc: { session, params, grant } }, answer) => {
    if (!session || !answer) return;
    const person = personOf(setting, session.accountId);
    const { code, state } = answer;
    workings.secrets.add(String(code));
    for (const name of Object.keys(answer)) delete answer[name];
    const { adminScope } = readWish(params?.[wishParameter]);
    if (adminScope) {
      Object.assign(answer, { ...describeAdminConsent(person, adminScope), state });
      return;
    }
    if (grant && sessions.hasMfa(session.uid, person)) refreshTokens.noteMfa(grant.jti);
    Object.assign(answer, {
      code,
      client_info: params?.client_info === '1' ? clientInfoOf(person) : undefined,
      state,
      session_state: sidOf(session.uid, person),
    });
  });
}
