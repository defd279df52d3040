import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vitest/node';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The title of one test as its source has it: a placeholder of a table stands as it is written there. */
export interface TestTitle {
  /** File and line, as editors open them. */
  where: string;
  file: string;
  title: string;
  /** The title behind those of the describes around it, as a red log shows it. */
  full: string;
}

export interface TestSource {
  titles: TestTitle[];
  /** Each text in quotes or backticks, titles and rows of tables among them. */
  texts: string[];
}

type SyntaxNode = { type: string; start: number } & Record<string, unknown>;

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const childrenOf = (node: SyntaxNode): SyntaxNode[] => Object.values(node).flat().filter(isNode);

/** The text of a literal or a template, with an ellipsis for each hole of the template. */
function textOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type !== 'TemplateLiteral') return null;
  return childrenOf(node)
    .filter(({ type }) => type === 'TemplateElement')
    .map(({ value }) => (typeof value === 'object' && value && 'cooked' in value ? value.cooked : ''))
    .join('…');
}

/** `it` for `it`, `it.only`, `it.each(rows)` and `it.runIf(isFast).for(rows)`; null for calls that declare no test. */
function declarerOf(callee: unknown): string | null {
  if (!isNode(callee)) return null;
  if (callee.type === 'Identifier') return String(callee.name);
  const isTable = callee.type === 'CallExpression';
  const member = isTable ? callee.callee : callee;
  if (!isNode(member) || member.type !== 'MemberExpression' || !isNode(member.property)) return null;
  const takesRows = /^(each|for|runIf|skipIf)$/.test(String(member.property.name));
  const isPlain = /^(only|skip|todo|concurrent|sequential|fails)$/.test(String(member.property.name));
  return (isTable ? takesRows : isPlain) ? declarerOf(member.object) : null;
}

/** Reads the titles of a test file from its syntax tree, without running it. */
export function readTestSource(file: string, text: string): TestSource {
  const found: TestSource = { titles: [], texts: [] };
  const visit = (node: SyntaxNode, around: readonly string[]) => {
    const own = textOf(node);
    if (own !== null) found.texts.push(own);
    let inside = around;
    if (node.type === 'CallExpression') {
      const declarer = declarerOf(node.callee);
      const first: unknown = Array.isArray(node.arguments) ? node.arguments[0] : null;
      const title = declarer && /^(describe|it|test|testWith\w+)$/.test(declarer) ? textOf(first) : null;
      if (title !== null && declarer === 'describe') inside = [...around, title];
      else if (title !== null && isNode(first)) {
        const line = text.slice(0, first.start).split('\n').length;
        found.titles.push({ where: `${file}:${line}`, file, title, full: [...around, title].join(' > ') });
      }
    }
    for (const child of childrenOf(node)) visit(child, inside);
  };
  const program: unknown = parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' });
  if (isNode(program)) visit(program, []);
  return found;
}

/** Reads every test file of the project. */
export async function readTestSources(): Promise<TestSource[]> {
  const entries = await readdir(join(root, 'test'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.(test\.tsx?|day\.ts)$/.test(entry.name));
  return Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      return readTestSource(relative(root, path).replaceAll('\\', '/'), await readFile(path, 'utf8'));
    }),
  );
}

/** The ids of scenarios in a text; `test/scenarios.md` explains them. Times such as T12:00 are none. */
export function scenariosIn(text: string): string[] {
  return text.match(/(?<![\w%/.])[AKLMNPST][1-9]\d?(?![\w%:])/g) ?? [];
}
