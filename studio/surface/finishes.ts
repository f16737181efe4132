import type { Material, Spike } from '../spike/assemble.ts'
import type { MaterialTexture } from './material-texture.ts'
import { midsoleTexture } from './midsole-texture.ts'
import {
  laceTexture,
  liningTexture,
  strapTexture,
  tongueTexture,
  webbingTexture,
} from './small-textures.ts'
import { plateEdgeTexture } from './plate-edge-texture.ts'
import type { Slot } from './slots.ts'
import { soleTexture } from './sole-texture.ts'
import { upperTexture } from './upper-texture.ts'

/** How a material looks in light, without its colour. */
export interface Finish {
  /** A texture, or a single slot. Steel has neither. */
  readonly colour: MaterialTexture | Slot | null
  /** Roughness 0 to 1; `texture` takes it from the texture. */
  readonly rough: number | 'texture'
  readonly metal?: number
  /** A clear gloss over it all, 0 to 1. */
  readonly coat?: number
  /** How much light it reflects onto its neighbours, 0 to 1. */
  readonly bounce: number
  /** Strength of the texture's relief. */
  readonly relief?: number
}

/** Pixels to a centimetre on the large textures: a little finer than the largest picture. */
export interface Grain {
  readonly upper: number
  readonly sole: number
}

const GRAIN: Grain = { upper: 54, sole: 50 }

/** The finish of every material of a shoe. */
export function finishesOf(spike: Spike, grain: Grain = GRAIN): Record<Material, Finish> {
  const { spec, form, last, upper, rows } = spike
  const pins = [...spike.pins.forefoot, ...spike.pins.heel]
  const side = (which: 1 | -1): MaterialTexture =>
    upperTexture({ spec, form, pattern: upper.patterns[which], rows }, grain.upper)
  const plain = (slot: Slot, rough: number, bounce = 0.45): Finish => ({
    colour: slot,
    rough,
    bounce,
  })
  return {
    upperOuter: { colour: side(1), rough: 'texture', bounce: 0.5, relief: 1 },
    upperInner: { colour: side(-1), rough: 'texture', bounce: 0.5, relief: 1 },
    lining: { colour: liningTexture(), rough: 0.9, bounce: 0.25 },
    tongue: { colour: tongueTexture(spec), rough: 'texture', bounce: 0.5 },
    laces: { colour: laceTexture(), rough: 0.8, bounce: 0.6 },
    midsole: {
      colour: midsoleTexture({ spec, form, last }, grain.sole),
      rough: 'texture',
      bounce: 0.7,
    },
    plateEdge: { colour: plateEdgeTexture(spec), rough: 0.18, coat: 0.7, bounce: 0.4 },
    outsole: {
      colour: soleTexture({ spec, form, last, pins }, grain.sole),
      rough: 'texture',
      coat: 0.35,
      bounce: 0.3,
    },
    lugs: plain('rubber', 0.66, 0.2),
    insole: plain('insole', 0.9, 0.25),
    webbing: { colour: webbingTexture('heelTab'), rough: 0.7, bounce: 0.4 },
    strap: { colour: strapTexture(spec), rough: 0.62, bounce: 0.45 },
    shroud: plain('trim', 0.55),
    zip: plain('laces', 0.4),
    knob: { ...plain('plate', 0.3), coat: 0.4 },
    wires: plain('laces', 0.45),
    boss: { ...plain('plate', 0.25), coat: 0.6 },
    steel: { colour: null, rough: 0.2, metal: 1, bounce: 0.6 },
  }
}
