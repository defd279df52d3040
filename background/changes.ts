/** Tells whoever waits that what pages show has changed. */
export interface Changes {
  /** Grows with every change, also from one life of the background to the next. */
  readonly revision: number;
  /** How many of them were a person's doing, in this life. */
  readonly deeds: number;
  announce(by?: 'person'): void;
  /** Goes on from there where the clock was put back: pages pass over what looks older than what they show. */
  continueFrom(revision: number): void;
  /** Resolves when the revision is no longer that one, or after a while. */
  after(revision: number, limitMs: number): Promise<void>;
}

/** `onChange` hears of every change as well. */
export function createChanges(onChange: () => void = () => undefined): Changes {
  let revision = Date.now();
  let deeds = 0;
  let waiting: (() => void)[] = [];
  return {
    get revision() {
      return revision;
    },
    get deeds() {
      return deeds;
    },
    // Called by its name alone as well, and so without `this`.
    announce(by) {
      revision += 1;
      if (by === 'person') deeds += 1;
      for (const wake of waiting) wake();
      onChange();
    },
    continueFrom(before) {
      revision = Math.max(revision, before + 1);
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
