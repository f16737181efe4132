import { linear } from '../surface/slots.ts'
import { Grain, type GrainSpec } from './grain.ts'

/** The look of a part of the ground. */
export interface GroundFinish {
  /** Linear light, 0 to 1. */
  readonly colour: readonly [number, number, number]
  readonly grain: GrainSpec | null
}

/** Granules of rubber, 2 mm, pressed flat. */
const RUBBER: GrainSpec = { size: 0.024, mottle: 0.2, gaps: 0.2 }
/** The same granules under paint, which fills the gaps. */
const PAINTED: GrainSpec = { size: 0.024, mottle: 0.05, gaps: 0.11 }

/** The finishes by name. Tartan, chalk, ink and infield are the site's colours. */
export const FINISHES = {
  tartan: { colour: linear('#C8402A'), grain: RUBBER },
  chalk: { colour: linear('#F6F5F1'), grain: PAINTED },
  blue: { colour: linear('#2F5F9E'), grain: PAINTED },
  green: { colour: linear('#1F6F54'), grain: PAINTED },
  ink: { colour: linear('#24272D'), grain: null },
  board: { colour: linear('#F6F5F1'), grain: null },
  putty: { colour: linear('#5E9C83'), grain: null },
  sand: { colour: linear('#DCCDAF'), grain: { size: 0.012, mottle: 0.3, gaps: 0.25 } },
  concrete: { colour: linear('#B9B6AF'), grain: { size: 0.011, mottle: 0.14, gaps: 0.06 } },
  earth: { colour: linear('#85796B'), grain: { size: 0.03, mottle: 0.34, gaps: 0.3 } },
  steel: { colour: linear('#A9ABAC'), grain: null },
  shade: { colour: linear('#3A3C40'), grain: null },
  grass: { colour: linear('#5C8158'), grain: { size: 0.05, mottle: 0.5, gaps: 0.4 } },
  paper: { colour: linear('#EFEDE8'), grain: null },
} as const satisfies Record<string, GroundFinish>

export type FinishName = keyof typeof FINISHES

const made = new Map<GrainSpec, Grain>()

/** The grain of a finish. Each tile is made once. */
export function grainOf(name: FinishName): Grain | null {
  const { grain } = FINISHES[name]
  if (!grain) return null
  const known = made.get(grain) ?? new Grain(grain)
  made.set(grain, known)
  return known
}
