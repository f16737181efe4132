import { mix } from '../core/colour.ts'
import { lerp, steps } from '../core/number.ts'
import type { Point } from '../core/spline.ts'
import { line } from '../core/svg.ts'
import { curvePath, points } from '../core/spline.ts'
import { tone, type Drawing } from './drawing.ts'
import { drawPatch, onUpper, stitches, type Patch } from './patch.ts'
import type { Overlay } from './spec.ts'

/** A foot below the sole's edge, so that a layer always runs down into the seam. */
const SEAM = -0.12
/** Above the top line, so that a layer always runs out over the edge. */
const OVER = 1.2

type Layout = (drawing: Drawing) => string

/** Struts that spread like a fan from one point of the sole to the eyelets. */
const bands: Layout = (drawing) => {
  const struts = steps(0, 1, 4).map((t): Patch => {
    const [top, foot] = [lerp(392, 640, t), lerp(436, 492, t)]
    // Each strut swells towards the eyelet that it holds.
    const side = (sign: number): Point[] => [
      [foot + sign * 7, SEAM],
      [lerp(foot, top, 0.42) + sign * 9, 0.42],
      [lerp(foot, top, 0.8) + sign * 13, 0.8],
      [top + sign * 17, OVER],
    ]
    return { fill: drawing.tones.overlay, runs: [side(-1), side(1).reverse()] }
  })
  return struts.map((strut) => drawPatch(drawing, strut)).join('')
}

/** One straight-edged wedge: thin at the toe, deep at the heel. */
const blade: Layout = (drawing) => {
  const edge: Point[] = points([930, 0.16, 720, 0.2, 480, 0.33, 250, 0.56, -20, 0.94])
  const face: Patch = {
    fill: drawing.tones.overlay,
    runs: [
      [
        [-20, SEAM],
        [-20, 0.94],
      ],
      [...edge].reverse(),
      [
        [985, SEAM],
        [-20, SEAM],
      ],
    ],
  }
  const glint = onUpper(
    drawing,
    edge.map(([x, v]) => [x, v + 0.075]),
  )
  return (
    drawPatch(drawing, face) +
    line(curvePath([glint]), { stroke: drawing.tones.overlay, 'stroke-width': 3, opacity: 0.9 })
  )
}

/** The rear of the shoe in the second colour, its front edge notched, with an echo line. */
const chevron: Layout = (drawing) => {
  const notch = (shift: number): Point[][] => [
    points([470 + shift, OVER, 372 + shift, 0.5]),
    points([372 + shift, 0.5, 500 + shift, SEAM]),
  ]
  const rear: Patch = {
    fill: drawing.tones.overlay,
    runs: [...notch(0), points([500, SEAM, -30, SEAM]), points([-30, SEAM, -30, OVER])],
  }
  const thin = (shift: number, width: number): Patch => ({
    fill: drawing.tones.overlay,
    runs: [
      ...notch(shift),
      points([500 + shift + width, SEAM, 372 + shift + width, 0.5]),
      points([372 + shift + width, 0.5, 470 + shift + width, OVER]),
    ],
  })
  return [rear, thin(34, 20), thin(78, 9)].map((patch) => drawPatch(drawing, patch)).join('')
}

/** Lines side by side the length of the shoe, bending up round the heel as lanes do. */
const lane: Layout = (drawing) => {
  const lines = steps(0, 1, 3).map((t) => {
    const run: Point[] = [
      [lerp(905, 838, t), lerp(-0.02, 0.12, t)],
      [lerp(760, 720, t), lerp(0.1, 0.31, t)],
      [560, lerp(0.14, 0.43, t)],
      [400, lerp(0.17, 0.5, t)],
      [lerp(230, 280, t), lerp(0.25, 0.57, t)],
      [lerp(120, 205, t), lerp(0.48, 0.7, t)],
      [lerp(82, 168, t), lerp(0.8, 0.94, t)],
      [lerp(70, 150, t), OVER],
    ]
    return curvePath([onUpper(drawing, run)])
  })
  const { overlay, deep } = drawing.tones
  return lines
    .map(
      (d) =>
        line(d, {
          stroke: deep,
          'stroke-width': 11,
          opacity: 0.28,
          filter: drawing.defs.blur(2.5),
          transform: 'translate(1 -3)',
        }) +
        line(d, { stroke: overlay, 'stroke-width': 9.5 }) +
        line(d, {
          stroke: tone(overlay, 0.16),
          'stroke-width': 1.6,
          opacity: 0.7,
          transform: 'translate(-1 3)',
        }),
    )
    .join('')
}

/** A panel over the waist of the foot, from the eyelets to the sole. */
const saddle: Layout = (drawing) => {
  const front: Point[] = [
    [668, SEAM],
    [622, 0.3],
    [600, 0.66],
    [606, OVER],
  ]
  const rear: Point[] = [
    [392, OVER],
    [382, 0.72],
    [338, 0.34],
    [262, SEAM],
  ]
  const inset = (run: readonly Point[], by: number): Point[] => run.map(([x, v]) => [x + by, v])
  const face: Patch = { fill: drawing.tones.overlay, runs: [front, rear] }
  return (
    drawPatch(drawing, face) +
    stitches(drawing, inset(front, -12)) +
    stitches(drawing, inset(rear, 12))
  )
}

/** A guard round the foot of the upper, its edge a long wave that swells over the toe. */
const wave: Layout = (drawing) => {
  const crest: Point[] = [
    [-30, 0.52],
    [60, 0.48],
    [160, 0.26],
    [270, 0.16],
    [390, 0.3],
    [500, 0.36],
    [600, 0.22],
    [700, 0.18],
    [790, 0.36],
    [860, 0.66],
    [905, OVER],
  ]
  const guard = (lift: number, fill: string): Patch => ({
    fill,
    runs: [
      crest.map(([x, v]) => [x, v + lift]),
      [
        [1010, OVER],
        [1010, SEAM],
      ],
      [
        [1010, SEAM],
        [-30, SEAM],
      ],
    ],
  })
  const { overlay, upper } = drawing.tones
  return (
    drawPatch(drawing, guard(0.11, mix(upper, overlay, 0.38))) +
    drawPatch(drawing, guard(0, overlay)) +
    stitches(
      drawing,
      crest.map(([x, v]) => [x, v - 0.055]),
    )
  )
}

const LAYOUTS: Readonly<Record<Overlay, Layout>> = { bands, blade, chevron, lane, saddle, wave }

/** The layers on the upper, in the palette's second colour. */
export function drawOverlay(drawing: Drawing): string {
  return LAYOUTS[drawing.spec.overlay](drawing)
}
