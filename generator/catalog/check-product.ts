import { skuOption } from '../../src/js/catalog/sku.ts'
import { sizeChart } from '../../src/js/catalog/size-chart.ts'
import { skusOf, textFor, toSlug, type Accessory, type Product, type Shoe } from './catalogue.ts'
import type { Problem } from './problems.ts'
import type { Reading } from './read-yaml.ts'

type Report = Reading<unknown>['problemAt']

/** What else a product is checked against, besides its own file. */
export interface ProductContext {
  readonly brands: ReadonlySet<string>
  readonly currencies: readonly string[]
}

/** Check what a schema can't: fields that must match each other or another file. */
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
        `"${product.brand}" is not in catalog/brands.yaml`,
        `use one of: ${known}; or add it there`,
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
        `${String(reduced)} is not below the price`,
        `make it less than ${String(price)}, or remove sale-price`,
      ),
    ]
  })
}

/** An id under a wrong SKU would never be used, and the owner would not notice. */
function checkShopify(product: Product, report: Report): Problem[] {
  const known = new Set(skusOf(product))
  return Object.keys(product.shopify ?? {})
    .filter((sku) => !known.has(sku))
    .map((sku) =>
      report(
        ['shopify', sku],
        'is not a SKU of this model',
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
          `"${code}" is used twice`,
          'give each color its own code',
        ),
      )
    }
    if (slug === '' || names.has(slug)) {
      found.push(
        report(
          ['colours', index, 'name'],
          'matches another color, or has no letters a to z',
          'give each color its own name, with letters a to z in English',
        ),
      )
    }
    if (Object.keys(stock).length === 0) {
      found.push(
        report(
          ['colours', index, 'stock'],
          'has no sizes',
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
        `${String(pins.forefoot + pins.heel)} pins is too many`,
        'World Athletics allows 11 per shoe, forefoot and heel together',
      ),
    )
  }
  if ((pins.fixing === 'none') !== (pins.forefoot + pins.heel === 0)) {
    problems.push(
      report(
        ['pins', 'fixing'],
        `"${pins.fixing}" does not match the number of pins`,
        'use `none` if the shoe has no pins, and only then',
      ),
    )
  }
  const supplied = pins.supplied?.['length-mm'] ?? 0
  const longest = pins['longest-mm'] ?? supplied
  if (supplied > longest) {
    problems.push(
      report(
        ['pins', 'supplied'],
        `${String(supplied)} mm pins are longer than longest-mm, ${String(longest)} mm`,
        'change one of the two',
      ),
    )
  }
  if (distance !== undefined && distance.from > distance.to) {
    problems.push(
      report(['distance'], 'has `from` above `to`', 'put the shorter distance in `from`'),
    )
  }
  return problems
}

/** Options become part of a SKU, which only has letters a to z and digits. */
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
          'gives the same SKU as another option, or none',
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
        return [report(path, 'has no sizes', 'list at least one, or remove the width')]
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
