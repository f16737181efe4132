import { lightness, shade } from '../core/colour.ts'
import { steps } from '../core/number.ts'
import { curvePath, last, linePath, offset, sampled, type Point } from '../core/spline.ts'
import { group, line, path } from '../core/svg.ts'
import { tone, type Drawing } from './drawing.ts'

/** The inside of the far wall, seen through the ankle opening. */
export function drawLining({ form, tones, defs }: Drawing): string {
  const lift = [3, 11, 18, 23, 25, 25, 20, 10, -6]
  const [tx, ty] = last(form.back)
  const far: Point[] = [
    [tx - 8, ty + 2],
    ...form.collar.map(([x, y], i): Point => [x + 5, y + (lift[i] ?? 0)]),
  ]
  const end = last(form.collar)
  const low = Math.min(...form.collar.map(([, y]) => y))
  const d = curvePath(
    [
      far,
      [
        [end[0], low - 90],
        [70, low - 60],
      ],
    ],
    true,
  )
  const fill = defs.linear({
    from: [0, low + 45],
    to: [0, low - 20],
    stops: [
      [0, shade(tones.lining, 0.1)],
      [0.55, tones.lining],
      [1, shade(tones.lining, -0.16)],
    ],
  })
  const rim = curvePath([far])
  return (
    path(d, { fill }) +
    line(rim, { stroke: tones.collar, 'stroke-width': 6 }) +
    line(rim, {
      stroke: shade(tones.collar, 0.14),
      'stroke-width': 1.6,
      opacity: 0.8,
      transform: 'translate(0 1.6)',
    })
  )
}

/** The top edge of the tongue from inside the ankle over the instep down to the vamp. */
function tongueEdge({ form, spec }: Drawing): Point[] {
  const start = last(form.collar)[0]
  const y = form.top(start - 12)
  const sock = spec.closure === 'slip-on' || spec.closure === 'zip'
  const rise = sock ? 0.62 : 1
  return [
    [start - 62, y - 100],
    [start - 68, y - 46],
    [start - 80, y - 4],
    [start - 86, y + 24 * rise],
    [start - 76, y + 40 * rise],
    [start - 54, y + 39 * rise],
    [start - 20, y + 21 * rise],
    ...[8, 54, 124, 194, 254, 300].map((dx): Point => [start + dx, form.top(start + dx) + 1]),
  ]
}

/** The tongue with its binding and pull loop. */
export function drawTongue(drawing: Drawing): string {
  const { form, tones, defs } = drawing
  const edge = tongueEdge(drawing)
  const start = last(form.collar)[0]
  const under: Point[] = [300, 200, 60].map((dx) => [start + dx, form.top(start + dx) - 60])
  const d = curvePath([edge, under], true)
  const top = form.top(start)
  const fill = defs.linear({
    from: [start + 40, top + 30],
    to: [start - 40, top - 100],
    stops: [
      [0, shade(tones.tongue, 0.06)],
      [0.3, tones.tongue],
      [0.65, shade(tones.tongue, -0.09)],
      [1, shade(tones.tongue, -0.26)],
    ],
  })
  const border = curvePath([edge.slice(0, 8)])
  const ribs = steps(0, 1, 30)
    .map((t) => {
      const x = start + 4 + t * 270
      return linePath([
        [x, form.top(x) + 4],
        [x - 22, form.top(x) - 44],
      ])
    })
    .join('')
  return (
    pullLoop(drawing, edge) +
    path(d, { fill }) +
    group(
      { 'clip-path': defs.clip(d) },
      line(ribs, { stroke: tone(tones.tongue, -0.14), 'stroke-width': 1.4, opacity: 0.5 }),
      line(border, { stroke: tone(tones.tongue, -0.13), 'stroke-width': 19 }),
      line(border, { stroke: tones.tongue, 'stroke-width': 13 }),
      line(border, { stroke: '#ffffff', 'stroke-width': 4, opacity: 0.3, filter: defs.blur(1.6) }),
      line(curvePath([offset(sampled(edge.slice(0, 8), 4), -12)]), {
        stroke: tones.stitch,
        'stroke-width': 1.4,
        'stroke-dasharray': '4.5 3.5',
      }),
    )
  )
}

function pullLoop({ tones }: Drawing, edge: readonly Point[]): string {
  const [x, y] = edge[4] ?? [320, 350]
  const loop = curvePath([
    [
      [x - 8, y - 18],
      [x - 9, y + 3],
      [x - 2, y + 11],
      [x + 8, y + 7],
      [x + 13, y - 10],
    ],
  ])
  return (
    line(loop, { stroke: shade(tones.heelTab, -0.1), 'stroke-width': 8 }) +
    line(loop, { stroke: tones.heelTab, 'stroke-width': 5, transform: 'translate(-1 1)' })
  )
}

/** The padded rim of the ankle opening; drawn inside the clip of the upper. */
export function drawCollar({ form, tones, defs }: Drawing): string {
  const run: Point[] = [...form.back.slice(-2), ...form.collar]
  const d = curvePath([run])
  const dark = lightness(tones.collar) < 0.45
  const inner = offset(sampled(run, 6), -15)
  return (
    line(d, {
      stroke: tones.deep,
      'stroke-width': 50,
      opacity: 0.4,
      filter: defs.blur(4),
      transform: 'translate(1 -4)',
    }) +
    line(d, { stroke: tones.collar, 'stroke-width': 40 }) +
    line(d, {
      stroke: tones.deep,
      'stroke-width': 40,
      opacity: 0.34,
      filter: defs.blur(4),
      transform: 'translate(0 -13)',
    }) +
    line(d, { stroke: tones.collar, 'stroke-width': 26, opacity: 0.75, filter: defs.blur(2) }) +
    line(d, {
      stroke: '#ffffff',
      'stroke-width': 13,
      opacity: dark ? 0.2 : 0.34,
      filter: defs.blur(3),
      transform: 'translate(0 -4)',
    }) +
    line(curvePath([inner]), {
      stroke: tones.stitch,
      'stroke-width': 1.4,
      'stroke-dasharray': '4.5 3.5',
      opacity: 0.8,
    })
  )
}

/** The strip up the back of the heel that one pulls the shoe on by. */
export function drawHeelTab({ form, tones, defs }: Drawing): string {
  const outer = sampled(form.back.slice(1), 6)
  const inner = outer.map(([x, y], i): Point => {
    const t = i / (outer.length - 1)
    return [x + 12 + 13 * t, y - 9 * t]
  })
  const d = linePath([...offset(outer, 9), ...[...inner].reverse()], true)
  return (
    path(d, {
      fill: tones.deep,
      opacity: 0.4,
      filter: defs.blur(3),
      transform: 'translate(3 -2)',
    }) +
    path(d, { fill: tones.heelTab }) +
    line(curvePath([offset(inner, 4)]), {
      stroke: tone(tones.heelTab, -0.16),
      'stroke-width': 1.4,
      'stroke-dasharray': '4.5 3.5',
    })
  )
}
