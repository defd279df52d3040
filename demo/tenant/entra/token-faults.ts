import type { Fault, TokenRequest } from '../faults.ts';
import type { Workings } from '../workings.ts';

/**
 * What happens to this token request by fault, or null. Only a choice by request needs to know the request, and
 * reading it costs the core its stream, so that it is read for nothing less.
 */
export async function chooseTokenFault(
  { faults, counters }: Workings,
  describe: () => Promise<Omit<TokenRequest, 'count'>>,
): Promise<Fault | null> {
  const count = counters.token;
  const { token, tokenNetwork } = faults;
  if (typeof token === 'function') return token({ ...(await describe()), count }) ?? tokenNetwork;
  if (Array.isArray(token)) return token.shift() ?? tokenNetwork;
  return token ?? tokenNetwork;
}

/** The AADSTS number that an answer carries, canned or not. */
export function findAadsts(body: unknown): number | undefined {
  if (typeof body !== 'object' || body === null || !('error_codes' in body)) return undefined;
  const [first]: unknown[] = Array.isArray(body.error_codes) ? body.error_codes : [];
  return typeof first === 'number' ? first : undefined;
}
