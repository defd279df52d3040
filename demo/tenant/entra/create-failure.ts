import { EntraError } from './errors.ts';
import { failureTexts } from './failure-texts.ts';
import { type FailureRow, failureRows } from './rows.ts';

/** Which failure, and in which of its shapes where Entra has been seen to answer in several. */
export interface FailureChoice {
  aadsts: number;
  /** The endpoint; the first one that ever answers so unless it is named. */
  at?: 'token' | 'authorize';
  /** The one grant of the token endpoint that is answered so; both unless it is named. */
  grant?: 'code' | 'refresh';
  error?: string;
  /** Null leaves out the usual one. */
  suberror?: string | null;
}

/** Who is told: the token endpoint's client, the app by a redirect without a page, or whoever sits at the window. */
export type Audience = 'token' | 'silent' | 'window';

function rowOf(aadsts: number): FailureRow {
  const row = failureRows.find(({ codes }) => codes.includes(aadsts));
  if (!row) throw new RangeError(`AADSTS${aadsts} is on no row.`);
  return row;
}

const endpointsOf = ({ at }: FailureRow) =>
  (['token', 'authorize'] as const).filter((endpoint) =>
    endpoint === 'token' ? at.includes('token') : at.some((place) => place !== 'token'),
  );

/** Where a choice takes effect; throws a RangeError for a failure that Entra does not know, or never there. */
export function endpointOf({ aadsts, at }: FailureChoice): 'token' | 'authorize' {
  const endpoints = endpointsOf(rowOf(aadsts));
  const found = endpoints.find((each) => at === undefined || each === at);
  if (!found) throw new RangeError(`AADSTS${aadsts} is met at ${endpoints.join(' and ')} only.`);
  return found;
}

/** The failure as an audience gets it. */
export function createFailure(choice: FailureChoice, audience: Audience): EntraError {
  const { aadsts } = choice;
  const row = rowOf(aadsts);
  const { at, claims, status, headers, leadsBack = false } = row;
  const usual = row.errors?.[aadsts] ?? row.error;
  const error = choice.error ?? (audience === 'token' ? usual : (row.redirectError ?? usual));
  const suberror = choice.suberror === undefined ? row.suberror : choice.suberror;
  const isForPage =
    audience !== 'token' && (audience === 'window' ? at.includes('page') : !at.includes('authorize'));
  return new EntraError(
    error,
    aadsts,
    failureTexts[aadsts] ?? '',
    { ...(suberror ? { suberror } : {}), ...(claims === undefined ? {} : { claims }) },
    {
      isForPage,
      leadsBack,
      ...(status === undefined ? {} : { status }),
      ...(headers === undefined ? {} : { headers }),
    },
  );
}
