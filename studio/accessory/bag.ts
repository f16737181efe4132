import { lightness, shade } from '../core/colour.ts'
import { lerp, randomFrom, steps } from '../core/number.ts'
import { curvePath, linePath, type Point, points } from '../core/spline.ts'
import { element, group, line, path, type Definitions } from '../core/svg.ts'

const BODY: readonly (readonly Point[])[] = [
  points([
    300, 404, 262, 330, 236, 220, 232, 110, 240, 44, 262, 12, 310, 1, 500, -4, 690, 1, 738, 12, 760,
    44, 768, 110, 764, 220, 738, 330, 700, 404,
  ]),
  points([700, 404, 600, 416, 500, 412, 400, 416, 300, 404]),
]

const RUFF: readonly (readonly Point[])[] = [
  points([300, 404, 286, 440, 262, 486, 300, 500, 350, 486, 410, 502, 470, 488, 530, 502]),
  points([530, 502, 590, 488, 650, 500, 700, 488, 738, 490, 716, 440, 700, 404]),
  points([700, 404, 500, 418, 300, 404]),
]

/** Folds that run down from the drawn mouth and die away. */
function folds(defs: Definitions, colour: string): string {
  const next = randomFrom('folds')
  const dark = lightness(colour) < 0.4
  return steps(0.04, 0.96, 13)
    .map((t) => {
      const top = lerp(310, 690, t)
      const foot = lerp(262, 738, t) + (next() - 0.5) * 26
      const run: Point[] = [
        [top, 408],
        [lerp(top, foot, 0.4) + (next() - 0.5) * 12, 330],
        [foot, 250 - next() * 110],
      ]
      const d = curvePath([run])
      return (
        line(d, { stroke: '#0c0b10', 'stroke-width': 11, opacity: 0.22, filter: defs.blur(5) }) +
        line(d, {
          stroke: '#ffffff',
          'stroke-width': 6,
          opacity: dark ? 0.14 : 0.22,
          filter: defs.blur(3.5),
          transform: 'translate(-10 0)',
        })
      )
    })
    .join('')
}

/** A panel of mesh that lets wet shoes dry. */
function vent(main: string): string {
  const dark = lightness(main) < 0.4
  const holes = Array.from({ length: 105 }, (_, i) => {
    const row = Math.floor(i / 15)
    return `M${420 + (i % 15) * 11 + (row % 2) * 5} ${136 + row * 12}h3`
  })
  const frame = { x: 404, y: 122, width: 192, height: 100, rx: 14 }
  return (
    element('rect', { ...frame, fill: shade(main, dark ? 0.07 : -0.1) }) +
    line(holes.join(''), { stroke: shade(main, dark ? -0.12 : -0.26), 'stroke-width': 5.4 })
  )
}

/** Stiff base, side vent and the light from the left. */
function panels(defs: Definitions, main: string, accent: string): string {
  const base = curvePath([points([220, 92, 500, 78, 780, 92]), points([780, -20, 220, -20])], true)
  const light = defs.linear({
    from: [230, 0],
    to: [770, 0],
    stops: [
      [0, '#000000', 0.3],
      [0.2, '#ffffff', 0.14],
      [0.42, '#ffffff', 0.03],
      [0.75, '#000000', 0.14],
      [1, '#000000', 0.46],
    ],
  })
  return (
    path(base, { fill: accent }) +
    line(curvePath([points([220, 92, 500, 78, 780, 92])]), {
      stroke: shade(accent, -0.2),
      'stroke-width': 3,
    }) +
    line(curvePath([points([220, 82, 500, 68, 780, 82])]), {
      stroke: shade(accent, 0.2),
      'stroke-width': 2,
      'stroke-dasharray': '8 6',
    }) +
    vent(main) +
    element('rect', { x: 220, y: -20, width: 560, height: 440, fill: light })
  )
}

interface Cord {
  readonly run: readonly Point[]
  readonly width: number
}

/** A stretch of cord, its shadow and its twist. */
function strand(defs: Definitions, accent: string, cord: Cord): string {
  const { run, width } = cord
  const d = curvePath([run])
  return (
    line(d, {
      stroke: '#0c0b10',
      'stroke-width': width,
      opacity: 0.4,
      filter: defs.blur(4),
      transform: 'translate(4 -6)',
    }) +
    line(d, { stroke: shade(accent, -0.14), 'stroke-width': width }) +
    line(d, { stroke: accent, 'stroke-width': width * 0.66, transform: 'translate(-1 1.4)' }) +
    line(d, {
      stroke: shade(accent, -0.2),
      'stroke-width': width * 0.6,
      'stroke-dasharray': '2 9',
      'stroke-linecap': 'butt',
      opacity: 0.7,
    })
  )
}

/** The cord around the neck, with its toggle and hanging ends. */
function cord(defs: Definitions, accent: string): string {
  const neck: Point[] = points([302, 408, 400, 418, 500, 414, 600, 418, 698, 408])
  const ends = [
    points([560, 414, 584, 350, 576, 286, 600, 236]),
    points([560, 414, 552, 340, 566, 280, 550, 214]),
  ]
  const toggle = defs.across([
    [0, '#4a4c52'],
    [0.35, '#8d9098'],
    [1, '#2b2c31'],
  ])
  return (
    strand(defs, accent, { run: neck, width: 15 }) +
    ends.map((run) => strand(defs, accent, { run, width: 10 })).join('') +
    element('rect', { x: 536, y: 366, width: 50, height: 62, rx: 16, fill: toggle })
  )
}

/** A drawstring bag on the ground at 0, on an area of 1000 by 560. */
export function drawBag(defs: Definitions, main: string, accent: string): string {
  const body = curvePath(BODY, true)
  const ruff = curvePath(RUFF, true)
  const shadow = defs.radial(
    [0, 0.25, 0.5, 0.75, 1].map((t) => [t, '#24222a', Math.exp(-3 * t * t) * (1 - t ** 4)]),
  )
  const crease = steps(0.06, 0.94, 11)
    .map((t) =>
      linePath([
        [lerp(308, 692, t), 406],
        [lerp(280, 722, t), 492],
      ]),
    )
    .join('')
  return group(
    {},
    element('ellipse', { cx: 500, cy: -2, rx: 430, ry: 50, fill: shadow, opacity: 0.4 }),
    element('ellipse', { cx: 500, cy: 0, rx: 320, ry: 18, fill: shadow, opacity: 0.7 }),
    path(ruff, { fill: shade(main, -0.05) }),
    group(
      { 'clip-path': defs.clip(ruff) },
      line(crease, { stroke: '#0c0b10', 'stroke-width': 12, opacity: 0.3, filter: defs.blur(4) }),
      line(crease, {
        stroke: '#ffffff',
        'stroke-width': 6,
        opacity: 0.16,
        filter: defs.blur(3),
        transform: 'translate(-12 0)',
      }),
    ),
    path(body, { fill: main }),
    group({ 'clip-path': defs.clip(body) }, panels(defs, main, accent), folds(defs, main)),
    cord(defs, accent),
  )
}
