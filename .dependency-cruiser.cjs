// The boundaries of ARCHITECTURE.md. test/unit/boundaries.test.ts plants a violation of each rule and sees it fail.

const swc = require('@swc/core');

// dependency-cruiser 16 asks swc to parse TypeScript without its switch for JSX, and stops at the first page.
const { parseFileSync } = swc;
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });

/** Which features a feature may meet, through their index.ts. */
const MEETS = {
  reference: [],
  cases: ['reference'],
  search: ['reference', 'cases'],
  practices: ['reference', 'cases'],
  statistics: ['reference'],
  site: ['reference', 'cases', 'search', 'statistics'],
};
const features = Object.keys(MEETS);
const anyFeature = `src/(${features.join('|')})`;

const layer = (name, mayUse, forbidden) => ({
  name,
  severity: 'error',
  comment: mayUse,
  from: { path: `^${anyFeature}/${forbidden.from}/` },
  to: { path: `^src/$1/(${forbidden.to})/` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'kernel-imports-nothing-of-ours',
      severity: 'error',
      comment: 'The kernel stands below everything.',
      from: { path: '^src/kernel/' },
      to: { path: '^src/', pathNot: '^src/kernel/' },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      comment: 'Technology without a feature: it may use the kernel only.',
      from: { path: '^src/platform/' },
      to: { path: '^src/', pathNot: '^src/(kernel|platform)/' },
    },
    layer('domain-stands-alone', 'Rules of a feature use none of its layers.', {
      from: 'domain',
      to: 'application|adapters|http|pages|messages',
    }),
    layer('application-owns-its-ports', 'A verb speaks to ports, not to what fills them.', {
      from: 'application',
      to: 'adapters|http|pages|messages',
    }),
    layer('adapters-know-no-interface', 'Storage knows nothing of routes and pages.', {
      from: 'adapters',
      to: 'http|pages',
    }),
    layer('interfaces-use-verbs', 'Routes and pages call verbs; they reach no store.', {
      from: '(?:http|pages)',
      to: 'adapters',
    }),
    {
      name: 'domain-uses-no-technology',
      severity: 'error',
      comment: 'Only zod and the kernel stand below a domain.',
      from: { path: `^${anyFeature}/(domain|application)/` },
      to: { path: '^src/platform/|node_modules/(fastify|drizzle-orm|pg|preact|minisearch|meilisearch)/' },
    },
    {
      name: 'analysis-and-ranking-are-pure',
      severity: 'error',
      comment: 'How text becomes terms and how hits are ordered is the same for every engine.',
      from: { path: '^src/search/(analysis|ranking)/' },
      to: {
        path: '^src/(platform|search/(embedded|indexing|http|pages))/|node_modules/(minisearch|pg|drizzle-orm)/',
      },
    },
    ...features.map((feature) => ({
      name: `${feature}-meets-features-through-their-index`,
      severity: 'error',
      comment: `${feature} may meet: ${MEETS[feature].join(', ') || 'no feature'}; through index.ts only.`,
      from: { path: `^src/${feature}/` },
      to: {
        path: `^${anyFeature}/`,
        pathNot: [`^src/${feature}/`, ...MEETS[feature].map((other) => `^src/${other}/index\\.ts$`)],
      },
    })),
    {
      name: 'only-compose-sees-everything',
      severity: 'error',
      comment: 'Adapters meet ports in compose/.',
      from: {
        path: '^src/',
        pathNot: '^src/compose/|^src/(storage|main|cli)\\.ts$|^src/[^/]+/adapters/|^src/platform/',
      },
      to: { path: '^src/[^/]+/adapters/|^src/platform/postgres/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Data flows one way.',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'product-knows-no-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|scripts)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    parser: 'swc',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
