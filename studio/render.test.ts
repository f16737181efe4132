import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readShoes } from './output/catalogue.ts'
import { composite, GROUND, TONE, type RenderPasses } from './render/compose.ts'
import { FINAL } from './render/passes.ts'
import { pictureFiles } from './render/product-picture.ts'
import { digest, passesIdOf, RenderQueue } from './render/queue.ts'
import { tasksOf } from './render/tasks.ts'
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

describe('Blender', async () => {
  const root = await mkdtemp(join(tmpdir(), 'queue-'))
  afterAll(() => rm(root, { recursive: true }))
  const folders = {
    cache: join(root, 'cache'),
    pictures: join(root, 'pictures'),
    manifest: join(root, 'manifest.json'),
  }
  const [task] = tasksOf(models.slice(0, 1), ['side'])
  const id = passesIdOf(task!, FINAL)

  test('is needed for a view that was never rendered', async () => {
    expect(await new RenderQueue(folders, FINAL).needsBlender([task!])).toBe(true)
  })

  test('is not needed for new colours of rendered passes', async () => {
    await mkdir(join(folders.cache, 'passes'), { recursive: true })
    await writeFile(join(folders.cache, 'passes', `${id}.json`), '{}')
    expect(await new RenderQueue(folders, FINAL).needsBlender([task!])).toBe(false)
    await rm(folders.cache, { recursive: true })
  })

  test('is not needed for pictures that are up to date', async () => {
    const made = task!.colourways.map(({ key, spec }) => {
      return [`${key}/side`, digest([id, coloursOf(spec), TONE])] as const
    })
    await writeFile(folders.manifest, JSON.stringify(Object.fromEntries(made)))
    expect(await new RenderQueue(folders, FINAL).needsBlender([task!])).toBe(true)
    for (const { key } of task!.colourways) {
      await mkdir(join(folders.pictures, key), { recursive: true })
      for (const { file } of pictureFiles(join(folders.pictures, key), 'side'))
        await writeFile(file, 'x')
    }
    expect(await new RenderQueue(folders, FINAL).needsBlender([task!])).toBe(false)
  })
})
