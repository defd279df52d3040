import type { Account, Session } from '../../../src/contract.ts';

/** People who may be signed in, as a page knows them. */
export const mira: Account = {
  id: 'mira.tenant',
  name: 'Mira Halloran',
  username: 'mira@halloran.example',
  isPersonal: false,
};
export const sam: Account = {
  id: 'sam.consumers',
  name: 'Sam Pelling',
  username: 'sam@outlook.example',
  isPersonal: true,
};

type SignedIn = Extract<Session, { status: 'signed-in' }>;

/** A session in which Mira is signed in, but for what is given. */
export function signedIn(revision: number, part: Partial<SignedIn> = {}): SignedIn {
  return { revision, status: 'signed-in', account: mira, accounts: [mira], keep: 'on-disk', ...part };
}

export function signedOut(revision: number): Session {
  return { revision, status: 'signed-out', keep: 'on-disk' };
}

export function signingIn(revision: number): Session {
  return { revision, status: 'signing-in', since: 0 };
}
