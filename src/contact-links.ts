import type { Account } from './contract.ts';

/**
 * A new message to somebody, in Outlook on the web of that kind of account. Not `mailto:`, which goes to whatever the
 * computer has for mail, set up or not, and from another address than the one that is signed in here.
 */
export function composeLink(address: string, { isPersonal }: Pick<Account, 'isPersonal'>): string {
  const base = isPersonal
    ? 'https://outlook.live.com/mail/0/deeplink/compose'
    : 'https://outlook.office.com/mail/deeplink/compose';
  return withParameter(base, 'to', address);
}

/** A chat with somebody of the organisation (Microsoft: "Deep link to a Teams chat"). */
export function chatLink(address: string): string {
  return withParameter('https://teams.microsoft.com/l/chat/0/0', 'users', address);
}

/** Whatever an address holds is one value: nothing in it adds a parameter of its own. */
function withParameter(base: string, name: string, value: string): string {
  return `${base}?${name}=${encodeURIComponent(value)}`;
}
