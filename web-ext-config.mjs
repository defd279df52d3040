// What `npx web-ext lint`, `run` and `build` work on when they are called here: the folder built for Firefox. The manifest.json
// beside this file is shared by the browsers and is not an extension yet. A missing folder is built; one that is there
// is taken as it stands, so that a build with your own client id stays.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

const sourceDir = fileURLToPath(new URL('dist/firefox', import.meta.url));

// To the error stream: the other one may be JSON that somebody reads.
if (existsSync(`${sourceDir}/manifest.json`)) {
  console.error(`Taking ${sourceDir} as it was built last (npm run build).`);
} else {
  console.error(`Building ${sourceDir} first, as npm run build does.`);
  await build({ clientId: process.env.LANYARD_CLIENT_ID?.trim() ?? '' });
}

export default {
  sourceDir,
  artifactsDir: fileURLToPath(new URL('artifacts/web-ext', import.meta.url)),
  build: { overwriteDest: true },
};
