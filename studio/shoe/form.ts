import { bump, clamp, lerp, smooth } from '../core/number.ts'
import { curvePath, through, trace, type Point } from '../core/spline.ts'
import { SHAPES, type Shape } from './silhouettes.ts'
import type { ShoeSpec } from './spec.ts'

/** Thousandths of a shoe's length in a millimetre of a size 42 shoe. */
const PER_MM = 3.5

/** How deep a pin's collar is, in thousandths. */
const PIN_COLLAR = 7

/**
 * The shape of one shoe seen from its outer side. x runs from 0 at the heel to 1000 at the toe, y
 * upwards from the ground at 0.
 */
export interface Form {
  readonly shape: Shape
  /** Underside of the sole. */
  readonly bottom: (x: number) => number
  /** Line where the upper meets the sole. */
  readonly bite: (x: number) => number
  /** Highest line of the foot: the vamp and instep, carried on over the ankle opening. */
  readonly top: (x: number) => number
  /** Outline of the upper from low on the heel up to the opening. */
  readonly back: readonly Point[]
  /** Edge of the ankle opening, heel to instep. */
  readonly collar: readonly Point[]
  /** Edge that carries the eyelets, instep to vamp. */
  readonly throat: readonly Point[]
  /** The vamp down to the tip of the toe. */
  readonly vamp: readonly Point[]
  /** Path data of the whole upper. */
  readonly upper: string
  /** The point at x and a height `v`, from 0 at the sole to 1 at the top line. */
  readonly at: (x: number, v: number) => Point
  /** Length of a pin outside the sole, without its collar. */
  readonly pinLength: number
}

/** Drawn length of a pin, from its catalogue length. Long ones are shortened to stay in frame. */
function pinLength(spec: ShoeSpec): number {
  return clamp(spec.pins.lengthMm * PER_MM, 19, 34)
}

/** Underside of the sole. A shoe with pins rests on them. */
function underside(spec: ShoeSpec, shape: Shape): (x: number) => number {
  const standing = pinLength(spec) + PIN_COLLAR
  const resting = shape.tread === 'lugs' ? 15 : 1
  const fore = spec.pins.forefoot > 0 ? standing : resting
  const heel = spec.pins.heel > 0 ? standing : resting + (shape.tread === 'plate' ? 3 : 0)
  return (x) => {
    const rise = lerp(heel, fore, smooth(170, 580, x))
    const waist = shape.arch * bump(x, 420, 115)
    const toe = shape.spring * clamp((x - 690) / 310, 0, 1.1) ** 1.65
    const edge = shape.bevel * clamp((105 - x) / 105, 0, 1.2) ** 1.9
    return rise + waist + toe + edge
  }
}

/** Thickness of the sole: the shape's, adjusted a little towards the catalogue's. */
function thickness(spec: ShoeSpec, shape: Shape): Point {
  const blend = (own: number, mm: number): number => {
    return clamp(lerp(own, mm * PER_MM, 0.5), own * 0.85, own * 1.15)
  }
  return [blend(shape.stack[0], spec.stackMm[0]), blend(shape.stack[1], spec.stackMm[1])]
}

interface Foot {
  readonly bed: (x: number) => number
  readonly plane: number
  readonly cut: number
}

function topLine(shape: Shape, foot: Foot): (x: number) => number {
  const { instep, toeBox } = shape
  const [toe, blunt] = shape.toe
  const { bed, plane, cut } = foot
  const ball = plane + 174 * toeBox
  const tip = bed(930) + toe
  // Nearly straight from ball to toe. If the vamp rose again, it would look like an elf's shoe.
  const vamp = (x: number): Point => {
    const t = (x - 710) / 220
    return [x, lerp(ball, tip, t) + 5 * Math.sin(t * Math.PI)]
  }
  const nose = (x: number, share: number): Point => [x, lerp(bed(x), tip, share)]
  return through([
    [-20, bed(0) + 256 * shape.heel + 60 * cut],
    [120, bed(120) + 264 * shape.heel + 70 * cut],
    [250, plane + lerp(292, 372, cut) * instep],
    [360, plane + lerp(299, 392, cut) * instep],
    [430, plane + lerp(273, 296, cut) * instep],
    [520, plane + 239 * instep],
    [620, plane + 204 * lerp(1, toeBox, 0.4)],
    ...[710, 770, 830, 885, 930].map(vamp),
    nose(958, lerp(0.74, 0.84, blunt)),
    nose(978, lerp(0.42, 0.58, blunt)),
    nose(992, 0.06),
  ])
}

