import type { Handlers, Reply } from '../src/contract.ts';
import { toAppError } from '../src/errors.ts';
import { toObstacle } from '../src/obstacles.ts';
import type { Purpose } from '../src/purposes.ts';
import { farewell, lastObstacle } from '../src/storage.ts';
import { whileSignedIn } from './auth/accounts.ts';
import { postpone, prepareApproval, readLedgerView } from './auth/permissions-view.ts';
import { signOutHere, takeLogoutUrl } from './auth/sign-out.ts';
import { runWebAuthFlow } from './auth/web-auth-flow.ts';
import { readEvents } from './graph/calendar.ts';
import { searchFiles } from './graph/files.ts';
import { readMessage, readMoreMail } from './graph/mail.ts';
import { logBug } from './log.ts';
import { createReadings } from './readings.ts';
import { answerWith } from './reply.ts';
import type { Services } from './services.ts';
import { readSession } from './session.ts';
import { forgetShown } from './shown.ts';

/** A message channel is not held open for longer, so that the browser does not take the worker for stuck. */
const LONGEST_WAIT_MS = 20_000;

/** The contract, carried out by the modules. */
export function createHandlers(services: Services): Handlers {
  const { book, changes, edits, graph, icon, ledger, ready, search, signIn, vault, watches } = services;
  const session = () => readSession(services, changes.revision);

  /** Does something that changes the session, tells everybody who waits, and answers with the new one. */
  const changing = async (work: () => Promise<unknown>) => {
    await ready;
    await work();
    changes.announce('person');
    return session();
  };

  const reading = async <T>(purpose: Purpose, read: () => Promise<T>): Promise<Reply<T>> => {
    await ready;
    return answerWith(purpose, read);
  };

  return {
    async getSession() {
      // The dot has done its work; should it stay, that is no reason to show nothing.
      icon.clear().catch((thrown) => logBug(toAppError(thrown)));
      await ready;
      return session();
    },
    async awaitSession(revision) {
      await ready;
      await changes.after(revision, LONGEST_WAIT_MS);
      return session();
    },
    signIn: (request) => changing(() => signIn.start(request)),
    switchAccount: (accountId) =>
      changing(() =>
        book.change(async (accounts) => {
          const isKnown = accounts.list.some(({ id }) => id === accountId);
          return { accounts: isKnown ? { ...accounts, active: accountId } : accounts, result: undefined };
        }),
      ),
    signOut: (accountIds) => changing(() => signOutHere(services, accountIds)),
    endMicrosoftSession: () =>
      changing(async () => {
        const url = await takeLogoutUrl();
        // The window may stay open as long as the person likes, and how it ends does not matter: nobody waits.
        if (url) runWebAuthFlow(url).catch((thrown) => logBug(toAppError(thrown)));
      }),
    setKeep: (keep) =>
      changing(async () => {
        try {
          await vault.setKeep(keep);
        } catch (thrown) {
          const error = toAppError(thrown);
          if (error.reason !== 'not-kept') throw error;
          // A disk that is full is told beside the person's data, and not in its place.
          await lastObstacle.set({ accountId: (await book.read()).active, obstacle: toObstacle(error) });
        }
      }),
    dismiss: () => changing(() => Promise.all([lastObstacle.remove(), farewell.remove()])),
    ...createReadings(services),
    getMoreMail: (accountId, next) => reading('mail-list', () => readMoreMail(graph, accountId, next)),
    openMessage: (accountId, messageId) =>
      reading('mail-open', () => readMessage(graph, accountId, messageId)),
    getEvents: (accountId, from, to) => reading('calendar', () => readEvents(graph, accountId, from, to)),
    searchFiles: (accountId, text) => reading('files', () => searchFiles(graph, accountId, text)),
    searchPeople: search.people,
    async edit(accountId, edit) {
      await ready;
      return edits.make(accountId, edit);
    },
    async getLedger(accountId) {
      await ready;
      return readLedgerView(services, accountId);
    },
    postpone: (accountId, purpose) => changing(() => postpone(services, accountId, purpose)),
    setPaused: (accountId, permission, isPaused) =>
      changing(async () => {
        await ledger.setPaused(accountId, permission, isPaused);
        // What it has shown is not shown any more, also not for a moment.
        await whileSignedIn(book, accountId, () => forgetShown(accountId));
      }),
    async getWatching(accountId) {
      await ready;
      return watches.read(accountId);
    },
    setWatch: (accountId, watch, isOn) => changing(() => watches.set(accountId, watch, isOn)),
    async getApprovalRequest(accountId, purpose) {
      await ready;
      return prepareApproval(services, accountId, purpose);
    },
  };
}
