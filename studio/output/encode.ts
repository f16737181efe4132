import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import sharp, { type Sharp } from 'sharp'

// Two cores are shared with whatever else runs; the pictures are made one at a time.
sharp.concurrency(2)
sharp.cache(false)

/** Raw pixels, three or four bytes each. */
export interface Bitmap {
  readonly width: number
  readonly height: number
  readonly channels: 3 | 4
  readonly pixels: Buffer
}

/** One file to write from a bitmap. */
export interface Target {
  readonly file: string
  readonly width: number
  /** Most bytes it may take; quality is lowered until it fits. */
  readonly limit: number
}

/** Renders an SVG document `width` pixels wide. */
export function render(svg: string, width: number): Bitmap {
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false },
  }).render()
  return { width: image.width, height: image.height, channels: 4, pixels: image.pixels }
}

function scaled(bitmap: Bitmap, width: number): Sharp {
  const { width: w, height: h, channels, pixels } = bitmap
  return sharp(pixels, { raw: { width: w, height: h, channels } }).resize(width)
}

/** Quality steps tried in turn; the first whose file fits its limit is kept. */
const QUALITIES = [62, 54, 46, 38, 30] as const

async function compress(bitmap: Bitmap, target: Target): Promise<Buffer> {
  let out = Buffer.alloc(0)
  for (const quality of QUALITIES) {
    const flat = scaled(bitmap, target.width).removeAlpha()
    out = target.file.endsWith('.avif')
      ? await flat.avif({ quality, effort: 2 }).toBuffer()
      : await flat.webp({ quality: quality + 20, effort: 5 }).toBuffer()
    if (out.length <= target.limit) return out
  }
  return out
}

/** Writes a bitmap as AVIF or WebP, by the file's ending, in each size asked for. */
export async function writePictures(bitmap: Bitmap, targets: readonly Target[]): Promise<void> {
  for (const target of targets) {
    await mkdir(dirname(target.file), { recursive: true })
    await writeFile(target.file, await compress(bitmap, target))
  }
}

/** Writes a bitmap as a PNG; `colours` is the size of its palette. */
export async function writePng(bitmap: Bitmap, file: string, colours = 256): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const image = scaled(bitmap, bitmap.width)
  await image.png({ palette: true, colours, effort: 9, compressionLevel: 9 }).toFile(file)
}
