import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CORE_SCHEMA, load } from 'js-yaml'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { readYaml, type Reading } from './read-yaml.ts'

const folder = mkdtempSync(join(tmpdir(), 'cinder-yaml-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const schema = z.strictObject({
  name: z.string(),
  pins: z.number().optional(),
  stock: z.record(z.string().regex(/^\d+(\.5)?$/, 'use a size'), z.int()).optional(),
  colours: z.array(z.strictObject({ code: z.enum(['EMB', 'SLT']) })).optional(),
})

function read(text: string): Reading<z.output<typeof schema>> {
  const file = join(folder, 'product.yaml')
  writeFileSync(file, text)
  return readYaml({ file, name: 'products/x.yaml' }, schema)
}

/** "products/x.yaml:2 pins" for each problem. */
function places(text: string): string[] {
  return read(text).problems.map(({ where, field }) => `${where} ${field}`.trim())
}

describe('a valid file', () => {
  test.each([
    ['as we write it', 'name: Kite\npins: 7\n'],
    ['from Windows', '\ufeffname: Kite\r\npins: 7\r\n'],
    ['with comments', '# a shoe\nname: Kite # its name\npins: 7'],
    ['with an anchor and a reference to it', 'pins: &seven 7\nname: Kite\nstock: { 42: *seven }'],
  ])('is read %s', (_, text) => {
    const { value, problems } = read(text)
    expect(problems).toEqual([])
    expect(value).toMatchObject({ name: 'Kite', pins: 7 })
  })
})

describe('a mistake is found on its line', () => {
  test.each([
    ['in a field', 'name: Kite\npins: seven', 'products/x.yaml:2 pins'],
    [
      'in a list',
      'name: Kite\ncolours:\n  - code: EMB\n  - code: XXX',
      'products/x.yaml:4 colours.1.code',
    ],
    ['in a size', 'name: Kite\nstock:\n  42: 1\n  42.5: many', 'products/x.yaml:4 stock.42.5'],
    ['of an unknown field', 'name: Kite\npins: 7\ncolor: red', 'products/x.yaml:3 color'],
    [
      'of an unknown field in a group',
      'name: K\ncolours:\n  - code: EMB\n    hue: 1',
      'products/x.yaml:4 colours.0.hue',
    ],
    [
      'of a field with a wrong name',
      'name: Kite\nstock:\n  42,5: 1',
      'products/x.yaml:3 stock.42,5',
    ],
    [
      'of a missing field, in the group it is missing from',
      'name: K\ncolours:\n  - {}',
      'products/x.yaml:3 colours.0.code',
    ],
    ['of a missing field of the file', 'pins: 7', 'products/x.yaml name'],
  ])('%s', (_, text, expected) => {
    expect(places(text)).toEqual([expected])
  })

  test('every one of them', () => {
    expect(places('name: 7\npins: x\nhue: 1\nlace: 2')).toEqual([
      'products/x.yaml:1 name',
      'products/x.yaml:2 pins',
      'products/x.yaml:3 hue',
      'products/x.yaml:4 lace',
    ])
  })
})

describe('a file that is not valid YAML', () => {
  test.each([
    ['a colon in a text', 'pins: 7\nname: Kite: the spike', 2],
    ['a tab', 'name: Kite\nstock:\n\t42: 1', 3],
    ['an open quote', "pins: 7\nname: 'Kite", 2],
    ['the same field twice', 'name: Kite\nname: Kate', 2],
    ['a text that begins with @', 'pins: 7\nname: @kite', 2],
    ['a text that begins with *', 'pins: 7\nname: *kite', 2],
    ['two documents', 'name: Kite\n---\nname: Kate', 2],
  ])('for %s is reported with the line and what to look for', (_, text, line) => {
    const { value, problems } = read(text)
    expect(value).toBeUndefined()
    expect(problems[0]?.where).toBe(`products/x.yaml:${line}`)
    expect(problems[0]?.fix).toMatch(/quotes/)
    expect(problems[0]?.problem).not.toContain('\n')
  })

  test.each([
    ['', 'null'],
    ['- Kite', '["Kite"]'],
    ['Kite', '"Kite"'],
  ])('("%s") says that fields are expected', (text, shown) => {
    expect(read(text).problems).toEqual([
      {
        where: 'products/x.yaml',
        field: '',
        problem: `is ${shown}, not a group of fields`,
        fix: 'write a group of fields here',
      },
    ])
  })
})

describe('the two parsers', () => {
  const folder = join(import.meta.dirname, '../../catalog')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.yaml'),
  )

  test.each(files)('read the same in %s', (file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    expect(load(text, { schema: CORE_SCHEMA })).toEqual(parse(text))
  })
})
