import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, extname } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import sharp, { type Sharp } from 'sharp'

// Use two threads at most, which leaves processor time to other work.
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
  /** Its largest size in bytes. The quality is lowered until it fits. */
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

/** Quality steps, tried in turn until the file is small enough. */
const QUALITIES = [62, 54, 46, 38, 30] as const

/** Encoders by file type. JPEG and WebP need a higher number than AVIF for the same look. */
const ENCODERS = {
  avif: (image: Sharp, quality: number) => image.avif({ quality, effort: 2 }),
  webp: (image: Sharp, quality: number) => image.webp({ quality: quality + 20, effort: 5 }),
  // With chroma subsampling, the usual default, a red line next to white would smear.
  jpg: (image: Sharp, quality: number) =>
    image.jpeg({ quality: quality + 22, mozjpeg: true, chromaSubsampling: '4:4:4' }),
} as const

async function compress(bitmap: Bitmap, target: Target): Promise<Buffer> {
  const type = extname(target.file).slice(1)
  if (!isEncoded(type)) {
    const known = Object.keys(ENCODERS).join(', ')
    throw new TypeError(`${target.file}: found the ending ".${type}", expected one of ${known}`)
  }
  let out = Buffer.alloc(0)
  for (const quality of QUALITIES) {
    const flat = scaled(bitmap, target.width).removeAlpha()
    out = await ENCODERS[type](flat, quality).toBuffer()
    if (out.length <= target.limit) return out
  }
  return out
}

function isEncoded(type: string): type is keyof typeof ENCODERS {
  return Object.hasOwn(ENCODERS, type)
}

/** Writes a bitmap to each target, as AVIF, WebP or JPEG by the file's ending. */
export async function writePictures(bitmap: Bitmap, targets: readonly Target[]): Promise<void> {
  for (const target of targets) {
    await mkdir(dirname(target.file), { recursive: true })
    await writeFile(target.file, await compress(bitmap, target))
  }
}

/** Writes a drawing as a PNG with a palette. */
export async function writePng(bitmap: Bitmap, file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const image = scaled(bitmap, bitmap.width)
  await image.png({ palette: true, colours: 256, effort: 9, compressionLevel: 9 }).toFile(file)
}
