import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { inPopup, showPanel } from '../panels.ts';
import {
  askBackground,
  launchLanyard,
  personCalled,
  popupShows,
  signIn,
  testWithTenant,
  words,
} from '../world.ts';

testWithTenant(
  'An unknown host name or an untrusted certificate signs nobody out (N3, N7)',
  async ({ tenant, onTestFinished }) => {
    tenant.control.reset();
    const profileDir = await mkdtemp(join(tmpdir(), 'lanyard-profile-'));
    onTestFinished(() => rm(profileDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }));
    const mira = personCalled(tenant, 'mira');
    const before = await launchLanyard(tenant.port, { profileDir });
    await signIn(before, mira);
    await before.close();

    for (const brokenBy of ['dns', 'tls'] as const) {
      const lanyard = await launchLanyard(tenant.port, { profileDir, brokenBy });
      try {
        await lanyard.openPopup();
        await showPanel(lanyard, 'you');
        const shown = await popupShows(lanyard, words('offlineTitle'));
        expect(shown).toContain(mira.displayName);
        await inPopup(lanyard, '.obstacle .offers .button');
        expect(await askBackground(lanyard, 'getSession')).toMatchObject({ status: 'signed-in' });
      } finally {
        await lanyard.close();
      }
    }

    const after = await launchLanyard(tenant.port, { profileDir });
    onTestFinished(() => after.close());
    await after.openPopup();
    await showPanel(after, 'you');
    await popupShows(after, mira.jobTitle ?? '');
  },
);
