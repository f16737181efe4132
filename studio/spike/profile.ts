import { bump, clamp, lerp, smooth } from '../core/number.ts'
import { SHAPES, type Shape } from '../shoe/silhouettes.ts'
import type { ShoeSpec } from '../shoe/spec.ts'
import { profile } from '../solid/curve.ts'

/** Length of every shoe, heel to toe, in centimetres. */
export const LENGTH = 28

/** Centimetres in a thousandth of a shoe's length, the unit of the silhouettes' numbers. */
export const UNIT = LENGTH / 1000

/** Height of a pin's boss above the plate, in centimetres. */
export const BOSS = 0.2

type Height = (x: number) => number

/** The shoe seen from its side, in centimetres above the ground, x from the heel. */
export interface Profile {
  readonly shape: Shape
  /** Underside of the plate or outsole, without bosses and lugs. */
  readonly bottom: Height
  /** Height of the footbed: the underside plus the sole's thickness. */
  readonly bed: Height
  /** Top edge of the sole's wall. */
  readonly wall: Height
  /** Top edge of the ankle opening. */
  readonly collar: Height
  /** Edge that carries the eyelets, then the ridge of the vamp. */
  readonly top: Height
  /** Middle of the tongue, over the instep. */
  readonly instep: Height
  /** Length of a pin outside its boss. */
  readonly pin: number
  /** Height of a lug; 0 where there are none. */
  readonly lug: number
  /** How far the plate's side climbs the wall. */
  readonly climb: Height
  /** Thickness of the plate. */
  readonly plate: number
  /** Where the plate begins, from the heel. */
  readonly plateFrom: number
  /** Height of the heel's upper edge. */
  readonly tab: number
  /** 0 cut below the ankle, 1 above it. */
  readonly cut: number
}

/** Visible length of a pin, slightly exaggerated: 6 mm would be three pixels on a card. */
function pinLength(spec: ShoeSpec): number {
  return clamp(spec.pins.lengthMm * 0.15, 0.72, 1.2)
}

function underside(spec: ShoeSpec, shape: Shape): Height {
  const standing = pinLength(spec) + BOSS
  const resting = shape.tread === 'lugs' ? 0.42 : 0.03
  const fore = spec.pins.forefoot > 0 ? standing : resting
  const heel = spec.pins.heel > 0 ? standing : resting
  return (x) => {
    const u = x / UNIT
    const rise = lerp(heel, fore, smooth(150, 580, u))
    const waist = shape.arch * UNIT * 0.72 * bump(u, 420, 115)
    const toe = shape.spring * UNIT * clamp((u - 690) / 310, 0, 1.15) ** 1.65
    const edge = shape.bevel * UNIT * clamp((105 - u) / 105, 0, 1.25) ** 1.9
    return rise + waist + toe + edge
  }
}

/** Heights of the ankle opening above the footbed, low cut and mid cut, by x. */
const OPENING = [
  [0, 7.1, 9.2],
  [1.7, 6.5, 8.75],
  [2.6, 5.75, 8.3],
  [3.7, 5.1, 8.0],
  [5.1, 4.68, 7.8],
  [6.6, 4.68, 7.9],
  [8.0, 5.05, 8.4],
  [9.3, 5.95, 9.2],
  [10.4, 7.05, 9.9],
  [11.6, 7.75, 10.4],
] as const

function collarLine(shape: Shape, cut: number, base: number): Height {
  const rows = OPENING.map(([x, low, mid]): [number, number] => {
    const scale = lerp(shape.heel, shape.instep, smooth(5, 11, x))
    return [x, base + lerp(low * scale, mid * lerp(1, scale, 0.5), cut)]
  })
  return profile(rows)
}

interface Foot {
  readonly bed: Height
  readonly plane: number
  readonly cut: number
}

/** The highest line of the foot from the front of the ankle to the tip of the toe. */
function instepLine(shape: Shape, { bed, plane, cut }: Foot): Height {
  const { instep, toeBox, toe } = shape
  const tip = bed(26.05) + toe[0] * UNIT + 0.62
  const ball = plane + 4.75 * toeBox
  const vamp = (x: number): [number, number] => {
    const t = (x - 19.9) / 6.15
    return [x, lerp(ball, tip, t) + 0.26 * Math.sin(t * Math.PI)]
  }
  return profile([
    [9.4, plane + lerp(8.55, 11.1, cut) * instep],
    [11, plane + lerp(8.3, 10.6, cut) * instep],
    [12.6, plane + lerp(7.75, 8.6, cut * 0.8) * instep],
    [14.6, plane + 6.95 * instep],
    [17.4, plane + 5.75 * lerp(1, toeBox, 0.4)],
    ...[19.9, 21.6, 23.3, 25, 26.05].map(vamp),
    [27.2, tip - 0.3],
  ])
}

/** Depth of the eyelets' edge below the middle of the instep. */
const EDGE = profile([
  [11.2, 0.55],
  [12.6, 0.7],
  [14.6, 0.72],
  [17.4, 0.5],
  [19, 0.16],
  [20, 0],
])

function climbOf(shape: Shape, spec: ShoeSpec): Height {
  const climb = shape.plate[1] * UNIT
  const from = plateStart(spec)
  return (x) => {
    const waves = 0.8 * bump(x, 15.2, 1.5) + bump(x, 20.2, 1.6) + 0.6 * smooth(23.4, 27, x)
    return climb * (0.3 + waves) * smooth(from - 0.5, from + 2.5, x)
  }
}

function plateStart({ plate }: ShoeSpec): number {
  return { full: -2, 'three-quarter': 7.6, forefoot: 13.2, none: -2 }[plate]
}

/** Computes a shoe's profile. The same spec gives the same profile. */
export function shoeProfile(spec: ShoeSpec): Profile {
  const shape = SHAPES[spec.silhouette]
  const bottom = underside(spec, shape)
  const [heel, fore] = spec.stackMm.map((mm) => mm / 10)
  const level = (x: number): number => bottom(Math.max(x, 105 * UNIT))
  const bed = (x: number): number =>
    level(x) + lerp(heel ?? 1, fore ?? 1, smooth(160 * UNIT, 660 * UNIT, x))
  const plane = bed(690 * UNIT)
  const cut = Math.max(shape.cut, spec.cut === 'mid' ? 1 : 0)
  const base = bed(60 * UNIT)
  const instep = instepLine(shape, { bed, plane, cut })
  const collar = collarLine(shape, cut, base)
  // Thick soles cup the foot. Thin ones hardly do.
  const lip = lerp(0.2, 0.5, smooth(1, 2.2, heel ?? 1))
  const cup = (x: number): number =>
    shape.foam[1] * UNIT * bump(x, 1.7, 2.4) + shape.foam[0] * UNIT * bump(x, 11.8, 3.6)
  return {
    shape,
    bottom,
    bed,
    wall: (x) => bed(x) + lerp(lip, lip * 0.6, smooth(13, 24, x)) + cup(x),
    collar,
    top: (x) => instep(x) - EDGE(x),
    instep,
    pin: pinLength(spec),
    lug: shape.tread === 'lugs' ? 0.42 : 0,
    climb: climbOf(shape, spec),
    plate: shape.plate[0] * UNIT * 0.62,
    plateFrom: plateStart(spec),
    tab: collar(0.6) + 0.25,
    cut,
  }
}
