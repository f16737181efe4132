import { afterEach, describe, expect, test } from 'vitest'
import { CatalogueFolder } from '../../tests/fixtures/catalogue-folder.ts'

const folders: CatalogueFolder[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) folder.delete()
})

/** "file:line field: problem" for each mistake that one edit makes. */
function mistakes(file: string, from: string, to: string): string[] {
  const folder = new CatalogueFolder()
  folders.push(folder)
  return folder
    .replace(`products/${file}.yaml`, from, to)
    .problems()
    .map(({ where, field, problem }) => `${where.replace('products/', '')} ${field}: ${problem}`)
}

describe('a product is refused for', () => {
  test.each([
    [
      'an unknown brand',
      'swift',
      'brand: kestrel',
      'brand: kestral',
      'swift.yaml:3 brand: "kestral" is not in catalog/brands.yaml',
    ],
    [
      'a price missing in a currency the shop takes',
      'swift',
      'USD: 129.95, ',
      '',
      'swift.yaml:8 price: has no price in USD',
    ],
    [
      'a sale that costs the same',
      'mud-lark',
      'USD: 69.95',
      'USD: 89.95',
      'mud-lark.yaml:9 sale-price.USD: 89.95 is not below the price',
    ],
    [
      'a sale that costs more',
      'mud-lark',
      'USD: 69.95',
      'USD: 99.95',
      'mud-lark.yaml:9 sale-price.USD: 99.95 is not below the price',
    ],
    [
      'a sale in one currency only',
      'mud-lark',
      'USD: 69.95, ',
      '',
      'mud-lark.yaml:9 sale-price: has no price in USD',
    ],
    [
      'one colour code twice',
      'swift',
      'code: SLT',
      'code: EMB',
      'swift.yaml:44 colours.1.code: "EMB" is used twice',
    ],
    [
      'one colour name twice',
      'swift',
      'name: Slate',
      'name: ember',
      'swift.yaml:45 colours.1.name: matches another color, or has no letters a to z',
    ],
    [
      'a colour whose pictures could have no name',
      'swift',
      'name: Slate',
      'name: 石板',
      'swift.yaml:45 colours.1.name: matches another color, or has no letters a to z',
    ],
    [
      'a colour without any size',
      'swift',
      'regular: { 42: 0, 42.5: 6 }',
      '{}',
      'swift.yaml:54 colours.1.stock: has no sizes',
    ],
    [
      'a width without any size',
      'swift',
      'wide: { 42.5: 4 }',
      'wide: {}',
      'swift.yaml:43 colours.0.stock.wide: has no sizes',
    ],
    [
      'a size that is not on the chart',
      'swift',
      '43: 1',
      '43.5: 1',
      'swift.yaml:42 colours.0.stock.regular.43.5: EU 43.5 is not in the size chart for unisex',
    ],
    [
      'a size of the other chart',
      'mud-lark',
      '38: 0',
      '48: 0',
      'mud-lark.yaml:39 colours.0.stock.regular.48: EU 48 is not in the size chart for women',
    ],
    [
      'more pins than the rules allow',
      'mud-lark',
      'forefoot: 5',
      'forefoot: 10',
      'mud-lark.yaml:16 pins: 12 pins is too many',
    ],
    [
      'pins with no way to fix them',
      'mud-lark',
      'fixing: removable',
      'fixing: none',
      'mud-lark.yaml:18 pins.fixing: "none" does not match the number of pins',
    ],
    [
      'pins longer than the plate takes',
      'swift',
      'length-mm: 6',
      'length-mm: 12',
      'swift.yaml:19 pins.supplied: 12 mm pins are longer than longest-mm, 9 mm',
    ],
    [
      'a distance that runs backwards',
      'swift',
      'to: 400',
      'to: 50',
      'swift.yaml:11 distance: has `from` above `to`',
    ],
    [
      'two options that make one SKU',
      'steel-pins',
      '6 mm: 9',
      '6 mm: 9, 6mm: 2',
      'steel-pins.yaml:16 colours.0.stock.6mm: gives the same SKU as another option, or none',
    ],
    [
      'an option that makes no SKU',
      'steel-pins',
      '6 mm: 9',
      '长: 9',
      'steel-pins.yaml:16 colours.0.stock.长: gives the same SKU as another option, or none',
    ],
  ])('%s', (_, file, from, to, expected) => {
    expect(mistakes(file, from, to)).toEqual([expected])
  })

  test('a shoe without pins that says how they are fixed', () => {
    expect(mistakes('mud-lark', 'forefoot: 5\n  heel: 2', 'forefoot: 0')).toEqual([
      'mud-lark.yaml:17 pins.fixing: "removable" does not match the number of pins',
    ])
  })
})

describe('a product is sold with', () => {
  test.each([
    ['a size that is sold out', 'swift', '43: 1', '43: 0'],
    ['eleven pins', 'mud-lark', 'forefoot: 5', 'forefoot: 9'],
    [
      'no pins, and nothing to fix',
      'mud-lark',
      'forefoot: 5\n  heel: 2\n  fixing: removable',
      'forefoot: 0\n  fixing: none',
    ],
    ['the longest pins its plate takes', 'swift', 'length-mm: 6', 'length-mm: 9'],
    ['one distance', 'swift', 'from: 60, to: 400', 'from: 400, to: 400'],
    ['a colour named in two languages', 'swift', 'name: Slate', 'name: { en: Slate, zh: 石板 }'],
    ['a name of 200 characters', 'swift', 'name: Swift', `name: ${'x'.repeat(200)}`],
  ])('%s', (_, file, from, to) => {
    expect(mistakes(file, from, to)).toEqual([])
  })
})

test('the fix comes with the problem', () => {
  const folder = new CatalogueFolder()
  folders.push(folder)
  folder.replace('products/swift.yaml', 'brand: kestrel', 'brand: kestral')
  expect(folder.problems()[0]?.fix).toBe('use one of: kestrel, ostra; or add it there')
})
