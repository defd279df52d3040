import { type Reason, toAppError } from '../../src/errors.ts';
import { needsOf, type Purpose } from '../../src/purposes.ts';
import { planFor } from '../auth/consent.ts';
import { searchFiles } from '../graph/files.ts';
import { searchMail } from '../graph/mail-search.ts';
import { findPeople } from '../graph/people.ts';
import type { Services } from '../services.ts';
import { type Found, fromFile, fromMessage, fromPerson, mix } from './found.ts';

/** What a look-up needs of the background. */
export type LookUpParts = Pick<Services, 'book' | 'graph' | 'ledger' | 'ready'>;

/** Who is searched for, and where: everything that the person has agreed to, in this order. */
export interface Ground {
  account: { id: string; isPersonal: boolean };
  purposes: readonly Purpose[];
}

/** What came of a look-up: things, best first, or why there are none to be had. */
export interface Outcome {
  found: Found[];
  failure: Reason | null;
}

/** Browsers have room for about so many. */
const MOST = 5;

/**
 * Whose data the address bar may search: of the account that is shown, as far as permissions are on record and not
 * paused. Asks nobody, neither the person nor Microsoft. Null where nobody is signed in.
 */
export async function readGround({ book, ledger, ready }: LookUpParts): Promise<Ground | null> {
  await ready;
  const { active, list } = await book.read();
  const account = list.find(({ id }) => id === active);
  if (!account) return null;
  const { id, isPersonal } = account;
  const record = await ledger.read(id);
  const asked: readonly Purpose[] = [isPersonal ? 'people-near' : 'people', 'files', 'mail-open'];
  const purposes = asked.filter((purpose) => planFor(record, needsOf(purpose)).kind === 'granted');
  return { account: { id, isPersonal }, purposes };
}

/**
 * Searches all of it in one moment, which makes it one request to Graph. A kind that cannot be searched leaves the
 * others; where none can, the first reason is given. A bug is thrown.
 */
export async function lookUp({ graph }: LookUpParts, ground: Ground, typed: string): Promise<Outcome> {
  const answers = await Promise.all(
    ground.purposes.map((purpose) =>
      search(graph, ground, purpose, typed).then(
        (found) => ({ found, failure: null }),
        (thrown: unknown) => {
          const { reason } = toAppError(thrown);
          if (reason === 'unexpected') throw thrown;
          return { found: [], failure: reason };
        },
      ),
    ),
  );
  const hasAnswer = answers.some(({ failure }) => failure === null);
  const lists = answers.map(({ found }) => found);
  return {
    found: mix(lists, typed, MOST),
    failure: hasAnswer ? null : (answers[0]?.failure ?? null),
  };
}

async function search(
  graph: LookUpParts['graph'],
  { account }: Ground,
  purpose: Purpose,
  typed: string,
): Promise<Found[]> {
  switch (purpose) {
    case 'files':
      return (await searchFiles(graph, account.id, typed, MOST)).map(fromFile);
    case 'mail-open':
      return (await searchMail(graph, account.id, typed, MOST)).map(fromMessage);
    default:
      return (await findPeople(graph, account, typed, { top: MOST })).flatMap((person) =>
        fromPerson(person, account.isPersonal),
      );
  }
}
