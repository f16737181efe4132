import { ONE_SIZE, variantsOf, type ProductData } from '../catalog/product-data.ts'
import type { Translate } from '../lib/messages.ts'
import { alternativesTo, stockOf, type Choice } from './variants.ts'

/** With at least this many in stock, we don't show how many are left. */
const PLENTY = 4

/**
 * Say whether the choice is available: "In stock.", "Only 2 left.", or that it is sold out and
 * what is available instead.
 */
export function stockText(product: ProductData, choice: Choice, t: Translate): string {
  const stock = stockOf(product, choice)
  if (stock >= PLENTY) return t('product.in-stock')
  if (stock > 0) return t('product.few-left', { count: stock })
  return soldOutText(product, choice, t)
}

function soldOutText(product: ProductData, choice: Choice, t: Translate): string {
  const { colours, widths, sizes } = alternativesTo(product, choice)
  const colour = product.colours.find(({ code }) => code === choice.colour)?.name ?? ''
  const named = (size: string): string => (product.gender === null ? size : `EU ${size}`)
  const size = named(choice.size)
  const list = (names: readonly string[]): string => names.join(', ')
  // Another color may have it in another width, which isn't listed below.
  const isSomewhere = variantsOf(product).some((one) => one.size === choice.size && one.stock > 0)
  if (choice.size === ONE_SIZE) {
    const others =
      colours.length > 0 ? [t('product.also', { list: list(colours.map(({ name }) => name)) })] : []
    return [t('product.gone-colour', { colour }), ...others].join(' ')
  }
  return [
    isSomewhere ? t('product.gone', { size, colour }) : t('product.gone-everywhere', { size }),
    ...(colours.length > 0
      ? [t('product.also-colours', { size, list: list(colours.map(({ name }) => name)) })]
      : []),
    ...(widths.length > 0
      ? [t('product.also-widths', { size, list: list(widths.map((one) => t(`width.${one}`))) })]
      : []),
    ...(sizes.length > 0 ? [t('product.also-sizes', { list: list(sizes.map(named)) })] : []),
  ].join(' ')
}
