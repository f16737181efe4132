import { heading, spaceCurve, type Key } from '../solid/curve.ts'
import { sweep, type Mesh } from '../solid/mesh.ts'
import { add, cross, unit } from '../solid/vec.ts'
import type { Last } from './last.ts'
import { lifted, type Upper } from './upper.ts'

/** The pull loop of webbing at the heel. */
export function buildLoop(upper: Upper, last: Last): Mesh {
  const top = last.upper(0, 1)
  const heel = (down: number, out: number): readonly [number, number, number] =>
    lifted(upper.spot(0, down), out)
  const points = [
    heel(2.4, 0.04),
    heel(1.8, 0.1),
    heel(1.1, 0.12),
    heel(0.4, 0.2),
    add(top, [-0.36, 0.4, 0]),
    add(top, [-0.02, 0.86, 0]),
    add(top, [0.42, 0.62, 0]),
    add(top, [0.5, 0, 0]),
    add(top, [0.58, -0.7, 0]),
    add(top, [0.68, -1.5, 0]),
  ]
  const curve = spaceCurve(points.map((point, i): Key => [i, ...point]))
  const count = 72
  const places = Array.from({ length: count + 1 }, (_, i) => (i / count) * (points.length - 1))
  return sweep({
    path: places.map(curve),
    ups: places.map((at) => unit(cross([0, 0, 1], heading(curve, at)))),
    width: () => 0.95,
    thickness: 0.2,
    power: 5,
    segments: 18,
    repeat: 1,
  })
}
