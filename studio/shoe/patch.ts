import { lightness, shade } from '../core/colour.ts'
import { curvePath, sampled, type Point } from '../core/spline.ts'
import { group, line, path } from '../core/svg.ts'
import type { Drawing } from './drawing.ts'

/** A layer laid on the upper. Runs are in (x, v): v is 0 at the sole and 1 at the top line. */
export interface Patch {
  readonly runs: readonly (readonly Point[])[]
  readonly fill: string
  /** Welded layers lie flat; the others cast a small shadow. */
  readonly flat?: boolean
}

/** Runs of (x, v) as points of the drawing, dense enough to follow the sole's curve. */
export function onUpper(drawing: Drawing, run: readonly Point[]): Point[] {
  return sampled(run, 5).map(([x, v]) => drawing.form.at(x, v))
}

/** Draws a layer on the upper: its shadow, its face, and the light that catches its edge. */
export function drawPatch(drawing: Drawing, patch: Patch): string {
  const d = curvePath(
    patch.runs.map((run) => onUpper(drawing, run)),
    true,
  )
  const { defs, tones } = drawing
  const light = lightness(patch.fill)
  const edge = shade(patch.fill, light > 0.85 ? 0.06 : 0.13)
  const shadow = path(d, {
    fill: tones.deep,
    opacity: 0.42,
    filter: defs.blur(3.2),
    transform: 'translate(2 -4)',
  })
  return group(
    {},
    patch.flat ? '' : shadow,
    path(d, { fill: patch.fill }),
    group(
      { 'clip-path': defs.clip(d) },
      line(d, { stroke: shade(patch.fill, -0.14), 'stroke-width': 2.4, opacity: 0.6 }),
      line(d, {
        stroke: edge,
        'stroke-width': 2.6,
        opacity: 0.75,
        transform: 'translate(-0.4 -1.6)',
      }),
    ),
  )
}

/** A row of stitches along (x, v) points. */
export function stitches(drawing: Drawing, run: readonly Point[]): string {
  return line(curvePath([onUpper(drawing, run)]), {
    stroke: drawing.tones.stitch,
    'stroke-width': 1.5,
    'stroke-dasharray': '5 3.6',
    opacity: 0.85,
  })
}
