import { toAppError } from '../src/errors.ts';
import { face } from '../src/face.ts';
import { readSettings, type Settings } from '../src/settings.ts';
import { closeToContentScripts, lastObstacle } from '../src/storage.ts';
import { type AccountBook, createAccountBook } from './auth/accounts.ts';
import { type AuthClient, createAuthClient } from './auth/auth-client.ts';
import { createHoldings, type Holdings } from './auth/holdings.ts';
import { createLadder, type Ladder } from './auth/ladder.ts';
import { createLedger, type Ledger } from './auth/ledger.ts';
import { migrate } from './auth/schema.ts';
import { createSignIn, recoverSignIn, type SignIn } from './auth/sign-in.ts';
import { createVault, type Vault } from './auth/vault.ts';
import { type Changes, createChanges } from './changes.ts';
import { createEdits, type Edits } from './edits.ts';
import { createFace } from './face.ts';
import { createGraph, type GraphClient } from './graph/client.ts';
import { createTransport, type Wait } from './graph/transport.ts';
import { createIcon, type Icon } from './icon.ts';
import { logBug } from './log.ts';
import { focusedWindow, showPopup } from './popup-window.ts';
import { createSearch, type Search } from './search.ts';
import { readSession } from './session.ts';
import { createWatches, type Watches } from './watch/watches.ts';

/** What the handlers call. */
export interface Services {
  settings: Settings;
  auth: AuthClient;
  vault: Vault;
  book: AccountBook;
  ledger: Ledger;
  holdings: Holdings;
  ladder: Ladder;
  graph: GraphClient;
  edits: Edits;
  search: Search;
  signIn: SignIn;
  changes: Changes;
  icon: Icon;
  watches: Watches;
  /** Resolves when what a former life has left in storage is in order; never rejects. */
  ready: Promise<void>;
}

/** What a test may put in the place of the world's own. */
interface Surroundings {
  wait?: Wait;
}

/** Puts the modules together. Nothing here waits, so that every listener is there in the first turn. */
export function createServices({ wait }: Surroundings = {}): Services {
  const settings = readSettings();
  const changes = createChanges(() => {
    drawFace();
    watches.attend().catch((thrown) => logBug(toAppError(thrown)));
  });
  const auth = createAuthClient(settings);
  const vault = createVault();
  const book = createAccountBook(vault);
  const ledger = createLedger(vault, book, changes.announce);
  const holdings = createHoldings(vault, book, ledger);
  const parts = { auth, holdings, book, ledger };
  const ladder = createLadder({ ...parts, announce: changes.announce });
  const graph = createGraph({ ladder, ledger, transport: createTransport(book, wait) });
  const icon = createIcon(book);
  const edits = createEdits(graph, book, icon);
  const search = createSearch({ graph, book, ladder, ready: () => ready });
  const signIn = createSignIn({ ...parts, ladder, windowBefore: focusedWindow }, (windowId) => {
    changes.announce();
    const { deeds } = changes;
    showPopup(icon, windowId, () => changes.deeds === deeds).catch((thrown) => logBug(toAppError(thrown)));
  });
  const watches = createWatches({ book, changes, edits, graph, icon, ledger, ready: () => ready });
  const drawFace = createFace(() => readSession({ settings, book, signIn, vault }, changes.revision));
  const ready = recover({ vault, book, holdings, ledger, changes })
    .catch((thrown) => logBug(toAppError(thrown)))
    .then(drawFace);
  return {
    settings,
    auth,
    vault,
    book,
    ledger,
    holdings,
    ladder,
    graph,
    edits,
    search,
    signIn,
    changes,
    icon,
    watches,
    ready,
  };
}

/** Storage as this life of the background may expect it. */
async function recover({
  vault,
  book,
  holdings,
  ledger,
  changes,
}: Pick<Services, 'vault' | 'book' | 'holdings' | 'ledger' | 'changes'>): Promise<void> {
  await closeToContentScripts();
  changes.continueFrom((await face.get())?.revision ?? 0);
  const isReadable = await migrate();
  await vault.tidy();
  const isLoaded = await book.load();
  if (!isReadable || !isLoaded) {
    await lastObstacle.set({ accountId: null, obstacle: { reason: 'vault-lost' } });
  }
  await holdings.sweep();
  await recoverSignIn(book, ledger);
}
