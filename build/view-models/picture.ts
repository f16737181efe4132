import { textFor, toSlug, type Product } from '../catalog/catalogue.ts'
import { fileUrl, type Site } from '../site.ts'

/** A picture to print, or the drawn stand-in where none was made. */
export interface PictureView {
  readonly srcset: string
  readonly src: string
  readonly width: number
  readonly height: number
  readonly alt: string
}

const PLACEHOLDER_SIZE = { width: 800, height: 600 } as const

/** Prepare the side view of one colourway. */
export function pictureOf(
  site: Site,
  product: Product,
  colour: Product['colours'][number],
): PictureView {
  const { words, market, pictures } = site
  const colourName = textFor(colour.name, market.locale)
  const files = pictures.find(product.slug, toSlug(textFor(colour.name, 'en')), 'side')
  const names = { name: product.name, colour: colourName.toLowerCase() }
  if (files === undefined) {
    const src = fileUrl(site, `img/placeholder-${product.kind}.svg`)
    return { srcset: '', src, ...PLACEHOLDER_SIZE, alt: words.t('product.picture-missing', names) }
  }
  return {
    srcset: files.srcset
      .map(({ path, width }) => `${fileUrl(site, path)} ${String(width)}w`)
      .join(', '),
    src: fileUrl(site, files.fallback),
    width: files.width,
    height: files.height,
    alt:
      product.kind === 'accessory'
        ? words.t('product.picture-alt-accessory', names)
        : words.t('product.picture-alt', { ...names, details: pinsInWords(site, product) }),
  }
}

function pinsInWords({ words }: Site, { pins }: Extract<Product, { kind: 'shoe' }>): string {
  const count = pins.forefoot + pins.heel
  return count === 0
    ? words.t('product.pins-detail.none')
    : words.t('product.pins-detail', { count })
}
