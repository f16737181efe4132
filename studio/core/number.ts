/** Limits `value` to the range from `low` to `high`. */
export function clamp(value: number, low = 0, high = 1): number {
  return Math.min(high, Math.max(low, value))
}

/** The value a share `t` (0 to 1) of the way from `from` to `to`; not clamped. */
export function lerp(from: number, to: number, t: number): number {
  return from + (to - from) * t
}

/** 0 before `from`, 1 after `to`, with an S-shaped step between. */
export function smooth(from: number, to: number, x: number): number {
  const t = clamp((x - from) / (to - from))
  return t * t * (3 - 2 * t)
}

/** A bell of height 1 at `centre`; `width` is its standard deviation. */
export function bump(x: number, centre: number, width: number): number {
  return Math.exp(-((x - centre) ** 2) / (2 * width * width))
}

/** `count` + 1 numbers from `from` to `to`, both ends included. */
export function steps(from: number, to: number, count: number): number[] {
  return Array.from({ length: count + 1 }, (_, i) => lerp(from, to, i / count))
}

/**
 * A short decimal for SVG. Throws on NaN and infinity: a broken number would silently drop a
 * whole path from the picture.
 */
export function decimal(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`Not a finite number: ${value}`)
  const text = String(Math.round(value * 100) / 100)
  return text === '-0' ? '0' : text
}

/** Random numbers in 0..1, seeded by a text. The same text gives the same numbers. */
export function randomFrom(seed: string): () => number {
  let state = 2166136261
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16777619)
  return () => {
    state = (state + 0x9e3779b9) | 0
    let word = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97)
    return ((word ^ (word >>> 15)) >>> 0) / 4294967296
  }
}
