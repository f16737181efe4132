import type { Place } from './eye.ts'

/** An area of the ground; lengths in decimetres. A polygon is convex, either way round. */
export type Shape =
  | { readonly polygon: readonly Place[] }
  | { readonly disc: Place; readonly radius: number }
  | { readonly ring: Place; readonly radius: number; readonly width: number }
  | { readonly any: readonly Shape[] }

/** What one pixel averages: two vectors on the ground, across and along its column. */
export interface Footprint {
  readonly across: Place
  readonly along: Place
}

/** How much of a footprint lies inside a border that is `inside` decimetres off. */
function share(inside: number, [nx, ny]: Place, { across, along }: Footprint): number {
  const width = Math.abs(nx * across[0] + ny * across[1]) + Math.abs(nx * along[0] + ny * along[1])
  const t = Math.min(1, Math.max(0, 0.5 + inside / Math.max(width, 1e-6)))
  return t * t * (3 - 2 * t)
}

function polygonShare(points: readonly Place[], [x, y]: Place, print: Footprint): number {
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
    const normal: Place = [(-turn * (by - ay)) / length, (turn * (bx - ax)) / length]
    whole *= share((x - ax) * normal[0] + (y - ay) * normal[1], normal, print)
    if (whole === 0) return 0
  }
  return whole
}

/** How much of a pixel's footprint at a place a shape covers, 0 to 1. */
export function coverage(shape: Shape, at: Place, print: Footprint): number {
  if ('any' in shape) return Math.max(...shape.any.map((one) => coverage(one, at, print)))
  if ('polygon' in shape) return polygonShare(shape.polygon, at, print)
  const [cx, cy] = 'disc' in shape ? shape.disc : shape.ring
  const [dx, dy] = [at[0] - cx, at[1] - cy]
  const far = Math.hypot(dx, dy)
  const out: Place = far < 1e-9 ? [1, 0] : [dx / far, dy / far]
  if ('disc' in shape) return share(shape.radius - far, out, print)
  const half = shape.width / 2
  return (
    share(half - (far - shape.radius), out, print) * share(half + (far - shape.radius), out, print)
  )
}

/** A straight band of some width from one place to another, with square ends. */
export function band([ax, ay]: Place, [bx, by]: Place, width: number): Shape {
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
const STROKES: Readonly<Record<string, readonly (readonly Place[])[]>> = {
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
 * A lane's number as it is painted on a track: upright for who runs towards +x, `height`
 * decimetres high, its lower left corner `at` a place.
 */
export function numeral(digit: string, at: Place, height: number): Shape {
  const strokes = STROKES[digit]
  if (!strokes) throw new RangeError(`There is no numeral ${digit}`)
  const scale = height / 10
  // Up the numeral is ahead of the runner, and its right is to his right, towards the viewer.
  const laid = ([x, y]: Place): Place => [at[0] + y * scale, at[1] - x * scale]
  const bands = strokes.flatMap((stroke) =>
    stroke.slice(1).map((to, i) => band(laid(stroke[i] ?? to), laid(to), 1.3 * scale)),
  )
  return { any: bands }
}
