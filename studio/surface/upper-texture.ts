import { Path2D, type SKRSContext2D } from '@napi-rs/canvas'
import { lerp, smooth } from '../core/number.ts'
import type { Overlay, ShoeSpec } from '../shoe/spec.ts'
import { EYELET_DOWN, type EyeletRow } from '../spike/laces.ts'
import { SHEET, type Pattern } from '../spike/pattern.ts'
import type { Profile } from '../spike/profile.ts'
import { THROAT } from '../spike/upper.ts'
import { markShapes } from './mark-shapes.ts'
import { layOverlay } from './overlays.ts'
import { MaterialTexture, type Mask } from './material-texture.ts'
import { weave } from './weave.ts'

/** What a side of the upper depends on. */
export interface UpperDesign {
  readonly spec: ShoeSpec
  readonly form: Profile
  readonly pattern: Pattern
  readonly rows: readonly EyeletRow[]
}

/** Where an overlay leaves room for the maker's mark: thousandths, height share, centimetres. */
const MARK_PLACES: Readonly<Record<Overlay, { x: number; v: number; size: number }>> = {
  bands: { x: 205, v: 0.5, size: 2.9 },
  blade: { x: 150, v: 0.4, size: 2.5 },
  chevron: { x: 215, v: 0.48, size: 3 },
  lane: { x: 345, v: 0.72, size: 1.9 },
  saddle: { x: 185, v: 0.52, size: 2.7 },
  wave: { x: 280, v: 0.6, size: 2.5 },
}

/** Fills a maker's mark, `size` centimetres high about a place. */
export function fillMark(
  pen: SKRSContext2D,
  brand: string,
  at: { readonly x: number; readonly y: number; readonly size: number; readonly mirror?: boolean },
): void {
  pen.save()
  pen.translate(at.x, at.y)
  pen.scale(((at.mirror ? -1 : 1) * at.size) / 100, at.size / 100)
  for (const { d, opacity = 1, evenOdd } of markShapes(brand)) {
    pen.globalAlpha = opacity
    pen.fill(new Path2D(d), evenOdd ? 'evenodd' : 'nonzero')
  }
  pen.restore()
}

/** The reinforced edge with the eyelets: its width by place along the texture. */
function eyestayWidth(pattern: Pattern): (u: number) => number {
  const [top, foot] = [pattern.uAtTop(THROAT[0]), pattern.uAtTop(THROAT[1])]
  return (u) =>
    lerp(1.2, 1.5, smooth(foot, top, u)) *
    smooth(foot + 1.7, foot + 0.4, u) *
    smooth(top - 1.6, top - 0.2, u)
}

function topHeights(texture: MaterialTexture, pattern: Pattern): (u: number) => number {
  const grain = texture.size.grain
  const list = Array.from({ length: texture.columns }, (_, i) => pattern.top((i + 0.5) / grain))
  return (u) => list[Math.min(list.length - 1, Math.max(0, Math.round(u * grain - 0.5)))] ?? 0
}

/** A rand at the foot of the upper that rises to a cap over the toes. */
function toeCap({ pattern, form }: UpperDesign, texture: MaterialTexture): Mask {
  const step = 0.1
  const reach: number[] = []
  for (let u = 0; u <= SHEET.width; u += step) {
    const [x] = pattern.point(u, 0.4)
    const cap = 0.34 + 0.5 * smooth(18, 24, x) + 1.5 * smooth(23.4, 27.6, x) ** 1.5
    // The cap's edge is level in space, not on the texture.
    const over = (height: number): number => pattern.point(u, height)[1] - form.bed(x) - cap
    let [low, high] = [0, 5]
    for (let i = 0; i < 24; i++) {
      const middle = (low + high) / 2
      if (over(middle) < 0) low = middle
      else high = middle
    }
    reach.push(low)
  }
  return texture.mask((u, y) => {
    const i = u / step
    const [a = 0, b = 0] = [reach[Math.floor(i)], reach[Math.ceil(i)]]
    const edge = lerp(a, b, i % 1)
    return 1 - smooth(edge - 0.03, edge + 0.03, y)
  })
}

