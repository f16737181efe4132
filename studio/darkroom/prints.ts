import { join } from 'node:path'
import sharp from 'sharp'
import { writePictures, type Target } from '../output/encode.ts'
import type { Colours } from '../surface/slots.ts'
import { GROUND, develop, type Negative } from './compose.ts'
import { CAMERAS, type View } from './views.ts'

/** Pixels of a product picture, 4 to 3. */
const PRINT = [1600, 1200] as const

/** The files of one picture. The WebP is for browsers without AVIF. */
export function targetsOf(folder: string, view: View): Target[] {
  const file = (end: string): string => join(folder, `${view}-${end}`)
  return [
    { file: file('400.avif'), width: 400, limit: 9_000 },
    { file: file('800.avif'), width: 800, limit: 22_000 },
    { file: file('1600.avif'), width: 1600, limit: 60_000 },
    { file: file('800.webp'), width: 800, limit: 60_000 },
  ]
}

/** A negative in a colourway, on its ground, at full size. */
export async function print(negative: Negative, view: View, colours: Colours): Promise<Buffer> {
  const { width, height } = negative
  const [left, right, , top] = CAMERAS[view].frame
  const scale = (PRINT[0] * (right - left)) / width
  const frame = await sharp(Buffer.from(develop(negative, colours)), {
    raw: { width, height, channels: 3 },
  })
    .resize(Math.round(width * scale), Math.round(height * scale), { kernel: 'lanczos3' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { info, data } = frame
  const raw = { width: info.width, height: info.height, channels: 3 as const }
  const place = { left: Math.round(left * PRINT[0]), top: Math.round((1 - top) * PRINT[1]) }
  const base = { width: PRINT[0], height: PRINT[1], channels: 3 as const, background: GROUND }
  const whole = sharp({ create: base }).composite([{ input: data, raw, ...place }])
  return whole.removeAlpha().raw().toBuffer()
}

/** Writes a picture's files into a folder. */
export async function writePrint(pixels: Buffer, folder: string, view: View): Promise<void> {
  const bitmap = { width: PRINT[0], height: PRINT[1], channels: 3, pixels } as const
  await writePictures(bitmap, targetsOf(folder, view))
}
