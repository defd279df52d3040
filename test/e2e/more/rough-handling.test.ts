import { describe, expect } from 'vitest';
import { createGate } from '../gate.ts';
import { beginAt } from '../pages.ts';
import { inPopup, openAnew, showPanel } from '../panels.ts';
import { askBackground, personCalled, popupText, signIn, test } from '../world.ts';

const HOSTILE = [
  '<img src=x onerror="document.title=1">',
  'photo\u202Egpj.exe',
  'x'.repeat(10_000),
  'before\u0000after',
];

describe('A popup that is opened and closed', () => {
  test('leaves the background well in the middle of requests, and repeats none of them (P2, P3)', async ({
    tenant,
    lanyard,
    onTestFinished,
  }) => {
    tenant.control.consentForOrganisation(['Mail.ReadBasic', 'Calendars.ReadBasic']);
    await signIn(lanyard, personCalled(tenant, 'mira'));
    await beginAt(lanyard, 'mail');
    await (await lanyard.findPopup())?.close();
    const { graph } = tenant.control.counters;
    const gate = createGate();
    onTestFinished(gate.open);
    tenant.control.faults.delay.graph = gate.closed;
    for (let count = 0; count < 15; count += 1) {
      const popup = await lanyard.openPopup();
      await popup.close();
    }
    // While the first is being answered, the others join it.
    expect(tenant.control.counters.graph - graph).toBeLessThanOrEqual(2);
    tenant.control.faults.delay.graph = null;
    gate.open();
    await lanyard.openPopup();
    await inPopup(lanyard, '.message-row');
    expect(await askBackground(lanyard, 'getSession')).toMatchObject({ status: 'signed-in' });
    const { session } = await lanyard.readStorage();
    expect(Object.keys(session).filter((key) => key.startsWith('snapshot:getInbox'))).toHaveLength(1);
  });
});

describe('Hostile names and subjects', () => {
  test('stay text in a list, in a message and among people (P4)', async ({ tenant, lanyard }) => {
    const { faults } = tenant.control;
    tenant.control.consentForOrganisation(['Mail.Read', 'User.ReadBasic.All', 'Tasks.Read', 'Files.Read']);
    await signIn(lanyard, personCalled(tenant, 'mira'));
    const receivedDateTime = new Date().toISOString();
    const value = HOSTILE.map((text, index) => ({
      id: `message-${index}`,
      subject: text,
      from: { emailAddress: { name: text, address: text } },
      receivedDateTime,
      isRead: false,
    }));
    faults.graph = {
      '/v1.0/me/mailFolders/inbox/messages': { status: 200, body: { value } },
      '/v1.0/me/messages': {
        status: 200,
        body: {
          ...value[0],
          toRecipients: [],
          body: { contentType: 'text', content: HOSTILE.join('\n') },
          webLink: 'javascript:alert(1)',
        },
      },
      '/v1.0/users': {
        status: 200,
        body: {
          value: HOSTILE.map((text, index) => ({
            id: `893659ef-f0a7-4c3b-a158-faf4c81b02c${index}`,
            displayName: text,
            mail: text,
            userPrincipalName: text,
          })),
        },
      },
    };
    await beginAt(lanyard, 'mail');
    await openAnew(lanyard);
    await inPopup(lanyard, '.message-row');
    const list = await popupText(lanyard);
    expect(list).toContain('<img src=x');
    expect(list).not.toContain('\u202E');
    expect(list.length).toBeLessThan(6000);
    await (await inPopup(lanyard, '.message-row .row-main')).click();
    await inPopup(lanyard, '.message');
    const popup = await lanyard.findPopup();
    expect(await popup?.$$('img[src="x"], a[href^="javascript"]')).toEqual([]);
    expect(await popup?.title()).toBe('Lanyard');
    const isWide = await popup?.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(isWide).toBe(false);

    await showPanel(lanyard, 'people');
    await (await inPopup(lanyard, '.people-search')).type('img');
    await inPopup(lanyard, '.person-row');
    expect(await popup?.$$('img[src="x"]')).toEqual([]);
  });
});
