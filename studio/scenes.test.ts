import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { EVENTS } from '../src/js/catalog/vocabulary.ts'
import type { Cutout } from './render/compose.ts'
import { CAMERAS } from './render/cameras.ts'
import { GroundProjection } from './ground/projection.ts'
import { Grain } from './ground/grain.ts'
import { renderGround, type GroundView } from './ground/render-ground.ts'
import { band, coverage, numeral } from './ground/shape.ts'
import { drawShoe } from './ground/placement.ts'
import { readShoes } from './output/catalogue.ts'
import { SCENE_PICTURES, drawScenes, tasksOfScene } from './output/scene-pictures.ts'
import { EVENT_SCENES, HERO } from './scene/event-scenes.ts'

const CATALOGUE = join(import.meta.dirname, '../catalog/products')
const { models } = await readShoes(CATALOGUE, [])

describe('the ground projection', () => {
  test.each(['side', 'three-quarter', 'top'] as const)(
    '%s projects a point to the image and back',
    (view) => {
      const projection = new GroundProjection(CAMERAS[view])
      for (const point of [
        [1.4, 0],
        [-2, 1.5],
        [4, 7],
      ] as const) {
        const { u, v, distance } = projection.toImage(point)
        const found = projection.toGround(u, v)
        expect(found?.point[0]).toBeCloseTo(point[0], 6)
        expect(found?.point[1]).toBeCloseTo(point[1], 6)
        expect(found?.distance).toBeCloseTo(distance, 6)
      }
    },
  )

  test('sees no ground above the horizon, and all of it from above', () => {
    expect(new GroundProjection(CAMERAS.side).toGround(0.5, 0)).toBeNull()
    expect(new GroundProjection(CAMERAS.top).toGround(0.5, 0)).not.toBeNull()
  })

  test('from above, right is to the toe and up is away', () => {
    const projection = new GroundProjection(CAMERAS.top)
    const middle = projection.toImage([1.4, 0])
    expect(middle.u).toBeCloseTo(0.5)
    expect(middle.v).toBeCloseTo(0.375)
    expect(projection.toImage([2.4, 0]).u).toBeGreaterThan(middle.u)
    expect(projection.toImage([1.4, 1]).v).toBeLessThan(middle.v)
  })
})

describe('markings', () => {
  const fine = { across: [0.001, 0], along: [0, 0.001] } as const
  const line = band([-10, 0], [10, 0], 0.5)

  test('cover what lies in them and nothing else', () => {
    expect(coverage(line, [0, 0.2], fine)).toBe(1)
    expect(coverage(line, [0, 0.3], fine)).toBe(0)
    expect(coverage({ disc: [0, 0], radius: 2 }, [1.9, 0], fine)).toBe(1)
    expect(coverage({ ring: [0, 0], radius: 2, width: 0.5 }, [0, 1.5], fine)).toBe(0)
  })

  test('have soft edges where a pixel is large', () => {
    const wide = { across: [1, 0], along: [0, 1] } as const
    expect(coverage(line, [0, 0.25], wide)).toBeGreaterThan(0)
    expect(coverage(line, [0, 0.25], wide)).toBeLessThan(1)
  })

  test('know only the numerals that are painted', () => {
    expect(coverage(numeral('1', [0, 0], 10), [5, -3.4], fine)).toBe(1)
    expect(() => numeral('x', [0, 0], 10)).toThrow(/no numeral x/)
  })
})

describe('a grain', () => {
  const grain = new Grain({ size: 0.03, mottle: 0.3, gaps: 0.3 })

  test('does not darken its colour, and repeats', () => {
    expect(grain.at(0.3, 0.4, 100)).toBeCloseTo(1, 3)
    expect(grain.at(0.3, 0.4, 0)).toBeCloseTo(grain.at(2.3, -1.6, 0), 5)
    expect(grain.at(0.3, 0.4, 0)).not.toBeCloseTo(grain.at(0.4, 0.4, 0), 5)
  })
})

describe('a shoe on the ground', () => {
  const projection = new GroundProjection(CAMERAS.top)
  const view: GroundView = {
    base: 'paper',
    layers: [],
    projection,
    window: { left: 0, top: 0, width: 1 },
    size: [40, 30],
    focus: [1.4, 0],
  }
  const cutout = (cover: number, shade: number): Cutout => {
    const even = (value: number, parts = 1): Float32Array =>
      new Float32Array(80 * 48 * parts).fill(value)
    return { width: 80, height: 48, light: even(0, 3), cover: even(cover), shade: even(shade) }
  }
  const middleOf = (shoe: Cutout, by: readonly [number, number]): number => {
    const image = renderGround(view)
    const viewpoint = {
      projection,
      window: view.window,
      frame: CAMERAS.top.frame,
      focus: view.focus,
    }
    drawShoe(image, { shoe, placement: { by, turn: 0, left: false } }, viewpoint)
    return image.light[3 * (15 * 40 + 20)]!
  }

  test('hides it, darkens it, or lies elsewhere', () => {
    const bare = middleOf(cutout(0, 0), [0, 0])
    expect(middleOf(cutout(1, 0), [0, 0])).toBe(0)
    expect(middleOf(cutout(0, 0.5), [0, 0])).toBeLessThan(bare * 0.5)
    expect(middleOf(cutout(1, 0), [9, 9])).toBe(bare)
  })
})

describe('scenes', () => {
  test('there is one for each event, of shoes that the catalogue has', () => {
    expect(Object.keys(EVENT_SCENES)).toEqual([...EVENTS])
    for (const { scene } of SCENE_PICTURES)
      expect(tasksOfScene(scene, models)).toHaveLength(scene.shoes.length)
  })

  test('say which shoe or colour is missing', () => {
    const missing = { ...HERO, shoes: [{ slug: 'nowhere', colour: 'red' }] }
    expect(() => tasksOfScene(missing, models)).toThrow('there is no shoe nowhere')
    const unpainted = { ...HERO, shoes: [{ slug: 'kite-100', colour: 'mauve' }] }
    expect(() => tasksOfScene(unpainted, models)).toThrow('kite-100 has no colour mauve')
  })

  test('that cannot be made are named, and the others go on', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'scenes-'))
    const places = { images: folder, manifest: join(folder, 'site.json') }
    const problems = await drawScenes([], places, () => Promise.reject(new Error('no Blender')))
    await rm(folder, { recursive: true })
    expect(problems).toHaveLength(SCENE_PICTURES.length)
    expect(problems[0]).toBe('hero-1600.avif: there is no shoe kite-100 in the catalogue')
  })
})
