import { afterEach, beforeEach } from 'vitest';
import { registerOmnibox } from '../../../background/omnibox/omnibox.ts';
import type { Person } from '../../../demo/tenant/index.ts';
import { needsOf, type Purpose } from '../../../src/purposes.ts';
import { fake } from '../../fakes/fake-browser.ts';
import type { Background, World } from '../../fakes/world.ts';
import { type FakeOmnibox, plugInOmnibox } from './fake-omnibox.ts';

const EVERYTHING: Purpose[] = ['people', 'files', 'mail-open'];

/** A world with an address bar in it, for the tests of a file. */
export function setUpOmnibox(world: World) {
  let bar: FakeOmnibox;
  beforeEach(() => {
    bar = plugInOmnibox();
  });
  afterEach(() => bar.unplug());

  /** The background listens to the address bar, as from its first turn on. */
  const listen = (background: Background) => {
    background.life.run(() => registerOmnibox(background.services));
  };

  /** Somebody is signed in who has agreed to that. */
  const signedIn = async (purposes: Purpose[] = EVERYTHING, who?: Person) => {
    const { control } = world.tenant;
    control.consentForOrganisation(purposes.flatMap(needsOf));
    const { background, id } = await world.signedIn(who);
    if (who?.kind === 'personal') {
      for (const purpose of purposes) await background.signIn({ kind: 'again', accountId: id, purpose });
    }
    listen(background);
    fake.popupOpened.length = 0;
    const { log, counters } = control;
    const before = { log: log.length, graph: counters.graph, authorize: counters.authorize };
    return {
      background,
      id,
      bar,
      requests: () => counters.graph - before.graph,
      windows: () => counters.authorize - before.authorize,
      /** The paths that were searched. */
      searched: () =>
        log
          .slice(before.log)
          .filter(({ path }) => /users|people|search|messages/.test(path))
          .map(({ path }) => path.replace('/v1.0', '').replace(/\(.*/, '')),
    };
  };

  const signedOut = async () => {
    listen(await world.wake());
    return { bar };
  };

  return { signedIn, signedOut };
}
