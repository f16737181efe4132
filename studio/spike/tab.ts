import { heading, spaceCurve, type Key } from '../solid/curve.ts'
import { sweep, type Mesh } from '../solid/mesh.ts'
import { add, cross, unit } from '../solid/vec.ts'
import type { Last } from './last.ts'
import { lifted, type Upper } from './upper.ts'

/** The loop of webbing at the heel that one pulls the shoe on by. */
export function buildLoop(upper: Upper, last: Last): Mesh {
  const top = last.upper(0, 1)
  const heel = (down: number, out: number): readonly [number, number, number] =>
    lifted(upper.spot(0, down), out)
  const points = [
    heel(3, 0.05),
    heel(2.2, 0.09),
    heel(1.2, 0.1),
    heel(0.5, 0.14),
    add(top, [-0.2, 0.22, 0]),
    add(top, [0, 0.46, 0]),
    add(top, [0.24, 0.2, 0]),
    add(top, [0.5, -0.5, 0]),
    add(top, [0.62, -1.5, 0]),
  ]
  const curve = spaceCurve(points.map((point, i): Key => [i, ...point]))
  const count = 72
  const places = Array.from({ length: count + 1 }, (_, i) => (i / count) * (points.length - 1))
  return sweep({
    path: places.map(curve),
    ups: places.map((at) => unit(cross([0, 0, 1], heading(curve, at)))),
    width: () => 1.05,
    thickness: 0.12,
    power: 5,
    segments: 18,
    repeat: 1,
  })
}
