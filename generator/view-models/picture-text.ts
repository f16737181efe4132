import type { MessageValues } from '../../src/js/lib/messages.ts'
import { textFor, type Accessory, type Product, type Shoe } from '../catalog/catalogue.ts'
import type { View } from '../pictures.ts'
import type { Site } from '../site.ts'
import { colourWord } from './colour-word.ts'

type Colour = Product['colours'][number]
type Words = Pick<Site, 'words' | 'market'>

/** The largest number with a word in `picture.number`; larger ones are written in digits. */
const LARGEST_NUMBER_WORD = 12

/** The largest heel heights, in mm, of a low and of a medium midsole. */
const LOW_MM = 20
const MIDDLE_MM = 28

/**
 * Write a picture's alt text from the specs of the product: "Side view, Kite 100 in ember: low white
 * midsole, seven steel pins under the forefoot".
 */
export function pictureText(
  site: Words,
  product: Product,
  shown: { colour: Colour; view: View },
): string {
  const { colour, view } = shown
  const names = { name: product.name, colour: colourName(site, colour) }
  return product.kind === 'shoe'
    ? site.words.t(`picture.${view}`, { ...names, ...shoeDetails(site, product, { colour, view }) })
    : site.words.t(`picture.${view}-accessory`, {
        ...names,
        details: accessoryDetails(site, product),
      })
}

/** A colourway's name within a sentence: "ember". */
export function colourName({ market }: Words, colour: Colour): string {
  return textFor(colour.name, market.locale).toLocaleLowerCase(market.tag)
}

/** The details that are visible in each view. */
function shoeDetails(
  site: Words,
  shoe: Shoe,
  shown: { colour: Colour; view: View },
): MessageValues {
  switch (shown.view) {
    case 'side':
      return { midsole: midsoleText(site, shoe, shown.colour), pins: pinsText(site, shoe) }
    case 'three-quarter':
      return { upper: upperText(site, shoe), midsole: midsoleText(site, shoe, shown.colour) }
    case 'top':
      return { upper: upperText(site, shoe) }
    case 'sole':
      return { plate: plateText(site, shoe), pins: pinsText(site, shoe) }
    case 'pins':
      return { pins: pinsText(site, shoe) }
  }
}

function midsoleText({ words }: Words, shoe: Shoe, { palette }: Colour): string {
  if (shoe.midsole === 'none' || !('midsole' in palette)) return words.t('picture.midsole.none')
  const heelMm = shoe['stack-height']['heel-mm']
  const height = heelMm <= LOW_MM ? 'low' : heelMm <= MIDDLE_MM ? 'middle' : 'high'
  return words.t(`picture.midsole.${height}`, {
    colour: words.t(`picture.colour.${colourWord(palette.midsole)}`),
  })
}

function upperText({ words }: Words, { upper, closure, cut }: Shoe): string {
  return words.t(`picture.upper.${cut}`, {
    upper: words.t(`picture.material.${upper}`),
    closure: words.t(`picture.closure.${closure}`),
  })
}

function plateText({ words }: Words, { plate }: Shoe): string {
  if (plate.material === 'none' || plate.length === 'none') return words.t('picture.plate.none')
  return words.t(`picture.plate.${plate.length}`, {
    material: words.t(`picture.plate-material.${plate.material}`),
  })
}

function pinsText({ words }: Words, { pins }: Shoe): string {
  const { forefoot, heel } = pins
  if (forefoot + heel === 0) return words.t('picture.pins-none')
  const front = words.t('picture.pins-forefoot', counted(words, forefoot))
  if (heel === 0) return front
  const back = words.t('picture.pins-at-heel', counted(words, heel))
  return words.t('picture.pins-both', { front, back })
}

function accessoryDetails({ words }: Words, { pins, category }: Accessory): string {
  if (pins === undefined) return words.t(`picture.accessory.${category}`)
  return words.t('picture.accessory.pin-set', {
    ...counted(words, pins.count),
    material: words.t(`pin-material.${pins.material}`),
    shape: words.t(`pin-shape.${pins.shape}`),
  })
}

/** A count for the plural form, and the number in words. */
function counted({ t }: Words['words'], count: number): { count: number; number: string } {
  const number = count <= LARGEST_NUMBER_WORD ? t(`picture.number.${String(count)}`) : String(count)
  return { count, number }
}
