import type { User as GraphUser } from '@microsoft/microsoft-graph-types';
import * as v from 'valibot';
import type { Profile } from '../../src/data/profile.ts';
import { AppError } from '../../src/errors.ts';
import { isGone, readAs, type Shape } from './answers.ts';
import { describe, type Graph } from './client.ts';
import { query } from './paths.ts';
import { readPhoto } from './photos.ts';
import type { GraphAnswer } from './request.ts';
import { line, nullableLine } from './texts.ts';

/** Microsoft Graph v1.0, resource type `user`: only what is drawn. */
const User = v.object({
  displayName: nullableLine,
  jobTitle: nullableLine,
  mail: nullableLine,
  userPrincipalName: line,
  officeLocation: nullableLine,
} satisfies Shape<GraphUser>);

/**
 * The person's own profile. A lost sign-in shows on the profile itself, which is read at the same time as the photo.
 * @throws AppError
 */
export async function readProfile(graph: Graph, accountId: string, isPersonal: boolean): Promise<Profile> {
  const access = { accountId, purpose: 'profile' } as const;
  const [user, photo] = await Promise.all([
    graph.call(access, { path: query('/me', User) }).then(toUser),
    // Personal accounts have none in Graph (Microsoft: "Get profilePhoto").
    isPersonal ? null : readPhoto(graph, access, '/me', '120x120'),
  ]);
  return {
    name: user.displayName ?? user.userPrincipalName,
    jobTitle: user.jobTitle,
    mail: user.mail ?? user.userPrincipalName,
    officeLocation: user.officeLocation,
    photo,
  };
}

/** Nobody is missing from their own profile: whoever says so is not Graph as it should be. */
function toUser(answer: GraphAnswer): v.InferOutput<typeof User> {
  if (isGone(answer)) throw new AppError('microsoft-unavailable', describe(answer));
  return readAs(User, answer);
}
