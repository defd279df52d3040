import type { CannedAnswer } from '../tenant/index.ts';
import type { Stage } from './stage.ts';

/** A list with nothing in it. */
export const NOTHING: CannedAnswer = { status: 200, body: { value: [] } };
/** Microsoft is not well. */
export const DOWN: CannedAnswer = { status: 500, body: { error: { code: 'generalException', message: '' } } };
/** The permission is there, and the account may not all the same. */
export const FORBIDDEN: CannedAnswer = {
  status: 403,
  body: { error: { code: 'AccessDenied', message: '' } },
};

/** Answers Graph's requests under these paths, until the scene is over. */
export function answering(answers: Record<string, CannedAnswer>) {
  return ({ tenant }: Stage) => {
    const entries = Object.entries(answers).map(([path, answer]) => [`/v1.0${path}`, answer] as const);
    tenant.control.faults.graph = Object.fromEntries(entries);
  };
}

/** Closes every connection to Microsoft. */
export function offline({ tenant }: Stage): void {
  tenant.control.cutNetwork(true);
}

/** Gives no answer. */
export function loading(stage: Stage): void {
  stage.hold();
}

/** What was shown before is known, and then something happens. */
export function afterLookingAt(panel: string, shows: string, then: (stage: Stage) => unknown) {
  return async (stage: Stage) => {
    await stage.lookOnce(panel, shows);
    await then(stage);
  };
}
