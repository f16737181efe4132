import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Widths, in pixels, that the studio makes of each view. All are 4:3. */
const WIDTHS = [400, 800, 1600] as const
const FALLBACK_WIDTH = 800

/** A picture as `<picture>` needs it; paths under `public/`. */
export interface PictureFiles {
  readonly srcset: readonly { readonly path: string; readonly width: number }[]
  readonly fallback: string
  readonly width: number
  readonly height: number
}

/** Finds a colourway's pictures; undefined where none were made. */
export interface Pictures {
  find(slug: string, colour: string, view: 'side'): PictureFiles | undefined
}

/**
 * Look once at which pictures there are.
 *
 * @param publicFolder - absolute path of `public/`
 */
export function loadPictures(publicFolder: string): Pictures {
  const folder = join(publicFolder, 'img/products')
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
  const present = new Set(files.map((file) => file.replaceAll('\\', '/')))
  return {
    find(slug, colour, view) {
      const stem = `${slug}/${colour}/${view}`
      const fallback = `${stem}-${String(FALLBACK_WIDTH)}.webp`
      const srcset = WIDTHS.map((width) => ({ path: `${stem}-${String(width)}.avif`, width }))
      if (!present.has(fallback) || !srcset.every(({ path }) => present.has(path))) return undefined
      return {
        srcset: srcset.map(({ path, width }) => ({ path: `img/products/${path}`, width })),
        fallback: `img/products/${fallback}`,
        width: FALLBACK_WIDTH,
        height: (FALLBACK_WIDTH * 3) / 4,
      }
    },
  }
}
