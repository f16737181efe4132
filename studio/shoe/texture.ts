import { lightness, shade } from '../core/colour.ts'
import { clamp, decimal, lerp, smooth, steps } from '../core/number.ts'
import { linePath, type Point } from '../core/spline.ts'
import { group, line } from '../core/svg.ts'
import { tone, type Drawing } from './drawing.ts'
import type { ShoeSpec } from './spec.ts'

type Weave = (drawing: Drawing) => string

const ROWS = 34

/** Small dashes in staggered rows; the holes open up over the toes, where a foot needs air. */
function holes(drawing: Drawing, pitch: number, open: (x: number, v: number) => number): string {
  const byWidth = new Map<number, string[]>()
  for (let row = 1; row < ROWS; row++) {
    const v = row / ROWS
    for (let x = 16 + (row % 2) * (pitch / 2); x < 975; x += pitch) {
      // Half steps of width keep the number of paths, and so the file, small.
      const width = Math.round(open(x, v) * 2) / 2
      if (width < 1) continue
      const [px, py] = drawing.form.at(x, v)
      const list = byWidth.get(width) ?? []
      list.push(`M${decimal(px)} ${decimal(py)}h1.6`)
      byWidth.set(width, list)
    }
  }
  const { upper } = drawing.tones
  return [...byWidth]
    .map(([width, marks]) => {
      const d = marks.join('')
      return (
        line(d, {
          stroke: shade(upper, 0.12),
          'stroke-width': width,
          opacity: 0.6,
          transform: 'translate(0.5 -1.2)',
        }) + line(d, { stroke: tone(upper, -0.17), 'stroke-width': width })
      )
    })
    .join('')
}

const mesh: Weave = (drawing) =>
  holes(drawing, 8.4, (x, v) => {
    const zone = smooth(470, 660, x) * (1 - smooth(880, 965, x)) * smooth(0.04, 0.2, v)
    const room = (drawing.form.top(x) - drawing.form.bite(x)) / ROWS
    return Math.min(lerp(1.6, 4.6, zone), room * 0.82)
  })

const leather: Weave = (drawing) =>
  holes(drawing, 17, (x, v) => {
    const zone = smooth(690, 730, x) * (1 - smooth(840, 890, x)) * smooth(0.34, 0.44, v)
    return zone > 0.5 ? 3 : 0
  })

/** Rows of small waves, as a flat-bed knit shows. */
const knit: Weave = (drawing) => {
  const rows = steps(0.01, 1.05, 44).map((v) =>
    linePath(steps(2, 995, 200).map((x, i): Point => drawing.form.at(x, v + (i % 2 ? 0.014 : 0)))),
  )
  const d = rows.join('')
  const { upper } = drawing.tones
  return (
    line(d, {
      stroke: shade(upper, 0.11),
      'stroke-width': 1,
      opacity: 0.5,
      transform: 'translate(0 1)',
    }) + line(d, { stroke: tone(upper, -0.14), 'stroke-width': 1.15, opacity: 0.8 })
  )
}

/** A clear skin over crossed fibres. */
const film: Weave = (drawing) => {
  const fibre = (lean: number): string =>
    steps(-260, 1260, 84)
      .map((x0) =>
        linePath(
          steps(0, 1.05, 8).map((v) => {
            const x = x0 + lean * (v - 0.5)
            return drawing.form.at(clamp(x, -5, 1000), v)
          }),
        ),
      )
      .join('')
  const { upper } = drawing.tones
  const soft = lightness(upper) < 0.4 ? 0.45 : 0.6
  return (
    line(fibre(210), { stroke: tone(upper, -0.12), 'stroke-width': 1.5, opacity: soft }) +
    line(fibre(-210), { stroke: shade(upper, 0.12), 'stroke-width': 1.3, opacity: soft })
  )
}

const WEAVES: Readonly<Record<ShoeSpec['upper'], Weave>> = {
  mesh,
  knit,
  film,
  'synthetic-leather': leather,
}

/** The cloth of the upper. */
export function drawTexture(drawing: Drawing): string {
  return group({}, WEAVES[drawing.spec.upper](drawing))
}
