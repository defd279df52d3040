import type { Person } from '../../../demo/tenant/index.ts';
import { entraHost } from '../../../demo/tenant/index.ts';
import { type Answer, send } from './https-client.ts';

const decodeEntities = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

interface Cookie {
  name: string;
  value: string;
  path: string;
}

/** A browser that knows cookies, redirects and forms, and stops where a redirect leaves Microsoft's host. */
export interface FormBrowser {
  open(url: string): Promise<Answer>;
  /** Sends the page's only form with these fields besides its hidden ones. */
  submit(page: Answer, fields: Record<string, string>): Promise<Answer>;
  forgetCookies(): void;
}

function readCookie(header: string): Cookie | null {
  const [, name, value] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
  if (name === undefined || value === undefined) return null;
  return { name, value, path: /; path=([^;]+)/i.exec(header)?.[1] ?? '/' };
}

export function createFormBrowser(port: number): FormBrowser {
  const jar = new Map<string, Cookie>();

  function keep(answer: Answer): void {
    for (const header of answer.headers['set-cookie'] ?? []) {
      const cookie = readCookie(header);
      if (!cookie) continue;
      if (cookie.value === '') jar.delete(`${cookie.name} ${cookie.path}`);
      else jar.set(`${cookie.name} ${cookie.path}`, cookie);
    }
  }

  async function go(url: string, method: 'GET' | 'POST', body?: string): Promise<Answer> {
    const { pathname } = new URL(url);
    const cookies = [...jar.values()].filter(({ path }) => pathname.startsWith(path));
    const answer = await send(port, url, {
      method,
      ...(body === undefined ? {} : { body }),
      headers: {
        Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
        ...(body === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' }),
      },
    });
    keep(answer);
    const { location } = answer.headers;
    if (answer.status < 300 || answer.status > 399 || location === undefined) return answer;
    const target = new URL(location, url);
    return target.hostname === entraHost ? go(target.href, 'GET') : { ...answer, url: location };
  }

  return {
    open: (url) => go(url, 'GET'),
    submit(page, fields) {
      const action = /<form method="post" action="([^"]*)">/.exec(page.text)?.[1];
      if (action === undefined) throw new Error(`no form on the page: ${page.text}`);
      const hidden = [...page.text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(
        ([, name = '', value = '']) => [name, decodeEntities(value)],
      );
      const form = new URLSearchParams({ ...Object.fromEntries(hidden), ...fields });
      return go(new URL(decodeEntities(action), page.url).href, 'POST', form.toString());
    },
    forgetCookies: () => jar.clear(),
  };
}

/** Whether a page shows an element with this `data-test`. */
export const shows = (page: Answer, hook: string): boolean => page.text.includes(`data-test="${hook}"`);

/** What the page says is wrong. */
export function errorOn(page: Answer): string {
  return decodeEntities(/data-test="error">([^<]*)</.exec(page.text)?.[1] ?? '');
}

/** The permissions that the consent page lists. */
export const scopesOn = (page: Answer): string[] =>
  [...page.text.matchAll(/data-scope="([^"]*)"/g)].map(([, scope = '']) => scope);

/** Goes through account and password, to whatever comes next. */
export async function enterCredentials(browser: FormBrowser, page: Answer, person: Person): Promise<Answer> {
  const asked = await browser.submit(page, { choice: 'next', account: person.userPrincipalName });
  return browser.submit(asked, { choice: 'next', password: person.password });
}

/** The parameters that a redirect brought back, from the fragment or else the query. */
export function redirectParams(answer: Answer): URLSearchParams {
  const { hash, search } = new URL(answer.url);
  return new URLSearchParams(hash.length > 1 ? hash.slice(1) : search);
}
