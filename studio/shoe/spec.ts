import type { AccessorySource, ShoeSource } from '../../generator/catalog/schema.ts'

export type Silhouette = ShoeSource['picture']['silhouette']

export type Overlay = ShoeSource['picture']['overlay']

/** Colours of the parts, each `#rrggbb`. */
export type Palette = ShoeSource['colours'][number]['palette']

export type PinShape = NonNullable<AccessorySource['pins']>['shape']

/** Everything that a picture of a shoe depends on. */
export interface ShoeSpec {
  readonly slug: string
  readonly brand: string
  readonly silhouette: Silhouette
  readonly overlay: Overlay
  readonly upper: ShoeSource['upper']
  readonly closure: ShoeSource['closure']
  readonly cut: ShoeSource['cut']
  readonly plate: ShoeSource['plate']['length']
  readonly plateMaterial: ShoeSource['plate']['material']
  readonly midsole: ShoeSource['midsole']
  readonly pins: {
    readonly forefoot: number
    readonly heel: number
    readonly shape: PinShape
    readonly lengthMm: number
  }
  readonly stackMm: readonly [heel: number, forefoot: number]
  readonly palette: Palette
}

/** Collects what a shoe's picture depends on, from its catalogue entry and one of its palettes. */
export function shoeSpec(slug: string, shoe: ShoeSource, palette: Palette): ShoeSpec {
  const supplied = shoe.pins.supplied
  return {
    slug,
    brand: shoe.brand,
    silhouette: shoe.picture.silhouette,
    overlay: shoe.picture.overlay,
    upper: shoe.upper,
    closure: shoe.closure,
    cut: shoe.cut,
    plate: shoe.plate.length,
    plateMaterial: shoe.plate.material,
    midsole: shoe.midsole,
    pins: {
      forefoot: shoe.pins.forefoot,
      heel: shoe.pins.heel,
      shape: supplied?.shape ?? 'pyramid',
      lengthMm: supplied?.['length-mm'] ?? 6,
    },
    stackMm: [shoe['stack-height']['heel-mm'], shoe['stack-height']['forefoot-mm']],
    palette,
  }
}
