import { unit, type Vec3 } from './vec.ts'

/** A row of a keyed curve: the position along it, and the values there. */
export type Key = readonly [at: number, ...values: number[]]

const value = (key: Key | undefined, column: number): number => key?.[column] ?? 0

function slopes(keys: readonly Key[], column: number): number[] {
  const rise = (i: number): number =>
    (value(keys[i + 1], column) - value(keys[i], column)) / gap(keys, i)
  const end = keys.length - 1
  return keys.map((_, i) => {
    if (i === 0) return rise(0)
    if (i === end) return rise(end - 1)
    const [before, after] = [gap(keys, i - 1), gap(keys, i)]
    return (rise(i - 1) * after + rise(i) * before) / (before + after)
  })
}

function gap(keys: readonly Key[], i: number): number {
  return value(keys[i + 1], 0) - value(keys[i], 0) || 1e-9
}

/**
 * A smooth curve through rows of values, keyed by their first column (non-uniform Catmull-Rom).
 * Beyond its ends it keeps the last value, or repeats every `period`.
 */
export function keyed(rows: readonly Key[], period = 0): (at: number) => number[] {
  const sorted = [...rows].sort((a, b) => a[0] - b[0])
  const moved = (key: Key, by: number): Key => [key[0] + by, ...key.slice(1)]
  const keys =
    period > 0
      ? [
          ...sorted.slice(-3).map((key) => moved(key, -period)),
          ...sorted,
          ...sorted.slice(0, 3).map((key) => moved(key, period)),
        ]
      : sorted
  const columns = (keys[0]?.length ?? 1) - 1
  const tangents = Array.from({ length: columns }, (_, c) => slopes(keys, c + 1))
  const [low, high] = [value(keys[0], 0), value(keys.at(-1), 0)]
  return (at) => {
    const t = Math.min(high, Math.max(low, at))
    let i = 0
    while (i < keys.length - 2 && t > value(keys[i + 1], 0)) i++
    const h = gap(keys, i)
    const u = (t - value(keys[i], 0)) / h
    const s = 1 - u
    return tangents.map((tangent, c) => {
      const [a, b] = [value(keys[i], c + 1), value(keys[i + 1], c + 1)]
      const swing = h * (s * s * u * (tangent[i] ?? 0) - s * u * u * (tangent[i + 1] ?? 0))
      return a * s * s * (1 + 2 * u) + b * u * u * (3 - 2 * u) + swing
    })
  }
}

/** A keyed curve of points. */
export function spaceCurve(rows: readonly Key[]): (at: number) => Vec3 {
  const curve = keyed(rows)
  return (at) => {
    const [x = 0, y = 0, z = 0] = curve(at)
    return [x, y, z]
  }
}

/** A keyed curve of one value. */
export function profile(rows: readonly (readonly [number, number])[]): (at: number) => number {
  const curve = keyed(rows)
  return (at) => curve(at)[0] ?? 0
}

/** The direction of a space curve at a place. */
export function heading(curve: (at: number) => Vec3, at: number, step = 1e-3): Vec3 {
  const [a, b] = [curve(at - step), curve(at + step)]
  return unit([b[0] - a[0], b[1] - a[1], b[2] - a[2]])
}
