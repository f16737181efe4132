import type { Width } from './vocabulary.ts'

/** What a variant is, as its SKU spells it. */
export interface VariantKey {
  readonly styleCode: string
  readonly colourCode: string
  readonly width: Width
  /** EU size ("42.5") or an accessory's option ("6 mm"). */
  readonly size: string
}

const WIDTH_SUFFIX = { narrow: 'N', regular: '', wide: 'W' } as const

/**
 * Build a variant's SKU: `KT100-EMB-42.5`, with `W` or `N` after the size of a wide or narrow one.
 *
 * The parts never hold `:` or `,`, which separate the lines of a shared cart's link.
 */
export function skuOf({ styleCode, colourCode, width, size }: VariantKey): string {
  return `${styleCode}-${colourCode}-${skuOption(size)}${WIDTH_SUFFIX[width]}`
}

/** The style code that a SKU starts with; it has no hyphen: generator/catalog/schema.ts. */
export function styleCodeIn(sku: string): string {
  return sku.split('-', 1)[0] ?? ''
}

/** The part of a SKU that a size or an accessory's option becomes: "6 mm" is "6MM". */
export function skuOption(option: string): string {
  return option.toUpperCase().replace(/[^A-Z0-9.]/g, '')
}
