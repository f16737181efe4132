import { lightness, mix, shade, standOut } from '../core/colour.ts'
import { smooth } from '../core/number.ts'
import { Definitions } from '../core/svg.ts'
import { shoeForm, type Form } from './form.ts'
import type { Overlay, Palette, ShoeSpec } from './spec.ts'

/** The palette, and what follows from it for parts the catalogue does not name. */
export interface Tones extends Palette {
  /** What shade tends to on the upper. */
  readonly deep: string
  readonly lining: string
  readonly tongue: string
  readonly collar: string
  readonly heelTab: string
  readonly counter: string
  readonly eyestay: string
  readonly mark: string
  readonly stitch: string
  readonly strap: string
}

/** What every part of a shoe's picture is drawn with. */
export interface Drawing {
  readonly spec: ShoeSpec
  readonly form: Form
  readonly tones: Tones
  readonly defs: Definitions
}

/** A shade that stays visible on light and on dark colours: darker, or lighter if near black. */
export function tone(colour: string, by: number): string {
  return shade(colour, lightness(colour) < 0.34 ? Math.abs(by) : by)
}

/** Layouts that fill the waist of the shoe, where an overlay-coloured strap would vanish. */
const BUSY: readonly Overlay[] = ['bands', 'saddle', 'chevron', 'blade']

/** Layouts whose overlay lies under the mark on the heel. */
const COVERS_HEEL: readonly Overlay[] = ['blade', 'chevron', 'wave']

function tonesOf({ palette, overlay: layout }: ShoeSpec): Tones {
  const { upper, overlay, plate, laces, midsole } = palette
  const light = lightness(upper)
  const counter = mix(tone(upper, -0.08), overlay, 0.06)
  const heel = COVERS_HEEL.includes(layout) ? overlay : counter
  return {
    ...palette,
    deep: mix('#12101a', upper, 0.3 + 0.2 * smooth(0.75, 0.98, light)),
    lining: mix(shade(upper, -0.34), '#17161c', light > 0.7 ? 0.25 : 0.45),
    tongue: tone(upper, -0.035),
    collar: mix(tone(upper, -0.09), overlay, 0.08),
    heelTab: standOut(upper, [plate, overlay, laces]),
    counter,
    eyestay: mix(tone(upper, -0.11), overlay, 0.08),
    mark: standOut(heel, [laces, plate, midsole, heel === overlay ? upper : overlay]),
    strap: BUSY.includes(layout) ? tone(mix(upper, overlay, 0.12), -0.17) : overlay,
    stitch: tone(mix(upper, overlay, 0.3), light < 0.5 ? 0.16 : -0.17),
  }
}

/** Gets a shoe ready to be drawn. */
export function startDrawing(spec: ShoeSpec): Drawing {
  return { spec, form: shoeForm(spec), tones: tonesOf(spec), defs: new Definitions() }
}
