/** Lets so much through at a time, in the order of asking. */
export interface Limiter {
  /** Runs the work as soon as there is room for its `weight`. */
  run<T>(weight: number, work: () => Promise<T>): Promise<T>;
}

/** Outlook takes so many requests at a time of one app for one mailbox (Microsoft: "Throttling limits", Outlook). */
export const MOST_AT_ONCE = 4;

export function createLimiter(most: number): Limiter {
  let free = most;
  const waiting: { weight: number; start(): void }[] = [];

  const letIn = () => {
    // Whoever comes first goes first: something heavy is not overtaken for ever by what is light.
    for (let first = waiting[0]; first && first.weight <= free; first = waiting[0]) {
      free -= first.weight;
      waiting.shift();
      first.start();
    }
  };

  return {
    async run(weight, work) {
      await new Promise<void>((start) => {
        waiting.push({ weight, start });
        letIn();
      });
      try {
        return await work();
      } finally {
        free += weight;
        letIn();
      }
    },
  };
}
