import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readCatalogue, type Picture } from './output/catalogue.ts'
import { render, writePictures, type Target } from './output/encode.ts'
import { hashOf, readManifest, writeManifest, type Manifest } from './output/manifest.ts'
import { Progress } from './output/progress.ts'
import { writeSheet } from './output/sheet.ts'
import { SITE_PICTURES } from './output/site-pictures.ts'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const CATALOGUE = relative(process.cwd(), join(ROOT, 'catalog/products')) || '.'
const IMAGES = join(ROOT, 'public/img')
const PRODUCTS = join(IMAGES, 'products')
const MANIFEST = join(import.meta.dirname, 'drawn/products.json')
const SITE_MANIFEST = join(import.meta.dirname, 'drawn/site.json')
const SHEET = join(ROOT, '.cache/contact-sheet.png')

const USAGE = `npm run pictures [-- slug …] [--sheet]

Draws the pictures of every product (or of those named) and of the site itself into public/img.
  --sheet   also lays the product pictures out on .cache/contact-sheet.png
`

/** The files of one product picture. The WebP is for browsers without AVIF. */
function targetsOf(key: string): Target[] {
  const file = (name: string): string => join(PRODUCTS, key, name)
  return [
    { file: file('side-400.avif'), width: 400, limit: 9_000 },
    { file: file('side-800.avif'), width: 800, limit: 22_000 },
    { file: file('side-1600.avif'), width: 1600, limit: 60_000 },
    { file: file('side-800.webp'), width: 800, limit: 60_000 },
  ]
}

async function drawProduct(picture: Picture, manifest: Manifest): Promise<boolean> {
  const svg = picture.draw()
  const hash = hashOf(svg)
  const targets = targetsOf(picture.key)
  const made = targets.every(({ file }) => existsSync(file))
  if (made && manifest[picture.key] === hash) return false
  await writePictures(render(svg, 1600), targets)
  manifest[picture.key] = hash
  return true
}

/** Draws the pictures of the site itself; they have a manifest of their own. */
async function drawSite(): Promise<void> {
  const manifest = await readManifest(SITE_MANIFEST)
  for (const picture of SITE_PICTURES) {
    const svg = picture.draw()
    const hash = hashOf(svg)
    const made = picture.files.every((name) => existsSync(join(IMAGES, name)))
    if (made && manifest[picture.files[0]] === hash) continue
    await picture.write(svg, IMAGES)
    manifest[picture.files[0]] = hash
    console.log(`public/img/${picture.files.join(', ')}`)
  }
  await writeManifest(SITE_MANIFEST, manifest)
}

/** Takes away pictures of colours that the catalogue no longer has. */
async function dropOld(manifest: Manifest, wanted: ReadonlySet<string>): Promise<void> {
  const old = Object.keys(manifest).filter((key) => !wanted.has(key))
  for (const key of old) await rm(join(PRODUCTS, key), { recursive: true, force: true })
  const left = Object.entries(manifest).filter(([key]) => wanted.has(key))
  await writeManifest(MANIFEST, Object.fromEntries(left))
}

/** Draws the products one after the other; false if the user stopped it before the end. */
async function drawProducts(pictures: readonly Picture[], manifest: Manifest): Promise<boolean> {
  // Ctrl+C ends after the picture at hand, so that no file is left half written.
  const stop = new AbortController()
  process.once('SIGINT', () => {
    stop.abort()
  })
  const progress = new Progress(pictures.length)
  for (const picture of pictures) {
    if (stop.signal.aborted) break
    const worked = await drawProduct(picture, manifest)
    if (worked) await writeManifest(MANIFEST, manifest)
    progress.step(picture.key, worked)
  }
  progress.end()
  return !stop.signal.aborted
}

/** Draws what the arguments ask for; gives the exit status. */
async function main(args: readonly string[]): Promise<number> {
  const slugs = args.filter((arg) => !arg.startsWith('--'))
  const { pictures, problems } = await readCatalogue(CATALOGUE, slugs)
  const keys = pictures.map(({ key }) => key)
  const manifest = await readManifest(MANIFEST)
  const finished = await drawProducts(pictures, manifest)
  if (finished && slugs.length === 0) {
    await drawSite()
    // Where a file could not be read, its pictures are not known to be old.
    if (problems.length === 0) await dropOld(manifest, new Set(keys))
  }
  if (args.includes('--sheet')) await writeSheet(keys, PRODUCTS, SHEET)
  for (const problem of problems) console.error(`Cannot read ${problem}`)
  return finished && problems.length === 0 ? 0 : 1
}

const args = process.argv.slice(2)
if (args.includes('--help')) console.log(USAGE)
else process.exitCode = await main(args)
