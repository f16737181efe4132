import type { AccessorySource } from '../../generator/catalog/schema.ts'
import type { PinShape } from '../shoe/spec.ts'

/** All that one picture of an accessory is drawn from. */
export interface AccessorySpec {
  readonly category: AccessorySource['category']
  readonly palette: AccessorySource['colours'][number]['palette']
  readonly pinShape: PinShape
  readonly pinCount: number
}

/** What an accessory's picture is drawn from, out of its catalogue entry and one palette. */
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
