import type { Obstacle } from './obstacles.ts';

/** A signed-in Microsoft identity, as far as a page may know it. */
export interface Account {
  /** MSAL's `homeAccountId`: object id and home tenant id, joined by a dot. */
  id: string;
  name: string;
  username: string;
}

/** Where a person stands with Lanyard. `since` is epoch milliseconds. */
export type Session =
  | { status: 'unconfigured'; redirectUri: string }
  | { status: 'unsupported' }
  | { status: 'signed-out'; obstacle?: Obstacle }
  | { status: 'signing-in'; since: number }
  | { status: 'signed-in'; account: Account; obstacle?: Obstacle };

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
  /** The session as soon as no sign-in window is open, or after 20 s as it is then: ask again if so. */
  awaitSession(): Session;
  /** Opens Microsoft's window, unless it is open already, and answers at once; `awaitSession` tells the end. */
  signIn(): Session;
  /** Removes the account and every token from this browser. Consent given at Microsoft stays. */
  signOut(): Session;
  /** Forgets the last outcome, which the person has read. */
  dismissObstacle(): Session;
  /** The person's own profile from Graph. Never opens a window. */
  getProfile(): Reply<Profile>;
}

export type Method = keyof Contract;
export type Params<M extends Method> = Parameters<Contract[M]>;
export type Result<M extends Method> = ReturnType<Contract[M]>;

/** One handler for each question: leaving one out, or answering in another shape, does not compile. */
export type Handlers = { [M in Method]: (...params: Params<M>) => Promise<Result<M>> };
