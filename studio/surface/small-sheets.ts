import type { ShoeSpec } from '../shoe/spec.ts'
import { TONGUE_SHEET } from '../spike/tongue.ts'
import { Sheet, speck } from './sheet.ts'
import type { Slot } from './slots.ts'
import { fillMark } from './upper-sheet.ts'

/** A small cloth that repeats: how dark and how high it is at a place. */
type Cloth = (x: number, y: number) => readonly [shade: number, height: number]

function tile(
  slot: Slot,
  [width, height, grain]: readonly [number, number, number],
  cloth: Cloth,
): Sheet {
  const sheet = new Sheet({ width, height, grain, down: true }, slot)
  sheet.each((x, y, k) => {
    const [shade, rise] = cloth(x, y)
    sheet.shade[k] = shade
    sheet.weave[k] = rise
  })
  return sheet
}

/** Flat braid. */
export function laceSheet(): Sheet {
  return tile('laces', [1.1, 1.3, 90], (x, y) => {
    const across = Math.abs((((y / 1.3) * 2) % 1) - 0.5) * 12
    const plait = 0.5 + 0.5 * Math.cos(((x / 1.1) * 8 + across) * Math.PI * 2)
    const strand = plait * (0.5 + 0.5 * Math.cos(across * Math.PI * 2))
    return [0.84 + 0.16 * strand, 0.012 * strand]
  })
}

/** Cloth of the inside. */
export function liningSheet(): Sheet {
  return tile('lining', [1, 1, 64], (x, y) => {
    const net = 0.5 + 0.25 * Math.cos(x * Math.PI * 20) + 0.25 * Math.cos(y * Math.PI * 20)
    return [0.8 + 0.2 * net, 0.018 * net]
  })
}

/** Webbing of straps and loops. */
export function webbingSheet(slot: Slot): Sheet {
  return tile(slot, [1, 1, 72], (x, y) => {
    const twill =
      0.5 + 0.5 * Math.cos(x * Math.PI * 12) * Math.cos(y * Math.PI * 8 + x * Math.PI * 12)
    return [0.82 + 0.18 * twill, 0.016 * twill]
  })
}

/** The tongue: fine holes, and a label with the maker's mark. */
export function tongueSheet(spec: ShoeSpec): Sheet {
  const { width, height } = TONGUE_SHEET
  const sheet = new Sheet({ width, height, grain: 44, down: true }, 'tongue')
  sheet.each((x, y, k) => {
    const row = Math.floor(y / 0.17)
    const cx = (Math.floor(x / 0.17 - (row & 1) * 0.5) + 0.5 + (row & 1) * 0.5) * 0.17
    const hole = Math.hypot(x - cx, y - (row + 0.5) * 0.17) < 0.045 ? 1 : 0
    sheet.shade[k] = (0.95 + 0.06 * speck(x * 20, y * 20)) * (1 - 0.4 * hole)
    sheet.weave[k] = -0.015 * hole
  })
  const label = sheet.drawn((pen) => {
    pen.beginPath()
    pen.roundRect(1.05, 9.0, 1.9, 1.4, 0.14)
    pen.fill()
  })
  sheet.lay(label, { slot: 'overlay', rise: 0.03, rough: 0.45, flatten: 1 })
  const mark = sheet.drawn((pen) => {
    fillMark(pen, spec.brand, { x: 2, y: 9.7, size: 1.05 })
  })
  sheet.lay(mark, { slot: 'mark', rise: 0.012, rough: 0.4 })
  return sheet
}
