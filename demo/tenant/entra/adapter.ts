import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';
import type { Clock } from '../clock.ts';

interface Row {
  payload: AdapterPayload;
  /** Where the tenant's clock stood when the row was written. */
  shift: number;
}

/** The core's storage, in memory. */
export interface CoreStorage {
  createAdapter: AdapterFactory;
  /** The ids of what an account has of one model; a code's or token's id is its value. */
  idsOf(model: string, accountId: string): string[];
  /** Whose a code or token is. */
  accountOf(model: string, id: string): string | undefined;
  /** Puts the end of one row into the past. */
  expire(model: string, id: string): void;
  clear(): void;
}

/**
 * Keeps what the core stores, with two changes that Entra asks for: nothing is revoked because a code was replayed
 * (the code alone is refused, AADSTS54005), and ends are read by the tenant's clock, although the core itself only
 * knows the machine's. Rows stay after their end, so that "expired" can be told from "unknown".
 */
export function createCoreStorage(clock: Clock): CoreStorage {
  const models = new Map<string, Map<string, Row>>();

  const read = (row: Row | undefined): AdapterPayload | undefined => {
    if (row?.payload.exp === undefined) return row?.payload;
    return { ...row.payload, exp: row.payload.exp - Math.round((clock.shift - row.shift) / 1000) };
  };

  function createAdapter(name: string): Adapter {
    const rows = () => {
      const found = models.get(name) ?? new Map<string, Row>();
      models.set(name, found);
      return found;
    };
    const findBy = (key: 'uid' | 'userCode', value: string) =>
      read([...rows().values()].find(({ payload }) => payload[key] === value));
    return {
      async upsert(id, payload) {
        rows().set(id, { payload, shift: clock.shift });
      },
      async find(id) {
        return read(rows().get(id));
      },
      async findByUid(uid) {
        return findBy('uid', uid);
      },
      async findByUserCode(userCode) {
        return findBy('userCode', userCode);
      },
      async consume(id) {
        const row = rows().get(id);
        if (row) row.payload.consumed = Math.floor(Date.now() / 1000);
      },
      async destroy(id) {
        rows().delete(id);
      },
      async revokeByGrantId() {
        // Entra leaves a person's other tokens alone; see above.
      },
    };
  }

  const rowsOf = (model: string) => models.get(model) ?? new Map<string, Row>();
  return {
    createAdapter,
    idsOf: (model, accountId) =>
      [...rowsOf(model)].flatMap(([id, { payload }]) => (payload.accountId === accountId ? [id] : [])),
    accountOf: (model, id) => rowsOf(model).get(id)?.payload.accountId,
    expire(model, id) {
      const row = rowsOf(model).get(id);
      if (!row) return;
      row.payload = { ...row.payload, exp: Math.floor(Date.now() / 1000) - 1 };
      row.shift = clock.shift;
    },
    clear: () => models.clear(),
  };
}
