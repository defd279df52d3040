// `npm run test:lint`: Mozilla's linter on both built folders. No error, no notice, and two warnings that are explained.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { BROWSERS, type BrowserName, build } from '../build.mjs';

const Finding = v.object({
  code: v.string(),
  message: v.string(),
  file: v.optional(v.string()),
  line: v.optional(v.number()),
});
const Report = v.object({
  errors: v.array(Finding),
  notices: v.array(Finding),
  warnings: v.array(Finding),
});
type Finding = v.InferOutput<typeof Finding>;

/** The scripts of the pages, one of which in each has Preact in it. */
const PAGE_SCRIPT = /^(?:popup|options)\/(?:parts\/)?[\w-]+\.js$/;

/**
 * A finding that may stay, once in each page's script. Preact has a single line that assigns `innerHTML`, for the property
 * `dangerouslySetInnerHTML`, which Lanyard never uses: Biome forbids it, and the manifest's
 * `require-trusted-types-for 'script'` makes the browser refuse the assignment. Packages are not patched, so the
 * line is in the bundles.
 */
async function isPreactsOwn(finding: Finding, folder: string): Promise<boolean> {
  if (finding.code !== 'UNSAFE_VAR_ASSIGNMENT' || !PAGE_SCRIPT.test(finding.file ?? '')) return false;
  const script = await readFile(join(folder, finding.file ?? ''), 'utf8');
  const assignments = script.match(/\.innerHTML\s*=(?!=)[^,;)]*/g) ?? [];
  return assignments.length === 1 && /=\s*[\w$]+\.__html$/.test(assignments[0] ?? '');
}

/** Firefox has sidebars without a permission for them, and its linter does not know that of Chromium's side panel. */
function isChromiumsOwn({ code, message }: Finding, browser: BrowserName): boolean {
  return browser === 'chromium' && code === 'MANIFEST_PERMISSIONS' && message.includes('"sidePanel"');
}

/** The root of the repository, where web-ext looks for its configuration. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const bin = (path: string) => join(ROOT, 'node_modules', path);

/**
 * Firefox's folder goes through `web-ext lint` as a reviewer types it in the root, web-ext-config.mjs included. Chromium's goes through the same linter without web-ext around it,
 * for the one switch that web-ext does not hand on: to the linter a service worker is a mistake unless it is told
 * that there is a browser that has them.
 */
const LINTERS: Record<BrowserName, (folder: string) => string[]> = {
  firefox: (folder) => [bin('web-ext/bin/web-ext.js'), 'lint', '--output=json', `--source-dir=${folder}`],
  chromium: (folder) => [
    bin('addons-linter/bin/addons-linter'),
    '--enable-background-service-worker',
    '--output=json',
    folder,
  ],
};

async function lint(browser: BrowserName, folder: string): Promise<boolean> {
  // The linter ends with 1 when it has found something; what it prints says what.
  const output = await new Promise<string>((resolve) => {
    const options = { cwd: ROOT, maxBuffer: 2 ** 26 };
    execFile(process.execPath, LINTERS[browser](folder), options, (_, stdout) => resolve(stdout));
  });
  const { errors, notices, warnings } = v.parse(Report, JSON.parse(output.slice(output.indexOf('{'))));
  const allowed: Finding[] = [];
  const refused: Finding[] = [...errors, ...notices];
  for (const warning of warnings) {
    if (isChromiumsOwn(warning, browser)) {
      allowed.push(warning);
      continue;
    }
    const isFirst = !allowed.some(({ file }) => file === warning.file);
    (isFirst && (await isPreactsOwn(warning, folder)) ? allowed : refused).push(warning);
  }
  console.log(
    `${browser}: ${errors.length} errors, ${notices.length} notices, ${warnings.length} warnings, of which allowed: ` +
      `${allowed.length} (Preact's own innerHTML line, Chromium's own permission)`,
  );
  for (const { code, message, file, line } of refused) {
    console.error(`  ${code} ${file ?? ''}${line === undefined ? '' : `:${line}`} ${message}`);
  }
  return refused.length === 0;
}

const out = await mkdtemp(join(tmpdir(), 'lanyard-lint-'));
try {
  await build({ out });
  for (const browser of BROWSERS) {
    if (!(await lint(browser, join(out, browser)))) process.exitCode = 1;
  }
} finally {
  await rm(out, { recursive: true });
}
