import * as v from 'valibot';
import { runInsideFirefox } from '../../demo/browser/firefox-inside.ts';
import type { LaunchedBrowser } from '../../demo/browsers.ts';

const Shown = v.array(v.object({ title: v.string(), text: v.string() }));

/** What a desktop shows of Firefox's notifications, and what somebody does there. */
export interface FirefoxDesktop {
  shown(): Promise<v.InferOutput<typeof Shown>>;
  /** Clicks on the one with that title. */
  click(title: string): Promise<void>;
}

/**
 * Gives a Firefox without a desktop one: headless, it has none to show notifications on, and closes each at once. Only
 * that service is put in its place (nsIAlertsService); everything up to it is Firefox's own.
 */
export async function giveDesktop({ browser }: LaunchedBrowser): Promise<FirefoxDesktop> {
  await runInsideFirefox(browser, putIn, '');
  return {
    shown: async () => v.parse(Shown, JSON.parse(await runInsideFirefox(browser, list, ''))),
    click: async (title) => void (await runInsideFirefox(browser, click, title)),
  };
}

const putIn = `() => {
  if (window.fakeAlerts) return;
  const alerts = new Map();
  window.fakeAlerts = alerts;
  const service = {
    QueryInterface: ChromeUtils.generateQI(['nsIAlertsService']),
    showAlert(alert, listener) {
      const { name, title, text, cookie } = alert;
      alerts.set(name, { title, text, tell: (topic) => listener?.observe(null, topic, cookie) });
      alerts.get(name).tell('alertshow');
    },
    closeAlert(name) {
      const alert = alerts.get(name);
      alerts.delete(name);
      alert?.tell('alertfinished');
    },
    teardown() {},
    pbmTeardown() {},
  };
  const factory = {
    QueryInterface: ChromeUtils.generateQI(['nsIFactory']),
    createInstance: (iid) => service.QueryInterface(iid),
  };
  Components.manager
    .QueryInterface(Ci.nsIComponentRegistrar)
    .registerFactory(Services.uuid.generateUUID(), '', '@mozilla.org/alerts-service;1', factory);
}`;

const list = `() => JSON.stringify([...window.fakeAlerts.values()].map(({ title, text }) => ({ title, text })))`;

const click = `(wanted) => {
  const alert = [...window.fakeAlerts.values()].find(({ title }) => title === wanted);
  if (!alert) throw new Error('There is no notification of that title.');
  alert.tell('alertclickcallback');
}`;
