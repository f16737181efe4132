import { lightness, shade } from '../core/colour.ts'
import { lerp, steps } from '../core/number.ts'
import { curvePath, last, linePath, sampled, type Point } from '../core/spline.ts'
import { element, group, line, path } from '../core/svg.ts'
import { tone, type Drawing } from './drawing.ts'
import { drawEyestay, drawLaces, laceRows } from './laces.ts'
import type { ShoeSpec } from './spec.ts'

/** Rear and front edge of a strap, each from its foot on the side up over the instep. */
type Edges = readonly [readonly Point[], readonly Point[]]

function midfootStrap({ form }: Drawing, lean: number): Edges {
  const edge = (foot: number, top: number): Point[] =>
    [-0.06, 0.3, 0.62, 0.88].map((v): Point => form.at(lerp(foot, top, v) - 16 * v * (1 - v), v))
  const over = (x: number): Point => [x, form.top(x) + 9]
  return [
    [...edge(446 + lean, 424 + lean), over(430 + lean)],
    [...edge(548 + lean, 492 + lean), over(498 + lean)],
  ]
}

/** From the sole beside the heel up and over the front of the ankle. */
function ankleStrap({ form }: Drawing): Edges {
  const [x, y] = last(form.collar)
  const from = (px: number, up: number): Point => [px, form.bite(px) + up]
  return [
    [
      from(186, -6),
      from(226, 96),
      from(292, 186),
      [x - 18, y - 10],
      [x + 14, form.top(x + 14) + 9],
    ],
    [
      from(262, -6),
      from(304, 78),
      from(366, 150),
      [x + 44, y - 62],
      [x + 80, form.top(x + 80) + 9],
    ],
  ]
}

/** A woven strap with its stitching. */
function drawStrap({ form, tones, defs }: Drawing, edges: Edges): string {
  const [rear, front] = [sampled(edges[0], 8), sampled(edges[1], 8)]
  const d = linePath([...rear, ...[...front].reverse()], true)
  const colour = lightness(tones.strap) > 0.86 ? shade(tones.strap, -0.05) : tones.strap
  const thread = (t: number): Point[] =>
    rear.map(([x, y], i) => {
      const [fx, fy] = front[i] ?? [x, y]
      return [lerp(x, fx, t), lerp(y, fy, t)]
    })
  const [low, high]: [Point, Point] = [rear[0] ?? [0, 0], last(rear)]
  const fill = defs.linear({
    from: low,
    to: high,
    stops: [
      [0, shade(colour, -0.12)],
      [0.45, colour],
      [0.84, shade(colour, 0.1)],
      [1, shade(colour, -0.06)],
    ],
  })
  const weave = steps(0.08, 0.92, 9)
    .map((t) => linePath(thread(t)))
    .join('')
  return group(
    {},
    // The shadow falls on the upper only, never on the air beside it.
    group(
      { 'clip-path': defs.clip(form.upper) },
      path(d, {
        fill: tones.deep,
        opacity: 0.6,
        filter: defs.blur(5),
        transform: 'translate(3 -5)',
      }),
    ),
    path(d, { fill }),
    line(weave, { stroke: tone(colour, -0.1), 'stroke-width': 1.3, opacity: 0.8 }),
    ...[0.07, 0.93].map((t) =>
      line(curvePath([thread(t)]), {
        stroke: tone(colour, -0.24),
        'stroke-width': 1.5,
        'stroke-dasharray': '5 3.6',
      }),
    ),
    line(linePath(rear), { stroke: '#ffffff', 'stroke-width': 1.3, opacity: 0.35 }),
  )
}

