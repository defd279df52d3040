/** What has gone between a computer and Graph. */
export interface Traffic {
  /** HTTP requests; a batch is one. */
  requests: number;
  /** What Graph counts: each part of a batch, and each request that is none. */
  parts: number;
  /** Bodies and headers of the answers, uncompressed. */
  bytes: number;
}

export const NOTHING: Traffic = { requests: 0, parts: 0, bytes: 0 };

export function plus(one: Traffic, other: Traffic): Traffic {
  return {
    requests: one.requests + other.requests,
    parts: one.parts + other.parts,
    bytes: one.bytes + other.bytes,
  };
}

export function minus(one: Traffic, other: Traffic): Traffic {
  const { requests, parts, bytes } = other;
  return plus(one, { requests: -requests, parts: -parts, bytes: -bytes });
}

/** What a working day has cost, as this side counts it and as the tenant does. */
export interface DayCost {
  ours: Traffic;
  tenants: Traffic;
  /** Of ours, what nobody opened the popup for. */
  background: Traffic;
  tokens: number;
  reminders: number;
}

export interface Costs {
  hours: number;
  openings: number;
  /** As Lanyard comes. */
  quiet: DayCost;
  everything: DayCost;
  /** One look at an account in which nothing has changed. */
  unchanged: Traffic;
  /** What a delta query of the inbox would cost instead of its number: the first time, and where nothing has changed. */
  mailDelta: { messages: number; first: Traffic; unchanged: Traffic };
  /** What the number costs by itself. */
  number: Traffic;
}
