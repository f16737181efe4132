import { lerp } from '../core/number.ts'
import type { Cutout } from '../darkroom/compose.ts'
import type { Camera } from '../darkroom/views.ts'
import type { Eye, Place, Window } from './eye.ts'
import { blurOf, type Plate } from './lay.ts'

/** Where a shoe stands, against where it was photographed. */
export interface Stand {
  /** How far it is moved on the ground, in decimetres. */
  readonly by: Place
  /** Turned about the middle of its sole, in degrees against the clock; only from straight above. */
  readonly turn: number
  /** The other foot: mirrored from side to side. */
  readonly left: boolean
}

/** The middle of a shoe's sole where it is photographed. */
const MIDDLE: Place = [1.4, 0]

/** How much deeper shadows are here than on the ground of a product's card. */
const DEPTH = 1.7

const read = (list: Float32Array, k: number): number => list[k] ?? 0

/** The same done to all that a cutout has; `parts` is how many numbers a pixel takes. */
function each(
  shoe: Cutout,
  change: (list: Float32Array, parts: number) => Float32Array,
): Pick<Cutout, 'light' | 'cover' | 'shade'> {
  return {
    light: change(shoe.light, 3),
    cover: change(shoe.cover, 1),
    shade: change(shoe.shade, 1),
  }
}

/** Half a cutout's size, by means of four pixels. */
function halved(shoe: Cutout): Cutout {
  const [width, height] = [shoe.width >> 1, shoe.height >> 1]
  const half = (list: Float32Array, parts: number): Float32Array =>
    Float32Array.from({ length: width * height * parts }, (_, n) => {
      const [k, c] = [Math.floor(n / parts), n % parts]
      const row = shoe.width * parts
      const corner = 2 * Math.floor(k / width) * row + 2 * (k % width) * parts + c
      const sum = read(list, corner) + read(list, corner + parts)
      return (sum + read(list, corner + row) + read(list, corner + row + parts)) / 4
    })
  return { width, height, ...each(shoe, half) }
}

interface Smear {
  readonly width: number
  readonly parts: number
  /** Pixels to each side. */
  readonly reach: number
}

/** A box blur along the rows; turned over, so that a second one does the columns. */
function smeared(list: Float32Array, { width, parts, reach }: Smear): Float32Array {
  const height = list.length / width / parts
  const out = new Float32Array(list.length)
  for (let row = 0; row < height * parts; row++) {
    const [j, c] = [Math.floor(row / parts), row % parts]
    const seen = (i: number): number =>
      i < 0 || i >= width ? 0 : read(list, (j * width + i) * parts + c)
    let sum = 0
    for (let i = 0; i < reach; i++) sum += seen(i)
    for (let i = 0; i < width; i++) {
      sum += seen(i + reach) - seen(i - reach - 1)
      out[(i * height + j) * parts + c] = sum / (2 * reach + 1)
    }
  }
  return out
}

/** Out of focus by so many pixels of the cutout. */
function softened(shoe: Cutout, blur: number): Cutout {
  const reach = Math.round(blur / 2)
  if (reach < 1) return shoe
  const { width, height } = shoe
  const soft = (list: Float32Array, parts: number): Float32Array =>
    [width, height, width, height].reduce(
      (now, side) => smeared(now, { width: side, parts, reach }),
      list,
    )
  return { width, height, ...each(shoe, soft) }
}

/** Reads a cutout between its pixels into red, green, blue, cover, shade; false outside it. */
function reader({ width, height, light, cover, shade }: Cutout) {
  return (x: number, y: number, out: Float32Array): boolean => {
    const [i, j] = [Math.floor(x - 0.5), Math.floor(y - 0.5)]
    if (i < 0 || j < 0 || i >= width - 1 || j >= height - 1) return false
    const [s, t] = [x - 0.5 - i, y - 0.5 - j]
    const near = j * width + i
    const between = (list: Float32Array, step: number, part: number): number => {
      const from = (k: number): number => read(list, k * step + part)
      const far = near + width
      return lerp(lerp(from(near), from(near + 1), s), lerp(from(far), from(far + 1), s), t)
    }
    for (let c = 0; c < 3; c++) out[c] = between(light, 3, c)
    out[3] = between(cover, 1, 0)
    out[4] = between(shade, 1, 0)
    return true
  }
}

/** A camera and the part of its film that a picture shows. */
export interface Sight {
  readonly eye: Eye
  readonly window: Window
  readonly frame: Camera['frame']
  /** What is in focus. */
  readonly focus: Place
}

/** From a place on the picture's film to the pixel of a cutout of some width. */
function finder(stand: Stand, { eye, frame }: Sight, width: number) {
  const home = eye.film(MIDDLE)
  const here = eye.film([MIDDLE[0] + stand.by[0], MIDDLE[1] + stand.by[1]])
  const scale = here.distance / home.distance
  const turn = (stand.turn * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn) * scale, Math.sin(turn) * scale]
  const [left, right, , top] = frame
  const fine = width / (right - left)
  const side = stand.left ? -1 : 1
  return (u: number, v: number): [number, number] => {
    const [x, y] = [u - here.u, v - here.v]
    const across = home.u + x * cos - y * sin
    const down = home.v + (x * sin + y * cos) * side
    return [(across - left) * fine, (down - (1 - top) * 0.75) * fine]
  }
}

/** A cutout as large as a picture needs it, and as much out of focus. */
function fitted(shoe: Cutout, { by }: Stand, sight: Sight & { readonly pixel: number }): Cutout {
  const { eye, focus, pixel } = sight
  const [left, right] = sight.frame
  const { distance } = eye.film([MIDDLE[0] + by[0], MIDDLE[1] + by[1]])
  const scale = distance / eye.film(MIDDLE).distance
  let source = shoe
  // Pixels of the cutout to one of the picture.
  let steps = (scale * pixel * shoe.width) / (right - left)
  for (; steps > 1.5; steps /= 2) source = halved(source)
  const blur = blurOf(eye.lens, eye.film(focus).distance, distance) * scale
  return softened(source, (blur * source.width) / (right - left))
}

/** A shoe cut out, and where it goes. */
export interface Standing {
  readonly shoe: Cutout
  readonly stand: Stand
}

/** Stands a shoe on a ground that was laid for the same sight; the plate is painted over. */
export function standOn(plate: Plate, { shoe, stand }: Standing, sight: Sight): void {
  const { width, height, light } = plate
  const { window } = sight
  const pixel = window.width / width
  const source = fitted(shoe, stand, { ...sight, pixel })
  const find = finder(stand, sight, source.width)
  const look = reader(source)
  const out = new Float32Array(5)
  for (let n = 0; n < width * height; n++) {
    const [i, j] = [n % width, Math.floor(n / width)]
    const at = find(window.left + (i + 0.5) * pixel, window.top + (j + 0.5) * pixel)
    if (!look(...at, out)) continue
    // A picture in strong colours bears, and needs, a deeper shadow than a card.
    const bare = Math.max(0, (1 - read(out, 3)) * (1 - read(out, 4)) ** DEPTH)
    for (let k = 3 * n; k < 3 * n + 3; k++) light[k] = read(light, k) * bare + read(out, k - 3 * n)
  }
}
