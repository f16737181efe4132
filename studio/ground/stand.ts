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

/** Half a cutout's size, by means of four pixels. */
function halved({ width, height, light, cover, shade }: Cutout): Cutout {
  const [w, h] = [width >> 1, height >> 1]
  const half = (list: Float32Array, parts: number): Float32Array =>
    Float32Array.from({ length: w * h * parts }, (_, n) => {
      const [k, c] = [Math.floor(n / parts), n % parts]
      const corner = (2 * Math.floor(k / w) * width + 2 * (k % w)) * parts + c
      const read = (at: number): number => list[at] ?? 0
      const below = corner + width * parts
      return (read(corner) + read(corner + parts) + read(below) + read(below + parts)) / 4
    })
  return { width: w, height: h, light: half(light, 3), cover: half(cover, 1), shade: half(shade, 1) }
}

/** One box blur along the rows, so many pixels to each side; turned, so that two do both ways. */
function smeared(list: Float32Array, width: number, parts: number, reach: number): Float32Array {
  const height = list.length / width / parts
  const out = new Float32Array(list.length)
  for (let j = 0; j < height; j++)
    for (let c = 0; c < parts; c++) {
      let sum = 0
      const read = (i: number): number => (i < 0 || i >= width ? 0 : (list[(j * width + i) * parts + c] ?? 0))
      for (let i = -reach; i < reach; i++) sum += read(i)
      for (let i = 0; i < width; i++) {
        sum += read(i + reach) - read(i - reach - 1)
        out[(i * height + j) * parts + c] = sum / (2 * reach + 1)
      }
    }
  return out
}

/** Out of focus by so many pixels of the cutout. */
function softened(shoe: Cutout, blur: number): Cutout {
  const reach = Math.round(blur / 2)
  if (reach < 1) return shoe
  const soft = (list: Float32Array, parts: number): Float32Array =>
    [shoe.width, shoe.height, shoe.width, shoe.height].reduce(
      (now, side) => smeared(now, side, parts, reach),
      list,
    )
  return { ...shoe, light: soft(shoe.light, 3), cover: soft(shoe.cover, 1), shade: soft(shoe.shade, 1) }
}

/** Reads a cutout between its pixels; zero outside it. */
function reader({ width, height, light, cover, shade }: Cutout) {
  return (x: number, y: number, out: Float32Array): boolean => {
    const [i, j] = [Math.floor(x - 0.5), Math.floor(y - 0.5)]
    if (i < 0 || j < 0 || i >= width - 1 || j >= height - 1) return false
    const [s, t] = [x - 0.5 - i, y - 0.5 - j]
    out.fill(0)
    for (const [k, weight] of [
      [j * width + i, (1 - s) * (1 - t)],
      [j * width + i + 1, s * (1 - t)],
      [(j + 1) * width + i, (1 - s) * t],
      [(j + 1) * width + i + 1, s * t],
    ] as const) {
      for (let c = 0; c < 3; c++) out[c] = (out[c] ?? 0) + (light[3 * k + c] ?? 0) * weight
      out[3] = (out[3] ?? 0) + (cover[k] ?? 0) * weight
      out[4] = (out[4] ?? 0) + (shade[k] ?? 0) * weight
    }
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

/** Stands a shoe on a ground that was laid for the same sight; the plate is painted over. */
export function standOn(plate: Plate, shoe: Cutout, stand: Stand, sight: Sight): void {
  const { eye, window, frame, focus } = sight
  const pixel = window.width / plate.width
  const home = eye.film(MIDDLE)
  const here = eye.film([MIDDLE[0] + stand.by[0], MIDDLE[1] + stand.by[1]])
  const scale = here.distance / home.distance
  const turn = (stand.turn * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn) * scale, Math.sin(turn) * scale]
  const [left, right, , top] = frame
  let source = shoe
  // Pixels of the cutout to one of the picture.
  let steps = (scale * pixel * source.width) / (right - left)
  for (; steps > 1.5; steps /= 2) source = halved(source)
  const fine = source.width / (right - left)
  const blur = blurOf(eye.lens, eye.film(focus).distance, here.distance) * scale
  const read = reader(softened(source, blur * fine))
  const out = new Float32Array(5)
  for (let j = 0; j < plate.height; j++)
    for (let i = 0; i < plate.width; i++) {
      const u = window.left + (i + 0.5) * pixel - here.u
      const v = window.top + (j + 0.5) * pixel - here.v
      const across = home.u + u * cos - v * sin
      const down = (u * sin + v * cos) * (stand.left ? -1 : 1) + home.v
      if (!read((across - left) * fine, (down - (1 - top) * 0.75) * fine, out)) continue
      const [, , , cover = 0, shade = 0] = out
      // A picture in strong colours bears, and needs, a deeper shadow than a card.
      const bare = Math.max(0, (1 - cover) * (1 - shade) ** DEPTH)
      const k = 3 * (j * plate.width + i)
      for (let c = 0; c < 3; c++)
        plate.light[k + c] = (plate.light[k + c] ?? 0) * bare + (out[c] ?? 0)
    }
}
