import { describe, expect, test } from 'vitest'
import { variantsOf } from '../../src/js/catalog/product-data.ts'
import {
  breaksOf,
  GOOGLE_RULES,
  META_RULES,
  type FeedRow,
} from '../../tests/fixtures/feed-rules.ts'
import { ALL_PICTURES, CHINA, makeSite } from '../../tests/fixtures/site.ts'
import { productData } from '../view-models/product-data.ts'
import { marketFiles } from './site-files.ts'

const place = { base: '/spikes/', siteUrl: 'https://cinder.example' }
const real = makeSite({ place, pictures: ALL_PICTURES, isReal: true })
const small = makeSite({ place, pictures: ALL_PICTURES })

function file(site: typeof real, path: string): string {
  return marketFiles(site).find((one) => one.path === path)!.text
}

function decode(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
}

/** The items of the RSS file; fields with parts, such as shipping, stay XML. */
function googleRows(site: typeof real): readonly FeedRow[] {
  const text = file(site, 'feeds/google.en.xml')
  return [...text.matchAll(/<item>(.*?)<\/item>/gs)].map(([, item = '']) => {
    const row: Record<string, string[]> = {}
    for (const [, name = '', value = ''] of item.matchAll(/<g:(\w+)>(.*?)<\/g:\1>/gs)) {
      ;(row[name] ??= []).push(decode(value))
    }
    return row
  })
}

/** The rows of a CSV file, by the names in its first line. */
function metaRows(site: typeof real): readonly FeedRow[] {
  const [header = [], ...rows] = parseCsv(file(site, 'feeds/meta.en.csv'))
  return rows.map((cells) =>
    Object.fromEntries(header.map((name, index) => [name, [cells[index]!]])),
  )
}

/** @see https://www.rfc-editor.org/rfc/rfc4180 */
function parseCsv(text: string): string[][] {
  const cells = [...text.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/g)]
  const rows: string[][] = [[]]
  for (const [, cell = '', end] of cells) {
    rows.at(-1)!.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

describe('the feed for Google Merchant Center', () => {
  // Thousands of items with about twenty rules each take a slow machine more than five seconds.
  const rows = googleRows(real)

  test('keeps every rule for every variant of the catalogue', { timeout: 60_000 }, () => {
    expect(rows.length).toBeGreaterThan(500)
    expect(breaksOf(rows, GOOGLE_RULES)).toEqual([])
  })

  test('has each variant once', () => {
    const skus = real.catalogue.listed.flatMap((one) =>
      variantsOf(productData(real, one)).map(({ sku }) => sku),
    )
    expect(rows.map(({ id }) => id![0])).toEqual(skus)
  })

  test(
    'gives shoes what Google asks, and accessories nothing invented',
    { timeout: 60_000 },
    () => {
      for (const row of rows) {
        const isShoe = row['google_product_category'] !== undefined
        for (const name of ['gender', 'age_group', 'size_system']) {
          expect(row[name] !== undefined, `${row['id']![0]} ${name}`).toBe(isShoe)
        }
        if (isShoe) expect(row['size'], row['id']![0]).toBeDefined()
      }
    },
  )

  test('has no barcode and no rating, because there are none', () => {
    expect(file(real, 'feeds/google.en.xml')).not.toMatch(/<g:(gtin|product_rating|product_review)/)
  })

  test('links to the exact variant, at the price on its page', () => {
    const row = googleRows(small).find(({ id }) => id![0] === 'SW1-EMB-42')!
    expect(row).toMatchObject({
      link: ['https://cinder.example/spikes/products/swift/?variant=SW1-EMB-42'],
      price: ['129.95 USD'],
      availability: ['in_stock'],
    })
    expect(row['shipping']![0]).toContain('<g:price>0.00 USD</g:price>')
  })

  test('names wide and regular the same way for every item of a model', () => {
    const options = googleRows(small)
      .filter(({ item_group_id: group }) => group![0] === 'SW1')
      .map((row) => row['variant_option']!.map((one) => /<g:name>(.*?)<\/g:name>/.exec(one)![1]))
    expect(new Set(options.map((names) => names.join()))).toEqual(
      new Set(['Color,Size,Shoe width']),
    )
  })

  test('uses each market’s currency', () => {
    const china = makeSite({ place, pictures: ALL_PICTURES, market: CHINA })
    expect(googleRows(china)[0]!['price']![0]).toMatch(/ CNY$/)
  })
})

describe('the feed for Meta', () => {
  test('keeps every rule for every variant of the catalogue', { timeout: 60_000 }, () => {
    const rows = metaRows(real)
    expect(rows.length).toBe(googleRows(real).length)
    expect(breaksOf(rows, META_RULES)).toEqual([])
  })
})

describe('no feed', () => {
  test('is written if the site’s address is unknown', () => {
    expect(marketFiles(makeSite({ pictures: ALL_PICTURES })).map(({ path }) => path)).toEqual([
      'data/catalogue.en.json',
      'data/search.en.json',
    ])
  })

  test('lists a model without a picture, which sellers would refuse', () => {
    expect(googleRows(makeSite({ place }))).toEqual([])
  })
})
