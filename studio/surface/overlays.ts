import type { SKRSContext2D } from '@napi-rs/canvas'
import { lerp, steps } from '../core/number.ts'
import { points, sampled, type Point } from '../core/spline.ts'
import type { Overlay } from '../shoe/spec.ts'
import type { Pattern } from '../spike/pattern.ts'
import type { Layer, Mask, MaterialTexture } from './material-texture.ts'

/** Beyond the sole's edge and the top edge, so that a layer always reaches its seam. */
const SEAM = -0.12
const OVER = 1.1

/** What an overlay needs to be drawn. */
interface Board {
  readonly texture: MaterialTexture
  readonly pattern: Pattern
}

type Layout = (board: Board) => void

/** A heat-bonded film, which has a raised edge and hides the weave. */
const FILM: Layer = { slot: 'overlay', rise: 0.075, rough: 0.5, flatten: 0.86 }

function placed({ pattern }: Board, run: readonly Point[], smooth: boolean): Point[] {
  const line = smooth && run.length > 2 ? sampled(run, 10) : densified(run)
  return line.map(([x, v]) => pattern.place(x, v))
}

/** Straight runs still need points, since the texture is curved. */
function densified(run: readonly Point[]): Point[] {
  return run.flatMap((point, i): Point[] => {
    const next = run[i + 1]
    if (!next) return [point]
    return steps(0, 0.9, 9).map((t): Point => [
      lerp(point[0], next[0], t),
      lerp(point[1], next[1], t),
    ])
  })
}

function trace(pen: SKRSContext2D, line: readonly Point[]): void {
  line.forEach(([x, y], i) => (i === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)))
}

/** A patch bounded by runs of (thousandths, height share), end to end. */
function patch(board: Board, runs: readonly (readonly Point[])[], smooth = true): Mask {
  return board.texture.drawMask((pen) => {
    pen.beginPath()
    trace(
      pen,
      runs.flatMap((run) => placed(board, run, smooth)),
    )
    pen.closePath()
    pen.fill()
  })
}

function stripe(board: Board, run: readonly Point[], width: number): Mask {
  return board.texture.drawMask((pen) => {
    pen.lineWidth = width
    pen.lineJoin = 'round'
    pen.beginPath()
    trace(pen, placed(board, run, true))
    pen.stroke()
  })
}

/** A line of stitches along a run. */
function stitched(board: Board, run: readonly Point[], smooth = true): void {
  const thread = board.texture.drawMask((pen) => {
    pen.lineWidth = 0.055
    pen.setLineDash([0.17, 0.1])
    pen.beginPath()
    trace(pen, placed(board, run, smooth))
    pen.stroke()
  }, 0)
  board.texture.apply(thread, { slot: 'stitch', rise: 0.02, rough: 0.8 })
}

/** Struts that spread like a fan from one place on the sole to the eyelets. */
const bands: Layout = (board) => {
  for (const t of steps(0, 1, 4)) {
    const [top, foot] = [lerp(408, 660, t), lerp(420, 520, t)]
    // Each strut swells towards the eyelet that it holds.
    const edge = (sign: number): Point[] => [
      [foot + sign * 8, SEAM],
      [lerp(foot, top, 0.42) + sign * 9, 0.42],
      [lerp(foot, top, 0.8) + sign * 13, 0.8],
      [top + sign * 17, OVER],
    ]
    board.texture.apply(patch(board, [edge(-1), edge(1).reverse()]), FILM)
  }
}

/** One straight-edged wedge: thin at the toe, deep at the heel, with an echo line. */
const blade: Layout = (board) => {
  const edge = points([930, 0.16, 720, 0.2, 480, 0.33, 250, 0.56, -20, 0.94])
  const face = patch(board, [[...edge].reverse(), points([985, SEAM, -20, SEAM])])
  board.texture.apply(face, FILM)
  stitched(
    board,
    edge.map(([x, v]): Point => [x, v - 0.035]),
  )
  const echo = edge.map(([x, v]): Point => [x, v + 0.085])
  board.texture.apply(stripe(board, echo, 0.12), { ...FILM, rise: 0.03 })
}

/** The rear of the shoe in the second colour, its front edge notched, with two echoes. */
const chevron: Layout = (board) => {
  const notch = (shift: number): Point[] =>
    points([470 + shift, OVER, 372 + shift, 0.5, 500 + shift, SEAM])
  const rear = patch(board, [notch(0), points([-30, SEAM, -30, OVER])], false)
  board.texture.apply(rear, FILM)
  stitched(board, notch(-10), false)
  for (const [shift, width] of [
    [34, 20],
    [78, 9],
  ] as const) {
    const band = patch(board, [notch(shift), notch(shift + width).reverse()], false)
    board.texture.apply(band, FILM)
  }
}

/** Lines side by side the length of the shoe, bending up around the heel as lanes do. */
const lane: Layout = (board) => {
  for (const t of steps(0, 1, 3)) {
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
    board.texture.apply(stripe(board, run, 0.3), FILM)
  }
}

/** A panel over the waist of the foot, from the eyelets to the sole. */
const saddle: Layout = (board) => {
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
  board.texture.apply(patch(board, [front, rear]), { ...FILM, rise: 0.07 })
  const inset = (run: readonly Point[], by: number): Point[] => run.map(([x, v]) => [x + by, v])
  stitched(board, inset(front, -11))
  stitched(board, inset(rear, 11))
}

/** A guard around the foot of the upper, its edge a long wave that swells over the toe. */
const wave: Layout = (board) => {
  const crest: Point[] = points([
    -30,
    0.52,
    60,
    0.48,
    160,
    0.26,
    270,
    0.16,
    390,
    0.3,
    500,
    0.36,
    600,
    0.22,
    700,
    0.18,
    790,
    0.32,
    860,
    0.5,
    910,
    0.7,
    945,
    OVER,
  ])
  const guard = (lift: number): Mask =>
    patch(board, [
      crest.map(([x, v]) => [x, v + lift]),
      points([1010, OVER, 1010, SEAM, -30, SEAM]),
    ])
  board.texture.apply(guard(0.1), { ...FILM, alpha: 0.38, rise: 0.03 })
  board.texture.apply(guard(0), FILM)
  stitched(
    board,
    crest.slice(0, -1).map(([x, v]) => [x, v - 0.05]),
  )
}

const LAYOUTS: Readonly<Record<Overlay, Layout>> = { bands, blade, chevron, lane, saddle, wave }

/** Lays a shoe's overlay over one side of its upper. */
export function layOverlay(texture: MaterialTexture, pattern: Pattern, layout: Overlay): void {
  LAYOUTS[layout]({ texture, pattern })
}
