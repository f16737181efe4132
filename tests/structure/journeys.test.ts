import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { journeysFor, JOURNEYS } from '../../scripts/changed.mjs'
import { missingFrom, ROOT } from './sources.ts'

const specs = readdirSync(join(ROOT, 'tests/e2e'))
  .filter((file) => file.endsWith('.spec.ts'))
  .map((file) => file.replace('.spec.ts', ''))

/** Folders of src/js that any page may show: a change in one runs every journey. */
const EVERYWHERE = ['catalog', 'lib', 'pages', 'site']

describe('npm test -- --changed', () => {
  test('names journeys that there are', () => {
    expect(missingFrom(specs, Object.values(JOURNEYS).flat())).toEqual([])
  })

  test('knows every folder of src/js', () => {
    const folders = readdirSync(join(ROOT, 'src/js'))
    const known = Object.keys(JOURNEYS).map((folder) => folder.split('/')[2] ?? '')
    expect(missingFrom([...known, ...EVERYWHERE], folders)).toEqual([])
    expect(missingFrom(folders, [...EVERYWHERE])).toEqual([])
  })

  test.each([
    [['docs/selling.md', 'tests/unit/serve.test.ts'], []],
    [['src/js/team/roster.ts'], ['order-for-a-team', 'team-order-faults']],
    [['tests/e2e/come-back.spec.ts', 'README.md'], ['come-back']],
    [['src/js/team/roster.ts', 'src/css/_tokens.scss'], 'all'],
    [['generator/routes.ts'], 'all'],
  ])('for %j runs %j', (files, expected) => {
    expect(journeysFor(files)).toEqual(expected)
  })
})
