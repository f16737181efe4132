import { variantText } from '../cart/variant-text.ts'
import type { Variant } from '../catalog/product-data.ts'
import type { Services } from '../site/services.ts'
import type { CheckedRow } from './check-team.ts'
import { amountOf } from './team-totals.ts'

type Words = Pick<Services, 't' | 'formatPrice'>

/** Name a variant in full: "Kite 100, Ember, size EU 42". */
export function articleText(variant: Variant, { t }: Pick<Words, 't'>): string {
  return t('team.article', { name: variant.product.name, variant: variantText(variant, t) })
}

/** What a row orders, with its price, and how many of them if not all are in stock. */
export function rowText(row: CheckedRow, words: Words): string {
  const { variant, asked, granted, isNameless } = row
  if (variant === undefined) return ''
  const article = articleText(variant, words)
  const price = words.formatPrice(amountOf(row))
  const texts = [
    granted === 0 ? article : words.t('team.article-price', { article, price }),
    ...(granted < asked && granted > 0 ? [words.t('team.partly', { count: granted, asked })] : []),
    ...(isNameless ? [words.t('team.nameless')] : []),
  ]
  return texts.join(' · ')
}

/** Name a row in labels: the athlete, or the row's number. */
export function whoText(athlete: string, index: number, { t }: Pick<Words, 't'>): string {
  return athlete.trim() === '' ? t('team.row-number', { number: index + 1 }) : athlete.trim()
}
