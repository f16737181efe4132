import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../generator/catalog/load.ts'
import { EVENTS } from '../../src/js/catalog/vocabulary.ts'

// The committed results of the studio. Its own tests are in studio/, and need its packages.

const ROOT = join(import.meta.dirname, '../..')
const IMAGES = join(ROOT, 'public/img')
const MODELS = join(ROOT, 'public/models')

const PRODUCT_LIMITS: Readonly<Record<string, number>> = {
  '-400.avif': 9_000,
  '-800.avif': 22_000,
  '-1600.avif': 60_000,
  '-800.webp': 60_000,
}

const SITE_LIMITS: Readonly<Record<string, number>> = {
  'hero-1600.avif': 80_000,
  'hero-800.avif': 30_000,
  'hero-1600.webp': 140_000,
  'share.jpg': 100_000,
  ...Object.fromEntries(
    EVENTS.flatMap((event) => [
      [`events/${event}-800.avif`, 28_000],
      [`events/${event}-400.avif`, 12_000],
      [`events/${event}-800.webp`, 45_000],
    ]),
  ),
}

const MODEL_LIMIT = 700_000

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

describe('pictures of products', () => {
  const pictures = filesBelow(join(IMAGES, 'products'))

  test('keep to the limit of their width', () => {
    expect(pictures.length).toBeGreaterThan(0)
    for (const file of pictures) {
      const ending = Object.keys(PRODUCT_LIMITS).find((end) => file.endsWith(end))
      expect([file, ending]).not.toEqual([file, undefined])
      expect([file, statSync(file).size < PRODUCT_LIMITS[ending!]!]).toEqual([file, true])
    }
  })
})

describe('pictures of the site', () => {
  test.each(Object.entries(SITE_LIMITS))('%s has at most %i bytes', (name, limit) => {
    expect(existsSync(join(IMAGES, name))).toBe(true)
    expect(statSync(join(IMAGES, name)).size).toBeLessThanOrEqual(limit)
  })

  test('share.jpg is a JPEG of the size that social networks show in full', async () => {
    const { format, width, height } = await sharp(join(IMAGES, 'share.jpg')).metadata()
    expect({ format, width, height }).toEqual({ format: 'jpeg', width: 1200, height: 630 })
  })

  test('stay under 60 MB together with those of products', () => {
    const total = filesBelow(IMAGES).reduce((sum, file) => sum + statSync(file).size, 0)
    expect(total).toBeLessThan(60_000_000)
  })
})

describe('3D models', () => {
  /** The JSON chunk of a GLB. */
  function readHead(file: string): {
    readonly extensionsUsed: string[]
    readonly extensions: { KHR_materials_variants: { variants: { name: string }[] } }
  } {
    const data = readFileSync(file)
    expect(data.toString('latin1', 0, 4)).toBe('glTF')
    return JSON.parse(data.toString('utf8', 20, 20 + data.readUInt32LE(12))) as never
  }

  const { products } = loadCatalogue(join(ROOT, 'catalog'))
  const shown = products.filter(({ slug }) => existsSync(join(MODELS, `${slug}.glb`)))

  test.each(shown)('$slug.glb is small and has a variant for every colour', (product) => {
    const file = join(MODELS, `${product.slug}.glb`)
    expect(statSync(file).size).toBeLessThanOrEqual(MODEL_LIMIT)
    const { extensions, extensionsUsed } = readHead(file)
    const names = extensions.KHR_materials_variants.variants.map(({ name }) => name)
    expect(names).toEqual(product.colours.map(({ code }) => code))
    expect(extensionsUsed).toEqual(
      expect.arrayContaining(['EXT_meshopt_compression', 'EXT_texture_webp']),
    )
  })
})
