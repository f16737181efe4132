import type { MessageValues } from '../../src/js/lib/messages.ts'
import { textFor, type Accessory, type Product, type Shoe } from '../catalog/catalogue.ts'
import type { Site } from '../site.ts'
import { capitalize } from './capitalize.ts'

/** A row of the specs. */
export interface FactView {
  readonly term: string
  readonly value: string
}

/**
 * The thickest sole, in mm, that World Athletics has allowed in track and field since 1 November
 * 2024. Checked on 2026-11-23.
 *
 * @see https://certcheck.worldathletics.org — Athletic Shoe Regulations, table of soles
 */
const TRACK_SOLE_LIMIT_MM = 20

/** Prepare the specs of a model, in the order a coach would ask for them. */
export function factsView(site: Site, product: Product): readonly FactView[] {
  const facts = product.kind === 'shoe' ? shoeFacts(site, product) : accessoryFacts(site, product)
  return [...facts, fact(site, 'style-code', product['style-code'])]
}

function fact({ words }: Site, key: string, value: string): FactView {
  return { term: words.t(`fact.${key}`), value }
}

function shoeFacts(site: Site, shoe: Shoe): FactView[] {
  return [
    ...purposeFacts(site, shoe),
    ...plateFacts(site, shoe),
    ...buildFacts(site, shoe),
    ...ruleFacts(site, shoe),
  ]
}

function purposeFacts(site: Site, shoe: Shoe): FactView[] {
  const { t } = site.words
  const surfaces = shoe.surfaces.map((surface) => t(`surface.${surface}`)).join(', ')
  return [
    fact(site, 'events', shoe.events.map((event) => t(`event.${event}.name`)).join(', ')),
    ...(shoe.distance ? [fact(site, 'distance', distanceText(site, shoe.distance))] : []),
    fact(site, 'level', t(`level.${shoe.level}`)),
    fact(site, 'gender', t(`gender.${shoe.gender}`)),
    fact(site, 'surfaces', capitalize(surfaces, site.market.tag)),
    worded(site, 'weight', { grams: shoe.weight.grams, size: String(shoe.weight['eu-size']) }),
  ]
}

function distanceText({ words }: Site, { from, to }: { from: number; to: number }): string {
  return from === to
    ? words.t('fact.distance-one', { from: String(from) })
    : words.t('fact.distance-value', { from: String(from), to: String(to) })
}

function plateFacts(site: Site, { plate, pins }: Shoe): FactView[] {
  const { t } = site.words
  const hasPlate = plate.material !== 'none'
  const material = t(`plate-material.${plate.material}`)
  const fixing = t(`pin-fixing.${pins.fixing}`)
  const { forefoot, heel, supplied } = pins
  const longest = pins['longest-mm']
  return [
    hasPlate
      ? worded(site, 'plate', { material, length: t(`plate-length.${plate.length}`) })
      : fact(site, 'plate', material),
    ...(hasPlate ? [worded(site, 'stiffness', { value: plate.stiffness })] : []),
    forefoot + heel === 0
      ? fact(site, 'pins', t('fact.pins-none'))
      : fact(
          site,
          'pins',
          t(heel > 0 ? 'fact.pins-value-heel' : 'fact.pins-value', { forefoot, heel, fixing }),
        ),
    ...(supplied
      ? [
          worded(site, 'pins-supplied', {
            length: supplied['length-mm'],
            shape: t(`pin-shape.${supplied.shape}`),
          }),
        ]
      : []),
    ...(longest === undefined ? [] : [worded(site, 'pins-longest', { length: longest })]),
  ]
}

function buildFacts(site: Site, shoe: Shoe): FactView[] {
  const { t } = site.words
  const { 'heel-mm': heel, 'forefoot-mm': forefoot } = shoe['stack-height']
  // Floating point can't subtract tenths of a millimetre exactly.
  const drop = Math.round((heel - forefoot) * 10) / 10
  const note = shoe.fit.note === undefined ? '' : ` ${textFor(shoe.fit.note, site.market.locale)}`
  return [
    fact(site, 'midsole', t(`midsole.${shoe.midsole}`)),
    worded(site, 'stack-height', { heel, forefoot }),
    worded(site, 'drop', { drop }),
    fact(site, 'upper', t(`upper.${shoe.upper}`)),
    fact(site, 'closure', t(`closure.${shoe.closure}`)),
    fact(site, 'cut', t(`cut.${shoe.cut}`)),
    ...(shoe['takeoff-foot'] === 'both'
      ? []
      : [fact(site, 'takeoff-foot', t(`takeoff-foot.${shoe['takeoff-foot']}`))]),
    fact(site, 'fit', t(`fit-length.${shoe.fit.length}`) + note),
  ]
}

function ruleFacts(site: Site, shoe: Shoe): FactView[] {
  const { t } = site.words
  const { 'heel-mm': heel, 'forefoot-mm': forefoot } = shoe['stack-height']
  const thickest = Math.max(heel, forefoot)
  const sole = shoe.events.every((event) => event === 'cross-country')
    ? t('fact.rule-cross-country')
    : t('fact.rule-under', { thickest, limit: TRACK_SOLE_LIMIT_MM })
  const isPinned = shoe.pins.forefoot + shoe.pins.heel > 0 && shoe.surfaces.includes('track')
  return [fact(site, 'rule', isPinned ? `${sole} ${t('fact.rule-pins')}` : sole)]
}

function accessoryFacts(site: Site, { category, pins }: Accessory): FactView[] {
  const { t } = site.words
  return [
    fact(site, 'category', t(`accessory.${category}`)),
    ...(pins === undefined
      ? []
      : [
          fact(site, 'pin-shape', capitalize(t(`pin-shape.${pins.shape}`), site.market.tag)),
          fact(site, 'pin-count', t('fact.pin-count-value', { count: pins.count })),
          fact(
            site,
            'pin-material',
            capitalize(t(`pin-material.${pins.material}`), site.market.tag),
          ),
        ]),
  ]
}

function worded(site: Site, key: string, values: MessageValues): FactView {
  return fact(site, key, site.words.t(`fact.${key}-value`, values))
}
