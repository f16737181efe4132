import { element, group, svgDocument } from '../core/svg.ts'

/** A product's drawing, and the gradients and clips that it uses. */
export interface Art {
  readonly body: string
  readonly defs: string
}

/** The background of every product, in the light and the dark theme. */
export const GROUND = '#EFEDE8'

/** Pixels of a product picture, 4 to 3. */
export const CARD = [1600, 1200] as const

/** Pixels per thousandth of a shoe's length, and the positions of heel and ground. */
const SCALE = 1.36
const HEEL_X = 120
const GROUND_Y = 852

/**
 * A product on its background. All products share scale, crop and ground line, so that they line up
 * in a grid of cards.
 */
export function productCard(art: Art): string {
  return svgDocument(
    CARD,
    art.defs,
    element('rect', { width: CARD[0], height: CARD[1], fill: GROUND }),
    group({ transform: `translate(${HEEL_X} ${GROUND_Y}) scale(${SCALE} ${-SCALE})` }, art.body),
  )
}
