import { rmSync } from 'node:fs';
import { constants } from 'node:os';
import type { Profile } from './profile.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does the launching, and meanwhile turns a signal that would just end this process into an orderly exit. Until a
 * browser has answered, only puppeteer knows its process, and kills it when we exit; the reaper comes later.
 * Whoever listens for the signal already keeps the decision.
 */
export async function guardLaunch<T>(profile: Profile, launch: () => Promise<T>): Promise<T> {
  const exit = (signal: NodeJS.Signals) => {
    if (process.listenerCount(signal) > 1) return;
    // Added now, it runs after puppeteer's own listener has killed what may still write there.
    if (profile.isOurs) process.once('exit', () => rmSync(profile.path, { recursive: true, force: true }));
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of signals) process.on(signal, exit);
  try {
    return await launch();
  } finally {
    for (const signal of signals) process.off(signal, exit);
  }
}
