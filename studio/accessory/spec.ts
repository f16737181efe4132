import type { AccessorySource } from '../../generator/catalog/schema.ts'
import type { PinShape } from '../shoe/spec.ts'

/** Everything that a picture of an accessory depends on. */
export interface AccessorySpec {
  readonly category: AccessorySource['category']
  readonly palette: AccessorySource['colours'][number]['palette']
  readonly pinShape: PinShape
  readonly pinCount: number
}

/** Collects what an accessory's picture depends on, from its catalogue entry and one palette. */
export function accessorySpec(
  accessory: AccessorySource,
  palette: AccessorySpec['palette'],
): AccessorySpec {
  return {
    category: accessory.category,
    palette,
    pinShape: accessory.pins?.shape ?? 'pyramid',
    pinCount: accessory.pins?.count ?? 12,
  }
}
