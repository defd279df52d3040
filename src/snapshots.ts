import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { READING_NAMES, READINGS, type ReadingData, type ReadingName } from './readings.ts';

/** What a reading last brought, and when (epoch ms). Holds no token. */
export interface Snapshot<R extends ReadingName> {
  data: ReadingData<R>;
  readAt: number;
}

/** What is known of an account before anybody has been asked. */
export type Snapshots = { [R in ReadingName]?: Snapshot<R> };

/** In memory alone, and in plain sight of our own pages: what they have just shown. */
const area = browser.storage.session;

/** A picture in memory is for the first frame: what is larger is read anew. */
const LONGEST_JSON = 96 * 1024;

const keyOf = (accountId: string, reading: ReadingName) => `snapshot:${reading}:${accountId}`;

/** Keeps what a reading has brought; drops what is there where it is too large, or memory is full. */
export async function keepSnapshot<R extends ReadingName>(
  accountId: string,
  reading: R,
  snapshot: Snapshot<R>,
): Promise<void> {
  const isSmall = JSON.stringify(snapshot).length <= LONGEST_JSON;
  const kept = isSmall ? area.set({ [keyOf(accountId, reading)]: snapshot }) : Promise.reject();
  await kept.catch(() => dropSnapshots(accountId, [reading]));
}

/** Forgets what those readings have brought; all of them, if none is named. */
export function dropSnapshots(accountId: string, readings: readonly ReadingName[] = READING_NAMES) {
  return area.remove(readings.map((reading) => keyOf(accountId, reading)));
}

/** Everything that is kept of an account, in one look at the storage; what has another shape counts as absent. */
export async function readSnapshots(accountId: string): Promise<Snapshots> {
  const found = await area.get(READING_NAMES.map((reading) => keyOf(accountId, reading)));
  return Object.assign(
    {},
    ...READING_NAMES.map((reading) => toSnapshot(reading, found[keyOf(accountId, reading)])),
  );
}

function toSnapshot(reading: ReadingName, value: unknown): Snapshots {
  const shape = v.object({ data: READINGS[reading].shape, readAt: v.number() });
  const parsed = v.safeParse(shape, value);
  return parsed.success ? { [reading]: parsed.output } : {};
}
