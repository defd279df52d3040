import type { Obstacle } from './obstacles.ts';
import type { Keep } from './storage.ts';

/** A signed-in Microsoft identity, as far as a page may know it. */
export interface Account {
  /** MSAL's `homeAccountId`: object id and home tenant id, joined by a dot. */
  id: string;
  name: string;
  username: string;
  isPersonal: boolean;
}

/** What every session has. `revision` changes whenever the session does. */
interface SessionBase {
  revision: number;
}

/** Where a person stands with Lanyard. `since` is epoch milliseconds. */
export type Session = SessionBase &
  (
    | { status: 'unconfigured'; redirectUri: string }
    | { status: 'unsupported' }
    | { status: 'signed-out'; keep: Keep; obstacle?: Obstacle; farewell?: Farewell }
    | { status: 'signing-in'; since: number }
    | {
        status: 'signed-in';
        account: Account;
        /** All of them, the active one included, in the order of signing in. */
        accounts: Account[];
        keep: Keep;
        obstacle?: Obstacle;
        farewell?: Farewell;
      }
  );

/** An account that has just been signed out, while Microsoft's session in the browser goes on. */
export interface Farewell {
  username: string;
}

/** Whose sign-in: somebody new, an account that is here, or one that was picked in its place. */
export type SignInRequest =
  | { kind: 'new' }
  | { kind: 'again'; accountId: string }
  | { kind: 'add'; username: string };

/** The person's own profile. `photo` is a `data:` URL of a JPEG or PNG; absent values are null. */
export interface Profile {
  name: string;
  jobTitle: string | null;
  mail: string;
  officeLocation: string | null;
  photo: string | null;
}

/** Data with the time it was read (epoch milliseconds), or what stands in its way. */
export type Reply<T> = { kind: 'ready'; data: T; readAt: number } | { kind: 'obstacle'; obstacle: Obstacle };

/** Every question a page may ask the background. No answer ever holds a token. */
export interface Contract {
  /** Who is signed in, from storage alone: no window, no network. */
  getSession(): Session;
  /** The session as soon as it is no longer that revision, or after 20 s as it is then. */
  awaitSession(revision: number): Session;
  /** Opens Microsoft's window, unless it is open already, and answers at once; `awaitSession` tells the end. */
  signIn(request: SignInRequest): Session;
  /** Shows another account. */
  switchAccount(accountId: string): Session;
  /** Removes accounts and all their tokens from this browser. Consent given at Microsoft stays. */
  signOut(accountIds: string[]): Session;
  /** Ends Microsoft's own session in this browser, in a window; offered after a sign-out. */
  endMicrosoftSession(): Session;
  /** Chooses whether sign-in outlives the browser. */
  setKeep(keep: Keep): Session;
  /** Forgets the last outcome, and the offer after a sign-out: the person has read them. */
  dismiss(): Session;
  /** An account's own profile from Graph. Never opens a window. */
  getProfile(accountId: string): Reply<Profile>;
}

export type Method = keyof Contract;
export type Params<M extends Method> = Parameters<Contract[M]>;
export type Result<M extends Method> = ReturnType<Contract[M]>;

/** One handler for each question: leaving one out, or answering in another shape, does not compile. */
export type Handlers = { [M in Method]: (...params: Params<M>) => Promise<Result<M>> };
