import type { FormBrowser } from './form-browser.ts';
import type { Answer } from './https-client.ts';

/** Where the link with this `data-test` leads. */
export function linkOn(page: Answer, hook: string): string {
  const href = new RegExp(`<a href="([^"]*)" data-test="${hook}">`).exec(page.text)?.[1];
  if (href === undefined) throw new Error(`no link ${hook} on the page: ${page.text}`);
  return new URL(href.replaceAll('&amp;', '&'), page.url).href;
}

/** Takes the second step with the code that the page shows. */
export function enterCode(browser: FormBrowser, page: Answer): Promise<Answer> {
  const code = /data-test="shown-code">(\d{6})</.exec(page.text)?.[1];
  if (code === undefined) throw new Error(`no code on the page: ${page.text}`);
  return browser.submit(page, { choice: 'next', code });
}
