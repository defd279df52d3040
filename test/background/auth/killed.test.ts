import { describe, expect, it } from 'vitest';
import type { Session } from '../../../src/contract.ts';
import { fake } from '../../fakes/fake-browser.ts';
import { type Background, hours, setUpWorld } from '../../fakes/world.ts';

const world = setUpWorld();
const permissions = ['User.Read'] as const;

/** What storage holds, to begin from the same place again. */
function snapshot() {
  const [local, session] = structuredClone([fake.local.items, fake.session.items]);
  return () => {
    [fake.local.items, fake.session.items] = structuredClone([local ?? {}, session ?? {}]);
  };
}

const idOf = (session: Session) => (session.status === 'signed-in' ? session.account.id : null);

/**
 * Whether the account is there, in a life that finds what another has left: then it must be whole, which its refresh
 * token shows; or absent, and then nothing of it may be left.
 */
async function checkWholeOrAbsent(id: string, background: Background): Promise<'whole' | 'absent'> {
  const found = idOf(await background.handlers.getSession());
  if (found === null) {
    const left = [fake.local, fake.session].flatMap((area) => Object.keys(area.items));
    expect(left.filter((key) => key.includes(id))).toEqual([]);
    return 'absent';
  }
  const { ladder } = background.services;
  const token = await ladder.token({ accountId: id, permissions });
  expect(await ladder.token({ accountId: id, permissions, refused: token })).not.toBe(token);
  return 'whole';
}

/** Looks at what was left, once in the next life, and once after a next life that did nothing and a restart. */
async function inBothWays<T>(look: (background: Background) => Promise<T>): Promise<T[]> {
  const restore = snapshot();
  const here = await look(await world.wake());
  restore();
  await world.wake();
  return [here, await look(await world.restartBrowser())];
}

/** Ends the background before its first write to storage, then before its second, and so on; looks at what is left. */
async function endAtEachWrite(
  restore: () => void,
  act: (background: Background) => Promise<unknown>,
  id: string,
): Promise<string[]> {
  const ends: string[] = [];
  for (let isDone = false; !isDone; ) {
    restore();
    world.person.forgetCookies();
    const { life, ...background } = await world.wake();
    life.endAfterWrites(ends.length);
    isDone = await Promise.race([
      act({ life, ...background }).then(() => true),
      life.ended.then(() => false),
    ]);
    ends.push((await inBothWays((next) => checkWholeOrAbsent(id, next))).join(', '));
  }
  return ends;
}

describe('A background that is stopped at any write to storage', () => {
  it('leaves a whole account of a first sign-in, or none (S9)', async () => {
    const empty = snapshot();
    const { id } = await world.signedIn();
    const ends = await endAtEachWrite(empty, (background) => background.signIn(), id);
    expect(ends.length).toBeGreaterThan(5);
    expect([ends.at(0), ends.at(-1)]).toEqual(['absent, absent', 'whole, whole']);
    expect([...new Set(ends)].sort()).toEqual(['absent, absent', 'whole, whole']);
  });

  it('leaves a whole second account or none, and the first account as it was (S9)', async () => {
    const { id: first } = await world.signedIn();
    const one = snapshot();
    const { id } = await world.signedIn(world.someone('personal'));
    const ends: string[] = [];
    const hasBoth = async (background: Background) => {
      const session = await background.handlers.getSession();
      const ids = session.status === 'signed-in' ? session.accounts.map((account) => account.id) : [];
      expect(ids[0]).toBe(first);
      for (const each of ids) await checkWholeOrAbsent(each, background);
      const held = Object.keys(fake.local.items).filter((key) => key.startsWith('vault:credential:'));
      expect(held).toHaveLength(ids.length);
      return ids.includes(id);
    };
    for (let isDone = false; !isDone; ) {
      one();
      const background = await world.wake();
      background.life.endAfterWrites(ends.length);
      const signIn = background.signIn().then(() => true);
      isDone = await Promise.race([signIn, background.life.ended.then(() => false)]);
      ends.push((await inBothWays(hasBoth)).join(' '));
    }
    expect([...new Set(ends)].sort()).toEqual(['false false', 'true true']);
  });

  it('leaves a whole account after a renewal, with the old refresh token or the new one (S9, L3)', async () => {
    const { id } = await world.signedIn();
    world.passTime(hours(2));
    const ends = await endAtEachWrite(snapshot(), ({ handlers }) => handlers.getProfile(id), id);
    expect(ends.length).toBeGreaterThan(4);
    expect([...new Set(ends)]).toEqual(['whole, whole']);
  });

  it('leaves a sign-out done or not begun, and never undone by a restart (S9)', async () => {
    const { background, id } = await world.signedIn();
    await background.handlers.getProfile(id);
    const ends = await endAtEachWrite(snapshot(), ({ handlers }) => handlers.signOut([id]), id);
    expect(ends.length).toBeGreaterThan(4);
    expect([ends.at(0), ends.at(-1)]).toEqual(['whole, whole', 'absent, absent']);
    expect([...new Set(ends)].sort()).toEqual(['absent, absent', 'whole, whole']);
  });

  it.each(['until-close', 'on-disk'] as const)(
    'leaves nothing on disk against the choice of %s (S9)',
    async (keep) => {
      const { background, id } = await world.signedIn();
      await background.handlers.setKeep(keep === 'on-disk' ? 'until-close' : 'on-disk');
      const restore = snapshot();
      for (let [writes, isDone] = [0, false]; !isDone; writes += 1) {
        restore();
        const { handlers, life } = await world.wake();
        life.endAfterWrites(writes);
        isDone = await Promise.race([handlers.setKeep(keep).then(() => true), life.ended.then(() => false)]);
        const next = await world.wake();
        const session = await next.handlers.getSession();
        const isOnDisk = Object.keys(fake.local.items).some((key) => key.startsWith('vault:'));
        expect(isOnDisk).toBe(session.status === 'signed-in' && session.keep === 'on-disk');
        expect(await checkWholeOrAbsent(id, next)).toBe('whole');
      }
    },
  );

  it.each<[string, (background: Background, id: string) => Promise<unknown>]>([
    ['sign-in', (background, id) => background.signIn({ kind: 'again', accountId: id, purpose: 'profile' })],
    ['renewal', (background, id) => background.handlers.getProfile(id)],
    ['sign-out', (background, id) => background.handlers.signOut([id])],
  ])('leaves a whole account or none if any single write of a %s fails (S6)', async (_, act) => {
    const { id } = await world.signedIn();
    world.passTime(hours(2));
    const restore = snapshot();
    for (let [count, isDone] = [0, false]; !isDone; count += 1) {
      restore();
      const background = await world.wake();
      const done = background.life.writes;
      background.life.failAfterWrites(count);
      await act(background, id).catch((thrown) => expect(String(thrown)).toMatch(/IO error|unexpected/));
      await inBothWays((next) => checkWholeOrAbsent(id, next));
      isDone = background.life.writes <= done + count;
    }
  });

  it('does not store an answer that arrives after it was stopped (L3)', async () => {
    const { background, id } = await world.signedIn();
    world.passTime(hours(2));
    // No count is left that could be written down meanwhile.
    await background.services.ledger.settle(id);
    const before = structuredClone(fake.local.items);
    world.network.rewriteToken = (answer) => {
      background.life.end();
      return answer;
    };
    await Promise.race([background.handlers.getProfile(id), background.life.ended]);
    expect(fake.local.items).toEqual(before);
    world.network.rewriteToken = null;
    const next = await world.wake();
    expect(await next.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    expect(world.tokenRequests()).toBe(3);
  });
});
