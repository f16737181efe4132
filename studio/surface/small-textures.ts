import type { ShoeSpec } from '../shoe/spec.ts'
import { TONGUE_SHEET } from '../spike/tongue.ts'
import { speck } from './noise.ts'
import { MaterialTexture } from './material-texture.ts'
import { strapMark, type Slot } from './slots.ts'
import { fillMark } from './upper-texture.ts'

/** A small cloth that repeats: how dark and how high it is at a place. */
type Cloth = (x: number, y: number) => readonly [shade: number, height: number]

function tile(
  slot: Slot,
  [width, height, grain]: readonly [number, number, number],
  cloth: Cloth,
): MaterialTexture {
  const texture = new MaterialTexture({ width, height, grain, down: true }, slot)
  texture.each((x, y, k) => {
    const [shade, rise] = cloth(x, y)
    texture.shade[k] = shade
    texture.weave[k] = rise
  })
  return texture
}

/** Flat braid. */
export function laceTexture(): MaterialTexture {
  return tile('laces', [1.1, 1.3, 90], (x, y) => {
    const across = Math.abs((((y / 1.3) * 2) % 1) - 0.5) * 12
    const plait = 0.5 + 0.5 * Math.cos(((x / 1.1) * 8 + across) * Math.PI * 2)
    const strand = plait * (0.5 + 0.5 * Math.cos(across * Math.PI * 2))
    return [0.84 + 0.16 * strand, 0.012 * strand]
  })
}

/** Cloth of the inside. */
export function liningTexture(): MaterialTexture {
  return tile('lining', [1, 1, 64], (x, y) => {
    const net = 0.5 + 0.25 * Math.cos(x * Math.PI * 20) + 0.25 * Math.cos(y * Math.PI * 20)
    return [0.8 + 0.2 * net, 0.018 * net]
  })
}

/** Webbing of straps and loops. */
export function webbingTexture(slot: Slot): MaterialTexture {
  return tile(slot, [1, 1, 72], (x, y) => {
    const twill =
      0.5 + 0.5 * Math.cos(x * Math.PI * 12) * Math.cos(y * Math.PI * 8 + x * Math.PI * 12)
    return [0.82 + 0.18 * twill, 0.016 * twill]
  })
}

/** A strap over the foot, bound and stitched, with the maker's mark on its outer end. */
export function strapTexture(spec: ShoeSpec): MaterialTexture {
  const [width, height] = [2.4, 19]
  const texture = new MaterialTexture({ width, height, grain: 48, down: true }, 'strap', 0.66)
  texture.each((x, y, k) => {
    const rib = 0.5 + 0.5 * Math.cos(y * Math.PI * 11 + Math.cos(x * Math.PI * 16))
    texture.shade[k] = 0.86 + 0.14 * rib
    texture.weave[k] = 0.012 * rib
  })
  const edge = texture.mask((x) => +(Math.abs(x - width / 2) > width / 2 - 0.2))
  texture.apply(edge, { slot: 'trim', rise: 0.03, rough: 0.6, flatten: 0.8 })
  const thread = texture.drawMask((pen) => {
    pen.lineWidth = 0.06
    pen.setLineDash([0.17, 0.1])
    for (const x of [0.32, width - 0.32]) {
      pen.beginPath()
      pen.moveTo(x, 0)
      pen.lineTo(x, height)
      pen.stroke()
    }
  }, 0)
  texture.apply(thread, { slot: 'stitch', rise: 0.015 })
  const mark = texture.drawMask((pen) => {
    fillMark(pen, spec.brand, { x: width / 2, y: 4.3, size: 1.3 })
  })
  texture.apply(mark, { slot: strapMark(spec), rise: 0.03, rough: 0.4, flatten: 1 })
  return texture
}

/** The tongue: fine holes, and a label with the maker's mark. */
export function tongueTexture(spec: ShoeSpec): MaterialTexture {
  const { width, height } = TONGUE_SHEET
  const texture = new MaterialTexture({ width, height, grain: 44, down: true }, 'tongue')
  texture.each((x, y, k) => {
    const row = Math.floor(y / 0.17)
    const cx = (Math.floor(x / 0.17 - (row & 1) * 0.5) + 0.5 + (row & 1) * 0.5) * 0.17
    const hole = Math.hypot(x - cx, y - (row + 0.5) * 0.17) < 0.045 ? 1 : 0
    texture.shade[k] = (0.95 + 0.06 * speck(x * 20, y * 20)) * (1 - 0.4 * hole)
    texture.weave[k] = -0.015 * hole
  })
  const binding = texture.mask((x, y) => +(Math.abs(x - width / 2) > 1.72 || y > height - 0.32))
  texture.apply(binding, { slot: 'collar', rise: 0.04, rough: 0.7, flatten: 1 })
  const label = texture.drawMask((pen) => {
    pen.beginPath()
    pen.roundRect(1.05, 9.0, 1.9, 1.4, 0.14)
    pen.fill()
  })
  texture.apply(label, { slot: 'overlay', rise: 0.03, rough: 0.45, flatten: 1 })
  const mark = texture.drawMask((pen) => {
    fillMark(pen, spec.brand, { x: 2, y: 9.7, size: 1.05 })
  })
  texture.apply(mark, { slot: 'mark', rise: 0.012, rough: 0.4 })
  return texture
}
