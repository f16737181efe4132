/**
 * The closed vocabularies of the trade, in the order a shop lists them. They stand apart from the
 * schema because the browser's facets need the order too, and the browser must not load a
 * validation library for it.
 */

export { WIDTHS, type Width } from './width.ts'

/** Events as a meet programme lists them; each is a URL, `/events/<event>/`. */
export const EVENTS = [
  'sprint',
  'hurdles',
  'middle-distance',
  'long-distance',
  'cross-country',
  'long-jump',
  'triple-jump',
  'high-jump',
  'pole-vault',
  'javelin',
  'throws',
  'all-round',
] as const

/** Who a last is built for; decides the size chart. */
export const GENDERS = ['women', 'men', 'unisex', 'kids'] as const

/** Colour families a shopper filters by; a colourway names the one or two it is seen as. */
export const COLOUR_FAMILIES = [
  'black',
  'white',
  'grey',
  'red',
  'orange',
  'yellow',
  'green',
  'blue',
  'purple',
  'pink',
] as const

/** What a shoe is used on. */
export const SURFACES = ['track', 'indoor', 'grass', 'mud', 'circle'] as const

/** Who a shoe is built for, from a first pair to championships. */
export const LEVELS = ['entry', 'club', 'elite'] as const

/** How stiff a spike plate is: 0 has no plate, 1 bends easily, 5 hardly bends. */
export const STIFFNESSES = ['0', '1', '2', '3', '4', '5'] as const

/** One of {@link EVENTS}. */
export type EventId = (typeof EVENTS)[number]
/** One of {@link GENDERS}. */
export type Gender = (typeof GENDERS)[number]
