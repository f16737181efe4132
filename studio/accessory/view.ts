import { Definitions, group } from '../core/svg.ts'
import type { Art } from '../scene/card.ts'
import { drawBag } from './bag.ts'
import { drawKey } from './key.ts'
import { drawPinSet } from './pin-set.ts'
import type { AccessorySpec } from './spec.ts'

/** An accessory on the same ground, and in the same units, as a shoe's side view. */
export function accessoryView(spec: AccessorySpec): Art {
  const defs = new Definitions()
  const { main, accent } = spec.palette
  const draw = {
    pins: () =>
      drawPinSet(defs, {
        shape: spec.pinShape,
        count: spec.pinCount,
        metal: { body: main, collar: accent },
      }),
    key: () => drawKey(defs, main, accent),
    // The bag is drawn too low for a pair of spikes, so it is stretched.
    bag: () =>
      group({ transform: 'translate(70 0) scale(0.86 1.13)' }, drawBag(defs, main, accent)),
  }
  const body = draw[spec.category]()
  return { body, defs: String(defs) }
}
