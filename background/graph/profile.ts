import * as v from 'valibot';
import type { Profile } from '../../src/contract.ts';
import { AppError, toAppError } from '../../src/errors.ts';
import { type HttpAnswer, readJson } from '../http.ts';
import { describe, type Graph } from './client.ts';

const text = v.nullish(v.string(), null);

/** Microsoft Graph v1.0, resource type `user`: only what is drawn. */
const User = v.object({
  displayName: text,
  jobTitle: text,
  mail: text,
  userPrincipalName: v.string(),
  officeLocation: text,
});

/**
 * The person's own profile. The photo is null where there is none, and where it cannot be had: a missing photo
 * is no reason to show no name.
 * @throws AppError
 */
export async function readProfile(graph: Graph, accountId: string, isPersonal: boolean): Promise<Profile> {
  const access = { accountId, purpose: 'profile' } as const;
  const [user, photo] = await Promise.all([
    graph.call(access, { path: `/me?$select=${Object.keys(User.entries).join(',')}` }).then(toUser),
    isPersonal ? null : graph.call(access, PHOTO).then(toDataUrl, withoutPhoto),
  ]);
  return {
    name: user.displayName ?? user.userPrincipalName,
    jobTitle: user.jobTitle,
    mail: user.mail ?? user.userPrincipalName,
    officeLocation: user.officeLocation,
    photo,
  };
}

function toUser(answer: HttpAnswer): v.InferOutput<typeof User> {
  const user = v.safeParse(User, answer.status === 200 ? readJson(answer) : null);
  if (!user.success) throw new AppError('microsoft-unavailable', describe(answer));
  return user.output;
}

/** Personal accounts have none in Graph (Microsoft: "Get profilePhoto"), and it is no reason to end a sign-in. */
const PHOTO = { path: '/me/photo/$value', isDispensable: true } as const;

const IMAGE_TYPES = new Set(['image/jpeg', 'image/png']);
const LARGEST_PHOTO_BYTES = 512 * 1024;

/** 404 is the normal answer for a person without a photo. */
function toDataUrl({ status, headers, bytes }: HttpAnswer): string | null {
  const type = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (status !== 200 || !IMAGE_TYPES.has(type) || bytes.byteLength > LARGEST_PHOTO_BYTES) return null;
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return `data:${type};base64,${btoa(binary)}`;
}

function withoutPhoto(thrown: unknown): null {
  // A lost sign-in shows on the profile itself, which is read at the same time; a bug must not hide here.
  if (toAppError(thrown).reason === 'unexpected') throw thrown;
  return null;
}
