import { linear, SLOTS, type Colours } from '../surface/slots.ts'

/** The bare ground that every product stands on: the site's `--cinder-ground`. */
export const GROUND = '#EFEDE8'

/** How a negative is printed. */
export const PRINTING = {
  /** How dark the shadow on the ground is, against what was cast. */
  shadow: 1.1,
  /** Exposure, as a factor on all light. */
  exposure: 0.97,
} as const

/** What was rendered of a view, without colour. Lists run row by row from the top left. */
export interface Negative {
  readonly width: number
  readonly height: number
  /** Diffuse light that falls on a place, and what it mirrors. */
  readonly light: Uint16Array
  readonly gloss: Uint16Array
  /** How much of the pixel is the product, and how dark the ground is. */
  readonly cover: Uint8Array
  readonly shadow: Uint8Array
  /** For each slot, its share of the pixel. */
  readonly shares: readonly Uint8Array[]
}

const LIGHT_SCALE = 8192
const SHARE_SCALE = 200

/** Reads what the Blender script saved; throws where it is cut short. */
export function readNegative(data: Buffer, width: number, height: number): Negative {
  const count = width * height
  const expected = count * (2 + 2 + 1 + 1 + SLOTS.length)
  if (data.length !== expected) {
    throw new RangeError(`A negative of ${data.length} bytes, not ${expected}`)
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

/** Rolls off the last tenth before white, so that white foam keeps its form. */
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

/** 0 at the border of the rendered frame, 1 inside it: a shadow must not end in a line. */
function fading({ width, height }: Negative): (k: number) => number {
  const reach = 0.11 * width
  return (k) => {
    const [x, y] = [k % width, Math.floor(k / width)]
    const near = Math.min(x, width - 1 - x, y, height - 1 - y) / reach
    return near >= 1 ? 1 : near * near * (3 - 2 * near)
  }
}

const at = (list: Uint8Array | Uint16Array | Float32Array, k: number): number => list[k] ?? 0

/** Adds up what a pixel is painted with: red, green, blue in linear light. */
function painter({ shares }: Negative, colours: Colours): (k: number) => readonly number[] {
  const tints = SLOTS.map((slot) => linear(colours[slot]))
  const paint = [0, 0, 0]
  return (k) => {
    let [r, g, b] = [0, 0, 0]
    for (const [s, tint] of tints.entries()) {
      const share = at(shares[s] ?? new Uint8Array(), k) / SHARE_SCALE
      if (share === 0) continue
      r += share * tint[0]
      g += share * tint[1]
      b += share * tint[2]
    }
    paint[0] = r
    paint[1] = g
    paint[2] = b
    return paint
  }
}

/** A product cut out of its ground. Lists run row by row from the top left, values 0 to 1. */
export interface Cutout {
  readonly width: number
  readonly height: number
  /** Linear light of red, green and blue, already times the cover. */
  readonly light: Float32Array
  readonly cover: Float32Array
  /** How much darker the ground is there. */
  readonly shade: Float32Array
}

/** Light that a coloured ground throws back: what a pixel's light is multiplied by. */
export type Bounce = (diffuse: number) => readonly [number, number, number]

const NONE: Bounce = () => [1, 1, 1]

/** Puts a colourway's colours into a negative, and leaves the ground away. */
export function cutOut(negative: Negative, colours: Colours, bounce = NONE): Cutout {
  const { width, height, light, gloss, cover, shadow } = negative
  const count = width * height
  const out = {
    width,
    height,
    light: new Float32Array(count * 3),
    cover: new Float32Array(count),
    shade: new Float32Array(count),
  }
  const fade = fading(negative)
  const paint = painter(negative, colours)
  for (let k = 0; k < count; k++) {
    const covered = at(cover, k) / 255
    // The faintest shadow is let go, so that the rendered frame has no visible border.
    out.shade[k] = Math.max(0, at(shadow, k) / 255 - 0.02) * PRINTING.shadow * fade(k)
    out.cover[k] = covered
    if (covered === 0) continue
    const diffuse = at(light, k) / LIGHT_SCALE
    const mirror = (at(gloss, k) / LIGHT_SCALE) * covered
    const tint = bounce(diffuse)
    for (const [c, colour] of paint(k).entries()) {
      const lit = (colour * diffuse * (tint[c] ?? 1) + mirror) * PRINTING.exposure
      out.light[3 * k + c] = shoulder(lit / Math.max(covered, 0.02)) * covered
    }
  }
  return out
}

/** Linear light as red, green and blue bytes. */
export function toBytes(light: Float32Array): Uint8Array {
  return Uint8Array.from(light, display)
}

/** A colourway on the bare ground: red, green and blue bytes of the rendered frame. */
export function develop(negative: Negative, colours: Colours): Uint8Array {
  const { light, cover, shade } = cutOut(negative, colours)
  const ground = linear(GROUND)
  for (const [k, covered] of cover.entries()) {
    const bare = Math.max(0, 1 - covered - at(shade, k))
    for (const [c, colour] of ground.entries())
      light[3 * k + c] = at(light, 3 * k + c) + colour * bare
  }
  return toBytes(light)
}
