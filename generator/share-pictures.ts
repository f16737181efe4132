import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { absoluteUrl, fileUrl, type Site } from './site.ts'

/** What a page is shown with where it is shared; `path` is under the site's folder. */
export interface SharePicture {
  readonly path: string
  readonly width: number
  readonly height: number
}

/** One share picture to be made: from a file under `public/` to one under `dist/`. */
export interface ShareJob {
  readonly source: string
  readonly path: string
}

/** The size that Open Graph's readers show whole. */
const SIZE = { width: 1200, height: 630 } as const

/** The ground of every product picture: studio/scene/card.ts. */
const GROUND = '#EFEDE8'

/**
 * Each takes 0.1 s, so that a catalogue of thousands would wait minutes for them: it shares the
 * pictures it has instead.
 */
const MOST_MADE = 500

/** Made at the same time: sharp has threads of its own. */
const BATCH = 4

/** The shop's own picture, for pages that have none. */
const OF_SHOP: SharePicture = { path: 'img/share.jpg', ...SIZE }

/**
 * Choose what a page is shared with.
 *
 * @param pictures - what it shows, the first being its main one
 */
export function sharePictureOf({ catalogue }: Site, pictures: readonly string[]): SharePicture {
  const [first] = pictures
  if (first === undefined) return OF_SHOP
  if (catalogue.products.length > MOST_MADE) return { path: first, width: 800, height: 600 }
  return { path: sharePath(first), ...SIZE }
}

/** The full address of a share picture, or nothing where the site does not know its own. */
export function shareUrl(site: Site, { path }: SharePicture): string {
  return site.place.siteUrl === '' ? '' : absoluteUrl(site, fileUrl(site, path))
}

/** List the share pictures that a site's pages name. */
export function shareJobs(
  { place, catalogue }: Site,
  pages: readonly { readonly pictures?: readonly string[] }[],
): readonly ShareJob[] {
  if (place.siteUrl === '' || catalogue.products.length > MOST_MADE) return []
  const sources = pages.flatMap(({ pictures }) => pictures?.[0] ?? [])
  return [...new Set(sources)].map((source) => ({ source, path: sharePath(source) }))
}

/**
 * Make share pictures. They are kept in `.cache/`, so that only what has changed is made again.
 *
 * @param root - the project's folder
 * @param output - where the site is written
 */
export async function writeSharePictures(
  root: string,
  output: string,
  jobs: readonly ShareJob[],
): Promise<void> {
  for (let first = 0; first < jobs.length; first += BATCH) {
    const batch = jobs.slice(first, first + BATCH)
    await Promise.all(batch.map((job) => writeOne(root, output, job)))
  }
}

async function writeOne(root: string, output: string, { source, path }: ShareJob): Promise<void> {
  const picture = await readFile(join(root, 'public', source))
  const key = createHash('sha256')
    .update(JSON.stringify([SIZE, GROUND]))
    .update(picture)
  const kept = join(root, '.cache/share', `${key.digest('hex')}.jpg`)
  const target = join(output, path)
  await mkdir(dirname(target), { recursive: true })
  if (!existsSync(kept)) {
    // Loaded only here: most builds make none.
    const { default: sharp } = await import('sharp')
    const made = await sharp(picture)
      .resize({ ...SIZE, fit: 'contain', background: GROUND })
      .jpeg({ quality: 82 })
      .toBuffer()
    await mkdir(dirname(kept), { recursive: true })
    await writeFile(kept, made)
  }
  await copyFile(kept, target)
}

/** "img/products/kite-100/ember/side-800.webp" → "img/products/kite-100/ember/share.jpg". */
function sharePath(picture: string): string {
  return join(dirname(picture), 'share.jpg').replaceAll('\\', '/')
}
