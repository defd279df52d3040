import { standIn } from './answers.ts';
import type { Graph, GraphAccess } from './client.ts';
import type { GraphAnswer } from './request.ts';

/** Sizes that Graph makes (Microsoft: "Get profilePhoto"); the whole photo would be ten times as many bytes. */
export type PhotoSize = '48x48' | '120x120';

const IMAGE_TYPES = new Set(['image/jpeg', 'image/png']);
const LARGEST_PHOTO_BYTES = 512 * 1024;

/**
 * A photo as a `data:` URL; null where there is none, and where it cannot be had: a missing photo is no reason to show
 * no name. `of` is the person's path, `/me` for one.
 */
export function readPhoto(
  graph: Graph,
  access: GraphAccess,
  of: `/${string}`,
  size: PhotoSize,
): Promise<string | null> {
  const path = `${of}/photos/${size}/$value` as const;
  return graph.call(access, { path, isDispensable: true }).then(toDataUrl).catch(standIn(null));
}

/** 404 is the normal answer for a person without a photo. */
function toDataUrl({ status, headers, body }: GraphAnswer): string | null {
  const type = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const isPhoto = status === 200 && IMAGE_TYPES.has(type) && body instanceof Uint8Array;
  if (!isPhoto || body.byteLength > LARGEST_PHOTO_BYTES) return null;
  const binary = Array.from(body, (byte) => String.fromCharCode(byte)).join('');
  return `data:${type};base64,${btoa(binary)}`;
}
