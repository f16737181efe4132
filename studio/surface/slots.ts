import { lightness, mix, shade, mostContrasting } from '../core/colour.ts'
import { smooth } from '../core/number.ts'
import type { Overlay, ShoeSpec } from '../shoe/spec.ts'

/**
 * What a point of a shoe can be coloured as. A picture is rendered once with each slot's share of
 * every pixel, and coloured afterwards. One RGB render pass holds three slots.
 */
export const SLOTS = [
  'upper',
  'overlay',
  'trim',
  'counter',
  'mark',
  'stitch',
  'deep',
  'collar',
  'heelTab',
  'plate',
  'carbon',
  'rubber',
  'midsole',
  'laces',
  'tongue',
  'lining',
  'strap',
  'insole',
] as const

export type Slot = (typeof SLOTS)[number]

/** How many slots one pass holds. */
export const SLOTS_PER_PASS = 3

/** Number of slot passes. */
export const SLOT_PASSES = SLOTS.length / SLOTS_PER_PASS

/** A colour for each slot, `#rrggbb`. */
export type Colours = Readonly<Record<Slot, string>>

/** A shade that stays visible on light and on dark colours: darker, or lighter if near black. */
export function tone(colour: string, by: number): string {
  return shade(colour, lightness(colour) < 0.34 ? Math.abs(by) : by)
}

/** Layouts that fill the waist of the shoe, where an overlay-coloured strap would vanish. */
const BUSY: readonly Overlay[] = ['bands', 'saddle', 'chevron', 'blade']

/** Layouts whose overlay is under the mark on the heel. */
const COVERS_HEEL: readonly Overlay[] = ['blade', 'chevron']

/** The slot of the mark on a strap, for contrast. */
export function strapMark({ overlay }: ShoeSpec): Slot {
  return BUSY.includes(overlay) ? 'mark' : 'upper'
}

/** The darkest black and the lightest white that cloth has in a photo studio. */
function held(colour: string): string {
  const light = lightness(colour)
  if (light < 0.2) return mix(colour, '#3a3c42', 0.22)
  return light > 0.95 ? mix(colour, '#d4d4d2', 0.22) : colour
}

/** Colours of all slots, from the five that the catalogue gives a colourway. */
export function coloursOf({ palette, overlay: layout, plateMaterial }: ShoeSpec): Colours {
  const { upper, overlay, plate, laces, midsole } = palette
  const light = lightness(upper)
  const counter = mix(tone(upper, -0.1), overlay, 0.05)
  // On the lane layout the mark is on the bare cloth, elsewhere on what covers the heel.
  const ground = COVERS_HEEL.includes(layout) ? overlay : layout === 'lane' ? upper : counter
  const named: Record<Slot, string> = {
    upper,
    overlay,
    midsole,
    plate,
    laces,
    trim: mix(tone(upper, -0.2), overlay, 0.08),
    counter,
    mark: mostContrasting(ground, [laces, plate, midsole, ground === overlay ? upper : overlay]),
    stitch: tone(mix(upper, overlay, 0.3), light < 0.5 ? 0.16 : -0.17),
    deep: mix('#0f0e13', upper, 0.22 + 0.3 * smooth(0.75, 0.98, light)),
    // The ankle has the second colour too, unless the whole heel has it.
    collar: COVERS_HEEL.includes(layout)
      ? mix(tone(upper, -0.2), overlay, 0.08)
      : tone(overlay, -0.04),
    heelTab: mostContrasting(upper, [plate, overlay, laces]),
    carbon: plateMaterial === 'carbon' ? '#26272b' : shade(plate, -0.09),
    rubber: mix('#1b1c1f', plate, 0.1),
    tongue: tone(upper, -0.035),
    lining: mix(shade(overlay, -0.14), '#17161c', 0.25),
    strap: BUSY.includes(layout) ? tone(mix(upper, overlay, 0.12), -0.17) : overlay,
    insole: mix(shade(upper, -0.2), '#3b3a3f', 0.35),
  }
  return Object.fromEntries(SLOTS.map((slot) => [slot, held(named[slot])])) as Colours
}

/** Linear light of a colour's channels, 0 to 1. */
export function linear(hex: string): [number, number, number] {
  const read = (i: number): number => {
    const c = parseInt(hex.slice(i, i + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }
  return [read(1), read(3), read(5)]
}
