import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packRun, unpackListing, type ListedVariant, type PackedProduct } from './listing.ts'

const FACTS: Omit<PackedProduct, 'colours'> = {
  slug: 'kite',
  name: 'Kite',
  facets: { event: 'sprint hurdles', brand: 'kestrel' },
  priceMinor: 12_995,
  isOnSale: false,
  released: '2026-01-01',
  weightGrams: 148,
}

/** One colourway's stock by width, as a product file gives it. */
const stock = fc.uniqueArray(
  fc.tuple(
    fc.constantFrom('narrow', 'regular', 'wide'),
    fc.uniqueArray(
      fc.tuple(
        fc.integer({ min: 30, max: 99 }).map((halves) => String(halves / 2)),
        fc.nat(3),
      ),
      { selector: ([size]) => size, minLength: 1, maxLength: 6 },
    ),
  ),
  { selector: ([width]) => width },
)

const colours = fc.array(
  fc.record({ families: fc.subarray(['red', 'black'], { minLength: 1 }), stock }),
)

describe('a run of sizes', () => {
  test('marks the sold-out ones and keeps the order', () => {
    const sizes = [['41', 2], ['41.5', 0], ['42', 1]] as const // prettier-ignore
    expect(packRun(sizes)).toBe('41 41.5- 42')
  })
})

describe('a list as the page carries it', () => {
  test('unfolds into one entry per colour, width and size', () => {
    const runs = { regular: '41 41.5-', wide: '42' }
    const [product] = unpackListing([{ ...FACTS, colours: [{ families: ['red'], runs }] }])
    const one = { families: ['red'], width: 'regular' as const }
    expect(product).toEqual({
      ...FACTS,
      facets: { event: ['sprint', 'hurdles'], brand: ['kestrel'] },
      variants: [
        { ...one, size: '41', isInStock: true },
        { ...one, size: '41.5', isInStock: false },
        { ...one, width: 'wide', size: '42', isInStock: true },
      ],
    })
  })

  test('knows of an accessory, which has no size, whether there is one left', () => {
    const pack = (pieces: number): PackedProduct => ({
      ...FACTS,
      colours: [{ families: ['red'], runs: { regular: packRun([['', pieces]]) } }],
    })
    const [there, gone] = unpackListing([pack(3), pack(0)])
    const variant = { families: ['red'], width: 'regular', size: '' }
    expect(there?.variants).toEqual([{ ...variant, isInStock: true }])
    expect(gone?.variants).toEqual([{ ...variant, isInStock: false }])
  })

  test('loses nothing of the stock but the number of pairs', () => {
    fc.assert(
      fc.property(colours, (all) => {
        const packed = all.map(({ families, stock: widths }) => ({
          families,
          runs: Object.fromEntries(widths.map(([width, sizes]) => [width, packRun(sizes)])),
        }))
        const expected = all.flatMap(({ families, stock: widths }) =>
          widths.flatMap(([width, sizes]) =>
            sizes.map(([size, pairs]): ListedVariant => ({
              families,
              width,
              size,
              isInStock: pairs > 0,
            })),
          ),
        )
        expect(unpackListing([{ ...FACTS, colours: packed }])[0]?.variants).toEqual(expected)
      }),
    )
  })
})
