import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { clamp, lerp } from '../core/number.ts'
import { SLOTS, SLOTS_PER_PASS, SLOT_PASSES, type Slot } from './slots.ts'

/** The area a texture covers, in centimetres, and its resolution. */
export interface TextureSize {
  readonly width: number
  readonly height: number
  /** Pixels per centimetre. */
  readonly grain: number
  readonly x?: number
  readonly y?: number
  /** y grows downwards, as on a plan of the sole. */
  readonly down?: boolean
}

/** How much of something there is at each pixel, 0 to 1. */
export type Mask = Float32Array

/** One layer of material. */
export interface Layer {
  readonly slot?: Slot
  readonly alpha?: number
  /** How thick it is, in centimetres. */
  readonly rise?: number
  readonly rough?: number
  /** How much it smooths the weave below it, 0 to 1. */
  readonly flatten?: number
  /** Covers the layers below at one height, instead of following their edges. */
  readonly level?: boolean
}

/** A bitmap of one or three channels. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3
  readonly pixels: Uint8Array
}

/** How a box blur walks through a list: `lines` runs of `count` values. */
interface Walk {
  readonly step: number
  readonly line: number
  readonly lines: number
  readonly count: number
}

function boxed(from: Mask, { step, line, lines, count }: Walk, half: number): Mask {
  const to = new Float32Array(from.length)
  for (let l = 0; l < lines; l++) {
    const start = l * line
    const read = (i: number): number => from[start + clamp(i, 0, count - 1) * step] ?? 0
    let sum = 0
    for (let i = -half; i <= half; i++) sum += read(i)
    for (let i = 0; i < count; i++) {
      to[start + i * step] = sum / (2 * half + 1)
      sum += read(i + half + 1) - read(i - half)
    }
  }
  return to
}

function blurred(values: Mask, [width, height]: readonly [number, number], radius: number): Mask {
  if (radius < 1) return values
  const half = Math.round(radius)
  const along = boxed(values, { step: 1, line: width, lines: height, count: width }, half)
  return boxed(along, { step: width, line: 1, lines: width, count: height }, half)
}

/** Changes values where a mask is above zero. */
function mix(values: Mask, mask: Mask, change: (value: number, share: number) => number): void {
  for (let k = 0; k < mask.length; k++) {
    const share = mask[k] ?? 0
    if (share > 0) values[k] = change(values[k] ?? 0, share)
  }
}

/**
 * The texture maps of one material, measured in centimetres: the colour slots, the height and the
 * roughness of each pixel.
 */
export class MaterialTexture {
  readonly columns: number
  readonly rows: number
  /** Multiplies the colour, for weave and wear. */
  readonly shade: Float32Array
  /** Height from layers that have a thickness. */
  readonly height: Float32Array
  /** The cloth's own relief. */
  readonly weave: Float32Array
  readonly rough: Float32Array
  readonly weights = new Map<Slot, Float32Array>()
  readonly size: TextureSize

  constructor(size: TextureSize, base: Slot, rough = 0.85) {
    this.size = size
    this.columns = Math.round(size.width * size.grain)
    this.rows = Math.round(size.height * size.grain)
    const count = this.columns * this.rows
    this.shade = new Float32Array(count).fill(1)
    this.height = new Float32Array(count)
    this.weave = new Float32Array(count)
    this.rough = new Float32Array(count).fill(rough)
    this.weights.set(base, new Float32Array(count).fill(1))
  }

  /** Calls back for every pixel with its position in centimetres. */
  each(visit: (x: number, y: number, k: number) => void): void {
    const { grain, x: x0 = 0, y: y0 = 0, height, down } = this.size
    for (let j = 0; j < this.rows; j++) {
      const y = y0 + (down ? (j + 0.5) / grain : height - (j + 0.5) / grain)
      for (let i = 0; i < this.columns; i++) visit((i + 0.5) / grain + x0, y, j * this.columns + i)
    }
  }

  /** Draws a mask with canvas calls, in centimetres. `blur` is in pixels. */
  drawMask(draw: (pen: SKRSContext2D) => void, blur = 1): Mask {
    const canvas = createCanvas(this.columns, this.rows)
    const pen = canvas.getContext('2d')
    pen.fillStyle = pen.strokeStyle = '#fff'
    const { grain, x = 0, y = 0, height, down } = this.size
    if (down) pen.setTransform(grain, 0, 0, grain, -x * grain, -y * grain)
    else pen.setTransform(grain, 0, 0, -grain, -x * grain, (height + y) * grain)
    draw(pen)
    const { data } = pen.getImageData(0, 0, this.columns, this.rows)
    const mask = new Float32Array(this.columns * this.rows)
    for (let k = 0; k < mask.length; k++) mask[k] = (data[4 * k + 3] ?? 0) / 255
    return blurred(mask, [this.columns, this.rows], blur)
  }

