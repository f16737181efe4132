import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeSite } from '../../tests/fixtures/site.ts'
import type { FacetKey } from '../../src/js/filters/facets.ts'
import { unpackListing, type ListedProduct } from '../../src/js/filters/listing.ts'
import { createSearch, type Search } from '../../src/js/search/search.ts'
import { readSearchFile } from '../../src/js/search/search-file.ts'
import { eventPageView, shopPageView, type ListPageView } from './list-page.ts'
import { searchFile } from './search-file.ts'

// What shoppers type, in the shop as it is built.
const site = makeSite({ isReal: true })
const file = readSearchFile(JSON.parse(JSON.stringify(searchFile(site))))
const { products, search } = searchOf(shopPageView(site))
const listed = search('')

function searchOf({ listing }: ListPageView): {
  products: readonly ListedProduct[]
  search: Search
} {
  const all = unpackListing(listing.products)
  return { products: all, search: createSearch(all, file, listing.vocabulary.tag) }
}

function names(found: readonly ListedProduct[]): string[] {
  return found.map(({ name }) => name)
}

/** The models that answer a facet's question with a value. */
function answering(key: FacetKey, ...values: readonly string[]): string[] {
  return names(
    listed.filter(({ facets }) =>
      values.some((value) => facets[key as keyof typeof facets]?.includes(value)),
    ),
  )
}

function runAt(meters: number): string[] {
  return names(
    listed.filter(({ slug }) => {
      const [from, to] = file.products[slug]!.distance ?? [Infinity, 0]
      return from * 0.9 <= meters && meters <= to * 1.1
    }),
  )
}

