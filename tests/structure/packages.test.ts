import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { distinct, matchesIn, missingFrom, readSource, ROOT, sourcesIn } from './sources.ts'

/** What `npm start` and `npm run build` load, and what is bundled for the browser. */
const SHOP = [
  readSource('vite.config.ts'),
  ...sourcesIn(['generator', 'src/js', 'src/worker'], '.ts'),
  ...sourcesIn(['src/css'], '.scss'),
  ...['address', 'child', 'headers', 'install', 'serve', 'start'].map((name) =>
    readSource(`scripts/${name}.mjs`),
  ),
]

/** Needed without an import: by another package, by Vite, or by an npm script. */
const NOT_IMPORTED = ['@popperjs/core', 'jiti', 'sass-embedded']

const IMPORTS = [
  // Types are gone when the code runs.
  /^(?:import|export)(?! type\b)\s[^'=;(]*?\bfrom '([^']+)'/gm,
  /^import '([^']+)'/gm,
  /\bimport\('([^']+)'\)/g,
  /\brequire\.resolve\(`([^`]+)`/g,
  /^@(?:use|import|forward) '([^']+)'/gm,
  /\burl\('([^']+)'\)/g,
]

/** "@scope/name" of "@scope/name/file.js". */
function packageOf(specifier: string): string {
  return /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier
}

function isPackage(specifier: string): boolean {
  return !/^(?:\.|\/|data:|node:|sass:|vite\/client)/.test(specifier)
}

const imported = distinct(
  SHOP.flatMap(({ text }) => IMPORTS.flatMap((pattern) => matchesIn(text, pattern)))
    .filter(isPackage)
    .map(packageOf),
)

describe('package.json', () => {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>
  }

  test('lists in dependencies what the shop is built from', () => {
    expect(missingFrom(Object.keys(dependencies), imported)).toEqual([])
  })

  test('lists nothing there that the shop does not use', () => {
    expect(missingFrom([...imported, ...NOT_IMPORTED], Object.keys(dependencies))).toEqual([])
    expect(missingFrom(Object.keys(dependencies), NOT_IMPORTED)).toEqual([])
  })
})
