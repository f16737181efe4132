import type { Material, Spike } from '../spike/assemble.ts'
import type { Sheet } from './sheet.ts'
import { midsoleSheet } from './midsole-sheet.ts'
import { laceSheet, liningSheet, strapSheet, tongueSheet, webbingSheet } from './small-sheets.ts'
import { plateEdgeSheet } from './plate-edge-sheet.ts'
import type { Slot } from './slots.ts'
import { soleSheet } from './sole-sheet.ts'
import { upperSheet } from './upper-sheet.ts'

/** How a material looks in light, whatever its colour. */
export interface Finish {
  /** A sheet, or one slot all over. Steel has neither. */
  readonly colour: Sheet | Slot | null
  /** Roughness 0 to 1; `sheet` takes it from the sheet. */
  readonly rough: number | 'sheet'
  readonly metal?: number
  /** A clear gloss over it all, 0 to 1. */
  readonly coat?: number
  /** How much light it throws back onto its neighbours, 0 to 1. */
  readonly bounce: number
  /** Strength of the sheet's relief. */
  readonly relief?: number
}

/** Pixels to a centimetre on the large sheets: a little finer than the largest picture. */
export interface Grain {
  readonly upper: number
  readonly sole: number
}

const GRAIN: Grain = { upper: 54, sole: 50 }

/** The finish of every material of a shoe. */
export function finishesOf(spike: Spike, grain: Grain = GRAIN): Record<Material, Finish> {
  const { spec, form, last, upper, rows } = spike
  const pins = [...spike.pins.forefoot, ...spike.pins.heel]
  const side = (which: 1 | -1): Sheet =>
    upperSheet({ spec, form, pattern: upper.patterns[which], rows }, grain.upper)
  const plain = (slot: Slot, rough: number, bounce = 0.45): Finish => ({
    colour: slot,
    rough,
    bounce,
  })
  return {
    upperOuter: { colour: side(1), rough: 'sheet', bounce: 0.5, relief: 1 },
    upperInner: { colour: side(-1), rough: 'sheet', bounce: 0.5, relief: 1 },
    lining: { colour: liningSheet(), rough: 0.9, bounce: 0.25 },
    tongue: { colour: tongueSheet(spec), rough: 'sheet', bounce: 0.5 },
    laces: { colour: laceSheet(), rough: 0.8, bounce: 0.6 },
    midsole: {
      colour: midsoleSheet({ spec, form, last }, grain.sole),
      rough: 'sheet',
      bounce: 0.7,
    },
    plateEdge: { colour: plateEdgeSheet(spec), rough: 0.18, coat: 0.7, bounce: 0.4 },
    outsole: {
      colour: soleSheet({ spec, form, last, pins }, grain.sole),
      rough: 'sheet',
      coat: 0.35,
      bounce: 0.3,
    },
    lugs: plain('rubber', 0.66, 0.2),
    insole: plain('insole', 0.9, 0.25),
    webbing: { colour: webbingSheet('heelTab'), rough: 0.7, bounce: 0.4 },
    strap: { colour: strapSheet(spec), rough: 0.62, bounce: 0.45 },
    shroud: plain('trim', 0.55),
    zip: plain('laces', 0.4),
    knob: { ...plain('plate', 0.3), coat: 0.4 },
    wires: plain('laces', 0.45),
    boss: { ...plain('plate', 0.25), coat: 0.6 },
    steel: { colour: null, rough: 0.2, metal: 1, bounce: 0.6 },
  }
}
