import { interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';
import {
  type AccountObstacle,
  findAccountObstacle,
  mfaNeeded,
  newPasswordNeeded,
  notAssigned,
} from './account-obstacles.ts';
import { createFailure } from './create-failure.ts';
import { type EntraSetting, personOf } from './setting.ts';
import { readWish, wishParameter } from './wish.ts';

/** The core's name for whatever an account still needs after it is known who signs in, and before consent. */
export const accountPrompt = 'account';

function lookAt({ oidc: { session, params } }: KoaContextWithOIDC, setting: EntraSetting) {
  if (!session) throw new Error('the core looked at an account without a session');
  const person = personOf(setting, session.accountId);
  const wish = readWish(params?.[wishParameter]);
  const hasMfa = setting.sessions.hasMfa(session.uid, person);
  const found = findAccountObstacle(setting.accounts.of(person), hasMfa);
  const obstacle = wish.adminScope && found === notAssigned ? null : found;
  return { person, wish, obstacle };
}

const isForPage = (obstacle: AccountObstacle) => obstacle === newPasswordNeeded || obstacle === mfaNeeded;

/** Whether the person has to be asked for something; throws where asking does not help, or is not wanted. */
function needsMore(ctx: KoaContextWithOIDC, setting: EntraSetting): boolean {
  const { person, wish, obstacle } = lookAt(ctx, setting);
  setting.workings.log.noteByTicket(wish.ticket, { person: person.key });
  const audience = ctx.oidc.prompts.has('none') ? 'silent' : 'window';
  const standing = wish.adminScope ? null : setting.standing.find(person, audience);
  if (standing) throw standing;
  if (obstacle === null) return false;
  if (audience === 'window' && isForPage(obstacle)) return true;
  throw createFailure({ aadsts: obstacle }, audience);
}

/** The core's questions in their order: who is it, what does the account need, may the app have what it asks? */
export function createPolicy(setting: EntraSetting): interactionPolicy.Prompt[] {
  const policy = interactionPolicy.base();
  const check = new interactionPolicy.Check(
    'account_needs_more',
    'the account needs more than a password',
    'interaction_required',
    (ctx) => needsMore(ctx, setting),
    (ctx) => ({ obstacle: lookAt(ctx, setting).obstacle }),
  );
  policy.add(new interactionPolicy.Prompt({ name: accountPrompt }, check), 1);
  return policy;
}
