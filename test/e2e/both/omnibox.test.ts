import { describe, expect } from 'vitest';
import { waitUntil } from '../../../demo/browser/wait-until.ts';
import { chooseInFirefox, firefoxTabs, typeInAddressBar } from '../address-bar.ts';
import { addAccount } from '../pages.ts';
import { browserName, personCalled, test, words } from '../world.ts';

describe('The address bar', () => {
  test('finds people, files and mail behind the keyword, and opens the chosen result', async ({
    tenant,
    lanyard,
    onTestFinished,
  }) => {
    tenant.control.consentForOrganisation(['User.ReadBasic.All', 'Files.Read', 'Mail.Read']);
    await addAccount(lanyard, personCalled(tenant, 'mira'));
    const { authorize } = tenant.control.counters;
    // The background that the keyword wakes has nothing of the one before.
    await lanyard.stopWorker();
    const bar = await typeInAddressBar(lanyard, 'ly frost');
    onTestFinished(bar.close);
    const lines = (await bar.shows('Frost damage')).join('\n');
    for (const kind of ['Nadia Frost', 'write to nadia.frost@', 'message from'])
      expect(lines).toContain(kind);
    expect(lines).not.toMatch(/<(?:match|dim)>/);
    expect(tenant.control.counters.authorize).toBe(authorize);

    if (browserName !== 'firefox') return;
    const before = await firefoxTabs(lanyard);
    await chooseInFirefox(lanyard, 1);
    const opened = await waitUntil('a tab of it', async () => {
      const tabs = await firefoxTabs(lanyard);
      return tabs.find((address) => address.startsWith('https:') && !before.includes(address)) ?? null;
    });
    expect(opened).toMatch(/^https:\/\/(?:outlook\.office|fernleigh-my\.sharepoint)/);
  });

  test('reports that nobody is signed in, and opens no sign-in window', async ({
    tenant,
    lanyard,
    onTestFinished,
  }) => {
    const { authorize } = tenant.control.counters;
    const bar = await typeInAddressBar(lanyard, 'ly fr');
    onTestFinished(bar.close);
    await bar.shows(words('omniboxSignedOut'));
    expect(tenant.control.counters.authorize).toBe(authorize);
  });
});
