import * as v from 'valibot';
import { challengeShapes } from '../challenges.ts';
import { consentPolicies } from '../entra/consents.ts';
import { endpointOf, type FailureChoice } from '../entra/create-failure.ts';
import { knownScopes } from '../entra/scopes.ts';
import { claimFaults, discoveryFaults, networkFaults, signatureFaults } from '../faults.ts';

const tenYears = 10 * 365 * 86_400_000;
const whole = v.pipe(v.number(), v.integer());
const seconds = v.nullable(v.pipe(whole, v.minValue(0)));

/** For requests that say everything by their path. */
export const nothing = v.strictObject({});

/** Back in time is negative. */
export const advance = v.strictObject({
  milliseconds: v.pipe(whole, v.minValue(-tenYears), v.maxValue(tenYears)),
});

/** Without `scopes`, the whole consent. */
export const scopes = v.strictObject({ scopes: v.optional(v.array(v.string())) });

/** For levers that are on or off. */
export const isOn = v.strictObject({ on: v.boolean() });

export const consentPolicy = v.strictObject({ policy: v.picklist(consentPolicies) });

export const organisationScopes = v.strictObject({ scopes: v.array(v.picklist(knownScopes)) });

export const throttle = v.strictObject({ endpoint: v.picklist(['token', 'graph']), seconds });

/** What is wrong with a choice of failure, in a sentence, or nothing. */
function findMistake(choice: FailureChoice): string | null {
  try {
    endpointOf(choice);
    return null;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

const failure = v.pipe(
  v.strictObject({
    aadsts: whole,
    at: v.exactOptional(v.picklist(['token', 'authorize'])),
    grant: v.exactOptional(v.picklist(['code', 'refresh'])),
    error: v.exactOptional(v.pipe(v.string(), v.regex(/^\w+$/, 'This is no OAuth error.'))),
    suberror: v.exactOptional(v.nullable(v.pipe(v.string(), v.regex(/^\w+$/, 'This is no suberror.')))),
  }),
  v.check(
    (choice) => findMistake(choice) === null,
    ({ input }) => findMistake(input) ?? '',
  ),
);

/** Null puts the answer back. */
export const answerWith = v.strictObject({ failure: v.nullable(failure) });

export const challenge = v.strictObject({
  status: v.exactOptional(v.picklist([401, 403])),
  shape: v.exactOptional(v.picklist(challengeShapes)),
  claims: v.exactOptional(v.record(v.string(), v.unknown())),
});

// Node refuses any other header when it is sent, which is too late to say so.
const header = v.pipe(v.string(), v.regex(/^[\t\x20-\x7e]*$/, 'A header is one line of ASCII.'));
const canned = v.strictObject({
  status: v.pipe(whole, v.minValue(200), v.maxValue(599)),
  body: v.unknown(),
  headers: v.exactOptional(
    v.record(v.pipe(v.string(), v.regex(/^[\w-]+$/, 'This is no name of a header.')), header),
  ),
});
const network = v.picklist(networkFaults);
const fault = v.union([network, canned]);
const delay = v.exactOptional(v.nullable(v.pipe(whole, v.minValue(0))));

/**
 * Some of `Faults`, as far as JSON can say them: no choice by request, no delay by promise, and people by their key.
 */
export const faults = v.partial(
  v.strictObject({
    idToken: v.nullable(v.picklist([...claimFaults, ...signatureFaults])),
    idTokenOn: v.nullable(v.picklist(['code', 'refresh'])),
    discovery: v.nullable(v.picklist(discoveryFaults)),
    token: v.nullable(v.union([network, canned, v.array(v.nullable(fault))])),
    metadataNetwork: v.nullable(v.picklist(['hang', 'reset'])),
    tokenNetwork: v.nullable(network),
    authorize: v.nullable(v.union([v.picklist(['hang', 'reset']), canned])),
    graph: v.record(v.pipe(v.string(), v.startsWith('/')), fault),
    graphNetwork: v.nullable(network),
    delay: v.strictObject({ authorize: delay, token: delay, graph: delay }),
    withheldScopes: v.array(v.string()),
    accessTokenSeconds: seconds,
    sessionSeconds: seconds,
    refreshAs: v.nullable(v.string()),
    logoutState: v.nullable(v.picklist(['missing', 'wrong'])),
    platform: v.picklist(['spa', 'native']),
  }),
);

export type FaultsBody = v.InferOutput<typeof faults>;
