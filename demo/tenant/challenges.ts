import type { Clock } from './clock.ts';
import type { Person } from './people.ts';

/** How the header is written: Microsoft's services do not all write it alike. */
export const challengeShapes = ['single', 'several-schemes', 'unpadded', 'no-claims'] as const;
export type ChallengeShape = (typeof challengeShapes)[number];

/** What a challenge may be beside the usual. */
export interface ChallengeOptions {
  /** 401 unless it says otherwise. */
  status?: 401 | 403;
  shape?: ChallengeShape;
  /** The claims request; unless it is given, a token issued from now on. */
  claims?: Readonly<Record<string, unknown>>;
}

/** A claims challenge that stands until a newer token is shown. */
export interface Challenge {
  status: 401 | 403;
  shape: ChallengeShape;
  /** In JSON as the header has it, before its base64. */
  claims: string;
}

/** What a token says of itself, as far as a challenge looks at it. */
export interface ChallengedToken {
  /** Its `uti`. */
  id: string;
  /** `iat`, in seconds. */
  issuedAt: number;
  /** `xms_cc`: only a client that can handle a challenge is sent one. */
  capabilities: readonly string[];
}

/** Continuous access evaluation: what turns down tokens before they end (Microsoft, "Claims challenges"). */
export interface Challenges {
  /** Turns down the person's tokens issued up to now. A later challenge takes the place of an earlier one. */
  make(person: Person, options?: ChallengeOptions): void;
  /** Lets a token pass that was issued for a request with these claims, if that is what the challenge asked for. */
  admit(person: Person, tokenId: string, requested: unknown): void;
  /** The challenge to send back instead of an answer, or null. */
  find(person: Person, token: ChallengedToken): Challenge | null;
  clear(): void;
}

interface Standing extends Challenge {
  wanted: unknown;
  madeAt: number;
  admitted: Set<string>;
}

/** Whether everything that is wanted is there, at any depth. */
function includesAll(given: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return given === wanted;
  const found = new Map(Object.entries(typeof given === 'object' && given !== null ? given : {}));
  return Object.entries(wanted).every(([name, value]) => includesAll(found.get(name), value));
}

/** As recorded from Graph, down to the space; newer services add the reason as a number. */
function usualClaims(seconds: number, shape: ChallengeShape): string {
  const reason = shape === 'several-schemes' ? ',"xms_caeerror":{"value":"10012"}' : '';
  return `{"access_token":{"nbf":{"essential":true, "value":"${seconds}"}${reason}}}`;
}

export function createChallenges(clock: Clock): Challenges {
  const standing = new Map<string, Standing>();
  return {
    make({ key }, { status = 401, shape = 'single', claims } = {}) {
      const madeAt = clock.seconds();
      const text = claims ? JSON.stringify(claims) : usualClaims(madeAt, shape);
      // Whoever is told nothing of the claims has done enough by getting another token.
      const wanted: unknown = shape === 'no-claims' ? {} : JSON.parse(text);
      standing.set(key, { status, shape, claims: text, wanted, madeAt, admitted: new Set() });
    },
    admit({ key }, tokenId, requested) {
      const challenge = standing.get(key);
      if (challenge && includesAll(requested, challenge.wanted)) challenge.admitted.add(tokenId);
    },
    find({ key }, { id, issuedAt, capabilities }) {
      const challenge = standing.get(key);
      if (!challenge || !capabilities.includes('CP1')) return null;
      return issuedAt > challenge.madeAt || challenge.admitted.has(id) ? null : challenge;
    },
    clear: () => standing.clear(),
  };
}
