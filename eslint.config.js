import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

const clock =
  'What the time is comes in as a parameter; only src/platform/clock.ts asks the machine for it.'

const askingTheClock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
  { selector: "CallExpression[callee.name='Date']", message: clock },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: clock },
  { selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: clock },
]

const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: a thing has one name wherever it is used.',
}

const tests = ['**/*.test.ts', '**/*.examples.ts', '**/*.journey.ts', 'test/**', 'e2e/**']

// Tables of codes, schemas and the like: long because there is much of it, not because it does much.
const tables = ['migrations/**', '**/schema.ts', '**/*.table.ts', 'src/domain/vocabulary/**']

export default defineConfig(
  { ignores: ['node_modules/', '.alongside/', 'coverage/', 'test-output/', 'assets/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json' } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Fastify's handlers and vitest's hooks are async whether they wait or not.
      '@typescript-eslint/require-await': 'off',
      // Nothing here is called on a class's instance apart from it, and Fastify's hooks and Kysely's builders
      // are made to be taken apart.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      complexity: ['error', 10],
      'max-depth': ['error', 3],
      'max-params': ['error', 4],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...askingTheClock],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...askingTheClock, defaultExport] },
  },
  {
    files: ['src/platform/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', defaultExport] },
  },
  { files: [...tests, ...tables], rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' } },
  // A row of a table of cases has as many columns as the case has facts.
  { files: tests, rules: { 'max-params': 'off' } },
  {
    files: ['**/*.{js,cjs}'],
    extends: [tseslint.configs.strict],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
)
