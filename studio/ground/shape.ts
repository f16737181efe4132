import type { GroundPoint } from './projection.ts'

/** An area of the ground, in decimetres. A polygon is convex, in either winding order. */
export type Shape =
  | { readonly polygon: readonly GroundPoint[] }
  | { readonly disc: GroundPoint; readonly radius: number }
  | { readonly ring: GroundPoint; readonly radius: number; readonly width: number }
  | { readonly any: readonly Shape[] }

/** The ground area that a pixel averages: one vector per pixel step, across and down. */
export interface Footprint {
  readonly across: GroundPoint
  readonly along: GroundPoint
}

/** Share of a footprint inside an edge, where `inside` is the signed distance in decimetres. */
function share(inside: number, [nx, ny]: GroundPoint, { across, along }: Footprint): number {
  const width = Math.abs(nx * across[0] + ny * across[1]) + Math.abs(nx * along[0] + ny * along[1])
  const t = Math.min(1, Math.max(0, 0.5 + inside / Math.max(width, 1e-6)))
  return t * t * (3 - 2 * t)
}

function polygonShare(
  points: readonly GroundPoint[],
  [x, y]: GroundPoint,
  footprint: Footprint,
): number {
  let area = 0
  for (const [i, [ax, ay]] of points.entries()) {
    const [bx, by] = points[(i + 1) % points.length] ?? [ax, ay]
    area += ax * by - bx * ay
  }
  const turn = Math.sign(area)
  let whole = 1
  for (const [i, [ax, ay]] of points.entries()) {
    const [bx, by] = points[(i + 1) % points.length] ?? [ax, ay]
    const length = Math.hypot(bx - ax, by - ay)
    const normal: GroundPoint = [(-turn * (by - ay)) / length, (turn * (bx - ax)) / length]
    whole *= share((x - ax) * normal[0] + (y - ay) * normal[1], normal, footprint)
    if (whole === 0) return 0
  }
  return whole
}

/** Share of a pixel's footprint that a shape covers, 0 to 1. */
export function coverage(shape: Shape, at: GroundPoint, footprint: Footprint): number {
  if ('any' in shape) return Math.max(...shape.any.map((one) => coverage(one, at, footprint)))
  if ('polygon' in shape) return polygonShare(shape.polygon, at, footprint)
  const [cx, cy] = 'disc' in shape ? shape.disc : shape.ring
  const [dx, dy] = [at[0] - cx, at[1] - cy]
  const far = Math.hypot(dx, dy)
  const out: GroundPoint = far < 1e-9 ? [1, 0] : [dx / far, dy / far]
  if ('disc' in shape) return share(shape.radius - far, out, footprint)
  const half = shape.width / 2
  return (
    share(half - (far - shape.radius), out, footprint) *
    share(half + (far - shape.radius), out, footprint)
  )
}

/** A straight band from one point to another, with square ends. */
export function band([ax, ay]: GroundPoint, [bx, by]: GroundPoint, width: number): Shape {
  const length = Math.hypot(bx - ax, by - ay)
  const [nx, ny] = [(-(by - ay) / length) * (width / 2), ((bx - ax) / length) * (width / 2)]
  return {
    polygon: [
      [ax + nx, ay + ny],
      [bx + nx, by + ny],
      [bx - nx, by - ny],
      [ax - nx, ay - ny],
    ],
  }
}

/** Strokes of the numerals used, in a box 6 wide and 10 high, from the lower left. */
const STROKES: Readonly<Record<string, readonly (readonly GroundPoint[])[]>> = {
  '1': [
    [
      [1, 7.6],
      [3.4, 9.4],
    ],
    [
      [3.4, 10],
      [3.4, 0],
    ],
  ],
}

/**
 * A lane number as painted on a track: upright for a runner heading towards +x, `height` decimetres
 * high, with its lower left corner at `at`.
 */
export function numeral(digit: string, at: GroundPoint, height: number): Shape {
  const strokes = STROKES[digit]
  if (!strokes) throw new RangeError(`There is no numeral ${digit}`)
  const scale = height / 10
  // The numeral's up is the runner's forward; its right is the runner's right, towards the viewer.
  const onGround = ([x, y]: GroundPoint): GroundPoint => [at[0] + y * scale, at[1] - x * scale]
  const bands = strokes.flatMap((stroke) =>
    stroke.slice(1).map((to, i) => band(onGround(stroke[i] ?? to), onGround(to), 1.3 * scale)),
  )
  return { any: bands }
}
