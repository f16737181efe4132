import { existsSync } from 'node:fs'
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { composite, GROUND, type RenderPasses } from './render/compose.ts'
import { pictureFiles } from './render/product-picture.ts'
import { tasksOf } from './render/tasks.ts'
import { readShoes } from './output/catalogue.ts'
import { publish } from './output/publish.ts'
import { SLOTS, coloursOf } from './surface/slots.ts'

const { models } = await readShoes(join(import.meta.dirname, '../catalog/products'), [])

describe('compositing', () => {
  const colours = coloursOf(models[0]!.colourways[0]!.spec)
  /** The middle pixel of a uniform frame, by cover, slot and shadow. */
  function pixel(cover: number, slot: string, shadow = 0): number[] {
    const side = 41
    const even = (value: number): Uint8Array => new Uint8Array(side * side).fill(value)
    const passes: RenderPasses = {
      width: side,
      height: side,
      light: new Uint16Array(side * side).fill(8192),
      gloss: new Uint16Array(side * side),
      cover: even(cover * 255),
      shadow: even(shadow * 255),
      shares: SLOTS.map((name) => even(name === slot ? cover * 200 : 0)),
    }
    const middle = 3 * ((side * side - 1) / 2)
    return [...composite(passes, colours).subarray(middle, middle + 3)]
  }
  const bytes = (hex: string): number[] => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16))

  test('leaves the background exactly as it is on the page', () => {
    expect(pixel(0, 'upper')).toEqual(bytes(GROUND))
  })

  test('gives a slot its colour', () => {
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

  test('has no view of pins for a shoe without pins', () => {
    const pinless = models.filter(({ colourways }) => colourways[0]!.spec.pins.forefoot === 0)
    expect(pinless.length).toBeGreaterThan(0)
    expect(tasksOf(pinless, ['pins'])).toEqual([])
  })
})

describe('publishing pictures', async () => {
  const root = await mkdtemp(join(tmpdir(), 'publish-'))
  afterAll(() => rm(root, { recursive: true }))
  const folders = {
    finished: join(root, 'finished'),
    finishedManifest: join(root, 'finished/manifest.json'),
    shop: join(root, 'shop'),
    shopManifest: join(root, 'shop.json'),
  }
  async function finish(key: string): Promise<void> {
    await mkdir(join(folders.finished, key), { recursive: true })
    for (const { file } of pictureFiles(join(folders.finished, key), 'side'))
      await writeFile(file, 'x')
  }

  test('waits for the last colour, then copies all', async () => {
    const keys = ['kite/ember', 'kite/slate']
    await finish('kite/ember')
    await writeFile(folders.finishedManifest, '{"kite/ember/side":"1"}')
    const first = await publish('side', keys, folders)
    expect(first).toEqual({ view: 'side', missing: ['kite/slate'], copied: 0 })
    expect(existsSync(join(folders.shop, 'kite/ember/side-800.avif'))).toBe(false)
    await finish('kite/slate')
    await writeFile(folders.finishedManifest, '{"kite/ember/side":"1","kite/slate/side":"2"}')
    expect((await publish('side', keys, folders)).copied).toBe(2)
    expect(existsSync(join(folders.shop, 'kite/slate/side-400.avif'))).toBe(true)
    expect((await publish('side', keys, folders)).copied).toBe(0)
  })
})