/** Heel and ankle opening; heights are above the footbed, blended from low cut to mid cut. */
function openings(shape: Shape, foot: Foot): Pick<Form, 'back' | 'collar'> {
  const low = [
    [62, 219],
    [92, 190],
    [132, 168],
    [182, 155],
    [236, 158],
    [288, 179],
    [334, 212],
    [372, 245],
    [397, 263],
  ] as const
  const mid = [318, 300, 287, 279, 282, 298, 324, 352, 368]
  const base = foot.bed(60)
  const height = (i: number, h: number): number => {
    // The front of the opening belongs to the instep, so the heel's height fades out towards it.
    const scale = lerp(shape.heel, shape.instep, smooth(3, 8, i))
    return base + lerp(h * scale, mid[i] ?? h, foot.cut)
  }
  const tab = base + lerp(242 * shape.heel, 330, foot.cut)
  const rise = (share: number): number => lerp(base - 8, tab, share)
  return {
    back: [
      [9, rise(0.12)],
      [2, rise(0.24)],
      [2, rise(0.38)],
      [9, rise(0.54)],
      [16, rise(0.7)],
      [15, rise(0.84)],
      [8, rise(0.96)],
      [9, tab + 6],
      [21, tab + 11],
      [38, tab + 1],
    ],
    collar: low.map(([x, h], i): Point => [lerp(x, x - i * 2.4, foot.cut), height(i, h)]),
  }
}

/** Computes the form of a shoe. The same spec gives the same form. */
export function shoeForm(spec: ShoeSpec): Form {
  const shape = SHAPES[spec.silhouette]
  const bottom = underside(spec, shape)
  const [heelStack, foreStack] = thickness(spec, shape)
  // The bevel cuts the sole, not the footbed: under the heel the footbed stays level.
  const bed = (x: number): number =>
    bottom(Math.max(x, 105)) + lerp(heelStack, foreStack, smooth(160, 690, x))
  const plane = bed(690)
  const cut = Math.max(shape.cut, spec.cut === 'mid' ? 1 : 0)
  const foot: Foot = { bed, plane, cut }
  const top = topLine(shape, foot)
  const bite = (x: number): number =>
    bed(x) +
    30 * clamp((120 - x) / 120, 0, 1.2) ** 1.7 +
    shape.foam[0] * bump(x, 420, 130) +
    shape.foam[1] * bump(x, 60, 90) +
    6 * smooth(930, 1000, x)
  const { back, collar } = openings(shape, foot)
  const start = (collar.at(-1) ?? [397, 0])[0]
  const throat = [start + 22, 452, 510, 570, 620, 664].map((x, i): Point => {
    return [x, top(x) - ([23, 27, 29, 26, 17, 3][i] ?? 0)]
  })
  const vamp = [
    ...trace(top, [705, 980], 11),
    [989, top(989)] as const,
    [992, bite(990) - 6] as const,
  ]
  const near: Point[] = [...back, ...collar, ...throat, ...vamp]
  const upper = curvePath([near, trace((x) => bite(x) - 4, [990, 9], 20)], true)
  return {
    shape,
    bottom,
    bite,
    top,
    back,
    collar,
    throat,
    vamp,
    upper,
    at: (x, v) => [x, lerp(bite(x), top(x), v)],
    pinLength: pinLength(spec),
  }
}
