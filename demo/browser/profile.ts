import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { killGroup, reapWithUs } from './reaper.ts';

/** A folder for the browser's profile; `isOurs` when it is to be removed at the end. */
export interface Profile {
  path: string;
  isOurs: boolean;
}

/** The folder that was asked for, or a new one. */
export async function prepareProfile(profileDir: string | undefined): Promise<Profile> {
  if (profileDir) return { path: profileDir, isOurs: false };
  return { path: await mkdtemp(join(tmpdir(), 'lanyard-profile-')), isOurs: true };
}

/** Gives the function that ends a browser, with all its processes and its profile, at most once. */
export function endingOf(browser: Browser, profile: Profile): () => Promise<void> {
  const pid = browser.process()?.pid;
  const callOff = pid && reapWithUs({ pid, ...(profile.isOurs ? { folder: profile.path } : {}) });
  let ending: Promise<void> | undefined;
  const end = async () => {
    await Promise.race([browser.close(), patience()]);
    if (pid) killGroup(pid);
    if (profile.isOurs) await removeProfile(profile);
    if (callOff) callOff();
  };
  return () => {
    ending ??= end();
    return ending;
  };
}

/** Removes a profile of ours; helpers that were just killed may still be writing, so it tries again. */
export async function removeProfile({ path }: Profile): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}

/** A browser that does not end by itself within this time is killed. */
function patience(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 8_000).unref();
  });
}
