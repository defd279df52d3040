import type { CalendarEvent } from './data/calendar.ts';
import type { FileItem } from './data/files.ts';
import type { MailPage, OpenMessage } from './data/mail.ts';
import type { Colleague } from './data/people.ts';
import type { Edit } from './edits.ts';
import type { Keep } from './keep.ts';
import type { ApprovalRequest, LedgerView } from './ledger.ts';
import type { Obstacle } from './obstacles.ts';
import type { Permission } from './permissions.ts';
import type { Purpose } from './purposes.ts';
import type { ReadingData, ReadingName } from './readings.ts';
import type { Watching, WatchName } from './watches.ts';

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

/**
 * What Microsoft's window is opened for: somebody new; an account that is here, for what it needs; one that was
 * picked in its place; an administrator's yes for the whole organisation.
 */
export type SignInRequest =
  | { kind: 'new' }
  | { kind: 'again'; accountId: string; purpose: Purpose }
  | { kind: 'add'; username: string }
  | { kind: 'approve'; accountId: string; purpose: Purpose };

/** Data with the time it was read (epoch milliseconds), or what stands in its way. */
export type Reply<T> = { kind: 'ready'; data: T; readAt: number } | { kind: 'obstacle'; obstacle: Obstacle };

/** What an account has to show: each from Graph, at its time of asking. None of them opens a window. */
type Readings = { [R in ReadingName]: (accountId: string) => Reply<ReadingData<R>> };

/** Every question a page may ask the background. No answer ever holds a token. */
export interface Contract extends Readings {
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
  /** The messages of the inbox that come after those known; `next` is from the answer before. */
  getMoreMail(accountId: string, next: string): Reply<MailPage>;
  /** One message with its text. */
  openMessage(accountId: string, messageId: string): Reply<OpenMessage>;
  /** The events between two times (epoch milliseconds, not more than 42 days apart), in the order of beginning. */
  getEvents(accountId: string, from: number, to: number): Reply<CalendarEvent[]>;
  /** Files by what they are called and what is in them. */
  searchFiles(accountId: string, text: string): Reply<FileItem[]>;
  /** People by name or address. A new search of an account ends the one before, which nobody waits for any more. */
  searchPeople(accountId: string, text: string): Reply<Colleague[]>;
  /** Changes one thing. `ready` when Microsoft has confirmed it. */
  edit(accountId: string, edit: Edit): Reply<null>;
  /** Every permission of an account: what was asked, for what, and what came of it. */
  getLedger(accountId: string): LedgerView;
  /** Says "not now" to what a purpose needs: it is not asked for again until the person does. */
  postpone(accountId: string, purpose: Purpose): Session;
  /** Stops, or goes on, using a permission. Microsoft's record of the consent stays as it is. */
  setPaused(accountId: string, permission: Permission, isPaused: boolean): Session;
  /** What Lanyard looks for by itself for an account, and how that goes. */
  getWatching(accountId: string): Watching;
  /** Turns a watch on or off. Asks nobody for anything: what is in its way, `getWatching` tells. */
  setWatch(accountId: string, watch: WatchName, isOn: boolean): Session;
  /** What to send to an administrator; null for a personal account, which has none. */
  getApprovalRequest(accountId: string, purpose: Purpose): ApprovalRequest | null;
}

export type Method = keyof Contract;
export type Params<M extends Method> = Parameters<Contract[M]>;
export type Result<M extends Method> = ReturnType<Contract[M]>;

/** One handler for each question: leaving one out, or answering in another shape, does not compile. */
export type Handlers = { [M in Method]: (...params: Params<M>) => Promise<Result<M>> };
