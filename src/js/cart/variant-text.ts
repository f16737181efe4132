import { ONE_SIZE, type Variant } from '../catalog/product-data.ts'
import type { Translate } from '../lib/messages.ts'

/** Name a variant within its model: "Ember, size EU 42, wide". */
export function variantText({ product, colour, width, size }: Variant, t: Translate): string {
  const values = { colour: colour.name, size: product.gender === null ? size : `EU ${size}` }
  if (size === ONE_SIZE) return t('variant.plain', values)
  if (product.gender === null) return t('variant.option', values)
  if (width === 'regular') return t('variant.size', values)
  return t('variant.size-width', { ...values, width: t(`width.${width}`) })
}
