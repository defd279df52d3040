import { describe, expect, it } from 'vitest';
import { fake } from '../../fakes/fake-browser.ts';
import { setUpWorld } from '../../fakes/world.ts';

const world = setUpWorld();

describe('A service of Graph that refuses the token for one account', () => {
  it('is the only one that fails: the token stays, and the others keep working (N13)', async () => {
    world.tenant.control.consentForOrganisation(['Mail.ReadBasic', 'Calendars.ReadBasic']);
    const { background, id } = await world.signedIn();
    world.tenant.control.faults.graph['/v1.0/me/mailFolders'] = { status: 401, body: {} };
    for (let count = 0; count < 2; count += 1) {
      expect(await background.handlers.getInbox(id)).toMatchObject({
        obstacle: { reason: 'no-access', detail: 'Graph 401' },
      });
    }
    expect(await background.handlers.getCalendar(id)).toMatchObject({ kind: 'ready' });
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    expect(fake.session.items).toHaveProperty([`tokens:${id}`]);
  });
});
