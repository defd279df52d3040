type Work = (lock: object | null) => unknown;

/** Exclusive locks of the Web Locks API: first come, first served; `ifAvailable` does not wait. */
export function fakeLocks() {
  const held = new Map<string, Promise<unknown>>();
  return {
    async request(name: string, ...rest: [Work] | [{ ifAvailable: boolean }, Work]): Promise<unknown> {
      const [options, work] = rest.length === 2 ? rest : [{ ifAvailable: false }, rest[0]];
      const before = held.get(name);
      if (before && options.ifAvailable) return work(null);
      const run = (before ?? Promise.resolve()).then(() => work({ name }));
      const settled = run.catch(() => undefined);
      held.set(name, settled);
      try {
        return await run;
      } finally {
        if (held.get(name) === settled) held.delete(name);
      }
    },
  };
}
