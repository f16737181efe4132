import { lerp, smooth } from '../core/number.ts'
import type { ShoeSpec } from '../shoe/spec.ts'
import { spaceCurve, type Key } from '../solid/curve.ts'
import { lathe, merge, sweep, type Mesh, type SurfacePoint } from '../solid/mesh.ts'
import { slab } from '../solid/slab.ts'
import { add, length, sub, unit, type Vec3 } from '../solid/vec.ts'
import { wire, type Bed, type EyeletRow } from './laces.ts'
import type { Side } from './outline.ts'
import type { Profile } from './profile.ts'
import { THROAT, lifted } from './upper.ts'

/** A strap: the x of its middle at the sole and over the instep, and its width. */
interface StrapLine {
  readonly foot: number
  readonly over: number
  readonly width: number
  /** Its distance from the tongue, which is larger over laces. */
  readonly clear: number
}

/** Straps of a shoe: over the midfoot, and around the ankle for events that strain it. */
function strapLines(spec: ShoeSpec, form: Profile): StrapLine[] {
  if (spec.closure === 'strap') {
    return [
      { foot: 12.2, over: 12.9, width: 2.2, clear: 0.3 },
      { foot: 16.6, over: 16.6, width: 2.2, clear: 0.3 },
    ]
  }
  if (spec.silhouette === 'high-jump' || form.cut > 0.5) {
    return [{ foot: 7.6, over: 13.1, width: 2.3, clear: 0.46 }]
  }
  return [{ foot: 13.9, over: 13.6, width: spec.silhouette === 'throws' ? 3 : 2.4, clear: 0.46 }]
}

/** The middle line of a strip across the foot, `shift` along it, from outer to inner sole. */
function strapTrack(bed: Bed, line: StrapLine, shift: number): (share: number) => Vec3 {
  const { upper, tongue } = bed
  const { clear } = line
  const heights = [0.06, 0.2, 0.36, 0.52, 0.68, 0.82, 0.93]
  const climb = (side: Side): Vec3[] =>
    heights.map((v) => {
      const x = lerp(line.foot, line.over, smooth(0, 1, v)) + shift * lerp(1.12, 1, v)
      return lifted(upper.spotAt(side, x, v), 0.15)
    })
  const [outer, inner] = [climb(1), climb(-1).reverse()]
  const [a, b] = [outer.at(-1) ?? [0, 0, 0], inner[0] ?? [0, 0, 0]]
  const x = (a[0] + b[0]) / 2
  const top = Math.max(tongue.height(x) + clear, (a[1] + b[1]) / 2 + 0.24)
  const bridge = [0.12, 0.3, 0.5, 0.7, 0.88].map((t): Vec3 => {
    const swell = (top - (a[1] + b[1]) / 2) * Math.sin(Math.PI * t) ** 0.8
    // Avoid the tongue's edges too, which extend under the strap.
    const off = Math.abs(t - 0.5) * Math.abs(a[2] - b[2])
    const over = top - 0.5 * (off / 2) ** 2.2
    const y = Math.max(lerp(a[1], b[1], t) + swell, over)
    return [lerp(a[0], b[0], t), y, lerp(a[2], b[2], t)]
  })
  const points = [...outer, ...bridge, ...inner]
  let run = 0
  const rows = points.map((point, i): Key => {
    run += length(sub(point, points[i - 1] ?? point))
    return [run, ...point]
  })
  const curve = spaceCurve(rows)
  return (share) => curve(share * run)
}

function strap(bed: Bed, line: StrapLine): Mesh {
  const [columns, rows] = [10, 64]
  const tracks = Array.from({ length: columns + 1 }, (_, i) =>
    strapTrack(bed, line, (i / columns - 0.5) * line.width),
  )
  const place = (i: number, j: number): SurfacePoint => {
    const point = tracks[i]?.(j / rows) ?? [0, 0, 0]
    return [point, i / columns, j / rows]
  }
  return slab({ columns, rows, place }, 0.18, false)
}

/** A closed sleeve over the throat instead of an open one. */
function shroud(bed: Bed, form: Profile): Mesh {
  const { upper } = bed
  const [columns, rows] = [24, 60]
  const place = (i: number, j: number): SurfacePoint => {
    const x = lerp(THROAT[1] + 0.9, THROAT[0] - 1, j / rows)
    const edge = (side: Side): Vec3 => lifted(upper.spot(upper.tAtTop(side, x), 0.3), 0.03)
    const [a, b] = [edge(1), edge(-1)]
    const share = i / columns
    const arch = Math.sin(Math.PI * share) ** 0.75
    const top = form.instep(x) + 0.16 - (a[1] + b[1]) / 2
    const y = lerp(a[1], b[1], share) + Math.max(top, 0.02) * arch
    return [[lerp(a[0], b[0], share), y, lerp(a[2], b[2], share)], share, j / rows]
  }
  return slab({ columns, rows, place }, 0.14, true)
}

