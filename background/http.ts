import { AppError } from '../src/errors.ts';

/** Under the 30 s after which Chromium stops a worker that waits for a response. */
const TIME_LIMIT_MS = 25_000;

const SIZE_LIMIT_BYTES = 2 * 1024 * 1024;

/** The `detail` of an answer that was longer than that. */
export const TOO_LARGE = 'answer too large';

/** An answer that has arrived whole, whatever its status. */
export interface HttpAnswer {
  status: number;
  headers: Headers;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * One request to Microsoft, ended after 25 s, 2 MiB or by `init.signal`. Redirects are not followed, so that a token is
 * never sent on: Microsoft sends none where Lanyard asks, but the networks of hotels do.
 * @throws AppError `offline`, `network-sign-in`, `microsoft-unavailable`, or `not-answered` where it was called off
 */
export async function request(url: string, init: RequestInit): Promise<HttpAnswer> {
  const limit = AbortSignal.timeout(TIME_LIMIT_MS);
  let hasAnswered = false;
  try {
    const response = await fetch(url, {
      ...init,
      signal: init.signal ? AbortSignal.any([init.signal, limit]) : limit,
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    if (isRedirect(response)) throw new AppError('network-sign-in', { detail: 'redirect' });
    hasAnswered = true;
    return { status: response.status, headers: response.headers, bytes: await readBounded(response) };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    if (init.signal?.aborted) throw new AppError('not-answered', { cause });
    throw new AppError(hasAnswered || limit.aborted ? 'microsoft-unavailable' : 'offline', { cause });
  }
}

/** Browsers hide what a redirect says that is not followed; others show its status. */
function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400);
}

async function readBounded(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > SIZE_LIMIT_BYTES) {
      await reader?.cancel();
      throw new AppError('microsoft-unavailable', { detail: TOO_LARGE });
    }
    chunks.push(part.value);
  }
  return new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer());
}

/**
 * The body as JSON. Hotel and airport networks answer for Microsoft with a page of their own, which is why
 * something unreadable means the network rather than the service.
 * @throws AppError `network-sign-in`
 */
export function readJson({ bytes }: HttpAnswer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new AppError('network-sign-in', { cause });
  }
}

/** No pause is taken for longer than this. */
export const LONGEST_WAIT_MS = 60 * 60 * 1000;

/** When a throttled service wants to be asked again (epoch ms): RFC 9110 §10.2.3, seconds or a date. */
export function retryAfter(headers: Headers, now = Date.now()): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? '';
  const at = /^\d+$/.test(value) ? now + Number(value) * 1000 : readHttpDate(value);
  return at === undefined ? undefined : Math.min(Math.max(at, now), now + LONGEST_WAIT_MS);
}

/** `Sun, 06 Nov 1994 08:49:37 GMT`; `Date.parse` alone would read a year into almost any number. */
function readHttpDate(value: string): number | undefined {
  return /^\w{3}, .* GMT$/.test(value) ? Date.parse(value) || undefined : undefined;
}
