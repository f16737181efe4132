import { mix, shade } from '../core/colour.ts'
import { linePath, type Point, points } from '../core/spline.ts'
import { element, group, line, path, type Definitions } from '../core/svg.ts'
import { pinOutline } from '../shoe/pins.ts'
import type { PinShape } from '../shoe/spec.ts'

/** The most pins in a picture. With more, they would be too small to recognize their shape. */
const MOST = 18

interface Metal {
  readonly body: string
  readonly collar: string
}

/** Bright metal turned on a lathe: a gradient across the part. */
function turned(defs: Definitions, colour: string): string {
  return defs.across([
    [0, shade(colour, -0.3)],
    [0.18, shade(colour, -0.08)],
    [0.36, mix(colour, '#ffffff', 0.75)],
    [0.5, shade(colour, 0.02)],
    [0.78, shade(colour, -0.16)],
    [0.92, shade(colour, -0.3)],
    [1, shade(colour, -0.18)],
  ])
}

/** The threaded stud that goes into the plate. */
function stud(fill: string): string {
  const threads = [0, 1, 2, 3, 4].map((i) => {
    const y = -20 - i * 10
    return linePath([
      [-19, y],
      [19, y - 5],
    ])
  })
  return (
    path(linePath(points([-18, -12, 18, -12, 18, -66, 13, -72, -13, -72, -18, -66]), true), {
      fill,
    }) + line(threads.join(''), { stroke: '#1c1d22', 'stroke-width': 3, opacity: 0.42 })
  )
}

/** One pin lying on the panel, tip up, its collar at 0, 0. About 40 wide and 160 high. */
export function lyingPin(defs: Definitions, shape: PinShape, metal: Metal): string {
  const body = turned(defs, metal.body)
  const collar: Point[] = points([-34, 8, 34, 8, 34, -9, 28, -14, -28, -14, -34, -9])
  const tip = pinOutline(shape, shape === 'blank' ? 46 : 50, shape === 'blank' ? 46 : 92)
  const flats = linePath(points([-12, 8, -12, -14])) + linePath(points([14, 8, 14, -14]))
  const whole =
    path(tip, { transform: 'scale(1 -1) translate(0 8)' }) + path(linePath(collar, true), {})
  return group(
    {},
    group(
      { fill: '#24222a', opacity: 0.34, filter: defs.blur(7), transform: 'translate(9 -12)' },
      whole,
      element('rect', { x: -18, y: -70, width: 36, height: 60 }),
    ),
    stud(turned(defs, shade(metal.body, -0.06))),
    path(tip, { fill: body, transform: 'translate(0 7) scale(1 -1)' }),
    path(linePath(collar, true), { fill: turned(defs, metal.collar) }),
    line(flats, { stroke: '#1c1d22', 'stroke-width': 1.6, opacity: 0.35 }),
    line(linePath(points([-33, 7, 33, 7])), { stroke: '#ffffff', 'stroke-width': 2, opacity: 0.6 }),
  )
}

/** A set of pins in even rows, on an area of 1000 by 560 with its foot at 0. */
export function drawPinSet(
  defs: Definitions,
  set: { readonly shape: PinShape; readonly count: number; readonly metal: Metal },
): string {
  const count = Math.min(set.count, MOST)
  const columns = count <= 6 ? count : 6
  const rows = Math.ceil(count / columns)
  const pin = lyingPin(defs, set.shape, set.metal)
  const across = 800 / Math.max(columns - 1, 1)
  const scale = rows > 2 ? 0.95 : 1.25
  const down = 256 * (rows > 2 ? 0.78 : 1)
  return Array.from({ length: count }, (_, i) => {
    const x = columns === 1 ? 500 : 100 + (i % columns) * across
    const y = 205 + ((rows - 1) / 2 - Math.floor(i / columns)) * down
    return group({ transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale})` }, pin)
  }).join('')
}