/** A dial at the ankle with the wires that it winds, laced to and fro over the tongue. */
function drawDial(drawing: Drawing): string {
  const { form, tones, defs } = drawing
  const x = last(form.collar)[0] + 34
  const centre: Point = [x, form.top(x) - 34]
  const rows = laceRows(drawing).slice(1)
  const wires = linePath([centre, ...rows.flatMap(({ eyelet, ridge }) => [eyelet, ridge])])
  const guides = rows.map(({ eyelet: [ex, ey] }) =>
    linePath([
      [ex - 7, ey - 4],
      [ex + 3, ey + 3],
    ]),
  )
  const disc = (r: number, fill: string): string =>
    element('ellipse', { cx: centre[0], cy: centre[1], rx: r, ry: r * 0.92, fill })
  const dark = tone(tones.plate, -0.2)
  return group(
    {},
    line(wires, {
      stroke: tones.deep,
      'stroke-width': 4.5,
      opacity: 0.45,
      transform: 'translate(1 -3)',
    }),
    line(wires, { stroke: tones.laces, 'stroke-width': 3.4 }),
    line(guides.join(''), { stroke: tone(tones.eyestay, -0.22), 'stroke-width': 11 }),
    group(
      { opacity: 0.5, filter: defs.blur(3), transform: 'translate(2 -5)' },
      disc(27, '#000000'),
    ),
    disc(27, dark),
    disc(23, tones.plate),
    disc(12, shade(tones.plate, 0.1)),
  )
}

/** A shroud over the laces, closed by a zip. */
function drawZip({ form, tones, defs }: Drawing): string {
  const run = sampled(
    [0.02, 0.34, 0.66, 1].map((t): Point => {
      const x = lerp(last(form.collar)[0] + 4, 690, t)
      return [x, form.top(x) - lerp(46, 34, t)]
    }),
    8,
  )
  const d = linePath(run)
  const teeth = { 'stroke-width': 8, 'stroke-dasharray': '3 3', 'stroke-linecap': 'butt' }
  const pull = run[4] ?? [430, 260]
  return group(
    {},
    line(d, { stroke: tones.deep, 'stroke-width': 20, opacity: 0.5, filter: defs.blur(3) }),
    line(d, { stroke: tones.eyestay, 'stroke-width': 18 }),
    line(d, {
      stroke: shade(tones.eyestay, 0.12),
      'stroke-width': 1.4,
      transform: 'translate(0 8)',
    }),
    line(d, { stroke: tone(tones.laces, -0.3), 'stroke-width': 8 }),
    line(d, { stroke: tones.laces, ...teeth }),
    element('rect', {
      x: pull[0] - 5,
      y: pull[1] - 26,
      width: 10,
      height: 30,
      rx: 4,
      fill: '#9aa0a8',
    }),
  )
}

type Fastening = (drawing: Drawing) => string

function inside({ form, defs }: Drawing, content: string): string {
  return group({ 'clip-path': defs.clip(form.upper) }, content)
}

const laced: Fastening = (drawing) => inside(drawing, drawEyestay(drawing)) + drawLaces(drawing)

/** High jump and javelin shoes hold the ankle; the others the middle of the foot. */
function strapEdges(drawing: Drawing): Edges {
  const ankle = drawing.spec.silhouette === 'high-jump' || (drawing.form.collar[4]?.[1] ?? 0) > 330
  return ankle ? ankleStrap(drawing) : midfootStrap(drawing, 20)
}

const FASTENINGS: Readonly<Record<ShoeSpec['closure'], Fastening>> = {
  laces: laced,
  'laces-strap': (drawing) => laced(drawing) + drawStrap(drawing, strapEdges(drawing)),
  strap: (drawing) =>
    [104, -26].map((lean) => drawStrap(drawing, midfootStrap(drawing, lean))).join(''),
  dial: (drawing) => inside(drawing, drawEyestay(drawing)) + drawDial(drawing),
  zip: (drawing) => inside(drawing, drawZip(drawing)),
  'slip-on': () => '',
}

/** Whatever holds the shoe on the foot. */
export function drawClosure(drawing: Drawing): string {
  return FASTENINGS[drawing.spec.closure](drawing)
}