describe('a search', () => {
  test.each([
    ['sprint', ['sprint']],
    ['Sprints', ['sprint']],
    ['SPRINT SPIKES', ['sprint']],
    ['spikes for sprinters', ['sprint']],
    ['dash', ['sprint']],
    ['cross-country', ['cross-country']],
    ['cross country', ['cross-country']],
    ['crosscountry', ['cross-country']],
    ['cross\u2011country spikes', ['cross-country']],
    ['XC', ['cross-country']],
    ['xc spikes', ['cross-country']],
    ['x-country', ['cross-country']],
    ['long-jump', ['long-jump']],
    ['longjump', ['long-jump']],
    ['long jump shoes', ['long-jump']],
    ['LJ', ['long-jump']],
    ['TJ', ['triple-jump']],
    ['HJ', ['high-jump']],
    ['PV', ['pole-vault']],
    ['pole vault', ['pole-vault']],
    ['pole-vaulting', ['pole-vault']],
    ['polevault', ['pole-vault']],
    ['jumps', ['long-jump', 'triple-jump', 'high-jump']],
    ['javelins', ['javelin']],
    ['jav', ['javelin']],
    ['javelin boots', ['javelin']],
    ['shot put', ['throws']],
    ['shotput', ['throws']],
    ['shot-put shoes', ['throws']],
    ['discus', ['throws']],
    ['hammer throw', ['throws']],
    ['hurdle', ['hurdles']],
    ['steeplechase', ['long-distance']],
    ['steeple', ['long-distance']],
    ['middle distance', ['middle-distance']],
    ['mid-distance', ['middle-distance']],
    ['distance', ['middle-distance', 'long-distance']],
    ['decathlon', ['all-round']],
  ] as const)('for “%s” finds what is for %j', (q, events) => {
    const expected = answering('event', ...events)
    expect(expected.length).toBeGreaterThan(0)
    expect(names(search(q))).toEqual(expected)
  })

  test.each([
    ['women', 'gender', ['women']],
    ['womens', 'gender', ['women']],
    ["women's", 'gender', ['women']],
    ['women’s spikes', 'gender', ['women']],
    ['ladies', 'gender', ['women']],
    ['girls', 'gender', ['women', 'kids']],
    ['men', 'gender', ['men']],
    ["men's shoes", 'gender', ['men']],
    ['boys', 'gender', ['men', 'kids']],
    ['unisex', 'gender', ['unisex']],
    ['kids', 'gender', ['kids']],
    ['children', 'gender', ['kids']],
    ['mud', 'surface', ['mud']],
    ['muddy', 'surface', ['mud']],
    ['indoor track', 'surface', ['indoor']],
    ['beginners', 'level', ['entry']],
    ['Kestrel', 'brand', ['kestrel']],
    ['anvil-row', 'brand', ['anvil-row']],
    ['anvilrow', 'brand', ['anvil-row']],
  ] as const)('for “%s” finds what has the %s %j', (q, key, values) => {
    const expected = answering(key, ...values)
    expect(expected.length).toBeGreaterThan(0)
    expect(names(search(q))).toEqual(expected)
  })

  test.each([
    ['100m', 100],
    ['100 m', 100],
    ['100 metres', 100],
    ['200m', 200],
    ['800 meters', 800],
    ['1 mile', 1609],
    ['3,000 m', 3000],
    ['5k', 5000],
    ['5000m', 5000],
    ['5,000', 5000],
    ['10k', 10_000],
    ['10 000 m', 10_000],
    ['4x400', 400],
  ])('for “%s” finds what is run in at %s m, and models of that name', (q, meters) => {
    const found = names(search(q))
    expect(found).toEqual(expect.arrayContaining(runAt(meters)))
    const others = found.filter((name) => !runAt(meters).includes(name))
    expect(others.every((name) => name.includes(String(meters)))).toBe(true)
  })

  test.each([
    'spikes',
    'spike',
    'Shoes',
    'track spikes',
    'running shoes',
    'track & field shoes',
    'footwear',
    'the spikes',
    'shoes for running',
    ' spikes  spikes ',
    'spikes 👟',
  ])('for “%s” narrows nothing', (q) => {
    expect(search(q)).toEqual(listed)
  })

  test.each([
    ['kite', ['Kite 100']],
    ['kite100', ['Kite 100']],
    ['Kite-100', ['Kite 100']],
    ['kite 100', ['Kite 100']],
    ['kite kite', ['Kite 100']],
    ['“Kite 100”', ['Kite 100']],
    ['kite 100 spikes', ['Kite 100']],
    ['KIT', ['Kite 100']],
    ['kestrel kite', ['Kite 100']],
    ['KT100', ['Kite 100']],
    ['kt-100', ['Kite 100']],
    ['KT100-EMB-42.5', ['Kite 100']],
    ['kt100-emb-42.5W', ['Kite 100']],
    ['varv 1500', ['Varv 1500']],
    ['twenty five', ['Twenty-Five']],
    ['twentyfive', ['Twenty-Five']],
    ['lane four', ['Lane Four']],
    ['sand line', ['Sandline']],
    ['sand', ['Sandline', 'Sandpit']],
    ['tsuru left', ['Tsuru L']],
    ['spike bag', ['Spike Bag']],
    ['spike key', ['Spike Key']],
    ['bag', ['Spike Bag']],
    ['half mile', ['Half Mile']],
    ['Half-Mile', ['Half Mile']],
    ['HFM80', ['Half Mile']],
  ])('for “%s” finds %j', (q, expected) => {
    expect(names(search(q)).toSorted()).toEqual(expected.toSorted())
  })

  test('for pins finds pins, not what is pink', () => {
    expect(names(search('pins')).every((name) => / (?:Pins|Blanks)$|^Pin /.test(name))).toBe(true)
    expect(search('pins').length).toBeGreaterThan(2)
  })

  test('for a color finds its name and its family', () => {
    const ember = search('ember')
    expect(ember.length).toBeGreaterThan(0)
    expect(ember.every(({ slug }) => file.products[slug]!.words.includes('Ember'))).toBe(true)
    expect(search('grey')).toEqual(search('gray'))
    expect(search('gray').length).toBeGreaterThan(5)
  })

  test('for a size finds what comes in it; an EU size, as in the filters', () => {
    const inSize = listed.filter(({ variants }) => variants.some(({ size }) => size === '42.5'))
    for (const q of ['42.5', 'size 42.5', 'EU 42,5', 'spikes in size 42.5']) {
      expect(search(q), q).toEqual(inSize)
    }
    expect(search('size 10')).toEqual([])
  })

  test('joins what is asked: each word must fit', () => {
    const both = answering('event', 'sprint').filter((name) =>
      answering('gender', 'women').includes(name),
    )
    expect(both.length).toBeGreaterThan(0)
    for (const q of [
      'women sprint',
      'sprint spikes women',
      "women's sprint shoes",
      'sprint womens',
    ])
      expect(names(search(q)), q).toEqual(both)
    expect(search('sprint throws')).toEqual([])
  })

  test('for what is reduced finds it', () => {
    expect(search('sale')).toEqual(listed.filter(({ isOnSale }) => isOnSale))
    expect(search('on sale')).toEqual(search('sale'))
  })

  test('for the mile finds what is run in at 1500 m, and what is named after it', () => {
    expect(names(search('mile')).toSorted()).toEqual([...runAt(1609), 'Half Mile'].toSorted())
    expect(runAt(1609)).toContain('Libeccio')
  })

  test('finds a discontinued model by its name only', () => {
    expect(names(listed)).not.toContain('Half Mile')
    for (const q of ['middle distance', 'men', 'anvil row', '800 m', 'spikes'])
      expect(names(search(q)), q).not.toContain('Half Mile')
  })

  test('finds every model by its name, its code and every article number', () => {
    for (const product of products) {
      const { code } = file.products[product.slug]!
      for (const q of [product.name, code, `${code}-XYZ-42`]) {
        expect(search(q), q).toContain(product)
      }
    }
  })

  test.each([
    'zzzz',
    '👟',
    '.*',
    '(',
    '<script>alert(1)</script>',
    'حذاء الجري',
    '钉鞋',
    '-',
    '%',
    'spike'.repeat(1000),
    'toString',
    '__proto__',
    'constructor',
  ])('for “%.20s” finds nothing', (q) => {
    expect(search(q)).toEqual([])
  })

  test('never fails, and keeps the order of the list', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (q) => {
        const found = search(q)
        expect(products.filter((one) => found.includes(one))).toEqual(found)
      }),
    )
  })

  test('with one more word never finds more', () => {
    const word = fc.constantFrom('sprint', 'women', '42', 'kestrel', 'red', 'mud', '1500', 'spikes')
    fc.assert(
      fc.property(word, word, (one, other) => {
        const some = new Set(search(one))
        expect(search(`${one} ${other}`).every((product) => some.has(product))).toBe(true)
      }),
    )
  })
})

