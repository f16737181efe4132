import { lerp } from '../core/number.ts'
import type { Cutout } from '../render/compose.ts'
import type { Camera } from '../render/cameras.ts'
import type { GroundPoint, GroundProjection, ViewWindow } from './projection.ts'
import { blurOf, type LinearImage } from './render-ground.ts'

/** Where a shoe is placed, relative to where it was rendered. */
export interface Placement {
  /** Translation on the ground, in decimetres. */
  readonly by: GroundPoint
  /** Rotation about the middle of its sole, in degrees counterclockwise. Top views only. */
  readonly turn: number
  /** The left foot, which is the right one mirrored. */
  readonly left: boolean
}

/** The middle of a shoe's sole where it is rendered. */
const MIDDLE: GroundPoint = [1.4, 0]

/** How much darker shadows are than on a product picture, as an exponent. */
const SHADOW_DEPTH = 1.7

const read = (list: Float32Array, k: number): number => list[k] ?? 0

/** Applies a change to every channel of a cutout. `parts` is the number of values per pixel. */
function mapChannels(
  shoe: Cutout,
  change: (list: Float32Array, parts: number) => Float32Array,
): Pick<Cutout, 'light' | 'cover' | 'shade'> {
  return {
    light: change(shoe.light, 3),
    cover: change(shoe.cover, 1),
    shade: change(shoe.shade, 1),
  }
}

/** Halves a cutout's size by averaging four pixels. */
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
  return { width, height, ...mapChannels(shoe, half) }
}

interface BoxBlur {
  readonly width: number
  readonly parts: number
  /** Pixels to each side. */
  readonly reach: number
}

/** A box blur along the rows, transposed, so that a second call blurs the columns. */
function blurredRows(list: Float32Array, { width, parts, reach }: BoxBlur): Float32Array {
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

/** Blurs a cutout by a number of its pixels. */
function defocused(shoe: Cutout, blur: number): Cutout {
  const reach = Math.round(blur / 2)
  if (reach < 1) return shoe
  const { width, height } = shoe
  const soft = (list: Float32Array, parts: number): Float32Array =>
    [width, height, width, height].reduce(
      (now, side) => blurredRows(now, { width: side, parts, reach }),
      list,
    )
  return { width, height, ...mapChannels(shoe, soft) }
}

/** Bilinear sampler of red, green, blue, cover and shade. Returns false outside the cutout. */
function samplerOf({ width, height, light, cover, shade }: Cutout) {
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

/** A camera and the part of its image plane that a picture shows. */
export interface Viewpoint {
  readonly projection: GroundProjection
  readonly window: ViewWindow
  readonly frame: Camera['frame']
  /** The point in focus. */
  readonly focus: GroundPoint
}

/** Maps an image point of the picture to the pixel of a cutout that is `width` wide. */
function imageToCutout(placement: Placement, { projection, frame }: Viewpoint, width: number) {
  const rendered = projection.toImage(MIDDLE)
  const placed = projection.toImage([MIDDLE[0] + placement.by[0], MIDDLE[1] + placement.by[1]])
  const scale = placed.distance / rendered.distance
  const turn = (placement.turn * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn) * scale, Math.sin(turn) * scale]
  const [left, right, , top] = frame
  const fine = width / (right - left)
  const side = placement.left ? -1 : 1
  return (u: number, v: number): [number, number] => {
    const [x, y] = [u - placed.u, v - placed.v]
    const across = rendered.u + x * cos - y * sin
    const down = rendered.v + (x * sin + y * cos) * side
    return [(across - left) * fine, (down - (1 - top) * 0.75) * fine]
  }
}

/** Scales a cutout down to the size the picture needs, and defocuses it. */
function fitted(
  shoe: Cutout,
  { by }: Placement,
  view: Viewpoint & { readonly pixel: number },
): Cutout {
  const { projection, focus, pixel } = view
  const [left, right] = view.frame
  const { distance } = projection.toImage([MIDDLE[0] + by[0], MIDDLE[1] + by[1]])
  const scale = distance / projection.toImage(MIDDLE).distance
  let source = shoe
  // Pixels of the cutout per pixel of the picture.
  let steps = (scale * pixel * shoe.width) / (right - left)
  for (; steps > 1.5; steps /= 2) source = halved(source)
  const blur = blurOf(projection.lens, projection.toImage(focus).distance, distance) * scale
  return defocused(source, (blur * source.width) / (right - left))
}

/** A shoe's cutout, and its placement. */
export interface PlacedShoe {
  readonly shoe: Cutout
  readonly placement: Placement
}

/** Draws a shoe and its shadow onto a ground that was rendered from the same viewpoint. */
export function drawShoe(
  image: LinearImage,
  { shoe, placement }: PlacedShoe,
  view: Viewpoint,
): void {
  const { width, height, light } = image
  const { window } = view
  const pixel = window.width / width
  const source = fitted(shoe, placement, { ...view, pixel })
  const toCutout = imageToCutout(placement, view, source.width)
  const sample = samplerOf(source)
  const out = new Float32Array(5)
  for (let n = 0; n < width * height; n++) {
    const [i, j] = [n % width, Math.floor(n / width)]
    const at = toCutout(window.left + (i + 0.5) * pixel, window.top + (j + 0.5) * pixel)
    if (!sample(...at, out)) continue
    // Strong colors need a darker shadow than the pale ground of a product picture.
    const bare = Math.max(0, (1 - read(out, 3)) * (1 - read(out, 4)) ** SHADOW_DEPTH)
    for (let k = 3 * n; k < 3 * n + 3; k++) light[k] = read(light, k) * bare + read(out, k - 3 * n)
  }
}
