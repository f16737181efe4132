import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { absoluteUrl, fileUrl, type Site } from './site.ts'

/** The picture for sharing a page; `path` is under the site's folder. */
export interface SharePicture {
  readonly path: string
  readonly width: number
  readonly height: number
}

/** A share picture to make, from a file under `public/` to one under `dist/`. */
export interface ShareJob {
  readonly source: string
  readonly path: string
}

/** The size that Open Graph clients show without cropping. */
const SIZE = { width: 1200, height: 630 } as const

/** The background of every product picture: see studio/scene/card.ts. */
const GROUND = '#EFEDE8'

/**
 * Each takes 0.1 s, so a catalogue of thousands would take minutes. Above this number, pages share the
 * pictures they already have.
 */
const MOST_MADE = 500

/** Number made at the same time: sharp has its own threads. */
const BATCH = 4

/** The shop's own picture, for pages without one. */
const OF_SHOP: SharePicture = { path: 'img/share.jpg', ...SIZE }

/**
 * Choose the share picture of a page.
 *
 * @param pictures - the pictures on the page, the main one first
 */
export function sharePictureOf({ catalogue }: Site, pictures: readonly string[]): SharePicture {
  const [first] = pictures
  if (first === undefined) return OF_SHOP
  if (catalogue.products.length > MOST_MADE) return { path: first, width: 800, height: 600 }
  return { path: sharePath(first), ...SIZE }
}

/** The full address of a share picture; empty if the site's address is unknown. */
export function shareUrl(site: Site, { path }: SharePicture): string {
  return site.place.siteUrl === '' ? '' : absoluteUrl(site, fileUrl(site, path))
}

/** List the share pictures that a site's pages use. */
export function shareJobs(
  { place, catalogue }: Site,
  pages: readonly { readonly pictures?: readonly string[] }[],
): readonly ShareJob[] {
  if (place.siteUrl === '' || catalogue.products.length > MOST_MADE) return []
  const sources = pages.flatMap(({ pictures }) => pictures?.[0] ?? [])
  return [...new Set(sources)].map((source) => ({ source, path: sharePath(source) }))
}

/**
 * Make share pictures. They are kept in `.cache/`, so that only changed ones are made again.
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
    // Loaded only here, because most builds make none.
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
