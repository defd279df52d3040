/** A part of the product that is mutated, with the tests that answer for it. */
export interface Area {
  name: string;
  /** Globs of the files that are mutated, from the root; one with `!` takes files out again. */
  mutate: readonly string[];
  /** Globs of the test files that run on each mutant, from the root: a neighbour kills it sooner than a stranger. */
  tests: readonly string[];
  /** Whether the tests are those of what is drawn, which run in a DOM at the edge that a page has. */
  isInDom?: true;
}

/** Hooks, and what else touches a page: no test without a DOM reaches it. */
const IN_DOM = [
  'popup/**/use-*.ts',
  'popup/keys/listen-for-keys.ts',
  'popup/when-styled.ts',
  'src/ui/**/use-*.ts',
  'src/ui/keep-focus.ts',
  'src/ui/announce.ts',
  'src/ui/page-language.ts',
];

export const AREAS: readonly Area[] = [
  {
    name: 'auth',
    mutate: ['background/auth/**/*.ts'],
    // Without the walks through every failure, each of which takes seconds: what they notice, others notice sooner.
    tests: [
      'test/background/auth/!(asking-walk|damage|failure-numbers|request-budget|request-budget-mail).test.ts',
      'test/background/handlers.test.ts',
    ],
  },
  {
    name: 'messaging',
    mutate: ['src/messaging.ts'],
    tests: ['test/src/messaging.test.ts', 'test/src/ask-again.test.ts'],
  },
  {
    name: 'graph',
    mutate: ['background/graph/**/*.ts'],
    tests: [
      'test/background/graph/**/*.test.ts',
      'test/background/http.test.ts',
      'test/background/readings.test.ts',
    ],
  },
  {
    name: 'watch',
    mutate: ['background/watch/**/*.ts'],
    tests: ['test/background/watch/**/*.test.ts', 'test/background/icon.test.ts'],
  },
  {
    name: 'popup',
    // Components are markup. The polyfill's stand-in has nothing in it that a test in Node could see.
    mutate: [
      'popup/**/*.ts',
      'src/**/*.ts',
      ...IN_DOM.map((glob) => `!${glob}`),
      '!src/messaging.ts',
      '!src/ui/native-browser.ts',
    ],
    tests: [
      'test/popup/**/!(*.dom).test.{ts,tsx}',
      'test/src/**/!(*.dom).test.{ts,tsx}',
      'test/options/**/!(*.dom).test.{ts,tsx}',
    ],
  },
  {
    name: 'hooks',
    mutate: IN_DOM,
    tests: ['test/**/*.dom.test.{ts,tsx}'],
    isInDom: true,
  },
];

/** The areas with these names; a path becomes an area of its own, with the tests of the area in which it lies. */
export function areasNamed(words: readonly string[]): readonly Area[] {
  if (words.length === 0) return AREAS;
  return words.map((word) => AREAS.find(({ name }) => name === word) ?? areaOfPath(word));
}

function areaOfPath(path: string): Area {
  const home = AREAS.find(({ mutate }) => mutate.some((glob) => path.startsWith(glob.split('*')[0] ?? glob)));
  if (!home)
    throw new Error(`${path} is neither an area (${AREAS.map(({ name }) => name).join(', ')}) nor in one.`);
  const isFolder = !/\.tsx?(:\d.*)?$/.test(path);
  return { ...home, name: path, mutate: [isFolder ? `${path.replace(/\/$/, '')}/**/*.ts` : path] };
}
