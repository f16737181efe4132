import type { Point } from '../core/spline.ts'
import { gridMesh, merge, type Mesh, type SurfacePoint } from '../solid/mesh.ts'
import type { Last } from './last.ts'
import type { Profile } from './profile.ts'
import { soleHeight } from './sole.ts'

/** An arrowhead in plan, pointing forward, about 1.3 by 1.1 cm. */
const ARROW: readonly Point[] = [
  [0.62, 0],
  [0.1, 0.58],
  [-0.44, 0.56],
  [-0.3, 0.3],
  [-0.06, 0],
  [-0.3, -0.3],
  [-0.44, -0.56],
  [0.1, -0.58],
]

/** Clear of the pins, in centimetres. */
const CLEAR = 1.05

/** Middles of the lugs: staggered rows over the whole sole, clear of the pins. */
export function lugPlaces(last: Last, pins: readonly Point[]): Point[] {
  const [long, wide] = [1.72, 1.5]
  const out: Point[] = []
  for (let row = 0; row < 16; row++) {
    const x = 0.95 + row * long
    if (x > 26.4) break
    const [, inner] = last.plan(last.atX(-1, x))
    const [, outer] = last.plan(last.atX(1, x))
    const shift = row % 2 === 0 ? 0 : wide / 2
    for (let step = -4; step <= 4; step++) {
      const z = last.middle(x) + step * wide + shift
      if (z < inner + 0.42 || z > outer - 0.42) continue
      if (pins.every(([px, pz]) => Math.hypot(px - x, pz - z) > CLEAR)) out.push([x, z])
    }
  }
  return out
}

/** One lug: straight below, drawn in a little towards its face. */
function lug(form: Profile, last: Last, [x, z]: Point): Mesh {
  const forward = x > 12 ? 1 : -1
  const ring = (scale: number, drop: number): SurfacePoint[] =>
    [...ARROW, ARROW[0] ?? [0, 0]].map(([dx, dz]): SurfacePoint => {
      const at: Point = [x + dx * scale * forward, z + dz * scale * forward]
      return [[at[0], soleHeight(form, last, at) - drop, at[1]], 0.5, 0.5]
    })
  const rows = [
    ring(0, -0.12),
    ring(1.06, -0.12),
    ring(1.06, -0.05),
    ring(0.97, form.lug - 0.05),
    ring(0.9, form.lug),
    ring(0.88, form.lug),
    ring(0, form.lug),
  ]
  const place = (i: number, row: number): SurfacePoint => rows[row]?.[i] ?? [[x, 0, z], 0, 0]
  return gridMesh({ columns: ARROW.length, rows: rows.length - 1, place }, { closed: true })
}

/** The tread of a cross-country shoe; null where the sole is smooth. */
export function buildLugs(form: Profile, last: Last, pins: readonly Point[]): Mesh | null {
  if (form.lug === 0) return null
  return merge(lugPlaces(last, pins).map((at) => lug(form, last, at)))
}
