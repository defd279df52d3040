import { describe, expect } from 'vitest';
import type { LaunchedBrowser } from '../../../demo/browsers.ts';
import type { Tenant } from '../../../demo/tenant/index.ts';
import { beginAt } from '../pages.ts';
import { click, inPopup, openAnew, type PanelName, showPanel } from '../panels.ts';
import { isThorough, personCalled, popupShows, popupText, signIn, test, words } from '../world.ts';

const EVERYTHING = [
  'Mail.ReadBasic',
  'Calendars.ReadBasic',
  'Tasks.Read',
  'Files.Read',
  'User.ReadBasic.All',
  'Presence.Read',
];

/** Each panel with its data, and what it is called for which it would ask. */
const DATA: [PanelName, string, string][] = [
  ['mail', '.message-row', 'mail-list'],
  ['calendar', '.event-row', 'calendar'],
  ['tasks', '.task-row', 'tasks'],
  ['files', '.file-row', 'files'],
];
const PARTS = ['.next-meeting', '.day-line', '.today-mail .row', '.today-tasks .row', '.today-files .row'];

async function signInWith(tenant: Tenant, lanyard: LaunchedBrowser, permissions: string[]): Promise<void> {
  tenant.control.consentForOrganisation(permissions);
  await signIn(lanyard, personCalled(tenant, 'mira'));
}

/** Types into the search for people. */
async function search(lanyard: LaunchedBrowser, text: string): Promise<void> {
  await showPanel(lanyard, 'you');
  await showPanel(lanyard, 'people');
  const field = await inPopup(lanyard, '.people-search');
  await field.type(text);
}

/** Something in the panel that is shown. */
const inPanel = (selector: string) => `.panel:not([hidden]) ${selector}`;

describe('The panels without a permission', () => {
  test.runIf(isThorough)(
    'say what they would ask for, Today in a line each, and send no request to Graph (M12)',
    async ({ tenant, lanyard }) => {
      await signInWith(tenant, lanyard, []);
      const before = tenant.control.log.filter(({ path }) => path.startsWith('/v1.0/me/')).length;
      await showPanel(lanyard, 'today');
      for (const [panel] of DATA) await inPopup(lanyard, `.today-offer[data-panel=${panel}]`);
      for (const [panel, , purpose] of DATA) {
        await showPanel(lanyard, panel);
        await inPopup(lanyard, `.consent-card[data-purpose=${purpose}]`);
      }
      await showPanel(lanyard, 'people');
      await inPopup(lanyard, '.consent-card[data-purpose=people]');
      expect(tenant.control.log.filter(({ path }) => path.startsWith('/v1.0/me/'))).toHaveLength(before);
    },
  );
});

describe('The panels with their permission', () => {
  test('show their data, keep the data while offline, and report empty lists and refusals (N1)', async ({
    tenant,
    lanyard,
  }) => {
    const { faults } = tenant.control;
    await signInWith(tenant, lanyard, EVERYTHING);
    // All that the popup after the sign-in asks for has come.
    await inPopup(lanyard, '.menu-button .presence');
    await beginAt(lanyard, 'today');
    const before = tenant.control.log.length;
    await openAnew(lanyard);
    for (const part of PARTS) await inPopup(lanyard, part);
    await inPopup(lanyard, '.menu-button .presence');
    // A busy machine may divide them into more requests; `batching.test.ts` counts those, in a time of its own.
    const asked = tenant.control.log
      .slice(before)
      .filter(({ host, method }) => host === 'graph.microsoft.com' && method !== 'OPTIONS')
      .map(({ path }) => path)
      .filter((path) => !path.endsWith('/$batch'));
    expect(asked).toContain('/v1.0/me/calendarView');
    expect(asked).toEqual([...new Set(asked)]);
    for (const [panel, row] of DATA) {
      await showPanel(lanyard, panel);
      await inPopup(lanyard, row);
    }
    await search(lanyard, 'odile');
    await inPopup(lanyard, '.person-row');
    await search(lanyard, 'zzzz');
    await popupShows(lanyard, words('peopleNoneTitle'));

    tenant.control.cutNetwork(true);
    for (const [panel, row] of DATA) {
      await showPanel(lanyard, panel);
      await click(lanyard, inPanel('.status-refresh'));
      await inPopup(lanyard, inPanel('.status-bar[data-reason=offline]'));
      await inPopup(lanyard, row);
      await inPopup(lanyard, inPanel('.status-time'));
    }
    await search(lanyard, 'tomas');
    await inPopup(lanyard, inPanel('.obstacle'));
    await openAnew(lanyard);
    await showPanel(lanyard, 'today');
    for (const part of PARTS) await inPopup(lanyard, part);
    await inPopup(lanyard, inPanel('.status-bar[data-reason=offline]'));
    expect(tenant.control.counters.authorize).toBeGreaterThan(0);
    tenant.control.cutNetwork(false);

    faults.graph = Object.fromEntries(
      ['mailFolders', 'calendarView', 'todo', 'drive'].map((route) => [
        `/v1.0/me/${route}`,
        { status: 200, body: { value: [], unreadItemCount: 0 } },
      ]),
    );
    await openAnew(lanyard);
    for (const [panel, row] of DATA) {
      await showPanel(lanyard, panel);
      await inPopup(lanyard, inPanel('.empty-state'));
      expect(await (await lanyard.findPopup())?.$$(row)).toEqual([]);
    }

    await showPanel(lanyard, 'today');
    await inPopup(lanyard, inPanel('.today-nothing'));
    expect(await (await lanyard.findPopup())?.$$('.next-meeting, .today-mail .row')).toEqual([]);

    faults.graph = {
      '/v1.0/me': { status: 403, body: { error: { code: 'accessDenied' } } },
      '/v1.0/users': { status: 403, body: { error: { code: 'accessDenied' } } },
    };
    await openAnew(lanyard);
    for (const [panel, row] of DATA) {
      await showPanel(lanyard, panel);
      await inPopup(lanyard, inPanel('.obstacle'));
      expect(await (await lanyard.findPopup())?.$$(row)).toEqual([]);
    }
    await search(lanyard, 'odile');
    await inPopup(lanyard, inPanel('.obstacle'));
    await showPanel(lanyard, 'today');
    await inPopup(lanyard, inPanel('.obstacle, .today-trouble'));
    expect(await popupText(lanyard)).not.toContain('[object');
  });
});