  /** Computes a mask from each pixel's position. */
  mask(value: (x: number, y: number) => number): Mask {
    const mask = new Float32Array(this.columns * this.rows)
    this.each((x, y, k) => (mask[k] = value(x, y)))
    return mask
  }

  /** Applies a layer of material where the mask is set. */
  apply(mask: Mask, layer: Layer): void {
    const { slot, alpha = 1, rise = 0, rough, flatten, level } = layer
    if (level) this.#bridge(mask)
    const cover = mask.map((value) => (value * alpha < 0.003 ? 0 : value * alpha))
    if (slot) this.#paint(cover, slot)
    if (rise !== 0) this.#raise(mask, rise, slot !== undefined)
    if (rough !== undefined) mix(this.rough, cover, (value, share) => lerp(value, rough, share))
    if (flatten === undefined) return
    mix(this.weave, cover, (value, share) => value * (1 - flatten * share))
    mix(this.shade, cover, (value, share) => lerp(value, 1, flatten * share))
  }

  /** Sets everything below a mask to its mean height. */
  #bridge(mask: Mask): void {
    let [sum, all] = [0, 0]
    for (let k = 0; k < mask.length; k++) {
      sum += (this.height[k] ?? 0) * (mask[k] ?? 0)
      all += mask[k] ?? 0
    }
    const mean = sum / Math.max(all, 1e-6)
    mix(this.height, mask, (value, share) => lerp(value, mean, share))
  }

  /** Adds thickness with a rounded edge, and the shadow along that edge. */
  #raise(mask: Mask, rise: number, casts: boolean): void {
    const size = [this.columns, this.rows] as const
    const soft = blurred(mask, size, 0.035 * this.size.grain)
    mix(this.height, soft, (value, share) => value + rise * share)
    if (!casts || rise < 0.02) return
    const near = blurred(mask, size, 0.075 * this.size.grain)
    for (let k = 0; k < near.length; k++) {
      const dark = (near[k] ?? 0) * (1 - (mask[k] ?? 0))
      if (dark > 0) this.shade[k] = (this.shade[k] ?? 1) * (1 - 0.8 * dark)
    }
  }

  #paint(cover: Mask, slot: Slot): void {
    for (const weight of this.weights.values())
      mix(weight, cover, (value, share) => value * (1 - share))
    const own = this.weights.get(slot) ?? new Float32Array(cover.length)
    this.weights.set(slot, own)
    mix(own, cover, (value, share) => value + share)
  }

  /** Shares of the three slots of a pass, or null where the texture has none of them. */
  pass(index: number): Raster | null {
    const slots = SLOTS.slice(index * SLOTS_PER_PASS, (index + 1) * SLOTS_PER_PASS)
    const lists = slots.map((slot) => this.weights.get(slot))
    if (lists.every((list) => list === undefined)) return null
    return this.raster(3, (k, channel) => (lists[channel]?.[k] ?? 0) * (this.shade[k] ?? 1))
  }

  /** All passes of which the texture has at least one slot. */
  passes(): { readonly index: number; readonly raster: Raster }[] {
    return Array.from({ length: SLOT_PASSES }, (_, index) => ({
      index,
      raster: this.pass(index),
    })).flatMap(({ index, raster }) => (raster ? [{ index, raster }] : []))
  }

  /** The relief as a tangent-space normal map (y up). */
  normals(strength = 1): Raster {
    const { columns, rows } = this
    const total = (i: number, j: number): number => {
      const k = clamp(j, 0, rows - 1) * columns + clamp(i, 0, columns - 1)
      return (this.height[k] ?? 0) + (this.weave[k] ?? 0)
    }
    const slope = (this.size.grain / 2) * strength
    const pixels = new Uint8Array(columns * rows * 3)
    for (let j = 0; j < rows; j++) {
      for (let i = 0; i < columns; i++) {
        const nx = -(total(i + 1, j) - total(i - 1, j)) * slope
        const ny = (total(i, j + 1) - total(i, j - 1)) * slope
        const half = 127.5 / Math.sqrt(nx * nx + ny * ny + 1)
        const k = 3 * (j * columns + i)
        pixels[k] = 127.5 + nx * half
        pixels[k + 1] = 127.5 + ny * half
        pixels[k + 2] = 127.5 + half
      }
    }
    return { width: columns, height: rows, channels: 3, pixels }
  }

  /** Roughness. */
  roughness(): Raster {
    return this.raster(1, (k) => this.rough[k] ?? 0)
  }

  private raster(channels: 1 | 3, value: (k: number, channel: number) => number): Raster {
    const pixels = new Uint8Array(this.columns * this.rows * channels)
    for (let k = 0; k < this.columns * this.rows; k++) {
      for (let c = 0; c < channels; c++) {
        pixels[k * channels + c] = Math.round(clamp(value(k, c)) * 255)
      }
    }
    return { width: this.columns, height: this.rows, channels, pixels }
  }
}
