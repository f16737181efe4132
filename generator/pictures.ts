import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** What a shoe can be seen from, in the order a gallery shows it. */
export const VIEWS = ['side', 'three-quarter', 'sole', 'top', 'pins'] as const

/** One of {@link VIEWS}. */
export type View = (typeof VIEWS)[number]

/** Widths, in pixels, that the studio makes of each view. All are 4:3. */
const WIDTHS = [400, 800, 1600] as const
const FALLBACK_WIDTH = 800

/** Widths of an event's picture, and the size of the largest: three times as wide as high. */
const EVENT_WIDTHS = [400, 800] as const
const EVENT_SIZE = { width: 800, height: 267 } as const

/** A picture as `<picture>` needs it; paths under `public/`. */
export interface PictureFiles {
  /** The AVIFs there are, smallest first; may be empty. */
  readonly srcset: readonly { readonly path: string; readonly width: number }[]
  /** For browsers without AVIF; an AVIF itself where no WebP was made. */
  readonly fallback: string
  readonly width: number
  readonly height: number
}

/** What there is to see of the catalogue. */
export interface Pictures {
  /** Find one view of a colourway; undefined where there is no file of it at all. */
  find(slug: string, colour: string, view: View): PictureFiles | undefined
  /** The sizes a view lacks, as file names: "side-1600.avif". Empty where there is no such view. */
  missing(slug: string, colour: string, view: View): readonly string[]
  /** The picture at the head of an event's page; undefined where none was made. */
  ofEvent(event: string): PictureFiles | undefined
  /** The drawing that stands in for a product, of its own shape where there is one. */
  placeholder(kind: 'shoe' | 'accessory', shape: string | undefined): string
}

/**
 * Look once at which pictures there are. A view may be missing, and so may a size of it: what is
 * there is used.
 *
 * @param publicFolder - absolute path of `public/`
 */
export function loadPictures(publicFolder: string): Pictures {
  const present = filesBelow(join(publicFolder, 'img/products'))
  const ofEvents = filesBelow(join(publicFolder, 'img/events'))
  return {
    find(slug, colour, view) {
      const stem = `${slug}/${colour}/${view}`
      const srcset = WIDTHS.map((width) => ({ path: avif(stem, width), width }))
        .filter(({ path }) => present.has(path))
        .map(({ path, width }) => ({ path: `img/products/${path}`, width }))
      const fallback = present.has(webp(stem)) ? `img/products/${webp(stem)}` : middleOf(srcset)
      if (fallback === undefined) return undefined
      return { srcset, fallback, width: FALLBACK_WIDTH, height: (FALLBACK_WIDTH * 3) / 4 }
    },
    missing(slug, colour, view) {
      const stem = `${slug}/${colour}/${view}`
      const wanted = [...WIDTHS.map((width) => avif(stem, width)), webp(stem)]
      const lacking = wanted.filter((path) => !present.has(path))
      const names = lacking.map((path) => path.slice(path.lastIndexOf('/') + 1))
      return lacking.length === wanted.length ? [] : names
    },
    ofEvent(event) {
      const srcset = EVENT_WIDTHS.filter((width) => ofEvents.has(avif(event, width))).map(
        (width) => ({ path: `img/events/${avif(event, width)}`, width }),
      )
      if (srcset.length < EVENT_WIDTHS.length || !ofEvents.has(webp(event))) return undefined
      return { srcset, fallback: `img/events/${webp(event)}`, ...EVENT_SIZE }
    },
    placeholder(kind, shape) {
      const own = `img/placeholders/${shape ?? kind}.svg`
      return existsSync(join(publicFolder, own)) ? own : `img/placeholder-${kind}.svg`
    },
  }
}

function filesBelow(folder: string): ReadonlySet<string> {
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
  return new Set(files.map((file) => file.replaceAll('\\', '/')))
}

function avif(stem: string, width: number): string {
  return `${stem}-${String(width)}.avif`
}

function webp(stem: string): string {
  return `${stem}-${String(FALLBACK_WIDTH)}.webp`
}

/** The picture to show where only one address can be given: 800 wide, or next to it. */
function middleOf(srcset: PictureFiles['srcset']): string | undefined {
  return (srcset.find(({ width }) => width >= FALLBACK_WIDTH) ?? srcset.at(-1))?.path
}
