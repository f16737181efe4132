import { lightness } from '../core/colour.ts'
import { curvePath, type Point, points } from '../core/spline.ts'
import { element, group, line, path } from '../core/svg.ts'
import { drawClosure } from './closures.ts'
import { startDrawing, type Drawing } from './drawing.ts'
import { LIGHT_BOX, lightMap } from './light.ts'
import { brandMark } from './marks.ts'
import { drawCollar, drawHeelTab, drawLining, drawTongue } from './opening.ts'
import { drawOverlay } from './overlays.ts'
import { drawPatch, stitches, type Patch } from './patch.ts'
import { drawPinContacts, drawPins } from './pins.ts'
import { drawSole } from './sole.ts'
import type { ShoeSpec } from './spec.ts'
import { drawTexture } from './texture.ts'

/** A picture's parts: what to draw, and the gradients and clips that it refers to. */
export interface Art {
  readonly body: string
  readonly defs: string
}

/** The soft shadow on the ground; darker where heel and ball come near it. */
function drawShadow({ form, defs }: Drawing): string {
  // Round gradients rather than blurs: they are cheaper, and have no edge to be cut off at.
  const fill = defs.radial(
    [0, 0.2, 0.4, 0.6, 0.8, 1].map((t) => [t, '#24222a', Math.exp(-3.2 * t * t) * (1 - t ** 4)]),
  )
  const spot = (x: number, [rx, ry]: Point, opacity: number): string =>
    element('ellipse', { cx: x, cy: -3, rx, ry, fill, opacity })
  const heel = Math.max(0.1, 0.62 - form.bottom(110) / 70)
  const ball = Math.max(0.24, 0.62 - form.bottom(660) / 70)
  return (
    spot(500, [640, 62], 0.3) +
    spot(490, [560, 26], 0.34) +
    spot(150, [190, 13], heel) +
    spot(700, [290, 13], ball)
  )
}

/** Stiffener round the heel, in a tone of the upper. */
function drawCounter(drawing: Drawing): string {
  const edge: Point[] = points([-20, 0.66, 60, 0.62, 130, 0.5, 205, 0.3, 290, 0.12, 340, -0.06])
  const face: Patch = {
    fill: drawing.tones.counter,
    runs: [edge, points([340, -0.1, -20, -0.1])],
  }
  return (
    drawPatch(drawing, face) +
    stitches(
      drawing,
      edge.map(([x, v]) => [x, v - 0.05]),
    )
  )
}

/** A welded cap over the toes; leather has a seam there instead. */
function drawToeCap(drawing: Drawing): string {
  const edge: Point[] = points([846, -0.1, 862, 0.2, 890, 0.5, 922, 0.84, 940, 1.2])
  const face: Patch = {
    fill: drawing.tones.eyestay,
    runs: [edge, points([1010, 1.2, 1010, -0.1])],
    flat: drawing.spec.upper !== 'synthetic-leather',
  }
  return drawPatch(drawing, face)
}

function drawMark({ form, spec, tones, defs }: Drawing): string {
  const [x, y] = form.at(112, 0.27)
  const place = (dx: number, dy: number): string =>
    `translate(${(x + dx).toFixed(2)} ${(y + dy).toFixed(2)})`
  return (
    group(
      { transform: place(1, -1.6), opacity: 0.35, filter: defs.blur(1) },
      brandMark(spec.brand, tones.deep, 46),
    ) +
    group({ 'data-part': 'mark', transform: place(0, 0) }, brandMark(spec.brand, tones.mark, 46))
  )
}

function drawUpper(drawing: Drawing): string {
  const { form, tones, defs, spec } = drawing
  const light = lightness(tones.upper)
  const glossy = { mesh: 0.26, knit: 0.2, film: 0.62, 'synthetic-leather': 0.48 }[spec.upper]
  const map = lightMap(form, {
    shade: tones.deep,
    gloss: glossy * (light < 0.35 ? 0.8 : 1),
    lift: light < 0.45 ? 0.42 : 0.3,
  })
  const lines = { fill: 'none', stroke: '#ffffff' }
  const wave = spec.overlay === 'wave'
  return group(
    { 'clip-path': defs.clip(form.upper) },
    path(form.upper, { fill: tones.upper }),
    drawTexture(drawing),
    wave ? '' : drawToeCap(drawing) + drawCounter(drawing),
    drawOverlay(drawing),
    drawHeelTab(drawing),
    drawMark(drawing),
    element('image', { ...LIGHT_BOX, href: map, preserveAspectRatio: 'none' }),
    line(curvePath([form.back]), {
      ...lines,
      'stroke-width': 5,
      opacity: light < 0.45 ? 0.4 : 0.3,
      filter: defs.blur(1.8),
    }),
    line(curvePath([form.vamp]), {
      ...lines,
      'stroke-width': 4,
      opacity: 0.3,
      filter: defs.blur(1.6),
    }),
    drawCollar(drawing),
  )
}

/**
 * A shoe from its outer side, toe to the right: 1000 units long, y upwards, the ground at 0.
 * `shadow` leaves the ground's shadow out where a scene draws its own.
 */
export function sideView(spec: ShoeSpec, shadow = true): Art {
  const drawing = startDrawing(spec)
  const body = [
    shadow ? drawShadow(drawing) + drawPinContacts(drawing) : '',
    drawPins(drawing, 'far'),
    drawLining(drawing),
    drawTongue(drawing),
    drawUpper(drawing),
    drawClosure(drawing),
    drawSole(drawing),
    drawPins(drawing, 'near'),
  ].join('')
  return { body, defs: String(drawing.defs) }
}
