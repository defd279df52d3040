import type { Browser } from 'puppeteer-core';
import { waitUntil } from './wait-until.ts';

/**
 * Stops the extension's service worker and waits until it is gone. Closing its target ends it as idling does;
 * the next event starts a new one. (`ServiceWorker.stopAllWorkers` does the same, but needs a page.)
 */
export async function stopChromiumWorker(browser: Browser, extensionOrigin: string): Promise<void> {
  const session = await browser.target().createCDPSession();
  const findWorkers = async () =>
    (await session.send('Target.getTargets')).targetInfos.filter(
      ({ type, url }) => type === 'service_worker' && url.startsWith(`${extensionOrigin}/`),
    );
  try {
    const workers = await findWorkers();
    for (const { targetId } of workers) await session.send('Target.closeTarget', { targetId });
    const stopped = new Set(workers.map(({ targetId }) => targetId));
    await waitUntil('the worker to stop', async () => {
      const left = (await findWorkers()).filter(({ targetId }) => stopped.has(targetId));
      // One that was just starting has not heard it; one that goes meanwhile cannot.
      for (const { targetId } of left) {
        await session.send('Target.closeTarget', { targetId }).catch(() => undefined);
      }
      return left.length === 0 || null;
    });
  } finally {
    await session.detach();
  }
}
