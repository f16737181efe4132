import { randomFrom } from '../core/number.ts'

/** The settings of a grain. */
export interface GrainSpec {
  /** Size of a granule in decimetres. */
  readonly size: number
  /** How much granules differ, 0 to 1. */
  readonly mottle: number
  /** How deep the gaps between them are, 0 to 1. */
  readonly gaps: number
}

/** Pixels along a side of a tile, and to a decimetre. */
const SIDE = 1024
const FINENESS = 512

type Level = Float32Array

/**
 * Granules pressed into binder, seen from above, as a tile that repeats every 2 dm: 1 is the even
 * surface, less is darker. Each granule is a Voronoi cell around a random point.
 */
export class Grain {
  /** The tile at full resolution, then at half of it, and so on. */
  readonly #levels: readonly Level[]

  constructor(spec: GrainSpec) {
    this.#levels = halvings(evened(tile(spec)))
  }

  /** Its lightness at a place, averaged over `spread` decimetres. */
  at(x: number, y: number, spread: number): number {
    const level = Math.log2(Math.max(1, spread * FINENESS))
    const whole = Math.min(Math.floor(level), this.#levels.length - 1)
    const near = this.#read(whole, x, y)
    if (whole >= this.#levels.length - 1) return near
    return near + (this.#read(whole + 1, x, y) - near) * (level - whole)
  }

  #read(index: number, x: number, y: number): number {
    const level = this.#levels[index]
    if (!level) return 1
    const side = SIDE >> index
    const scale = FINENESS / 2 ** index
    const [u, v] = [x * scale - 0.5, y * scale - 0.5]
    const [i, j] = [Math.floor(u), Math.floor(v)]
    const [s, t] = [u - i, v - j]
    const mask = side - 1
    const [i0, i1, j0, j1] = [i & mask, (i + 1) & mask, (j & mask) * side, ((j + 1) & mask) * side]
    const top = (level[j0 + i0] ?? 1) * (1 - s) + (level[j0 + i1] ?? 1) * s
    const bottom = (level[j1 + i0] ?? 1) * (1 - s) + (level[j1 + i1] ?? 1) * s
    return top * (1 - t) + bottom * t
  }
}

interface Lattice {
  readonly cells: number
  /** For each cell the position of its point, across and down, and its lightness; all 0 to 1. */
  readonly points: Float32Array
}

/** Distances to the nearest two points, squared, and which is the nearest. */
function nearest({ cells, points }: Lattice, x: number, y: number): [number, number, number] {
  const [a, b] = [Math.floor(x), Math.floor(y)]
  let [first, second, which] = [9, 9, 0]
  for (let n = 0; n < 9; n++) {
    const [p, q] = [a - 1 + (n % 3), b - 1 + Math.floor(n / 3)]
    const at = 3 * (((q + cells) % cells) * cells + ((p + cells) % cells))
    const dx = p + (points[at] ?? 0) - x
    const dy = q + (points[at + 1] ?? 0) - y
    const far = dx * dx + dy * dy
    if (far < first) [second, first, which] = [first, far, at]
    else if (far < second) second = far
  }
  return [first, second, which]
}

/** Lightness of each pixel of the tile: its granule's, darker towards the gap to the next. */
function tile({ size, mottle, gaps }: GrainSpec): Level {
  const random = randomFrom(`grain ${size} ${mottle} ${gaps}`)
  const cells = Math.max(4, Math.round(SIDE / (size * FINENESS)))
  const points = Float32Array.from({ length: cells * cells * 3 }, random)
  return Float32Array.from({ length: SIDE * SIDE }, (_, k) => {
    const [x, y] = [((k % SIDE) * cells) / SIDE, (Math.floor(k / SIDE) * cells) / SIDE]
    const [first, second, which] = nearest({ cells, points }, x, y)
    const edge = Math.min(1, (Math.sqrt(second) - Math.sqrt(first)) / 0.3)
    const shade = 1 + mottle * ((points[which + 2] ?? 0.5) - 0.5)
    return shade * (1 - gaps * (1 - edge) ** 2)
  })
}

/** The same with a mean of 1, so that a grain does not darken its colour. */
function evened(level: Level): Level {
  const mean = level.reduce((sum, value) => sum + value, 0) / level.length
  return level.map((value) => value / mean)
}

function halvings(first: Level): Level[] {
  const levels = [first]
  for (let side = SIDE / 2; side >= 1; side /= 2) {
    const finer = levels.at(-1) ?? first
    const row = side * 2
    const read = (k: number): number => finer[k] ?? 1
    levels.push(
      Float32Array.from({ length: side * side }, (_, k) => {
        const corner = 2 * Math.floor(k / side) * row + 2 * (k % side)
        const [a, b] = [read(corner), read(corner + 1)]
        return (a + b + read(corner + row) + read(corner + row + 1)) / 4
      }),
    )
  }
  return levels
}
