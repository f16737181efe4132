import { curvePath, type Point } from '../core/spline.ts'
import { line } from '../core/svg.ts'

/** A track bend: lines about one centre, in picture units. */
export interface Bend {
  readonly centre: Point
  /** Radii of the lane lines, nearest to the centre first. */
  readonly radii: readonly number[]
  /** Angles in degrees that the lines run from and to; 90 points down the picture. */
  readonly angles: Point
}

function arc({ centre, angles }: Bend, radius: number): Point[] {
  const count = 36
  return Array.from({ length: count + 1 }, (_, i) => {
    const angle = ((angles[0] + ((angles[1] - angles[0]) * i) / count) * Math.PI) / 180
    return [centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)]
  })
}

/** The lane lines of a bend; they widen from `thin` to `thick` as they come nearer. */
export function laneLines(bend: Bend, colour: string, [thin, thick]: Point): string {
  const { radii } = bend
  return radii
    .map((radius, i) => {
      const near = radii.length > 1 ? i / (radii.length - 1) : 1
      return line(curvePath([arc(bend, radius)]), {
        stroke: colour,
        'stroke-width': thin + (thick - thin) * near,
      })
    })
    .join('')
}

/** Path data of the surface between two radii of a bend. */
export function surface(bend: Bend, from: number, to: number): string {
  return curvePath([arc(bend, from), arc(bend, to).reverse()], true)
}
