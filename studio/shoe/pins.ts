import { mix, shade } from '../core/colour.ts'
import { lerp } from '../core/number.ts'
import { linePath, type Point } from '../core/spline.ts'
import { element, group, path, type Definitions } from '../core/svg.ts'
import type { Drawing } from './drawing.ts'
import { PIN_COLLAR } from './form.ts'
import type { PinShape } from './spec.ts'

const STEEL = '#b9bec6'
const STEEL_FAR = '#82868f'
/** Width of a pin where it leaves its collar. */
const WIDTH = 14

/**
 * Half of a pin's outline as (share of half the width, share of the length), from the collar down
 * to the tip.
 */
const PROFILES: Readonly<Record<PinShape, readonly Point[]>> = {
  pyramid: [
    [1, 0],
    [0.2, 0.96],
    [0.08, 1],
  ],
  needle: [
    [0.74, 0],
    [0.7, 0.2],
    [0.42, 0.34],
    [0.24, 0.7],
    [0.08, 1],
  ],
  'christmas-tree': [
    [1, 0],
    [0.92, 0.26],
    [0.66, 0.3],
    [0.6, 0.54],
    [0.42, 0.58],
    [0.36, 0.8],
    [0.2, 0.84],
    [0.14, 1],
  ],
  tartan: [
    [1, 0],
    [0.84, 0.34],
    [0.52, 0.76],
    [0.3, 0.94],
    [0.12, 1],
  ],
  blank: [
    [1, 0],
    [0.98, 0.3],
    [0.72, 0.46],
    [0.2, 0.5],
  ],
}

/** Path data of a pin hanging from 0, 0, of a width and length in drawing units. */
export function pinOutline(shape: PinShape, width: number, length: number): string {
  const side = (sign: number): Point[] =>
    PROFILES[shape].map(([across, down]) => [(sign * across * width) / 2, -down * length])
  return linePath([...side(-1), ...side(1).reverse()], true)
}

/** Turned steel: a gradient across a shape. */
export function steel(defs: Definitions, colour: string): string {
  return defs.across([
    [0, shade(colour, -0.3)],
    [0.27, shade(colour, 0.02)],
    [0.44, mix(colour, '#ffffff', 0.86)],
    [0.56, shade(colour, 0.02)],
    [1, shade(colour, -0.38)],
  ])
}

interface Pin {
  readonly x: number
  readonly near: boolean
}

/** One pin and the collar it is screwed into, square to the sole. */
function drawPin({ spec, form, tones, defs }: Drawing, pin: Pin): string {
  const slope = (form.bottom(pin.x + 5) - form.bottom(pin.x - 5)) / 10
  const angle = (Math.atan(slope) * 180 * 0.85) / Math.PI
  const length = form.pinLength * (pin.near ? 1 : 0.94)
  const boss = pin.near ? tones.plate : shade(tones.plate, -0.2)
  const collar = defs.across([
    [0, shade(boss, -0.2)],
    [0.4, shade(boss, 0.1)],
    [1, shade(boss, -0.26)],
  ])
  const cup = linePath(
    [
      [-13, 2],
      [13, 2],
      [9.5, -PIN_COLLAR],
      [-9.5, -PIN_COLLAR],
    ],
    true,
  )
  return group(
    {
      'data-part': 'pin',
      transform: `translate(${pin.x.toFixed(2)} ${form.bottom(pin.x).toFixed(2)}) rotate(${angle.toFixed(2)})`,
    },
    path(pinOutline(spec.pins.shape, WIDTH, length), {
      fill: steel(defs, pin.near ? STEEL : STEEL_FAR),
      transform: `translate(0 ${-PIN_COLLAR})`,
    }),
    path(cup, { fill: collar }),
  )
}

/** `count` pins along a stretch of the sole, near and far row by turns as a plate has them. */
function row(count: number, [from, to]: Point): Pin[] {
  return Array.from({ length: count }, (_, i) => ({
    x: count === 1 ? lerp(from, to, 0.6) : lerp(from, to, i / (count - 1)),
    near: i % 2 === 0,
  }))
}

/** Every pin of the shoe; as many as the catalogue counts. */
export function pinsOf({ spec, form }: Drawing): Pin[] {
  return [...row(spec.pins.forefoot, form.shape.pins), ...row(spec.pins.heel, [92, 206])]
}

/** The far row, which stands behind the sole, or the near one, before it. */
export function drawPins(drawing: Drawing, side: 'near' | 'far'): string {
  return pinsOf(drawing)
    .filter((pin) => pin.near === (side === 'near'))
    .map((pin) => drawPin(drawing, pin))
    .join('')
}

/** The small dark spots where pin tips meet the ground. */
export function drawPinContacts(drawing: Drawing): string {
  const { form, defs } = drawing
  return pinsOf(drawing)
    .map(({ x }) => {
      const gap = form.bottom(x) - form.pinLength - PIN_COLLAR
      const opacity = Math.max(0, 0.5 - gap / 50)
      const at = { cx: x, cy: 0, rx: 10, ry: 2.2 }
      return element('ellipse', { ...at, fill: '#1b1a20', opacity, filter: defs.blur(1.6) })
    })
    .join('')
}
