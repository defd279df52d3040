/** A promise that is kept from outside: Node 20 has no `Promise.withResolvers` yet. */
export interface Deferred {
  readonly promise: Promise<void>;
  resolve(): void;
}

export function defer(): Deferred {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
