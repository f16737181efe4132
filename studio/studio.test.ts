import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { accessoryView } from './accessory/view.ts'
import { channels, mix, mostContrasting } from './core/colour.ts'
import { decimal } from './core/number.ts'
import { element, escapeXml } from './core/svg.ts'
import { kebabCase, readShoes } from './output/catalogue.ts'
import { hashOf } from './output/manifest.ts'
import { productCard } from './scene/card.ts'
import { iconSvg } from './scene/icons.ts'
import { placeholderAccessory, placeholderShoe } from './scene/placeholders.ts'
import { SILHOUETTES } from './shoe/silhouettes.ts'
import { assertWellFormed } from './well-formed.ts'

const PALETTE = { main: '#c4262e', accent: '#aab0b5' }

describe('accessories', () => {
  test.each(['pins', 'key', 'bag'] as const)('%s are well-formed', (category) => {
    const spec = { category, palette: PALETTE, pinShape: 'needle', pinCount: 12 } as const
    const svg = productCard(accessoryView(spec))
    assertWellFormed(svg)
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
    expect(productCard(accessoryView(spec))).toBe(svg)
  })
})

describe('pictures of the site', () => {
  test.each<[string, () => string]>([
    ['icon', () => iconSvg(96, 0.06)],
    ...SILHOUETTES.map((shape): [string, () => string] => [
      `placeholder, ${shape}`,
      () => placeholderShoe(shape),
    ]),
    ['placeholder of an accessory', placeholderAccessory],
  ])('%s is well-formed and without text', (_, draw) => {
    assertWellFormed(draw())
    expect(draw()).not.toContain('<text')
  })
})

describe('SVG writing', () => {
  test('escapes attribute values', () => {
    expect(element('a', { b: `"<&'>` })).toBe('<a b="&quot;&lt;&amp;&#39;&gt;"/>')
    expect(escapeXml('a & b')).toBe('a &amp; b')
  })

  test('refuses numbers that are not finite', () => {
    expect(() => decimal(NaN)).toThrow(RangeError)
    expect(() => element('a', { b: 1 / 0 })).toThrow(RangeError)
  })
})

describe('colours', () => {
  test('survive a mix with themselves', () => {
    expect(mix('#c8402a', '#c8402a', 0.5)).toBe('#c8402a')
    expect(channels('#C8402A')).toEqual([200, 64, 42])
  })

  test('that stand out are those furthest in lightness', () => {
    expect(mostContrasting('#111111', ['#222222', '#ffffff', '#444444'])).toBe('#ffffff')
  })
})

describe('the catalogue', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'studio-'))
  afterAll(() => rm(folder, { recursive: true }))

  test('names the file that cannot be read, and goes on', async () => {
    await writeFile(join(folder, 'broken.yaml'), 'kind: [shoe')
    await writeFile(join(folder, 'empty.yaml'), 'kind: shoe')
    const { models, problems } = await readShoes(folder, [])
    expect(models).toEqual([])
    expect(problems).toHaveLength(2)
    expect(problems[0]).toContain('broken.yaml')
    expect(problems[1]).toContain('empty.yaml')
  })

  test('says which slug is unknown', async () => {
    expect((await readShoes(folder, ['nowhere'])).problems[0]).toContain('nowhere')
  })

  test('makes folders of names', () => {
    expect(kebabCase('Old Rose')).toBe('old-rose')
    expect(kebabCase('Café / No. 2')).toBe('cafe-no-2')
  })
})

test('a picture that changes has another hash', () => {
  expect(hashOf('<svg/>')).toBe(hashOf('<svg/>'))
  expect(hashOf('<svg/>')).not.toBe(hashOf('<svg />'))
})
