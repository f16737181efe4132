import type { GroundPoint } from '../ground/projection.ts'
import type { Layer } from '../ground/render-ground.ts'
import { band, numeral } from '../ground/shape.ts'

/** Width of every line of a track, in decimetres. */
const LINE = 0.5

/** From one lane line to the next, in decimetres. */
export const LANE = 12.2

/** Far enough to be outside any picture. */
const FAR = 900

/** A line along the lane, its middle at `y`. */
export function laneLine(y: number): Layer {
  return { shape: band([-FAR, y], [FAR, y], LINE), finish: 'chalk' }
}

/** Lane lines of a straight, the nearest at `first`. */
export function laneLines(first: number, count: number): Layer[] {
  return Array.from({ length: count }, (_, i) => laneLine(first + i * LANE))
}

/** A start line across a lane, between two lane lines, its near edge at `x`. */
export function startLine(x: number, from: number, to: number): Layer {
  return { shape: band([x + LINE / 2, from], [x + LINE / 2, to], LINE), finish: 'chalk' }
}

/** A curved line: part of a bend, or an arc. */
export function curve(centre: GroundPoint, radius: number, width = LINE): Layer {
  return { shape: { ring: centre, radius, width }, finish: 'chalk' }
}

/** A lane number, `height` decimetres high. */
export function laneNumber(digit: string, at: GroundPoint, height: number): Layer {
  return { shape: numeral(digit, at, height), finish: 'chalk' }
}

/** Everything from one x to another, across all lanes. */
export function across(from: number, to: number, finish: Layer['finish']): Layer {
  return { shape: band([from, 0], [to, 0], 2 * FAR), finish }
}

/** A pole vault box from above, its front edge at `x`: a rim, sloping sides and a steel floor. */
export function vaultBox(x: number): Layer[] {
  const within = (inset: number, finish: Layer['finish']): Layer => ({
    shape: {
      polygon: [
        [x + inset / 3, 3 - inset],
        [x + 10.2 - inset, 0.9 - inset / 3],
        [x + 10.2 - inset, inset / 3 - 0.9],
        [x + inset / 3, inset - 3],
      ],
    },
    finish,
  })
  return [within(0, 'board'), within(0.2, 'shade'), within(0.9, 'steel')]
}
