import { describe, expect } from 'vitest';
import type { LaunchedBrowser } from '../../../demo/browsers.ts';
import type { Tenant } from '../../../demo/tenant/index.ts';
import { walkConsent } from '../../../demo/walk.ts';
import { beginAt, chooseInMenu } from '../pages.ts';
import { click, inPopup, openAnew, showPanel } from '../panels.ts';
import { personCalled, signIn, test } from '../world.ts';

const EVERYTHING = ['Mail.ReadWrite', 'Calendars.ReadWrite', 'Tasks.ReadWrite', 'Presence.ReadWrite'];

/** What was asked of Graph and changes something, in order, without ids. */
const changes = ({ control }: Tenant) =>
  control.log
    .filter(({ method, path }) => /^(POST|PATCH)$/.test(method) && path.startsWith('/v1.0/me/'))
    .map(({ method, path, status }) => `${method} ${path.replace(/\/[\w-]{40,}(=|%3D)*/g, '/…')} ${status}`);

async function attribute(lanyard: LaunchedBrowser, selector: string, name: string): Promise<string> {
  const element = await inPopup(lanyard, selector);
  return element.evaluate((found, key) => found.getAttribute(key) ?? '', name);
}

async function gone(lanyard: LaunchedBrowser, selector: string): Promise<void> {
  await expect.poll(async () => (await (await lanyard.findPopup())?.$$(selector))?.length).toBe(0);
}

describe('An edit in the popup', () => {
  test('reaches Microsoft: messages, answers, tasks and presence', async ({ tenant, lanyard }) => {
    tenant.control.consentForOrganisation(EVERYTHING);
    await signIn(lanyard, personCalled(tenant, 'mira'));
    await beginAt(lanyard, 'mail');
    await openAnew(lanyard);
    const row = '.message-row[data-id]';
    const id = await attribute(lanyard, row, 'data-id');
    const mine = `.message-row[data-id="${id}"]`;
    for (const action of ['.flag-row', '.mark-row', '.archive-row']) {
      await (await inPopup(lanyard, mine)).hover();
      await click(lanyard, `${mine} ${action}`);
    }
    await gone(lanyard, mine);
    await expect
      .poll(() => changes(tenant))
      .toEqual([
        'PATCH /v1.0/me/messages/… 200',
        'PATCH /v1.0/me/messages/… 200',
        'POST /v1.0/me/messages/…/move 201',
      ]);

    await showPanel(lanyard, 'tasks');
    const task = await attribute(lanyard, '.task-row[data-task]', 'data-task');
    await click(lanyard, `.task-row[data-task="${task}"] .task-check`);
    await (await inPopup(lanyard, '.task-add input')).type('Order more moss\n');
    await expect
      .poll(() => changes(tenant).slice(3))
      .toEqual(['PATCH /v1.0/me/todo/lists/…/tasks/… 200', 'POST /v1.0/me/todo/lists/…/tasks 201']);

    await showPanel(lanyard, 'calendar');
    await click(lanyard, '.event-row:has(.event-where strong) summary');
    await click(lanyard, '.answer-accepted');
    await expect.poll(() => changes(tenant).slice(5)).toEqual(['POST /v1.0/me/events/…/accept 202']);

    await chooseInMenu(await lanyard.openPopup(), '.presence-menu summary');
    await click(lanyard, '.presence-choice[data-choice=DoNotDisturb]');
    await expect
      .poll(() => changes(tenant).slice(6))
      .toEqual(['POST /v1.0/me/presence/setUserPreferredPresence 200']);

    // What was done is so at the next opening as well.
    await openAnew(lanyard);
    await inPopup(lanyard, '.menu-button .presence-DoNotDisturb');
    await showPanel(lanyard, 'mail');
    await inPopup(lanyard, row);
    await gone(lanyard, mine);
  });

  test('asks for its permission first, and runs once after the consent without another click (M12)', async ({
    tenant,
    lanyard,
  }) => {
    tenant.control.consentForOrganisation(['Tasks.Read']);
    await signIn(lanyard, personCalled(tenant, 'mira'));
    await showPanel(lanyard, 'tasks');
    await (await inPopup(lanyard, '.task-add input')).type('Order more moss\n');
    await click(lanyard, '.consent-card[data-purpose=tasks-change] .consent-continue');
    await walkConsent(await lanyard.waitForAuthWindow());
    await expect.poll(() => changes(tenant)).toEqual(['POST /v1.0/me/todo/lists/…/tasks 201']);
    await openAnew(lanyard);
    await inPopup(lanyard, '.task-row');
    expect(changes(tenant)).toHaveLength(1);
  });
});
