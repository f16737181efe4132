import { afterEach, describe, expect, test } from 'vitest'
import { CatalogueFolder, SMALL_CATALOGUE } from '../../tests/fixtures/catalogue-folder.ts'
import { loadCatalogue } from './load.ts'

const folders: CatalogueFolder[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) folder.delete()
})

function copy(): CatalogueFolder {
  const folder = new CatalogueFolder()
  folders.push(folder)
  return folder
}

/** "file:line field" for each problem. */
function places(folder: CatalogueFolder): string[] {
  return folder.problems().map(({ where, field }) => `${where} ${field}`.trim())
}

describe('a catalogue', () => {
  const { products, listed, markets, newSince } = loadCatalogue(SMALL_CATALOGUE)

  test('is in featured order: shoes first, then by rank, then by name', () => {
    expect(products.map(({ slug }) => slug)).toEqual(['swift', 'mud-lark', 'old-key', 'steel-pins'])
  })

  test('ranks what is featured before what comes first by name', () => {
    const folder = copy().replace(
      'products/mud-lark.yaml',
      'level: club',
      'level: club\nfeatured: 90',
    )
    const [first] = loadCatalogue(folder.path).products
    expect(first?.slug).toBe('mud-lark')
  })

  test('keeps discontinued models, but does not list them', () => {
    expect(listed.map(({ slug }) => slug)).toEqual(['swift', 'mud-lark', 'steel-pins'])
  })

  test('knows each market’s language and country together', () => {
    expect(markets.map(({ tag }) => tag)).toEqual(['en-US'])
  })

  test('counts “new” from its newest release, so that it builds the same next year', () => {
    expect(newSince).toBe('2026-06-08')
  })

  test('fills in what an owner may leave out', () => {
    expect(products.find(({ slug }) => slug === 'swift')).toMatchObject({
      status: 'active',
      cut: 'low',
      'takeoff-foot': 'both',
      pins: { heel: 0 },
    })
  })
})

describe('a broken catalogue', () => {
  test('is reported whole: every mistake of every file at once', () => {
    const folder = copy()
      .replace('shop.yaml', 'hello@lane-nine.example', 'no-address')
      .replace('products/swift.yaml', 'level: elite', 'level: pro')
      .replace('products/swift.yaml', 'midsole: peba', 'midsole: peba\nhue: red')
      .replace('products/mud-lark.yaml', 'grams: 190', "grams: '190 g'")
      .replace('products/steel-pins.yaml', 'name: Steel Pins', 'name: Steel: Pins')
    expect(places(folder)).toEqual([
      'shop.yaml:5 contact.email',
      'products/mud-lark.yaml:21 weight.grams',
      'products/steel-pins.yaml:2',
      'products/swift.yaml:12 level',
      'products/swift.yaml:22 hue',
    ])
  })

  test('does not report every product when only the brands file is wrong', () => {
    const folder = copy().replace('brands.yaml', 'founded: 1931', 'founded: long ago')
    expect(places(folder)).toEqual(['brands.yaml:4 kestrel.founded'])
  })

  test.each(['shop.yaml', 'brands.yaml'])('without %s says so', (file) => {
    expect(copy().remove(file).problems()).toEqual([
      {
        where: file,
        field: '',
        problem: 'file not found',
        fix: 'put it back, or set CATALOG to the right folder',
      },
    ])
  })

  test('that does not exist says so', () => {
    expect(() => loadCatalogue('/nowhere/at/all')).toThrow('shop.yaml\n    file not found')
  })

  test('names the file as the owner sees it, from where the build runs', () => {
    const folder = copy().remove('shop.yaml')
    expect(() => loadCatalogue(folder.path)).toThrow(/cinder-catalogue-\w+\/shop\.yaml/)
  })

  test('may not give two models one style code', () => {
    const folder = copy().replace('products/swift.yaml', 'SW1', 'ML1')
    expect(folder.problems()).toEqual([
      {
        where: 'products/swift.yaml:4',
        field: 'style-code',
        problem: '"ML1" is already used by mud-lark.yaml',
        fix: 'give each model its own code',
      },
    ])
  })

  test.each(['Big Shoe', 'snake_case', 'élan', '-dash', 'two--dashes', 'x'.repeat(81)])(
    'may not call a file "%s.yaml", which would make a poor address',
    (name) => {
      const folder = copy()
      const text = folder.read('products/old-key.yaml').replace('KEY', 'KEX')
      const problems = folder.write(`products/${name}.yaml`, text).problems()
      expect(problems.map(({ where }) => where)).toEqual([`products/${name}.yaml`])
      expect(problems[0]?.fix).toContain('lowercase letters, digits and hyphens')
    },
  )

  test('may have other files beside its products', () => {
    expect(copy().write('products/notes.txt', 'order more pins').problems()).toEqual([])
  })
})

describe('a shop', () => {
  test.each([
    [
      'a market without a shipping price',
      'rate: { USD: 7.50, CNY: 20 }',
      'rate: { CNY: 20 }',
      'shop.yaml:15 shipping.rate',
    ],
    [
      'a market without a sum for free shipping',
      'free-from: { USD: 120, CNY: 800 }',
      'free-from: { CNY: 800 }',
      'shop.yaml:16 shipping.free-from',
    ],
    [
      'a prefix that is not a two-letter folder',
      "prefix: ''",
      'prefix: china/',
      'shop.yaml:10 markets.0.prefix',
    ],
    [
      'two markets at one address',
      'markets:',
      "markets:\n  - { locale: en, prefix: '', currency: CNY, country: CN, size-system: eu }",
      'shop.yaml:11 markets.1.prefix',
    ],
    [
      'a currency in small letters',
      'currency: USD',
      'currency: usd',
      'shop.yaml:11 markets.0.currency',
    ],
    ['an unknown field', 'new-for-days: 120', 'new-for-days: 120\nfax: 1', 'shop.yaml:23 fax'],
  ])('may not have %s', (_, from, to, expected) => {
    expect(places(copy().replace('shop.yaml', from, to))).toEqual([expected])
  })

  test('may have a second market in a folder of its own', () => {
    const second =
      'markets:\n  - { locale: en, prefix: xx/, currency: CNY, country: CN, size-system: eu }'
    const folder = copy().replace('shop.yaml', 'markets:', second)
    expect(folder.problems()).toEqual([])
    expect(loadCatalogue(folder.path).markets.map(({ tag }) => tag)).toEqual(['en-CN', 'en-US'])
  })
})
