import type { Product } from '../catalog/catalogue.ts'
import type { Site } from '../site.ts'
import type { FactView } from './product-facts.ts'

/** Prepare the key figures for comparing shoes, one line each; none for an accessory. */
export function keyFactsView({ words }: Site, product: Product): readonly FactView[] {
  if (product.kind === 'accessory') return []
  const { weight, pins, plate } = product
  const stack = product['stack-height']
  const { t } = words
  return [
    { term: t('fact.weight'), value: t('card.weight', { grams: weight.grams }) },
    { term: t('fact.pins'), value: pinCount(pins.forefoot, pins.heel, t('fact.pins-none')) },
    {
      term: t('fact.stack-height'),
      value: t('key-fact.stack', { heel: stack['heel-mm'], forefoot: stack['forefoot-mm'] }),
    },
    { term: t('key-fact.plate'), value: t(`plate-material.${plate.material}`) },
  ]
}

/** "7", or "7 + 4" with heel pins. */
function pinCount(forefoot: number, heel: number, none: string): string {
  if (forefoot + heel === 0) return none
  return heel === 0 ? String(forefoot) : `${String(forefoot)} + ${String(heel)}`
}
