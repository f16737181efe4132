import { linear, SLOTS, type Colours } from '../surface/slots.ts'

/** The background of every product picture: the site's `--cinder-ground`. */
export const GROUND = '#EFEDE8'

/** How light becomes pixels. */
export const TONE = {
  /** Strength of the shadow on the ground, as a factor. */
  shadow: 1.1,
  /** Exposure, as a factor on all light. */
  exposure: 0.97,
} as const

/** The render passes of a view, without colour. Lists run row by row from the top left. */
export interface RenderPasses {
  readonly width: number
  readonly height: number
  /** Diffuse light, and reflections. */
  readonly light: Uint16Array
  readonly gloss: Uint16Array
  /** Share of the pixel that the product covers, and how dark the shadow on the ground is. */
  readonly cover: Uint8Array
  readonly shadow: Uint8Array
  /** Each slot's share of the pixel. */
  readonly shares: readonly Uint8Array[]
}

const LIGHT_SCALE = 8192
const SHARE_SCALE = 200

/** Reads the file that the Blender script saved. Throws if its size is wrong. */
export function readPasses(data: Buffer, width: number, height: number): RenderPasses {
  const count = width * height
  const expected = count * (2 + 2 + 1 + 1 + SLOTS.length)
  if (data.length !== expected) {
    throw new RangeError(`The render passes have ${data.length} bytes, expected ${expected}`)
  }
  let at = 0
  const bytes = (size: number): Uint8Array => data.subarray(at, (at += size))
  const words = (): Uint16Array => new Uint16Array(Uint8Array.from(bytes(count * 2)).buffer)
  return {
    width,
    height,
    light: words(),
    gloss: words(),
    cover: bytes(count),
    shadow: bytes(count),
    shares: SLOTS.map(() => bytes(count)),
  }
}

/** Compresses highlights, so that white foam keeps its shape. */
function shoulder(value: number): number {
  const knee = 0.62
  if (value <= knee) return value
  const room = 1 - knee
  return knee + room * (1 - Math.exp(-(value - knee) / room))
}

const GAMMA = Uint8Array.from({ length: 4097 }, (_, i) => {
  const c = i / 4096
  return Math.round(255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055))
})

function display(value: number): number {
  return GAMMA[Math.round(Math.min(1, Math.max(0, value)) * 4096)] ?? 0
}

/** 0 at the edge of the rendered frame, 1 inside it, so that a shadow fades out. */
function edgeFade({ width, height }: RenderPasses): (k: number) => number {
  const reach = 0.11 * width
  return (k) => {
    const [x, y] = [k % width, Math.floor(k / width)]
    const near = Math.min(x, width - 1 - x, y, height - 1 - y) / reach
    return near >= 1 ? 1 : near * near * (3 - 2 * near)
  }
}

const at = (list: Uint8Array | Uint16Array | Float32Array, k: number): number => list[k] ?? 0

/** Adds up a pixel's slot colours: red, green and blue in linear light. */
function slotColour({ shares }: RenderPasses, colours: Colours): (k: number) => readonly number[] {
  const tints = SLOTS.map((slot) => linear(colours[slot]))
  const sum = [0, 0, 0]
  return (k) => {
    let [r, g, b] = [0, 0, 0]
    for (const [s, tint] of tints.entries()) {
      const share = at(shares[s] ?? new Uint8Array(), k) / SHARE_SCALE
      if (share === 0) continue
      r += share * tint[0]
      g += share * tint[1]
      b += share * tint[2]
    }
    sum[0] = r
    sum[1] = g
    sum[2] = b
    return sum
  }
}

/** A product without its background. Lists run row by row from the top left, values 0 to 1. */
export interface Cutout {
  readonly width: number
  readonly height: number
  /** Red, green and blue in linear light, multiplied by the cover. */
  readonly light: Float32Array
  readonly cover: Float32Array
  /** How much the shadow darkens the ground. */
  readonly shade: Float32Array
}

/** Light reflected by a coloured ground, as a factor on a pixel's diffuse light. */
export type Bounce = (diffuse: number) => readonly [number, number, number]

const NO_BOUNCE: Bounce = () => [1, 1, 1]

/** Colours render passes as a colourway, without the background. */
export function cutOut(passes: RenderPasses, colours: Colours, bounce = NO_BOUNCE): Cutout {
  const { width, height, light, gloss, cover, shadow } = passes
  const count = width * height
  const out = {
    width,
    height,
    light: new Float32Array(count * 3),
    cover: new Float32Array(count),
    shade: new Float32Array(count),
  }
  const fade = edgeFade(passes)
  const colourAt = slotColour(passes, colours)
  for (let k = 0; k < count; k++) {
    const covered = at(cover, k) / 255
    // The faintest shadow is dropped, so that the rendered frame has no visible edge.
    out.shade[k] = Math.max(0, at(shadow, k) / 255 - 0.02) * TONE.shadow * fade(k)
    out.cover[k] = covered
    if (covered === 0) continue
    const diffuse = at(light, k) / LIGHT_SCALE
    const mirror = (at(gloss, k) / LIGHT_SCALE) * covered
    const tint = bounce(diffuse)
    for (const [c, colour] of colourAt(k).entries()) {
      const lit = (colour * diffuse * (tint[c] ?? 1) + mirror) * TONE.exposure
      out.light[3 * k + c] = shoulder(lit / Math.max(covered, 0.02)) * covered
    }
  }
  return out
}

/** Linear light as red, green and blue bytes. */
export function toBytes(light: Float32Array): Uint8Array {
  return Uint8Array.from(light, display)
}

/** A colourway on the plain background: red, green and blue bytes of the rendered frame. */
export function composite(passes: RenderPasses, colours: Colours): Uint8Array {
  const { light, cover, shade } = cutOut(passes, colours)
  const ground = linear(GROUND)
  for (const [k, covered] of cover.entries()) {
    const bare = Math.max(0, 1 - covered - at(shade, k))
    for (const [c, colour] of ground.entries())
      light[3 * k + c] = at(light, 3 * k + c) + colour * bare
  }
  return toBytes(light)
}