describe('the search file', () => {
  const small = searchFile(makeSite())

  test('has what else a model is found by: code, colors, material, kind, distances', () => {
    expect(small.products).toMatchObject({
      swift: { code: 'SW1', words: 'Ember, Slate, Carbon fiber', distance: [60, 400] },
      'old-key': { words: 'Red Handle, Accessories, Spike key' },
    })
    expect(file.products['tsuru-l']?.words).toContain('Left foot')
  })

  test('that is of another shop, or broken, is not read', () => {
    for (const data of [[], '', {}, { ...small, version: 99 }, { ...small, words: null }])
      expect(() => readSearchFile(data)).toThrow(/^Search file /)
  })

  test('may be older than the list: a model it lacks is found by its name', () => {
    const all = unpackListing(shopPageView(site).listing.products)
    const find = createSearch(all, { ...file, products: {} }, 'en-US')
    expect(names(find('kite 100'))).toEqual(['Kite 100'])
  })
})

test('on an event’s page a search knows the events of its list', () => {
  const { search: onPage } = searchOf(eventPageView(site, 'sprint'))
  expect(onPage('hurdles').length).toBeGreaterThan(0)
  expect(onPage('hurdles').length).toBeLessThan(onPage('').length)
  expect(onPage('dash')).toEqual(onPage(''))
})
