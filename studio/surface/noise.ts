import { lerp } from '../core/number.ts'

/** A random number, 0 to 1, that is always the same for a pair of integers. */
export const speck = (x: number, y: number): number => {
  let n = Math.imul(x | 0, 374761393) + Math.imul(y | 0, 668265263)
  n = Math.imul(n ^ (n >>> 13), 1274126177)
  return ((n ^ (n >>> 16)) >>> 0) / 4294967296
}

/** Smooth noise, 0 to 1, with about one bump per unit. */
export function cloud(x: number, y: number): number {
  const [i, j] = [Math.floor(x), Math.floor(y)]
  const ease = (t: number): number => t * t * (3 - 2 * t)
  const [s, t] = [ease(x - i), ease(y - j)]
  return lerp(
    lerp(speck(i, j), speck(i + 1, j), s),
    lerp(speck(i, j + 1), speck(i + 1, j + 1), s),
    t,
  )
}
