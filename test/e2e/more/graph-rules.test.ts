import { expect } from 'vitest';
import { beginAt } from '../pages.ts';
import { click, inPopup, openAnew, showPanel } from '../panels.ts';
import { personCalled, signIn, test } from '../world.ts';

const SCOPES = ['Mail.ReadBasic', 'Calendars.ReadBasic', 'Files.Read'];
const inPanel = (selector: string) => `.panel:not([hidden]) ${selector}`;
const PAUSED = inPanel('.status-bar[data-reason=throttled]');

test("Lanyard keeps to Graph's pauses, pages and deltas (N8)", async ({ tenant, lanyard }) => {
  const { control } = tenant;
  control.consentForOrganisation(SCOPES);
  await signIn(lanyard, personCalled(tenant, 'mira'));
  const asked = (part: string) =>
    control.log.filter(({ method, path }) => method === 'GET' && path.includes(part)).length;

  // A page after the other, as one scrolls.
  await beginAt(lanyard, 'mail');
  await openAnew(lanyard);
  await inPopup(lanyard, '.message-row');
  const first = asked('/inbox/messages');
  const popup = await lanyard.findPopup();
  await expect
    .poll(async () => {
      await popup?.evaluate(() => {
        for (const box of document.querySelectorAll('.panel:not([hidden]) *'))
          box.scrollTop = box.scrollHeight;
      });
      return asked('/inbox/messages') - first;
    })
    // Sixty messages, twenty-five at a time.
    .toBe(2);

  // A pause for the calendar alone, over the popup's end and the background's.
  await showPanel(lanyard, 'calendar');
  await inPopup(lanyard, '.event-row');
  control.throttleGraph('/v1.0/me/calendarView', { seconds: 120 });
  await click(lanyard, inPanel('.status-refresh'));
  await inPopup(lanyard, PAUSED);
  const paused = asked('/calendarView');
  await (await lanyard.findPopup())?.close();
  await lanyard.stopWorker();
  await lanyard.openPopup();
  await inPopup(lanyard, PAUSED);
  expect(asked('/calendarView')).toBe(paused);
  await showPanel(lanyard, 'mail');
  await inPopup(lanyard, '.message-row');

  // The whole drive once, what has changed from then on, and the whole again where Graph has forgotten.
  control.faults.graph['/v1.0/me/drive/recent'] = { status: 200, body: { value: [] } };
  const rest = inPanel('.status-refresh[aria-busy=false]');
  await showPanel(lanyard, 'files');
  await expect.poll(() => asked('/root/delta')).toBeGreaterThan(0);
  await inPopup(lanyard, rest);
  const whole = asked('/root/delta');
  await click(lanyard, rest);
  await expect.poll(() => asked('/root/delta')).toBe(whole + 1);
  await inPopup(lanyard, rest);
  control.expireDeltaTokens();
  await click(lanyard, rest);
  // One that is refused, and the whole anew.
  await expect.poll(() => asked('/root/delta')).toBe(whole + 2 + whole);
  await inPopup(lanyard, inPanel('.file-row'));
});
