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

const at = (list: Uint8Array | Uint16Array, k: number): number => list[k] ?? 0

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

/** Puts a colourway's colours into a negative: red, green and blue bytes of the rendered frame. */
export function develop(negative: Negative, colours: Colours): Uint8Array {
  const { light, gloss, cover, shadow } = negative
  const ground = linear(GROUND)
  const out = new Uint8Array(light.length * 3)
  const fade = fading(negative)
  const paint = painter(negative, colours)
  for (let k = 0; k < light.length; k++) {
    const covered = at(cover, k) / 255
    // The faintest shadow is let go, so that the rendered frame has no visible border.
    const shade = Math.max(0, at(shadow, k) / 255 - 0.02) * PRINTING.shadow * fade(k)
    const bare = Math.max(0, 1 - covered - shade)
    const under = ground.map((c) => c * bare)
    if (covered > 0) {
      const [r = 0, g = 0, b = 0] = paint(k)
      const diffuse = at(light, k) / LIGHT_SCALE
      const mirror = (at(gloss, k) / LIGHT_SCALE) * covered
      for (const [c, colour] of [r, g, b].entries()) {
        const lit = ((colour * diffuse + mirror) * PRINTING.exposure) / Math.max(covered, 0.02)
        under[c] = (under[c] ?? 0) + shoulder(lit) * covered
      }
    }
    out.set(under.map(display), 3 * k)
  }
  return out
}
