import { lightness, mix, shade } from '../core/colour.ts'
import { bump, clamp, lerp, smooth } from '../core/number.ts'
import { curvePath, linePath, trace, type Point } from '../core/spline.ts'
import { group, line, path } from '../core/svg.ts'
import type { Drawing } from './drawing.ts'
import { drawLugs } from './lugs.ts'

type Curve = (x: number) => number

/** Path data between two curves over a stretch of x. */
function between(low: Curve, high: Curve, [from, to]: Point): string {
  return curvePath([trace(high, [from, to], 26), trace(low, [to, from], 26)], true)
}

/** Path data of the foam: rounded at the heel and at the tip. */
function foamOutline({ form: { bite, bottom } }: Drawing): string {
  const heel: Point[] = [
    [22, bottom(22)],
    [7, lerp(bottom(8), bite(8), 0.16)],
    [-3, lerp(bottom(8), bite(4), 0.5)],
    [-2, lerp(bottom(8), bite(4), 0.82)],
    [6, bite(6) + 3],
  ]
  const tip: Point[] = [
    [988, bite(988) + 3],
    [996, bite(990) - 4],
    [998, lerp(bite(990), bottom(990), 0.5)],
    [992, bottom(990) + 3],
    [980, bottom(980)],
  ]
  return curvePath(
    [heel, trace((x) => bite(x) + 3, [6, 988], 30), tip, trace(bottom, [980, 22], 30)],
    true,
  )
}

/** The foam: lit along its upper lip, in shade below, with a carved line. */
function drawFoam(drawing: Drawing, outline: string): string {
  const { form, tones, defs } = drawing
  const foam = tones.midsole
  const dark = lightness(foam) < 0.5
  const groove: Curve = (x) =>
    lerp(form.bottom(x), form.bite(x), 0.5) + 7 * bump(x, 190, 130) - 8 * smooth(420, 660, x)
  const low = between((x) => form.bottom(x) - 6, groove, [-10, 700])
  const fill = defs.linear({
    from: [0, 0],
    to: [1000, 0],
    stops: [
      [0, shade(foam, -0.17)],
      [0.06, shade(foam, -0.04)],
      [0.25, shade(foam, 0.01)],
      [0.8, foam],
      [1, shade(foam, -0.12)],
    ],
  })
  const lip = curvePath([trace((x) => form.bite(x) - 4, [6, 985], 30)])
  return group(
    { 'clip-path': defs.clip(outline) },
    path(outline, { fill }),
    path(low, { fill: shade(foam, -0.085), opacity: 0.75 }),
    line(curvePath([trace(groove, [-10, 690], 20)]), {
      stroke: '#ffffff',
      'stroke-width': 1.8,
      opacity: dark ? 0.22 : 0.8,
    }),
    line(curvePath([trace(form.bottom, [-10, 1005], 30)]), {
      stroke: mix('#121018', foam, 0.3),
      'stroke-width': 22,
      opacity: 0.5,
      filter: defs.blur(6),
    }),
    line(lip, {
      stroke: '#ffffff',
      'stroke-width': 4,
      opacity: dark ? 0.4 : 0.9,
      filter: defs.blur(1.6),
    }),
    line(curvePath([trace((x) => form.bite(x) + 2, [0, 992], 30)]), {
      stroke: mix('#121018', foam, 0.25),
      'stroke-width': 3,
      opacity: 0.55,
      filter: defs.blur(1),
    }),
  )
}

/** Where the plate (or the rubber) starts, from its length in the catalogue. */
function plateStart({ spec, form }: Drawing): number {
  if (form.shape.tread !== 'plate') return 4
  return { forefoot: 420, 'three-quarter': 220, full: 10, none: 470 }[spec.plate]
}

/** Top edge of the plate: it thickens from its start, climbs at the ball, and wraps the tip. */
function plateTop(drawing: Drawing): Curve {
  const { bottom, bite, shape } = drawing.form
  const [thick, wall] = shape.plate
  const start = plateStart(drawing)
  const full = start < 100
  return (x) => {
    const grow = full ? lerp(0.7, 1, smooth(150, 480, x)) : smooth(start - 10, start + 170, x)
    const climb = wall * bump(x, 735, 125) + (wall * 0.6 + 8) * clamp((x - 830) / 165) ** 1.5
    return Math.min(bottom(x) + thick * grow + climb, bite(x) - 1 + 6 * smooth(900, 990, x))
  }
}

/** Small facets along the plate's wall, lit and unlit by turns: a moulded truss. */
function facets({ form }: Drawing, top: Curve, start: number): string {
  const at = (x: number, share: number): Point => [x, lerp(form.bottom(x), top(x), share)]
  const out: string[] = []
  for (let x = Math.max(start + 150, 300); x < 955; x += 25) {
    out.push(linePath([at(x, 0.3), at(x + 12.5, 0.76), at(x + 25, 0.3)], true))
  }
  return out.join('')
}

/** Path data of the plate: along its top edge, round the tip, back along the ground. */
function plateOutline(bottom: Curve, top: Curve, start: number): string {
  const tip: Point[] = [
    [986, top(986)],
    [1000, top(988) + 1],
    [1004, lerp(top(988), bottom(988), 0.4)],
    [998, bottom(990) + 4],
    [982, bottom(982)],
  ]
  return curvePath([trace(top, [start, 986], 30), tip, trace(bottom, [982, start], 30)], true)
}

/** The plate under the foam, its edge catching the light. */
function drawPlate(drawing: Drawing): string {
  const { form, tones, defs } = drawing
  const { plate } = tones
  const start = plateStart(drawing)
  const top = plateTop(drawing)
  const share =
    (t: number): Curve =>
    (x) =>
      lerp(form.bottom(x), top(x), t)
  const face = plateOutline(form.bottom, top, start)
  const fill = defs.linear({
    from: [start, 0],
    to: [1000, 0],
    stops: [
      [0, shade(plate, -0.06)],
      [0.45, shade(plate, -0.01)],
      [0.76, shade(plate, 0.05)],
      [1, shade(plate, -0.07)],
    ],
  })
  const gloss = curvePath([trace(share(0.82), [start + 30, 985], 30)])
  return group(
    { 'clip-path': defs.clip(face) },
    path(face, { fill }),
    path(between(share(-0.1), share(0.34), [start, 1004]), {
      fill: shade(plate, -0.15),
      opacity: 0.75,
    }),
    path(facets(drawing, top, start), {
      fill: '#ffffff',
      opacity: lightness(plate) < 0.4 ? 0.12 : 0.2,
    }),
    line(gloss, { stroke: '#ffffff', 'stroke-width': 2.6, opacity: 0.55, filter: defs.blur(0.9) }),
    line(curvePath([trace(form.bottom, [start, 1004], 30)]), {
      stroke: '#0b0a10',
      'stroke-width': 6,
      opacity: 0.45,
      filter: defs.blur(2),
    }),
    line(curvePath([trace(top, [start, 996], 30)]), {
      stroke: shade(plate, 0.16),
      'stroke-width': 2,
    }),
  )
}

/** The whole sole: lugs, foam and plate. Pins are drawn apart, before and after it. */
export function drawSole(drawing: Drawing): string {
  const { form, tones, defs } = drawing
  const foam = foamOutline(drawing)
  const seam = path(foam, {
    fill: tones.deep,
    opacity: 0.5,
    filter: defs.blur(3.5),
    transform: 'translate(0 5)',
    'clip-path': defs.clip(form.upper),
  })
  const under = form.shape.tread === 'lugs' ? drawLugs(drawing) : ''
  return seam + under + drawFoam(drawing, foam) + drawPlate(drawing)
}
