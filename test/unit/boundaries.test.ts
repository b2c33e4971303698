import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cruise, type IConfiguration } from 'dependency-cruiser';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const config: IConfiguration = createRequire(import.meta.url)(path.join(root, '.dependency-cruiser.cjs'));

/** For each rule, an import that it must refuse: the file that imports, and the one that is imported. */
const PLANTED: Record<string, [from: string, to: string]> = {
  'kernel-imports-nothing-of-ours': ['src/kernel/a.ts', 'src/cases/index.ts'],
  'platform-knows-no-feature': ['src/platform/http/a.ts', 'src/cases/index.ts'],
  'domain-stands-alone': ['src/cases/domain/a.ts', 'src/cases/application/b.ts'],
  'application-owns-its-ports': ['src/cases/application/a.ts', 'src/cases/adapters/b.ts'],
  'adapters-know-no-interface': ['src/cases/adapters/a.ts', 'src/cases/pages/b.tsx'],
  'interfaces-use-verbs': ['src/cases/pages/a.tsx', 'src/cases/adapters/b.ts'],
  'domain-uses-no-technology': ['src/cases/application/a.ts', 'src/platform/html/b.ts'],
  'analysis-and-ranking-are-pure': ['src/search/analysis/a.ts', 'src/search/embedded/b.ts'],
  'reference-meets-features-through-their-index': ['src/reference/domain/a.ts', 'src/cases/index.ts'],
  'cases-meets-features-through-their-index': ['src/cases/domain/a.ts', 'src/search/index.ts'],
  'search-meets-features-through-their-index': ['src/search/domain/a.ts', 'src/cases/domain/b.ts'],
  'practices-meets-features-through-their-index': ['src/practices/domain/a.ts', 'src/search/index.ts'],
  'statistics-meets-features-through-their-index': ['src/statistics/pages/a.ts', 'src/cases/index.ts'],
  'site-meets-features-through-their-index': ['src/site/pages/a.ts', 'src/cases/domain/b.ts'],
  'only-compose-sees-everything': ['src/app.ts', 'src/cases/adapters/b.ts'],
  'product-knows-no-tests': ['src/cases/domain/a.ts', 'test/support/b.ts'],
};

/** What a page holds: a parser that does not know JSX stops here. */
const PAGE = 'export const used = () => <p class="page">{value}</p>;';

/** The project's options without its tsconfig, which the planted folder does not have. */
const { tsConfig: _ownTsConfig, ...options } = config.options ?? {};

async function cruisePlanted(files: Record<string, string>): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'boundaries-'));
  try {
    for (const [file, content] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), content);
    }
    await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
    const { output } = await cruise(['src'], {
      ...options,
      baseDir: folder,
      validate: true,
      ruleSet: { forbidden: config.forbidden ?? [] },
    });
    if (typeof output === 'string') throw new Error(output);
    return output.summary.violations.map((violation) => violation.rule.name);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test('every rule has a planted violation here', () => {
  const rules = (config.forbidden ?? []).map((rule) => rule.name);
  expect(rules.toSorted()).toEqual([...Object.keys(PLANTED), 'no-cycles'].toSorted());
});

test.each(Object.entries(PLANTED))('%s is seen when it is broken', async (rule, [from, to]) => {
  const target = path.relative(path.dirname(from), to);
  const specifier = target.startsWith('.') ? target : `./${target}`;
  const broken = await cruisePlanted({
    [from]: `import { value } from '${specifier}';\n${from.endsWith('x') ? PAGE : 'export const used = value;'}\n`,
    [to]: 'export const value = 1;\n',
  });
  expect(broken).toContain(rule);
});

test('no-cycles is seen when it is broken', async () => {
  const broken = await cruisePlanted({
    'src/kernel/a.ts': `import { b } from './b.ts';\nexport const a = () => b;\n`,
    'src/kernel/b.ts': `import { a } from './a.ts';\nexport const b = () => a;\n`,
  });
  expect(broken).toContain('no-cycles');
});

test('a file that keeps the rules breaks none', async () => {
  const broken = await cruisePlanted({
    'src/cases/application/a.ts': `import { b } from '../domain/b.ts';\nexport const a = b;\n`,
    'src/cases/domain/b.ts': `import { c } from '../../kernel/c.ts';\nexport const b = c;\n`,
    'src/kernel/c.ts': 'export const c = 1;\n',
  });
  expect(broken).toEqual([]);
});
