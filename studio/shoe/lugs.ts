import { shade } from '../core/colour.ts'
import { curvePath, type Point } from '../core/spline.ts'
import { path } from '../core/svg.ts'
import type { Drawing } from './drawing.ts'

/** Path data of all lugs. */
function lugs({ form }: Drawing): string {
  const lug = (x: number, half: number): string => {
    const depth = x > 880 ? 9 : 14
    const foot = (dx: number, down: number): Point => [x + dx, form.bottom(x + dx) - down]
    return curvePath(
      [
        [foot(-half, -4), foot(-half * 0.7, depth)],
        [foot(half * 0.62, depth), foot(half, -4)],
      ],
      true,
    )
  }
  const heel = [70, 118, 166, 214, 266].map((x) => lug(x, 18))
  const fore = [522, 562, 602, 646, 690, 736, 780, 824, 866, 906, 944].map((x) => lug(x, 14))
  return [...heel, ...fore].join('')
}

/** The rubber lugs of a cross-country sole. */
export function drawLugs(drawing: Drawing): string {
  const { plate } = drawing.tones
  const [light, dark] = [shade(plate, 0.06), shade(plate, -0.1)]
  const fill = drawing.defs.linear({
    from: [0, 40],
    to: [0, -10],
    stops: [
      [0, light],
      [1, dark],
    ],
  })
  return path(lugs(drawing), { fill, stroke: shade(plate, 0.16), 'stroke-width': 0.9 })
}
