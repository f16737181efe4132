import { join } from 'node:path'
import sharp from 'sharp'
import { writePictures, type Target } from '../output/encode.ts'
import type { Colours } from '../surface/slots.ts'
import { GROUND, composite, type RenderPasses } from './compose.ts'
import { CAMERAS, type View } from './cameras.ts'

/** Pixels of a product picture, 4:3. */
const SIZE = [1600, 1200] as const

/** The files of one picture. The WebP is for browsers without AVIF. */
export function pictureFiles(folder: string, view: View): Target[] {
  const file = (end: string): string => join(folder, `${view}-${end}`)
  return [
    { file: file('400.avif'), width: 400, limit: 9_000 },
    { file: file('800.avif'), width: 800, limit: 22_000 },
    { file: file('1600.avif'), width: 1600, limit: 60_000 },
    { file: file('800.webp'), width: 800, limit: 60_000 },
  ]
}

/** The full-size picture of a colourway on the plain background. */
export async function productPicture(
  passes: RenderPasses,
  view: View,
  colours: Colours,
): Promise<Buffer> {
  const { width, height } = passes
  const [left, right, , top] = CAMERAS[view].frame
  const scale = (SIZE[0] * (right - left)) / width
  const frame = await sharp(Buffer.from(composite(passes, colours)), {
    raw: { width, height, channels: 3 },
  })
    .resize(Math.round(width * scale), Math.round(height * scale), { kernel: 'lanczos3' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { info, data } = frame
  const raw = { width: info.width, height: info.height, channels: 3 as const }
  const place = { left: Math.round(left * SIZE[0]), top: Math.round((1 - top) * SIZE[1]) }
  const base = { width: SIZE[0], height: SIZE[1], channels: 3 as const, background: GROUND }
  const whole = sharp({ create: base }).composite([{ input: data, raw, ...place }])
  return whole.removeAlpha().raw().toBuffer()
}

/** Writes a picture's files into a folder. */
export async function writeProductPicture(
  pixels: Buffer,
  folder: string,
  view: View,
): Promise<void> {
  const bitmap = { width: SIZE[0], height: SIZE[1], channels: 3, pixels } as const
  await writePictures(bitmap, pictureFiles(folder, view))
}
