import { lerp } from '../core/number.ts'
import { curvePath, linePath, trace, type Point } from '../core/spline.ts'
import { element, group, line, path, svgDocument } from '../core/svg.ts'
import { shoeForm } from '../shoe/form.ts'
import { pinOutline } from '../shoe/pins.ts'
import { SHAPES } from '../shoe/silhouettes.ts'
import type { ShoeSpec, Silhouette } from '../shoe/spec.ts'
import { GROUND } from './card.ts'

const PEN = { stroke: '#8A8880', 'stroke-width': 5 } as const

function panel(...art: string[]): string {
  return svgDocument(
    [800, 600],
    element('rect', { width: 800, height: 600, fill: GROUND }),
    group({ transform: 'translate(60 426) scale(0.68 -0.68)' }, ...art),
  )
}

/** The usual number of pins of a shape. A rough number is enough for a drawing. */
function usualPins(silhouette: Silhouette): readonly [forefoot: number, heel: number] {
  if (SHAPES[silhouette].tread === 'rubber') return [0, 0]
  return [6, silhouette === 'high-jump' || silhouette === 'javelin' ? 3 : 0]
}

function usualShoe(silhouette: Silhouette): ShoeSpec {
  const [forefoot, heel] = usualPins(silhouette)
  return {
    slug: '',
    brand: '',
    silhouette,
    overlay: 'lane',
    upper: 'mesh',
    closure: 'laces',
    cut: 'low',
    plate: 'full',
    plateMaterial: 'nylon',
    midsole: 'eva',
    pins: { forefoot, heel, shape: 'pyramid', lengthMm: 6 },
    // The shape's thickness is in thousandths of 28 cm.
    stackMm: [SHAPES[silhouette].stack[0] * 0.28, SHAPES[silhouette].stack[1] * 0.28],
    palette: {
      upper: PEN.stroke,
      overlay: PEN.stroke,
      midsole: PEN.stroke,
      plate: PEN.stroke,
      laces: PEN.stroke,
    },
  }
}

/** `count` places along a stretch of the sole. */
function along(count: number, [from, to]: Point): number[] {
  return Array.from({ length: count }, (_, i) => lerp(from, to, i / (count - 1)))
}

/** A line drawing of a spike of one shape, for a product whose picture is missing; 800 by 600. */
export function placeholderShoe(silhouette: Silhouette): string {
  const spec = usualShoe(silhouette)
  const form = shoeForm(spec)
  const [front, heel] = [form.shape.pins, [92, 206] as const]
  const pins = [...along(spec.pins.forefoot, front), ...along(spec.pins.heel, heel)].map((x) =>
    path(pinOutline('pyramid', 14, 22), {
      fill: 'none',
      ...PEN,
      'stroke-linejoin': 'round',
      transform: `translate(${x.toFixed(1)} ${(form.bottom(x) - 3).toFixed(1)})`,
    }),
  )
  const sole = curvePath([trace(form.bite, [4, 992], 24), trace(form.bottom, [998, 14], 24)], true)
  const ridge = curvePath([trace(form.top, [404, 690], 12)])
  const laces = form.throat.slice(0, 5).map(([x, y]) =>
    linePath([
      [x - 6, y - 12],
      [x + 20, form.top(x + 20)],
    ]),
  )
  return panel(
    line(form.upper, PEN),
    path(sole, { fill: GROUND }),
    line(sole, PEN),
    line(ridge + laces.join(''), PEN),
    ...pins,
  )
}

/** A line drawing of a pin and a key, for an accessory whose picture is missing; 800 by 600. */
export function placeholderAccessory(): string {
  const pin = (x: number): string =>
    group(
      { transform: `translate(${x} 250)`, fill: 'none', ...PEN, 'stroke-linejoin': 'round' },
      path(pinOutline('pyramid', 80, 150), { transform: 'scale(1 -1)' }),
      path('M-56 0H56V-34H-56Z', {}),
      path('M-30 -34V-140H30V-34M-30 -62L30 -76M-30 -90L30 -104M-30 -118L30 -132', {}),
    )
  return panel(pin(300), pin(500), pin(700))
}
