import { beforeEach, describe, expect, it } from 'vitest';
import { createFace } from '../../background/face.ts';
import type { Session } from '../../src/contract.ts';
import { face } from '../../src/face.ts';
import { fake, resetFakeBrowser } from '../fakes/fake-browser.ts';

beforeEach(resetFakeBrowser);

const signedOut = (revision: number): Session => ({ revision, status: 'signed-out', keep: 'on-disk' });
const signingIn = (revision: number): Session => ({ revision, status: 'signing-in', since: 1 });
const drawn = (session: Session) => expect.poll(() => face.get()).toEqual(session);

describe('The stored first frame', () => {
  it('is not rewritten because the background has started again', async () => {
    await face.set(signedOut(1));
    let session = signedOut(7);
    let reads = 0;
    const draw = createFace(async () => {
      reads += 1;
      return session;
    });
    draw();
    await expect.poll(() => reads).toBe(1);
    expect(await face.get()).toEqual(signedOut(1));

    // The same again is news once something has been announced: a permission, say, which is not in it.
    session = signedOut(8);
    draw();
    await drawn(signedOut(8));
  });

  it('is rewritten if it differs from what the last background left', async () => {
    await face.set(signingIn(1));
    createFace(async () => signedOut(7))();
    await drawn(signedOut(7));
  });

  it('is removed if memory has no room for it', async () => {
    await face.set(signingIn(1));
    fake.session.isFull = true;
    createFace(async () => signedOut(7))();
    await expect.poll(() => face.get()).toBeNull();
  });
});
