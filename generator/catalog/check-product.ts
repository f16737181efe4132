import { skuOption } from '../../src/js/catalog/sku.ts'
import { sizeChart } from '../../src/js/catalog/size-chart.ts'
import { skusOf, textFor, toSlug, type Accessory, type Product, type Shoe } from './catalogue.ts'
import type { Problem } from './problems.ts'
import type { Reading } from './read-yaml.ts'

type Report = Reading<unknown>['problemAt']

/** What a product is checked against beside its own file. */
export interface ProductContext {
  readonly brands: ReadonlySet<string>
  readonly currencies: readonly string[]
}

/** Check what a schema can't: fields that must agree with each other and with other files. */
export function checkProduct(
  product: Product,
  { brands, currencies }: ProductContext,
  report: Report,
): readonly Problem[] {
  const problems = [
    ...checkPrices(product, currencies, report),
    ...checkColours(product, report),
    ...checkShopify(product, report),
  ]
  if (!brands.has(product.brand)) {
    const known = [...brands].join(', ')
    problems.push(
      report(
        ['brand'],
        `"${product.brand}" is no brand we know`,
        `use one of: ${known}; or add it to catalog/brands.yaml`,
      ),
    )
  }
  const more = product.kind === 'shoe' ? checkShoe(product, report) : checkOptions(product, report)
  return [...problems, ...more]
}

function checkPrices(product: Product, currencies: readonly string[], report: Report): Problem[] {
  const sale = product['sale-price']
  return currencies.flatMap((currency) => {
    const price = product.price[currency]
    if (price === undefined) {
      return [report(['price'], `has no price in ${currency}`, `add one, such as ${currency}: 120`)]
    }
    if (sale === undefined) return []
    const reduced = sale[currency]
    if (reduced === undefined) {
      return [
        report(['sale-price'], `has no price in ${currency}`, `add one below ${String(price)}`),
      ]
    }
    if (reduced < price) return []
    return [
      report(
        ['sale-price', currency],
        `${String(reduced)} is no reduction`,
        `make it less than ${String(price)}, or remove sale-price`,
      ),
    ]
  })
}

/** An id under a SKU that is none would never be used, and its owner never told. */
function checkShopify(product: Product, report: Report): Problem[] {
  const known = new Set(skusOf(product))
  return Object.keys(product.shopify ?? {})
    .filter((sku) => !known.has(sku))
    .map((sku) =>
      report(
        ['shopify', sku],
        'is no article number of this model',
        `use one such as ${[...known][0] ?? 'KT100-EMB-42'}`,
      ),
    )
}

function checkColours(product: Product, report: Report): Problem[] {
  const codes = new Set<string>()
  const names = new Set<string>()
  return product.colours.flatMap(({ code, name, stock }, index) => {
    const slug = toSlug(textFor(name, 'en'))
    const found: Problem[] = []
    if (codes.has(code)) {
      found.push(
        report(
          ['colours', index, 'code'],
          `"${code}" stands twice`,
          'give each colour its own code',
        ),
      )
    }
    if (slug === '' || names.has(slug)) {
      found.push(
        report(
          ['colours', index, 'name'],
          'reads like another colour of this model',
          'give each colour its own name, with letters a to z in the English one',
        ),
      )
    }
    if (Object.keys(stock).length === 0) {
      found.push(
        report(
          ['colours', index, 'stock'],
          'lists no size',
          'list at least one, with 0 if it is sold out',
        ),
      )
    }
    codes.add(code)
    names.add(slug)
    return found
  })
}

function checkShoe(shoe: Shoe, report: Report): Problem[] {
  const { pins, distance } = shoe
  const problems = checkSizes(shoe, report)
  if (pins.forefoot + pins.heel > 11) {
    problems.push(
      report(
        ['pins'],
        `${String(pins.forefoot + pins.heel)} pins are too many`,
        'World Athletics allows 11 a shoe, forefoot and heel together',
      ),
    )
  }
  if ((pins.fixing === 'none') !== (pins.forefoot + pins.heel === 0)) {
    problems.push(
      report(
        ['pins', 'fixing'],
        `"${pins.fixing}" does not agree with the number of pins`,
        'use `none` for a shoe without pins, and only there',
      ),
    )
  }
  const supplied = pins.supplied?.['length-mm'] ?? 0
  const longest = pins['longest-mm'] ?? supplied
  if (supplied > longest) {
    problems.push(
      report(
        ['pins', 'supplied'],
        `${String(supplied)} mm pins are longer than the longest allowed, ${String(longest)} mm`,
        'correct one of the two',
      ),
    )
  }
  if (distance !== undefined && distance.from > distance.to) {
    problems.push(
      report(['distance'], 'ends before it begins', 'put the shorter distance in `from`'),
    )
  }
  return problems
}

/** Options become part of a SKU, which keeps letters a to z and digits only. */
function checkOptions({ colours }: Accessory, report: Report): Problem[] {
  return colours.flatMap(({ stock }, index) => {
    const known = new Set([''])
    return Object.keys(stock).flatMap((option) => {
      const part = skuOption(option)
      const isTaken = known.has(part)
      known.add(part)
      if (!isTaken) return []
      return [
        report(
          ['colours', index, 'stock', option],
          'reads like another option, or like none, in a SKU',
          'give each option its own letters a to z or digits, such as 6 mm',
        ),
      ]
    })
  })
}

function checkSizes(shoe: Shoe, report: Report): Problem[] {
  const known = new Set(sizeChart(shoe.gender).map(({ eu }) => String(eu)))
  return shoe.colours.flatMap(({ stock }, index) =>
    Object.entries(stock).flatMap(([width, run]) => {
      const sizes = Object.keys(run)
      const path = ['colours', index, 'stock', width]
      if (sizes.length === 0) {
        return [report(path, 'lists no size', 'list at least one, or remove the width')]
      }
      return sizes
        .filter((size) => !known.has(size))
        .map((size) =>
          report(
            [...path, size],
            `EU ${size} is not in the size chart for ${shoe.gender}`,
            `use one of: ${[...known].join(', ')}`,
          ),
        )
    }),
  )
}
