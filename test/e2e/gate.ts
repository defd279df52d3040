/** A promise for the tenant's `faults.delay` to wait for, and the way to open it. */
export interface Gate {
  closed: Promise<void>;
  open(): void;
}

export function createGate(): Gate {
  let open = () => {};
  const closed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { closed, open: () => open() };
}
