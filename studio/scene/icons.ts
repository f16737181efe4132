import { Definitions, element, group, line, svgDocument } from '../core/svg.ts'

const INK = '#14161A'
const TARTAN = '#E0583C'

/**
 * Three lane lines, straight and then into the bend, in a box of 100 by 100. They run off two
 * edges: closed arcs would look like the sign for a radio signal.
 */
function mark(): string {
  const lane = (radius: number): string => {
    const edge = 72 - radius
    return `M${edge} 130V72A${radius} ${radius} 0 0 1 72 ${edge}H130`
  }
  return line([54, 35, 16].map(lane).join(''), { stroke: TARTAN, 'stroke-width': 10 })
}

/**
 * The shop's mark on ink, a square of 512. `round` is the corner radius; `inset` (0 to 0.2) keeps
 * the mark clear of a launcher's mask.
 */
export function iconSvg(round: number, inset: number): string {
  const size = 512 * (1 - 2 * inset)
  const at = 512 * inset
  const defs = new Definitions()
  const clip = defs.clip(
    `M${round} 0H${512 - round}A${round} ${round} 0 0 1 512 ${round}V${512 - round}` +
      `A${round} ${round} 0 0 1 ${512 - round} 512H${round}` +
      `A${round} ${round} 0 0 1 0 ${512 - round}V${round}A${round} ${round} 0 0 1 ${round} 0Z`,
  )
  return svgDocument(
    [512, 512],
    String(defs),
    group(
      { 'clip-path': clip },
      element('rect', { width: 512, height: 512, fill: INK }),
      group({ transform: `translate(${at} ${at}) scale(${size / 100})` }, mark()),
    ),
  )
}
