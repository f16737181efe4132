import js from '@eslint/js'
import type { Linter } from 'eslint'
import { defineConfig } from 'eslint/config'
import jsdoc from 'eslint-plugin-jsdoc'
import globals from 'globals'
import tseslint from 'typescript-eslint'

const TYPESCRIPT = ['**/*.ts']
const SCRIPTS = ['scripts/**/*.mjs', '*.config.js']
const TESTS = ['tests/**/*.ts', '**/*.test.ts']

/** The only files of src/js that may touch the page: see docs/architecture.md. */
const PAGE_LAYER = [
  'src/js/**/*.view.ts',
  'src/js/pages/**/*.ts',
  'src/js/{lib/{mount,parts},site/services}.ts',
]

const PAGE_GLOBALS = [
  'document',
  'window',
  'localStorage',
  'sessionStorage',
  'location',
  'history',
].map((name) => ({
  name,
  message: 'Only *.view.ts, pages/, lib/{mount,parts}.ts and site/services.ts touch the page.',
}))

const NO_NODE = {
  regex: '^node:|(^|/)generator/',
  message: 'Runs in the browser: Node and generator/ are out of reach.',
}

const NO_PAGE_LIBRARIES = {
  regex: '^(jquery|bootstrap|@popperjs)(/|$)',
  message: 'Only *.view.ts, pages/, lib/{mount,parts}.ts and site/services.ts use jQuery.',
}

const NO_VIEWS = {
  regex: String.raw`\.view\.ts$|/js/pages/|/js/(lib/(mount|parts)|site/services)\.ts$`,
  message: 'Needs a page: take the pure file beside it.',
}

const everything: Linter.Config = {
  name: 'cinder/everything',
  files: [...TYPESCRIPT, ...SCRIPTS],
  plugins: { jsdoc },
  linterOptions: { reportUnusedDisableDirectives: 'error' },
  rules: {
    'max-lines': ['error', 250],
    'max-lines-per-function': ['error', 50],
    'max-params': ['error', 3],
    'max-depth': ['error', 3],
    complexity: ['error', 10],
    eqeqeq: 'error',
    'no-warning-comments': ['error', { terms: ['fixme', 'xxx'] }],
    'object-shorthand': 'error',
    'prefer-template': 'error',
  },
}

const typescript: Linter.Config = {
  name: 'cinder/typescript',
  files: TYPESCRIPT,
  languageOptions: {
    parserOptions: {
      project: [
        './tsconfig.json',
        './tsconfig.worker.json',
        './tsconfig.node.json',
        './tsconfig.tests.json',
      ],
      tsconfigRootDir: import.meta.dirname,
    },
  },
  rules: {
    '@typescript-eslint/explicit-module-boundary-types': 'error',
    '@typescript-eslint/consistent-type-imports': 'error',
    '@typescript-eslint/switch-exhaustiveness-check': [
      'error',
      { considerDefaultExhaustiveForUnions: true },
    ],
    // `process.env['BASE_PATH']` and other names no type knows may be written either way.
    '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
    // A number in a message reads the same as String(number) would.
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    // `() => list.push(x)` is plain enough, and braces would only make it longer.
    '@typescript-eslint/no-confusing-void-expression': [
      'error',
      { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
    ],
    // The compiler checks it, and with globals of both worlds: see the tsconfig files.
    'no-undef': 'off',
  },
}

const docs: Linter.Config = {
  name: 'cinder/docs',
  files: [...TYPESCRIPT, 'scripts/**/*.mjs'],
  rules: {
    'jsdoc/check-param-names': [
      'error',
      { disableMissingParamChecks: true, checkDestructured: false },
    ],
    'jsdoc/require-hyphen-before-param-description': 'error',
    'jsdoc/check-alignment': 'error',
    // Not Vite's own `/* @vite-ignore */`.
    'jsdoc/no-bad-blocks': [
      'error',
      { ignore: ['vite-ignore', 'ts-check', 'ts-expect-error', 'ts-ignore', 'ts-nocheck'] },
    ],
  },
}

const typedDocs: Linter.Config = {
  name: 'cinder/typed-docs',
  files: TYPESCRIPT,
  // The signature says it already, and stays true.
  rules: { 'jsdoc/no-types': 'error' },
}

const core: Linter.Config = {
  name: 'cinder/core',
  files: ['src/js/**/*.ts'],
  ignores: [...PAGE_LAYER, ...TESTS],
  rules: {
    'no-restricted-globals': ['error', ...PAGE_GLOBALS],
    'no-restricted-imports': ['error', { patterns: [NO_NODE, NO_PAGE_LIBRARIES, NO_VIEWS] }],
  },
}

const view: Linter.Config = {
  name: 'cinder/view',
  files: PAGE_LAYER,
  rules: { 'no-restricted-imports': ['error', { patterns: [NO_NODE] }] },
}

const generator: Linter.Config = {
  name: 'cinder/generator',
  files: ['{generator,scripts}/**/*.ts', '*.config.ts'],
  ignores: TESTS,
  languageOptions: { globals: globals.node },
  rules: { 'no-restricted-imports': ['error', { patterns: [NO_VIEWS] }] },
}

const scripts: Linter.Config = {
  name: 'cinder/scripts',
  // Plain JavaScript, since they run before anything that understands TypeScript is installed.
  // Types in their comments are checked by tsconfig.node.json.
  files: SCRIPTS,
  languageOptions: { globals: globals.node },
}

const tests: Linter.Config = {
  name: 'cinder/tests',
  files: TESTS,
  rules: {
    'max-lines': ['error', 400],
    // A describe block is one function around many tests.
    'max-lines-per-function': 'off',
    // A table-driven test takes a row's columns as parameters.
    'max-params': 'off',
    // A fixture that is not there fails its test, which is all a check could do.
    '@typescript-eslint/no-non-null-assertion': 'off',
  },
}

export default defineConfig(
  {
    name: 'cinder/ignored',
    ignores: [
      'dist/',
      'node_modules/',
      '.cache/',
      'test-results/',
      // Packages of their own, with packages that the root does not install: `npm test` there.
      'studio/',
      'benchmarks/',
    ],
  },
  {
    name: 'cinder/recommended',
    files: [...TYPESCRIPT, ...SCRIPTS],
    extends: [js.configs.recommended],
  },
  {
    name: 'cinder/type-checked',
    files: TYPESCRIPT,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
  },
  everything,
  typescript,
  docs,
  typedDocs,
  core,
  view,
  generator,
  scripts,
  tests,
)