/** A zip down the outer side of a shroud: tape with teeth, and its pull. */
function zip(bed: Bed, form: Profile): Mesh {
  const points = Array.from({ length: 12 }, (_, i): Vec3 => {
    const x = lerp(THROAT[1] + 0.2, THROAT[0] - 0.8, i / 11)
    const t = bed.upper.tAtTop(1, x)
    const edge = bed.upper.spot(t, 0.3).point
    const z = lerp(edge[2], 0, 0.5)
    const y = lerp(edge[1], form.instep(x) + 0.16, 0.88)
    return [x, y + 0.05, z]
  })
  const at = spaceCurve(points.map((point, i): Key => [i, ...point]))
  const path = Array.from({ length: 121 }, (_, i) => at((i * 11) / 120))
  const ups = path.map(([, , z]): Vec3 => unit([0.4, 1, z * 0.5]))
  const tape = sweep({ path, ups, width: () => 0.5, thickness: 0.1, power: 5, repeat: 1 })
  const teeth = path
    .filter((_, i) => i % 2 === 0)
    .map((point) => {
      const foot = add(point, [0, 0.02, 0])
      return lathe({
        outline: [
          [0, 0],
          [0.1, 0],
          [0.09, 0.06],
          [0, 0.07],
        ],
        foot,
        axis: [0, 1, 0],
        segments: 8,
      })
    })
  const head = at(9.6)
  const pull = sweep({
    path: [0, 0.3, 0.6, 0.9].map((d) => add(head, [d * 0.75, 0.1 - d * 0.3, d * 0.35])),
    ups: [0, 1, 2, 3].map((): Vec3 => [0.3, 1, 0.4]),
    width: () => 0.34,
    thickness: 0.1,
    power: 4,
  })
  return merge([tape, ...teeth, pull])
}

/** A dial on the tongue, and wires through guides on both edges. */
function dial(bed: Bed, rows: readonly EyeletRow[]): { knob: Mesh; wires: Mesh } {
  const x = THROAT[0] + 0.5
  const axis = unit([0.42, 1, 0])
  const foot: Vec3 = [x, bed.tongue.height(x) - 0.1, 0]
  const ridged = lathe({
    outline: [
      [0, -0.5],
      [1.3, -0.5],
      [1.28, 0.12],
      [1.02, 0.2],
      [1.06, 0.26],
      [1.04, 0.7],
      [0.92, 0.82],
      [0.5, 0.76],
      [0, 0.75],
    ],
    foot,
    axis,
    segments: 48,
  })
  const lines = rows.slice(0, -1).flatMap(([outer, inner], i) => {
    const next = rows[i + 1]
    if (!next) return []
    const over = (a: Vec3, b: Vec3): Vec3[] => {
      const middle: Vec3 = [(a[0] + b[0]) / 2, 0, (a[2] + b[2]) / 2]
      const y = Math.max(bed.tongue.height(middle[0]) + 0.1, (a[1] + b[1]) / 2 + 0.1)
      return [a, [middle[0], y, middle[2]], b]
    }
    return [
      wire(over(lifted(outer, 0.06), lifted(next[1], 0.06)), 0.13),
      wire(over(lifted(inner, 0.06), lifted(next[0], 0.06)), 0.13),
    ]
  })
  return { knob: ridged, wires: merge(lines) }
}

/** Parts of a closure by the material that they are made of. */
export interface ClosureParts {
  readonly strap?: Mesh
  readonly shroud?: Mesh
  readonly zip?: Mesh
  readonly knob?: Mesh
  readonly wires?: Mesh
}

/** Makes the parts of a shoe's closure other than laces. */
export function buildClosure(
  spec: ShoeSpec,
  form: Profile,
  { bed, rows }: { bed: Bed; rows: readonly EyeletRow[] },
): ClosureParts {
  switch (spec.closure) {
    case 'laces':
      return {}
    case 'laces-strap':
    case 'strap':
      return { strap: merge(strapLines(spec, form).map((line) => strap(bed, line))) }
    case 'zip':
      return { shroud: shroud(bed, form), zip: zip(bed, form) }
    case 'dial':
      return dial(bed, rows)
    case 'slip-on':
      return { shroud: shroud(bed, form) }
  }
}
