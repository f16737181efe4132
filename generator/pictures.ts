import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The views of a shoe, in the order of the gallery. */
export const VIEWS = ['side', 'three-quarter', 'sole', 'top', 'pins'] as const

export type View = (typeof VIEWS)[number]

/** Widths of each view, in pixels. All are 4:3. */
const WIDTHS = [400, 800, 1600] as const
const FALLBACK_WIDTH = 800

/** Widths of an event's picture, and the size of the largest, which is 3:1. */
const EVENT_WIDTHS = [400, 800] as const
const EVENT_SIZE = { width: 800, height: 267 } as const

/** The files for a `<picture>`; paths are under `public/`. */
export interface PictureFiles {
  /** The existing AVIFs, smallest first; may be empty. */
  readonly srcset: readonly { readonly path: string; readonly width: number }[]
  /** For browsers without AVIF; an AVIF if there is no WebP. */
  readonly fallback: string
  readonly width: number
  readonly height: number
}

/** All pictures of the catalogue. */
export interface Pictures {
  /** Find a view of a colourway; undefined if it has no files. */
  find(slug: string, colour: string, view: View): PictureFiles | undefined
  /** A view's missing files, such as "side-1600.avif". Empty if the view has no files at all. */
  missing(slug: string, colour: string, view: View): readonly string[]
  /** The picture at the top of an event's page; undefined if there is none. */
  ofEvent(event: string): PictureFiles | undefined
  /** The placeholder drawing for a product; one of its own shape if there is one. */
  placeholder(kind: 'shoe' | 'accessory', shape: string | undefined): string
}

/**
 * Find out once which pictures exist. A view or one of its sizes may be missing; whatever exists is
 * used.
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

/** The picture to use when only one address is possible: 800 wide, or the closest size. */
function middleOf(srcset: PictureFiles['srcset']): string | undefined {
  return (srcset.find(({ width }) => width >= FALLBACK_WIDTH) ?? srcset.at(-1))?.path
}
