import type { IncomingMessage } from 'node:http';
import type { Context } from 'koa';
import type { TokenRequest } from '../faults.ts';
import type { Person } from '../people.ts';
import { readForm } from './form.ts';
import { type EntraSetting, personOf } from './setting.ts';

type Fields = Readonly<Record<string, unknown>>;
type Description = Omit<TokenRequest, 'count'>;

/** What was posted to the token endpoint, for faults and for the log; the secrets in it are left out of both. */
export interface TokenForms {
  /** Reads and notes the form, which is then handed to the core as read. Reading it twice does no harm. */
  read(ctx: Context): Promise<Description>;
  /** Notes a form that the core has read. */
  note(ctx: Context, fields: Fields): Description;
  noteFailure(ctx: Context, aadsts: number | undefined): void;
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

export function createTokenForms(setting: EntraSetting): TokenForms {
  const { storage, workings } = setting;
  const byRequest = new WeakMap<IncomingMessage, Description>();

  function findPerson({ code, refresh_token: refreshToken }: Fields): Person | null {
    const oid =
      storage.accountOf('RefreshToken', text(refreshToken)) ??
      storage.accountOf('AuthorizationCode', text(code));
    return oid === undefined ? null : personOf(setting, oid);
  }

  function note(ctx: Context, fields: Fields): Description {
    const grantType = text(fields.grant_type);
    const scopes = text(fields.scope);
    const person = findPerson(fields);
    const described = { grantType, scopes, person };
    byRequest.set(ctx.req, described);
    workings.log.note(ctx.req, {
      ...(grantType ? { grantType } : {}),
      ...(scopes ? { scopes } : {}),
      ...(person ? { person: person.key } : {}),
    });
    return described;
  }

  return {
    note,
    async read(ctx) {
      const known = byRequest.get(ctx.req);
      if (known) return known;
      const fields = Object.fromEntries(await readForm(ctx.req));
      Object.assign(ctx.req, { body: fields });
      return note(ctx, fields);
    },
    noteFailure(ctx, aadsts) {
      if (aadsts !== undefined) workings.log.note(ctx.req, { aadsts });
    },
  };
}
