import { lerp, smooth } from '../core/number.ts'
import type { ShoeSpec } from '../shoe/spec.ts'
import { MaterialTexture } from './material-texture.ts'

/** How much light a plate of a material lets through at its edge, 0 to 1. */
const CLEAR: Readonly<Record<ShoeSpec['plateMaterial'], number>> = {
  pebax: 0.5,
  tpu: 0.42,
  nylon: 0.26,
  'glass-fibre': 0.3,
  carbon: 0,
  none: 0,
}

/**
 * The plate's side: u repeats around the shoe, v runs from its foot to its upper edge. A clear
 * plate shows the ribs inside it and, where it is thin, the foam behind it.
 */
export function plateEdgeTexture(spec: ShoeSpec): MaterialTexture {
  const texture = new MaterialTexture({ width: 2, height: 1, grain: 96, down: true }, 'plate', 0.16)
  const clear = CLEAR[spec.plateMaterial]
  if (clear > 0) {
    const through = texture.mask((_, v) => lerp(0.25, 1, smooth(0.25, 0.8, v)) * clear)
    texture.apply(through, { slot: 'midsole' })
    texture.each((x, v, k) => {
      // Ribs inside the plate, softened by what is in front of them.
      const rib = 0.5 + 0.5 * Math.cos((x - v * 0.5) * Math.PI * 8)
      texture.shade[k] = 1 - 0.16 * rib ** 4 * smooth(0.3, 0.5, v) - 0.05 * smooth(0.3, 0, v)
    })
  } else if (spec.plateMaterial === 'carbon') {
    texture.each((x, v, k) => {
      const [a, b] = [(x * 16 + v * 5) / 2, (x * 16 - v * 5) / 2]
      texture.shade[k] = ((Math.floor(a) + Math.floor(b)) & 1) === 0 ? 1 : 0.8
    })
  }
  return texture
}
