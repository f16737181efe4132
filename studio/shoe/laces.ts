import { lightness, shade } from '../core/colour.ts'
import { clamp, lerp } from '../core/number.ts'
import {
  curvePath,
  last,
  linePath,
  offset,
  pointAlong,
  sampled,
  type Point,
} from '../core/spline.ts'
import { element, group, line, path } from '../core/svg.ts'
import { tone, type Drawing } from './drawing.ts'

/** The reinforced edge that carries the eyelets; drawn inside the clip of the upper. */
export function drawEyestay({ form, tones, defs }: Drawing): string {
  const edge = sampled([...form.collar.slice(-1), ...form.throat], 6)
  const [x, y] = last(form.throat)
  const width = (t: number): number => 15 + 15 * Math.sin(Math.PI * clamp(0.16 + t * 0.72))
  const lower = edge.map(([px, py], i): Point => {
    const t = i / (edge.length - 1)
    return [px - 6 + 4 * t, py - width(t)]
  })
  const [lx, ly] = last(lower)
  const end: Point[] = [
    [x, y + 6],
    [x + 22, form.top(x + 22) + 2],
    [x + 26, y - 18],
    [lx, ly],
  ]
  const d = linePath([...edge, ...sampled(end, 5), ...[...lower].reverse()], true)
  const seam = offset(lower, 5).slice(3)
  return (
    path(d, {
      fill: tones.deep,
      opacity: 0.4,
      filter: defs.blur(3.4),
      transform: 'translate(0 -4)',
    }) +
    path(d, { fill: tones.eyestay }) +
    line(linePath(lower), {
      stroke: shade(tones.eyestay, 0.14),
      'stroke-width': 1.4,
      opacity: 0.8,
      transform: 'translate(0 1)',
    }) +
    line(linePath(seam), {
      stroke: tone(tones.eyestay, -0.2),
      'stroke-width': 1.4,
      'stroke-dasharray': '4.5 3.5',
    })
  )
}

/** Where each lace leaves its eyelet and where it passes over the ridge of the tongue. */
export function laceRows({ form }: Drawing): { eyelet: Point; ridge: Point }[] {
  const edge = sampled([...form.collar.slice(-1), ...form.throat], 8)
  const count = form.shape.laceRows
  return Array.from({ length: count }, (_, i) => {
    const t = i / (count - 1)
    const [x, y] = pointAlong(edge, lerp(0.04, 0.86, t))
    const eyelet: Point = [x - 6, y - 13 + 2 * t]
    const over = eyelet[0] + lerp(28, 24, t)
    return { eyelet, ridge: [over, form.top(over) + 4] }
  })
}

/** A flat band from `from` to `to`, rounded over at its far end. */
function band(from: Point, to: Point, width: number): string {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  const [dx, dy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
  const at = (along: number, side: number): Point => [
    from[0] + dx * along - dy * side,
    from[1] + dy * along + dx * side,
  ]
  const half = width / 2
  const up = (side: number): Point[] => [at(0, side), at(length * 0.5, side + 2), at(length, side)]
  return curvePath(
    [up(half), [at(length, half), at(length + 3.5, 0), at(length, -half)], up(-half).reverse()],
    true,
  )
}

/** The laces, lying over the tongue. */
export function drawLaces(drawing: Drawing): string {
  const { tones, defs } = drawing
  const { laces } = tones
  const all = laceRows(drawing)
  const crossings = all.slice(0, -1).map(({ eyelet }) => {
    const to: Point = [eyelet[0] + 66, drawing.form.top(eyelet[0] + 66) + 2]
    return path(band([eyelet[0] + 12, eyelet[1] + 6], to, 11), { fill: shade(laces, -0.2) })
  })
  const bands = [...all].reverse().map(({ eyelet, ridge }) => {
    const d = band(eyelet, ridge, 14)
    const fill = defs.linear({
      from: eyelet,
      to: ridge,
      stops: [
        [0, shade(laces, -0.26)],
        [0.28, laces],
        [0.7, shade(laces, 0.07)],
        [1, shade(laces, -0.08)],
      ],
    })
    const edge = tone(laces, lightness(laces) > 0.7 ? -0.24 : -0.14)
    return (
      element('ellipse', {
        cx: eyelet[0],
        cy: eyelet[1],
        rx: 9,
        ry: 7,
        fill: shade(tones.eyestay, -0.26),
      }) +
      path(d, {
        fill: '#000000',
        opacity: 0.4,
        filter: defs.blur(2),
        transform: 'translate(2 -4)',
      }) +
      path(d, { fill, stroke: edge, 'stroke-width': 0.9 })
    )
  })
  return group({}, ...crossings, ...bands)
}
