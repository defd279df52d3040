/** What the client said about a sign-in, as far as the core does not carry it. */
export interface SignInWish {
  /** The authority's path segment. */
  segment: string;
  prompt: string;
  /** Who should sign in: a `login_hint` or `sid`. */
  hint: string;
  /** `client-request-id`: the correlation id of every error that may follow. */
  requestId: string;
  /** The ticket of the request's log entry, on which is noted who signs in. */
  ticket: string;
  /** The `scope` that an administrator is asked for on everybody's behalf; empty for an ordinary sign-in. */
  adminScope: string;
}

/** The parameter by which the skin tells the core what the core has no words for. Clients cannot send it. */
export const wishParameter = 'entra_wish';

/** Reads the parameter back; anything else than what `writeWish` wrote is a bug. */
export function readWish(value: unknown): SignInWish {
  const parts = new URLSearchParams(typeof value === 'string' ? value : '').getAll('wish');
  const [segment = '', prompt = '', hint = '', requestId = '', ticket = '', adminScope = ''] = parts;
  return { segment, prompt, hint, requestId, ticket, adminScope };
}

export const writeWish = ({ segment, prompt, hint, requestId, ticket, adminScope }: SignInWish): string =>
  new URLSearchParams(
    [segment, prompt, hint, requestId, ticket, adminScope].map((value) => ['wish', value]),
  ).toString();
