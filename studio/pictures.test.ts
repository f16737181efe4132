import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { develop, GROUND, type Negative } from './darkroom/compose.ts'
import { targetsOf } from './darkroom/prints.ts'
import { tasksOf } from './darkroom/tasks.ts'
import { readShoes } from './output/catalogue.ts'
import { publish } from './output/publish.ts'
import { MODEL_LIMIT } from './viewer/glb.ts'
import { SLOTS, coloursOf } from './surface/slots.ts'

const PUBLIC = join(import.meta.dirname, '../public')
const { models } = await readShoes('catalog/products', [])

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

describe('committed files', () => {
  const limits: Record<string, number> = {
    '-400.avif': 9_000,
    '-800.avif': 22_000,
    '-1600.avif': 60_000,
    '-800.webp': 60_000,
  }
  const pictures = filesBelow(join(PUBLIC, 'img/products'))

  test('of products keep to the limit of their width', () => {
    expect(pictures.length).toBeGreaterThan(0)
    for (const file of pictures) {
      const ending = Object.keys(limits).find((end) => file.endsWith(end))
      expect([file, ending]).not.toEqual([file, undefined])
      expect([file, statSync(file).size < limits[ending!]!]).toEqual([file, true])
    }
  })

  test('of all pictures together stay under 60 MB', () => {
    const total = filesBelow(join(PUBLIC, 'img')).reduce(
      (sum, file) => sum + statSync(file).size,
      0,
    )
    expect(total).toBeLessThan(60_000_000)
  })

  /** The JSON part of a GLB. */
  function headOf(file: string): {
    readonly extensionsUsed: string[]
    readonly extensions: { KHR_materials_variants: { variants: { name: string }[] } }
  } {
    const data = readFileSync(file)
    expect(data.toString('latin1', 0, 4)).toBe('glTF')
    return JSON.parse(data.toString('utf8', 20, 20 + data.readUInt32LE(12))) as never
  }

  const shown = models.filter(({ slug }) => existsSync(join(PUBLIC, `models/${slug}.glb`)))
  test.each(shown)('the model of $slug is light and switches to every colour', (model) => {
    const file = join(PUBLIC, `models/${model.slug}.glb`)
    expect(statSync(file).size).toBeLessThanOrEqual(MODEL_LIMIT)
    const { extensions, extensionsUsed } = headOf(file)
    const names = extensions.KHR_materials_variants.variants.map(({ name }) => name)
    expect(names).toEqual(model.colourways.map(({ code }) => code))
    expect(extensionsUsed).toEqual(
      expect.arrayContaining(['EXT_meshopt_compression', 'EXT_texture_webp']),
    )
  })
})

describe('printing', () => {
  const colours = coloursOf(models[0]!.colourways[0]!.spec)
  /** The middle of an even frame: how much of it is shoe, its slot, how dark the ground is. */
  function pixel(cover: number, slot: string, shadow = 0): number[] {
    const side = 41
    const even = (value: number): Uint8Array => new Uint8Array(side * side).fill(value)
    const negative: Negative = {
      width: side,
      height: side,
      light: new Uint16Array(side * side).fill(8192),
      gloss: new Uint16Array(side * side),
      cover: even(cover * 255),
      shadow: even(shadow * 255),
      shares: SLOTS.map((name) => even(name === slot ? cover * 200 : 0)),
    }
    const middle = 3 * ((side * side - 1) / 2)
    return [...develop(negative, colours).subarray(middle, middle + 3)]
  }
  const bytes = (hex: string): number[] => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16))

  test('leaves the bare ground exactly as the card behind it', () => {
    expect(pixel(0, 'upper')).toEqual(bytes(GROUND))
  })

  test('takes a slot from its colour', () => {
    const [r, g, b] = pixel(1, 'upper')
    const wanted = bytes(colours.upper)
    for (const [i, c] of [r!, g!, b!].entries()) expect(Math.abs(c - wanted[i]!)).toBeLessThan(14)
    expect(pixel(1, 'upper')).not.toEqual(pixel(1, 'overlay'))
  })

  test('darkens the ground where a shadow falls', () => {
    expect(pixel(0, 'upper', 0.5)[0]!).toBeLessThan(bytes(GROUND)[0]! - 20)
  })
})

describe('the list of tasks', () => {
  test('has the side view of every colour before anything else', () => {
    const tasks = tasksOf(models, ['side', 'three-quarter', 'sole', 'pins'])
    const sides = tasks.slice(0, models.length)
    expect(new Set(sides.map(({ view }) => view))).toEqual(new Set(['side']))
    const colours = sides.flatMap(({ colourways }) => colourways)
    expect(colours).toHaveLength(models.flatMap(({ colourways }) => colourways).length)
  })

  test('asks for no pins of a shoe that has none', () => {
    const pinless = models.filter(({ colourways }) => colourways[0]!.spec.pins.forefoot === 0)
    expect(pinless.length).toBeGreaterThan(0)
    expect(tasksOf(pinless, ['pins'])).toEqual([])
  })
})

describe('handing pictures to the shop', async () => {
  const root = await mkdtemp(join(tmpdir(), 'shelves-'))
  afterAll(() => rm(root, { recursive: true }))
  const shelves = {
    finished: join(root, 'finished'),
    finishedManifest: join(root, 'finished/manifest.json'),
    shop: join(root, 'shop'),
    shopManifest: join(root, 'shop.json'),
  }
  async function finish(key: string): Promise<void> {
    await mkdir(join(shelves.finished, key), { recursive: true })
    for (const { file } of targetsOf(join(shelves.finished, key), 'side'))
      await writeFile(file, 'x')
  }

  test('waits for the last colour, then takes all', async () => {
    const keys = ['kite/ember', 'kite/slate']
    await finish('kite/ember')
    await writeFile(shelves.finishedManifest, '{"kite/ember/side":"1"}')
    const first = await publish('side', keys, shelves)
    expect(first).toEqual({ view: 'side', missing: ['kite/slate'], copied: 0 })
    expect(existsSync(join(shelves.shop, 'kite/ember/side-800.avif'))).toBe(false)
    await finish('kite/slate')
    await writeFile(shelves.finishedManifest, '{"kite/ember/side":"1","kite/slate/side":"2"}')
    expect((await publish('side', keys, shelves)).copied).toBe(2)
    expect(existsSync(join(shelves.shop, 'kite/slate/side-400.avif'))).toBe(true)
    expect((await publish('side', keys, shelves)).copied).toBe(0)
  })
})