function counter({ pattern, form }: UpperDesign, texture: MaterialTexture): Mask {
  const high = pattern.place(10, 0.62)[1] * lerp(1, 0.8, form.cut)
  return texture.drawMask((pen) => {
    pen.beginPath()
    pen.moveTo(-1, -1)
    pen.lineTo(-1, high)
    pen.bezierCurveTo(1.4, high, 2.7, high * 0.82, 3.5, high * 0.58)
    pen.bezierCurveTo(4.6, high * 0.3, 6, high * 0.18, 8.4, 0.5)
    pen.lineTo(8.4, -1)
    pen.closePath()
    pen.fill()
  })
}

function seams(
  { pattern, spec }: UpperDesign,
  texture: MaterialTexture,
  top: (u: number) => number,
): void {
  const width = eyestayWidth(pattern)
  const throat = pattern.uAtTop(THROAT[0])
  const hidden = spec.closure === 'zip' || spec.closure === 'slip-on'
  const thread = texture.drawMask((pen) => {
    pen.lineWidth = 0.05
    pen.setLineDash([0.16, 0.1])
    const run = (from: number, to: number, down: (u: number) => number): void => {
      pen.beginPath()
      for (let u = from, first = true; u < to; u += 0.05, first = false) {
        if (first) pen.moveTo(u, top(u) - down(u))
        else pen.lineTo(u, top(u) - down(u))
      }
      pen.stroke()
    }
    if (!hidden) run(throat - 0.6, pattern.uAtTop(THROAT[1]) + 0.5, (u) => width(u) - 0.13)
    run(0, throat - 0.8, () => 0.62)
  }, 0)
  texture.apply(thread, { slot: 'stitch', rise: 0.018, rough: 0.8 })
}

function drawEyelets({ pattern, spec, rows }: UpperDesign, texture: MaterialTexture): void {
  if (spec.closure === 'zip' || spec.closure === 'slip-on' || spec.closure === 'strap') return
  const places = rows.map((row) => {
    const eye = row[pattern.side > 0 ? 0 : 1]
    const u = pattern.uAtTop(eye.x)
    return [u, pattern.top(u) - EYELET_DOWN] as const
  })
  const dots = (radius: number): Mask =>
    texture.drawMask((pen) => {
      for (const [u, y] of places) {
        pen.beginPath()
        pen.arc(u, y, radius, 0, 7)
        pen.fill()
      }
    })
  texture.apply(dots(0.27), { rise: 0.025, rough: 0.32 })
  texture.apply(dots(0.15), { slot: 'deep', rise: -0.08, rough: 0.9 })
}

/** Draws one side of the upper, layer on layer. `grain` is pixels to a centimetre. */
export function upperTexture(design: UpperDesign, grain: number): MaterialTexture {
  const { spec, pattern, form } = design
  const texture = new MaterialTexture({ ...SHEET, grain }, 'upper')
  const top = topHeights(texture, pattern)
  weave(texture, spec.upper, pattern)
  layOverlay(texture, pattern, spec.overlay)
  const fused = { rough: 0.45, flatten: 0.85 }
  const heelCovered = spec.overlay === 'blade' || spec.overlay === 'chevron'
  if (!heelCovered)
    texture.apply(counter(design, texture), { slot: 'counter', rise: 0.05, ...fused })
  const cap = toeCap(design, texture)
  if (spec.overlay === 'wave') texture.apply(cap, { rise: 0.03, ...fused })
  else texture.apply(cap, { slot: 'counter', alpha: 0.96, rise: 0.045, ...fused })
  const width = eyestayWidth(pattern)
  const stay = texture.mask((u, y) => {
    const wide = width(u)
    const down = top(u) - y
    return wide > 0.05 ? 1 - smooth(wide - 0.03, wide + 0.03, down) : 0
  })
  texture.apply(stay, { slot: 'trim', rise: 0.05, ...fused })
  const throat = pattern.uAtTop(THROAT[0])
  const collar = texture.mask((u, y) => {
    return (1 - smooth(throat - 1.6, throat - 0.6, u)) * (1 - smooth(0.44, 0.52, top(u) - y))
  })
  texture.apply(collar, { slot: 'collar', rough: 0.85 })
  seams(design, texture, top)
  drawEyelets(design, texture)
  const { x, v, size } = MARK_PLACES[spec.overlay]
  const [mx, my] = pattern.place(x, v * lerp(1, 0.8, form.cut))
  const mark = texture.drawMask((pen) => {
    fillMark(pen, spec.brand, { x: mx, y: my, size, mirror: pattern.side < 0 })
  }, 0)
  texture.apply(mark, { slot: 'mark', rise: 0.035, rough: 0.42, flatten: 1, level: true })
  return texture
}
