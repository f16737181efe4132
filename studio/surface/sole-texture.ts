import { clamp, lerp, smooth } from '../core/number.ts'
import type { Point } from '../core/spline.ts'
import type { ShoeSpec } from '../shoe/spec.ts'
import type { Last } from '../spike/last.ts'
import type { Profile } from '../spike/profile.ts'
import { SOLE_SHEET } from '../spike/sole.ts'
import { cloud, speck } from './noise.ts'
import { MaterialTexture, type Mask } from './material-texture.ts'
import { fillMark } from './upper-texture.ts'

/** What the underside depends on. */
export interface SoleDesign {
  readonly spec: ShoeSpec
  readonly form: Profile
  readonly last: Last
  readonly pins: readonly Point[]
}

/** The outline, inset by a number of centimetres. */
function inset({ last }: SoleDesign, texture: MaterialTexture, by: number): Mask {
  return texture.drawMask((pen) => {
    pen.beginPath()
    for (let t = -1; t < 1; t += 0.005) {
      const [x, z] = last.plan(t)
      const [nx, nz] = last.outward(t)
      pen.lineTo(x - nx * by, z - nz * by)
    }
    pen.closePath()
    pen.fill()
  })
}

const times = (a: Mask, b: Mask): Mask => a.map((value, k) => value * (b[k] ?? 0))

/** Twill of carbon fibre, seen through the clear plate. */
function carbonWindow(design: SoleDesign, texture: MaterialTexture): void {
  const from = Math.max(design.form.plateFrom, 5.5)
  const open = inset(design, texture, 0.8)
  const zone = texture.mask((x, z) => smooth(from, from + 1, x + 0.5 * Math.abs(z)))
  texture.apply(times(open, zone), { slot: 'carbon', alpha: 0.94, rough: 0.2 })
  texture.each((x, z, k) => {
    if ((open[k] ?? 0) * (zone[k] ?? 0) < 0.5) return
    const [a, b] = [((x + z) * 0.7071) / 0.16, ((x - z) * 0.7071) / 0.16]
    const over = ((Math.floor(a) + Math.floor(b)) & 3) < 2
    const thread = over ? a - Math.floor(a) : b - Math.floor(b)
    texture.shade[k] = (over ? 1.15 : 0.5) * (1 - Math.abs(thread - 0.5) * 0.7)
  })
}

/** Ribs from a hub in the waist to each pin, and along the row of pins. */
function ribs({ last, pins }: SoleDesign, texture: MaterialTexture): Mask {
  const front = pins.filter(([x]) => x > 12)
  return texture.drawMask((pen) => {
    pen.lineJoin = pen.lineCap = 'round'
    const side = (sign: number): Point[] =>
      front.filter(([x, z]) => Math.sign(z - last.middle(x)) === sign).sort((a, b) => a[0] - b[0])
    for (const row of [side(1), side(-1)]) {
      pen.lineWidth = 0.32
      pen.beginPath()
      row.forEach(([x, z], i) => (i === 0 ? pen.moveTo(x, z) : pen.lineTo(x, z)))
      pen.stroke()
    }
    const hub: Point = [13.6, -0.1]
    pen.lineWidth = 0.24
    for (const [x, z] of front) {
      pen.beginPath()
      pen.moveTo(...hub)
      pen.bezierCurveTo(hub[0] + 2.2, z * 0.12, x - 2.4, z * 0.85, x, z)
      pen.stroke()
    }
    pen.lineWidth = 0.5
    pen.beginPath()
    pen.moveTo(...hub)
    pen.lineTo(8.4, 0.1)
    pen.stroke()
  }, 3)
}

/** Small triangular teeth between the pins. */
function teeth(design: SoleDesign, texture: MaterialTexture): Mask {
  const [px, pz] = [0.72, 0.62]
  const from = Math.max(13.8, design.form.plateFrom + 0.6)
  const raw = texture.mask((x, z) => {
    if (x < from) return 0
    const row = Math.floor(x / px)
    const shift = (row & 1) * 0.5
    const [cx, cz] = [(row + 0.5) * px, (Math.floor(z / pz - shift) + 0.5 + shift) * pz]
    if (design.pins.some(([a, b]) => Math.hypot(cx - a, cz - b) < 1)) return 0
    const [u, v] = [(x - cx) / 0.2, (z - cz) / 0.17]
    return clamp((1 - Math.max(Math.abs(v) + u * 0.55, -u * 0.95)) * 2.2)
  })
  return times(raw, inset(design, texture, 0.55))
}

