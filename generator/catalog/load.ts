import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { z } from 'zod'
import type { Catalogue, Market, Product } from './catalogue.ts'
import { checkProduct, type ProductContext } from './check-product.ts'
import { checkLocales, checkShop } from './check-shop.ts'
import { CatalogueError, type Problem } from './problems.ts'
import { readYaml } from './read-yaml.ts'
import { brandsSchema, productSchema } from './schema.ts'
import { shopSchema, type ShopSource } from './shop-schema.ts'

/**
 * Read the catalogue folder: `shop.yaml`, `brands.yaml` and `products/*.yaml`.
 *
 * @param folder - absolute path
 * @param locales - the languages that have a locale file; any, if left out
 * @throws CatalogueError - with every mistake in every file, not just the first
 */
export function loadCatalogue(folder: string, locales?: readonly string[]): Catalogue {
  const problems: Problem[] = []
  const read = <Schema extends z.ZodType>(file: string, schema: Schema) => {
    const path = join(folder, file)
    const name = relative(process.cwd(), path)
    if (!existsSync(path)) {
      throw new CatalogueError([
        {
          where: name,
          field: '',
          problem: 'file not found',
          fix: 'put it back, or set CATALOG to the right folder',
        },
      ])
    }
    const reading = readYaml({ file: path, name }, schema)
    problems.push(...reading.problems)
    return reading
  }

  const shopReading = read('shop.yaml', shopSchema)
  const shop = shopReading.value
  if (shop) problems.push(...checkShop(shop, shopReading.problemAt))
  if (shop && locales) problems.push(...checkLocales(shop, locales, shopReading.problemAt))
  const brands = read('brands.yaml', brandsSchema).value
  const context: ProductContext = {
    brands: new Set(Object.keys(brands ?? {})),
    currencies: [...new Set(shop?.markets.map(({ currency }) => currency))],
  }
  const products = productFiles(folder).flatMap((file) => {
    const { value, problemAt } = read(file, productSchema)
    if (value === undefined) return []
    const product: Product = { ...value, slug: file.slice('products/'.length, -'.yaml'.length) }
    problems.push(...checkSlug(product.slug, problemAt))
    // Without brands and shop, every product would look wrong.
    if (shop && brands) problems.push(...checkProduct(product, context, problemAt))
    return [{ product, problemAt }]
  })
  problems.push(...checkStyleCodes(products))
  if (problems.length > 0 || !shop || !brands) throw new CatalogueError(problems)
  return assemble({ shop, brands, products: products.map(({ product }) => product) })
}

function productFiles(folder: string): string[] {
  const products = join(folder, 'products')
  if (!existsSync(products)) return []
  return readdirSync(products)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => `products/${file}`)
}

type Report = ReturnType<typeof readYaml>['problemAt']

function checkSlug(slug: string, report: Report): Problem[] {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= 80) return []
  return [
    report(
      [],
      'this file name cannot be used as the address of a page',
      'use lowercase letters, digits and hyphens, such as kite-100.yaml',
    ),
  ]
}

function checkStyleCodes(products: readonly { product: Product; problemAt: Report }[]): Problem[] {
  const owners = new Map<string, string>()
  return products.flatMap(({ product, problemAt }) => {
    const code = product['style-code']
    const owner = owners.get(code)
    owners.set(code, owner ?? product.slug)
    if (owner === undefined) return []
    return [
      problemAt(
        ['style-code'],
        `"${code}" is already used by ${owner}.yaml`,
        'give each model its own code',
      ),
    ]
  })
}

function assemble({
  shop,
  brands,
  products,
}: {
  shop: ShopSource
  brands: Catalogue['brands']
  products: readonly Product[]
}): Catalogue {
  const ordered = products.toSorted(byFeatured)
  return {
    shop,
    brands,
    markets: shop.markets.map((market): Market => ({
      ...market,
      tag: `${market.locale}-${market.country}`,
    })),
    products: ordered,
    listed: ordered.filter(({ status }) => status === 'active'),
    newSince: newSince(products, shop['new-for-days']),
  }
}

/** Shoes first, then the owner's ranking, then the name. */
function byFeatured(a: Product, b: Product): number {
  return (
    Number(a.kind === 'accessory') - Number(b.kind === 'accessory') ||
    b.featured - a.featured ||
    a.name.localeCompare(b.name, 'en')
  )
}

/**
 * The first day that counts as new. It is counted back from the newest release, not from today, so
 * that the same catalogue builds the same pages next year.
 */
function newSince(products: readonly Product[], days: number): string {
  const newest = products
    .map(({ released }) => released)
    .reduce((a, b) => (a > b ? a : b), '1970-01-01')
  const date = new Date(`${newest}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - days)
  return date.toISOString().slice(0, 10)
}
