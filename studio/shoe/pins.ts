import { linePath, type Point } from '../core/spline.ts'
import type { PinShape } from './spec.ts'

/**
 * Half of a pin's outline as (share of half the width, share of the length), from the collar down
 * to the tip.
 */
const PROFILES: Readonly<Record<PinShape, readonly Point[]>> = {
  pyramid: [
    [1, 0],
    [0.2, 0.96],
    [0.08, 1],
  ],
  needle: [
    [0.74, 0],
    [0.7, 0.2],
    [0.42, 0.34],
    [0.24, 0.7],
    [0.08, 1],
  ],
  'christmas-tree': [
    [1, 0],
    [0.92, 0.26],
    [0.66, 0.3],
    [0.6, 0.54],
    [0.42, 0.58],
    [0.36, 0.8],
    [0.2, 0.84],
    [0.14, 1],
  ],
  tartan: [
    [1, 0],
    [0.84, 0.34],
    [0.52, 0.76],
    [0.3, 0.94],
    [0.12, 1],
  ],
  blank: [
    [1, 0],
    [0.98, 0.3],
    [0.72, 0.46],
    [0.2, 0.5],
  ],
}

/** Path data of a pin hanging from 0, 0, of a width and length in drawing units. */
export function pinOutline(shape: PinShape, width: number, length: number): string {
  const side = (sign: number): Point[] =>
    PROFILES[shape].map(([across, down]) => [(sign * across * width) / 2, -down * length])
  return linePath([...side(-1), ...side(1).reverse()], true)
}
