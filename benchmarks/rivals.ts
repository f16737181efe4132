import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import sharp from 'sharp'

const ROOT = join(import.meta.dirname, '..')

/** Two static shop pages from npm, as published: a list and a product. */
const RIVALS = [
  { name: 'startbootstrap-shop-homepage', version: '5.0.6' },
  { name: 'startbootstrap-shop-item', version: '5.0.6' },
] as const

/** A site to compare with ours: its name in the table, and its folder. */
export interface Rival {
  readonly name: string
  readonly dir: string
}

/**
 * Download the rivals, and replace what they load from other servers with local copies: Bootstrap
 * and its icons from our packages, and pictures of the same size. So all sites load from one
 * server.
 */
export async function fetchRivals(folder: string): Promise<readonly Rival[]> {
  const packages = RIVALS.map(({ name, version }) => `${name}@${version}`)
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder]
  execFileSync('npm', [...args, ...packages], { stdio: ['ignore', 'ignore', 'inherit'] })
  const rivals: Rival[] = []
  for (const { name } of RIVALS) {
    const dir = join(folder, name)
    cpSync(join(folder, 'node_modules', name, 'dist'), dir, { recursive: true })
    await makeLocal(dir)
    rivals.push({ name, dir })
  }
  return rivals
}

async function makeLocal(dir: string): Promise<void> {
  const file = join(dir, 'index.html')
  const html = readFileSync(file, 'utf8')
  const packageFile = (path: string): string => join(ROOT, 'node_modules', path)
  for (const [path, source] of [
    ['vendor/bootstrap-icons.css', 'bootstrap-icons/font/bootstrap-icons.css'],
    ['vendor/fonts', 'bootstrap-icons/font/fonts'],
    ['vendor/bootstrap.bundle.min.js', 'bootstrap/dist/js/bootstrap.bundle.min.js'],
  ] as const) {
    cpSync(packageFile(source), join(dir, path), { recursive: true })
  }
  const pictures = [...html.matchAll(/https:\/\/dummyimage\.com\/(\d+)x(\d+)\/[^"]*/g)]
  for (const [, width, height] of pictures) {
    const target = join(dir, `vendor/${String(width)}x${String(height)}.jpg`)
    mkdirSync(dirname(target), { recursive: true })
    const size = { width: Number(width), height: Number(height) }
    await sharp({ create: { ...size, channels: 3, background: '#dee2e6' } })
      .jpeg()
      .toFile(target)
  }
  const local = html
    .replace(/https:\/\/dummyimage\.com\/(\d+x\d+)\/[^"]*/g, 'vendor/$1.jpg')
    .replace(/https:[^"]*bootstrap-icons\.css/, 'vendor/bootstrap-icons.css')
    .replace(/https:[^"]*bootstrap\.bundle\.min\.js/, 'vendor/bootstrap.bundle.min.js')
  writeFileSync(file, local)
}

/**
 * Write the smallest page possible: the first picture of one of our pages, at the same size, with
 * no style or script.
 *
 * @param picture - the `<picture>` element of our page
 */
export function writeBarePage(dir: string, dist: string, picture: string): void {
  mkdirSync(dir, { recursive: true })
  cpSync(join(dist, 'img'), join(dir, 'img'), { recursive: true })
  writeFileSync(
    join(dir, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>A bare page</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="One picture and no more."><link rel="icon" href="data:,">
<main><h1>A bare page</h1>${picture}</main></html>`,
  )
}