function chevrons(texture: MaterialTexture, from: number): Mask {
  return texture.drawMask((pen) => {
    pen.lineJoin = pen.lineCap = 'round'
    for (let i = 0; i < 6; i++) {
      const x = from + i * 0.98
      const wide = 1.7 - (i > 3 ? (i - 3) * 0.26 : 0) - (i === 0 ? 0.5 : 0)
      pen.lineWidth = 0.4
      pen.beginPath()
      pen.moveTo(x - 0.45, -wide)
      pen.lineTo(x + 0.25, 0)
      pen.lineTo(x - 0.45, wide)
      pen.stroke()
    }
  }, 2)
}

function rubberHeel(design: SoleDesign, texture: MaterialTexture): void {
  const { plateFrom } = design.form
  const open = inset(design, texture, 0.5)
  // Behind a short plate, the sole is rubber.
  const edge = plateFrom > 0 ? plateFrom : 6.2
  const zone = texture.mask((x, z) => 1 - smooth(edge - 0.08, edge + 0.08, x - 0.35 * Math.abs(z)))
  if (plateFrom > 0) texture.apply(zone, { slot: 'rubber', rise: 0.05, rough: 0.75 })
  if (design.spec.pins.heel > 0) return
  const bars = times(chevrons(texture, 1.3), open)
  texture.apply(bars, { slot: 'rubber', rise: 0.15, rough: 0.72 })
}

/** Smooth rubber with a pivot under the ball, for the throwing circle. */
function circleSole(design: SoleDesign, texture: MaterialTexture): void {
  const glide = design.spec.midsole === 'rubber'
  texture.apply(
    texture.mask(() => 1),
    { slot: 'rubber', rough: 0.55 },
  )
  texture.each((x, z, k) => {
    texture.weave[k] = glide ? 0.012 * cloud(x * 9, z * 9) : 0.004 * speck(x * 40, z * 40)
  })
  const rings = texture.mask((x, z) => {
    const r = Math.hypot(x - 19.6, (z + 0.2) * 1.06)
    return r < 3 ? smooth(0.1, 0.3, Math.abs((r / 0.55) % 1)) * smooth(3, 2.9, r) : 0
  })
  texture.apply(times(rings, inset(design, texture, 0.3)), {
    slot: 'plate',
    alpha: 0.85,
    rise: 0.03,
    rough: 0.5,
  })
}

function treadSole(design: SoleDesign, texture: MaterialTexture): void {
  texture.apply(
    texture.mask(() => 1),
    { slot: 'rubber', rough: 0.72 },
  )
  const window = times(
    inset(design, texture, 1.0),
    texture.mask((x) => smooth(15.2, 15.6, x)),
  )
  texture.apply(window, { slot: 'plate', rise: -0.04, rough: 0.3 })
}

function plateSole(design: SoleDesign, texture: MaterialTexture): void {
  const { spec } = design
  if (spec.plateMaterial === 'carbon') carbonWindow(design, texture)
  else {
    const field = times(
      inset(design, texture, 0.75),
      texture.mask((x) => smooth(9, 12, x)),
    )
    texture.apply(field, { slot: 'carbon', alpha: 0.65, rise: -0.05, rough: 0.3 })
  }
  const spokes = ribs(design, texture)
  texture.apply(spokes, { slot: 'plate', rise: 0.15, rough: 0.25, flatten: 1 })
  const bite = teeth(design, texture).map((value, k) => value * (1 - (spokes[k] ?? 0)))
  texture.apply(bite, { slot: 'plate', rise: 0.16, rough: 0.35, flatten: 1 })
  rubberHeel(design, texture)
}

/** Draws the underside. */
export function soleTexture(design: SoleDesign, grain: number): MaterialTexture {
  const { x, z, width, height } = SOLE_SHEET
  const texture = new MaterialTexture({ x, y: z, width, height, grain, down: true }, 'plate', 0.24)
  const { tread } = design.form.shape
  if (tread === 'rubber') circleSole(design, texture)
  else if (tread === 'lugs') treadSole(design, texture)
  else plateSole(design, texture)
  const rail = inset(design, texture, 0.22)
  const within = inset(design, texture, 0.5)
  texture.apply(
    rail.map((value, k) => value * (1 - (within[k] ?? 0))),
    {
      slot: tread === 'plate' ? 'plate' : 'rubber',
      rise: 0.07,
      rough: lerp(0.3, 0.6, tread === 'plate' ? 0 : 1),
    },
  )
  if (tread !== 'lugs') {
    const mark = texture.drawMask((pen) => {
      fillMark(pen, design.spec.brand, { x: 10.4, y: 0, size: 2.5 })
    }, 0)
    // The foam's colour has contrast on nearly every plate.
    texture.apply(mark, { slot: 'midsole', rise: 0.03, rough: 0.35, flatten: 1 })
  }
  return texture
}
