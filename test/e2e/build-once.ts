import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { build } from '../../build.mjs';
import { clientId } from './client-id.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The built folders under test: with an app registration, and without. */
    builds: { configured: string; unconfigured: string };
  }
}

/** Builds Lanyard twice before the first end-to-end test, in a folder of this run's own. */
export async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-e2e-'));
  const builds = { configured: join(folder, 'configured'), unconfigured: join(folder, 'unconfigured') };
  await build({ out: builds.configured, clientId });
  await build({ out: builds.unconfigured });
  project.provide('builds', builds);
  return () => rm(folder, { recursive: true });
}
