/** Tells whoever waits that what pages show has changed. */
export interface Changes {
  /** Grows with every change, also from one life of the background to the next. */
  readonly revision: number;
  announce(): void;
  /** Resolves when the revision is no longer that one, or after a while. */
  after(revision: number, limitMs: number): Promise<void>;
}

/** `onChange` hears of every change as well. */
export function createChanges(onChange: () => void = () => undefined): Changes {
  let revision = Date.now();
  let waiting: (() => void)[] = [];
  return {
    get revision() {
      return revision;
    },
    // Called by its name alone as well, and so without `this`.
    announce() {
      revision += 1;
      for (const wake of waiting) wake();
      onChange();
    },
    async after(known, limitMs) {
      if (known !== revision) return;
      await new Promise<void>((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          waiting = waiting.filter((each) => each !== wake);
          resolve();
        };
        const timer = setTimeout(wake, limitMs);
        waiting.push(wake);
      });
    },
  };
}
