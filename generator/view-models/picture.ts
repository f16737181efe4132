import { textFor, toSlug, type Product } from '../catalog/catalogue.ts'
import { VIEWS, type PictureFiles, type View } from '../pictures.ts'
import { fileUrl, type Site } from '../site.ts'
import { colourName, pictureText } from './picture-text.ts'

type Colour = Product['colours'][number]

/** A picture to show, or the placeholder drawing if there is none. */
export interface PictureView {
  readonly view: View
  readonly srcset: string
  readonly src: string
  /** The largest size, to look at details. */
  readonly large: string
  readonly largeWidth: number
  readonly largeHeight: number
  readonly width: number
  readonly height: number
  readonly alt: string
  /** Whether it is a drawing of the shape instead of a picture of the model. */
  readonly isPlaceholder: boolean
}

const PLACEHOLDER_SIZE = { width: 800, height: 600 } as const

/** List the existing views of a colourway in the gallery's order; a drawing if there are none. */
export function picturesOf(site: Site, product: Product, colour: Colour): readonly PictureView[] {
  const found = VIEWS.flatMap((view) => {
    const files = filesOf(site, product, { colour, view })
    return files === undefined ? [] : [toView(site, files, { product, colour, view })]
  })
  return found.length > 0 ? found : [placeholder(site, product, colour)]
}

/** The main picture of a colourway: the side view, or the first view there is. */
export function pictureOf(site: Site, product: Product, colour: Colour): PictureView {
  return picturesOf(site, product, colour)[0] ?? placeholder(site, product, colour)
}

/** Find the files of a colourway's first view, for callers that don't need alt text. */
export function firstFiles(site: Site, product: Product, colour: Colour): PictureFiles | undefined {
  return VIEWS.map((view) => filesOf(site, product, { colour, view })).find(Boolean)
}

function filesOf(
  { pictures }: Site,
  product: Product,
  { colour, view }: { colour: Colour; view: View },
): PictureFiles | undefined {
  return pictures.find(product.slug, toSlug(textFor(colour.name, 'en')), view)
}

function toView(
  site: Site,
  files: PictureFiles,
  { product, colour, view }: { product: Product; colour: Colour; view: View },
): PictureView {
  const largest = files.srcset.at(-1)
  const largeWidth = largest?.width ?? files.width
  return {
    view,
    srcset: files.srcset
      .map(({ path, width }) => `${fileUrl(site, path)} ${String(width)}w`)
      .join(', '),
    src: fileUrl(site, files.fallback),
    large: fileUrl(site, largest?.path ?? files.fallback),
    largeWidth,
    largeHeight: (largeWidth * 3) / 4,
    width: files.width,
    height: files.height,
    alt: pictureText(site, product, { colour, view }),
    isPlaceholder: false,
  }
}

function placeholder(site: Site, product: Product, colour: Colour): PictureView {
  const shape = product.kind === 'shoe' ? product.picture.silhouette : product.category
  const src = fileUrl(site, site.pictures.placeholder(product.kind, shape))
  return {
    view: 'side',
    srcset: '',
    src,
    large: src,
    largeWidth: PLACEHOLDER_SIZE.width,
    largeHeight: PLACEHOLDER_SIZE.height,
    ...PLACEHOLDER_SIZE,
    alt: site.words.t('picture.missing', {
      name: product.name,
      colour: colourName(site, colour),
    }),
    isPlaceholder: true,
  }
}
