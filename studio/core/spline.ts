import { decimal, lerp, steps } from './number.ts'

/** x, y in the units of the drawing. */
export type Point = readonly [number, number]

/** Start, two handles, end of one cubic Bézier. */
type Cubic = readonly [Point, Point, Point, Point]

/** Points from a flat list: x, y, x, y … */
export function points(flat: readonly number[]): Point[] {
  return Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i] ?? 0, flat[2 * i + 1] ?? 0])
}

/** Reads a point that must exist. Throws instead of drawing a gap. */
function pick(list: readonly Point[], index: number): Point {
  const point = list[index]
  if (!point) throw new RangeError(`No point ${index} among ${list.length}`)
  return point
}

/** Reads the last of some points. */
export function last(points: readonly Point[]): Point {
  return pick(points, points.length - 1)
}

/**
 * A smooth y(x) through points sorted by x: cubic Hermite with averaged slopes, straight on
 * beyond both ends.
 */
export function through(points: readonly Point[]): (x: number) => number {
  const rise = (i: number): number => {
    const [x0, y0] = pick(points, i)
    const [x1, y1] = pick(points, i + 1)
    return (y1 - y0) / (x1 - x0)
  }
  const end = points.length - 1
  const slopes = points.map((_, i) => {
    if (i === 0) return rise(0)
    if (i === end) return rise(end - 1)
    return (rise(i - 1) + rise(i)) / 2
  })
  return (x) => {
    let i = 0
    while (i < end - 1 && x > pick(points, i + 1)[0]) i++
    const [x0, y0] = pick(points, i)
    const [x1, y1] = pick(points, i + 1)
    const [m0, m1] = [slopes[i] ?? 0, slopes[i + 1] ?? 0]
    if (x <= x0) return y0 + m0 * (x - x0)
    if (x >= x1) return y1 + m1 * (x - x1)
    const t = (x - x0) / (x1 - x0)
    const s = 1 - t
    const handles = (x1 - x0) * (s * s * t * m0 - s * t * t * m1)
    return y0 * s * s * (1 + 2 * t) + y1 * t * t * (3 - 2 * t) + handles
  }
}

/** Points along y = f(x). */
export function trace(f: (x: number) => number, range: Point, count: number): Point[] {
  return steps(range[0], range[1], count).map((x) => [x, f(x)] as const)
}

function handle(from: Point, via: Point, to: Point): Point {
  // Centripetal Catmull-Rom: square roots of the chords keep tight bends from looping.
  const a = Math.sqrt(Math.hypot(via[0] - from[0], via[1] - from[1])) || 1e-3
  const b = Math.sqrt(Math.hypot(to[0] - via[0], to[1] - via[1])) || 1e-3
  const along = (k: 0 | 1): number => {
    const slope = (via[k] - from[k]) / a - (to[k] - from[k]) / (a + b) + (to[k] - via[k]) / b
    return via[k] + (slope * b) / 3
  }
  return [along(0), along(1)]
}

function mirrored(point: Point, about: Point): Point {
  return [2 * about[0] - point[0], 2 * about[1] - point[1]]
}

function cubics(points: readonly Point[]): Cubic[] {
  const out: Cubic[] = []
  for (let i = 0; i < points.length - 1; i++) {
    const start = pick(points, i)
    const stop = pick(points, i + 1)
    const before = points[i - 1] ?? mirrored(stop, start)
    const after = points[i + 2] ?? mirrored(start, stop)
    out.push([start, handle(before, start, stop), handle(after, stop, start), stop])
  }
  return out
}

const write = ([x, y]: Point): string => `${decimal(x)} ${decimal(y)}`

/**
 * Path data of smooth runs, end to end; where two runs meet there is a corner, or a straight
 * line if they do not touch.
 */
export function curvePath(runs: readonly (readonly Point[])[], closed = false): string {
  const parts = runs.map((run, i) => {
    const start = `${i === 0 ? 'M' : 'L'}${write(pick(run, 0))}`
    return (
      start +
      cubics(run)
        .map((c) => `C${c.slice(1).map(write).join(' ')}`)
        .join('')
    )
  })
  return parts.join('') + (closed ? 'Z' : '')
}

/** Path data of straight lines through points. */
export function linePath(points: readonly Point[], closed = false): string {
  return `M${points.map(write).join('L')}${closed ? 'Z' : ''}`
}

/** A smooth run as many short straight ones: `count` to each gap between points. */
export function sampled(points: readonly Point[], count = 8): Point[] {
  const inside = cubics(points).flatMap(([a, b, c, d]) =>
    Array.from({ length: count }, (_, i): Point => {
      const t = i / count
      const s = 1 - t
      const along = (k: 0 | 1): number =>
        s * s * s * a[k] + 3 * s * s * t * b[k] + 3 * s * t * t * c[k] + t * t * t * d[k]
      return [along(0), along(1)]
    }),
  )
  return [...inside, last(points)]
}

/** A line moved sideways: to the left of its direction where `distance` is positive. */
export function offset(line: readonly Point[], distance: number): Point[] {
  return line.map((point, i) => {
    const a = line[i - 1] ?? point
    const b = line[i + 1] ?? point
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1
    const [dx, dy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
    return [point[0] - dy * distance, point[1] + dx * distance]
  })
}

/** The point a share `t` (0 to 1) of the way along a line, by length. */
export function pointAlong(line: readonly Point[], t: number): Point {
  const gaps = line.slice(1).map((p, i) => {
    const q = pick(line, i)
    return Math.hypot(p[0] - q[0], p[1] - q[1])
  })
  let left = t * gaps.reduce((sum, gap) => sum + gap, 0)
  for (const [i, gap] of gaps.entries()) {
    if (left <= gap) {
      const [a, b] = [pick(line, i), pick(line, i + 1)]
      const share = gap === 0 ? 0 : left / gap
      return [lerp(a[0], b[0], share), lerp(a[1], b[1], share)]
    }
    left -= gap
  }
  return last(line)
}
