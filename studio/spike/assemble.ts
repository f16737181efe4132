import type { ShoeSpec } from '../shoe/spec.ts'
import { merge, type Mesh } from '../solid/mesh.ts'
import { buildClosure } from './closures.ts'
import { buildLaces, eyelets, tieOf, type EyeletRow } from './laces.ts'
import { makeLast, type Last } from './last.ts'
import { buildLugs } from './lugs.ts'
import { buildPins, pinPlaces, together, type PinPlaces } from './pins.ts'
import { shoeProfile, type Profile } from './profile.ts'
import { buildSole } from './sole.ts'
import { buildLoop } from './tab.ts'
import { buildTongue } from './tongue.ts'
import { buildUpper, type Upper } from './upper.ts'

/** The material of a part: see surface/finishes.ts. */
export type Material =
  | 'upperOuter'
  | 'upperInner'
  | 'lining'
  | 'tongue'
  | 'laces'
  | 'midsole'
  | 'plateEdge'
  | 'outsole'
  | 'lugs'
  | 'insole'
  | 'webbing'
  | 'strap'
  | 'shroud'
  | 'zip'
  | 'knob'
  | 'wires'
  | 'boss'
  | 'steel'

export interface Part {
  readonly material: Material
  readonly mesh: Mesh
}

/** A whole shoe: its parts, and what its textures depend on. */
export interface Spike {
  readonly spec: ShoeSpec
  readonly form: Profile
  readonly last: Last
  readonly upper: Upper
  readonly pins: PinPlaces
  readonly rows: readonly EyeletRow[]
  readonly parts: readonly Part[]
}

/** Widths of the lasts: field shoes are wide, racing shoes narrow. */
const WIDTHS: Readonly<Record<ShoeSpec['silhouette'], number>> = {
  sprint: 0.96,
  hurdles: 0.97,
  middle: 0.98,
  long: 1,
  'cross-country': 1.02,
  jump: 1,
  'high-jump': 1.02,
  javelin: 1.05,
  throws: 1.1,
  youth: 1.05,
}

/** Racing shoes. */
const RACING: readonly ShoeSpec['silhouette'][] = ['sprint', 'hurdles', 'middle']

/** Builds a shoe. The same spec gives the same meshes. */
export function buildSpike(spec: ShoeSpec): Spike {
  const form = shoeProfile(spec)
  const last = makeLast(form, WIDTHS[spec.silhouette])
  const upper = buildUpper(last)
  const sleeve = spec.closure === 'zip' || spec.closure === 'slip-on'
  const tongue = buildTongue(form, last, sleeve ? 0.6 : 1)
  const rows = eyelets(upper, form.shape.laceRows)
  const bed = { upper, tongue }
  const sole = buildSole(form, last)
  const pins = pinPlaces(spec, form, last)
  const screws = buildPins(spec, form, last)
  const laced = spec.closure === 'laces' || spec.closure === 'laces-strap'
  const tie = tieOf(spec.slug, RACING.includes(spec.silhouette) || spec.closure === 'laces-strap')
  const closure = buildClosure(spec, form, { bed, rows })
  const found: readonly (readonly [Material, Mesh | null | undefined])[] = [
    ['upperOuter', upper.sides[1]],
    ['upperInner', upper.sides[-1]],
    ['lining', upper.lining],
    ['tongue', tongue.mesh],
    ['midsole', sole.midsole],
    ['plateEdge', sole.plateEdge],
    ['outsole', sole.outsole],
    ['insole', sole.insole],
    ['lugs', buildLugs(form, last, [...pins.forefoot, ...pins.heel])],
    ['laces', laced ? buildLaces(bed, rows, tie) : null],
    ['webbing', buildLoop(upper, last)],
    ['strap', closure.strap],
    ['shroud', closure.shroud],
    ['zip', closure.zip],
    ['knob', closure.knob],
    ['wires', closure.wires],
    ['boss', together(screws.bosses)],
    ['steel', screws.pins.length > 0 ? merge(screws.pins) : null],
  ]
  const parts = found.flatMap(([material, mesh]): Part[] => (mesh ? [{ material, mesh }] : []))
  return { spec, form, last, upper, pins, rows, parts }
}
