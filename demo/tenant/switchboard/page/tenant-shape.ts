import * as v from 'valibot';

const names = v.array(v.string());
const choice = v.object({ aadsts: v.number(), grant: v.exactOptional(v.picklist(['code', 'refresh'])) });
const answers = v.object({ token: v.nullable(choice), authorize: v.nullable(choice) });

const PersonShape = v.object({
  key: v.string(),
  kind: v.picklist(['member', 'administrator', 'personal']),
  name: v.string(),
  userPrincipalName: v.string(),
  isSignedIn: v.boolean(),
  consents: v.object({ own: names, organisation: names }),
  needsMfa: v.boolean(),
  isDisabled: v.boolean(),
  isDeleted: v.boolean(),
  isPasswordExpired: v.boolean(),
  isAssigned: v.boolean(),
  answerWith: answers,
});

const EntryShape = v.object({
  at: v.string(),
  host: v.string(),
  method: v.string(),
  path: v.string(),
  grantType: v.exactOptional(v.string()),
  scopes: v.exactOptional(v.string()),
  person: v.exactOptional(v.string()),
  aadsts: v.exactOptional(v.number()),
  status: v.nullable(v.number()),
});

/** What `GET /state` answers, as far as the page shows it. */
export const TenantShape = v.object({
  people: v.array(PersonShape),
  answerWith: answers,
  organisationConsents: names,
  consentPolicy: v.picklist(['person', 'default', 'administrator']),
  faults: v.record(v.string(), v.unknown()),
  clock: v.object({ now: v.number(), shift: v.number() }),
  log: v.array(EntryShape),
});

export type Tenant = v.InferOutput<typeof TenantShape>;
export type Person = v.InferOutput<typeof PersonShape>;
export type Entry = v.InferOutput<typeof EntryShape>;
export type Answers = v.InferOutput<typeof answers>;
export type Policy = Tenant['consentPolicy'];
