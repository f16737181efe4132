import { lerp } from '../core/number.ts'
import type { Point } from '../core/spline.ts'
import type { PinShape, ShoeSpec } from '../shoe/spec.ts'
import { lathe, merge, type Mesh } from '../solid/mesh.ts'
import { add, unit, type Vec3 } from '../solid/vec.ts'
import type { Last } from './last.ts'
import { BOSS, LENGTH, UNIT, type Profile } from './profile.ts'
import { soleHeight } from './sole.ts'

/** The pins' positions from above: x from the heel, z to the outer side. */
export interface PinPlaces {
  readonly forefoot: readonly Point[]
  readonly heel: readonly Point[]
}

/** The heel's pins: one pair, or two. The inner ones are further forward, so that all are visible. */
const HEEL: readonly Point[] = [
  [1.75, 1.2],
  [2.5, -1.25],
  [4.3, 1.72],
  [5.1, -1.7],
]

/**
 * Pins in front by turns at the outer and the inner edge, from the ball to the toe, so that from
 * the side every one is visible beside its neighbour.
 */
function forefootPins(count: number, last: Last, [from, to]: Point): Point[] {
  return Array.from({ length: count }, (_, i): Point => {
    const share = count === 1 ? 0.5 : i / (count - 1)
    const x = lerp(from * UNIT + 0.4, Math.min(to * UNIT, LENGTH - 2.4), share)
    const side = i % 2 === (count % 2 === 0 ? 0 : 1) ? 1 : -1
    const [, edge] = last.plan(last.atX(side, x))
    const middle = last.middle(x)
    // The edge draws in towards the toe, and its pins with it.
    return [x, middle + (edge - middle) * lerp(0.74, 0.5, share ** 3)]
  })
}

/** Positions of the pins that the catalogue gives a shoe. */
export function pinPlaces(spec: ShoeSpec, form: Profile, last: Last): PinPlaces {
  return {
    forefoot: forefootPins(spec.pins.forefoot, last, form.shape.pins),
    heel: HEEL.slice(0, spec.pins.heel),
  }
}

/** Half of a pin's outline: share of the full radius, share of the length out of the boss. */
const OUTLINES: Readonly<Record<PinShape, readonly Point[]>> = {
  pyramid: [
    [0.82, 0.14],
    [0.72, 0.3],
    [0.26, 0.94],
    [0.1, 1],
  ],
  needle: [
    [0.66, 0.16],
    [0.62, 0.26],
    [0.36, 0.36],
    [0.22, 0.72],
    [0.07, 1],
  ],
  'christmas-tree': [
    [0.9, 0.16],
    [0.84, 0.34],
    [0.62, 0.36],
    [0.56, 0.58],
    [0.4, 0.6],
    [0.34, 0.82],
    [0.2, 0.84],
    [0.14, 1],
  ],
  tartan: [
    [0.88, 0.16],
    [0.76, 0.4],
    [0.5, 0.78],
    [0.3, 0.95],
    [0.12, 1],
  ],
  blank: [
    [0.9, 0.16],
    [0.88, 0.3],
    [0.66, 0.46],
    [0.2, 0.5],
  ],
}

/** Radius of a pin's seat. */
const RADIUS = 0.33

/** The turned outline of a pin `tall` centimetres long, from its seat. */
export function pinOutline(shape: PinShape, tall: number): Point[] {
  return [
    [0, -0.05],
    [RADIUS * 1.16, -0.05],
    [RADIUS * 1.16, 0.06],
    [RADIUS, 0.1],
    ...OUTLINES[shape].map(([radius, height]): Point => [RADIUS * radius, height * tall]),
    [0, tall * (shape === 'blank' ? 0.51 : 1.005)],
  ]
}

/** One mesh for each pin, and its boss. */
export interface PinMeshes {
  readonly pins: readonly Mesh[]
  readonly bosses: readonly Mesh[]
}

/** Turns the pins and the bosses that they are screwed into. */
export function buildPins(spec: ShoeSpec, form: Profile, last: Last): PinMeshes {
  const places = pinPlaces(spec, form, last)
  const all = [...places.forefoot, ...places.heel]
  const stand = all.map(([x, z]): { foot: Vec3; axis: Vec3 } => {
    const slope = (form.bottom(x + 0.1) - form.bottom(x - 0.1)) / 0.2
    return { foot: [x, soleHeight(form, last, [x, z]), z], axis: unit([slope * 0.8, -1, 0]) }
  })
  const boss: readonly Point[] = [
    [0, -0.2],
    [0.74, -0.2],
    [0.66, 0.03],
    [0.5, BOSS - 0.02],
    [0.42, BOSS],
    [0, BOSS],
  ]
  return {
    pins: stand.map(({ foot, axis }) =>
      lathe({ outline: pinOutline(spec.pins.shape, form.pin), foot: add(foot, axis, BOSS), axis }),
    ),
    bosses: stand.map(({ foot, axis }) => lathe({ outline: boss, foot, axis, segments: 32 })),
  }
}

/** All bosses as one mesh, or null where there is none. */
export function together(meshes: readonly Mesh[]): Mesh | null {
  return meshes.length > 0 ? merge(meshes) : null
}
