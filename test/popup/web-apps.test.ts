import { describe, expect, it } from 'vitest';
import { webApps } from '../../popup/web-apps.ts';

describe('Microsoft’s web apps', () => {
  it('are the consumer ones for a personal account, without the Teams of an organisation', () => {
    const { home, people, ...apps } = webApps(true);
    expect(home.href).toBe(webApps(false).home.href);
    expect(people).toBeUndefined();
    for (const { href } of Object.values(apps)) {
      expect(new URL(href).host).toMatch(/^(outlook|to-do|onedrive)\.live\.com$/);
    }
  });

  it('are those of the organisation for a work account, with its Teams', () => {
    const hosts = Object.values(webApps(false)).map((app) => new URL(app?.href ?? '').host);
    expect(hosts).toEqual([
      'www.microsoft365.com',
      'outlook.office.com',
      'outlook.office.com',
      'to-do.office.com',
      'www.microsoft365.com',
      'teams.microsoft.com',
    ]);
  });
});
