import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadPictures } from './pictures.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cinder-pictures-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

function put(...files: readonly string[]): void {
  for (const file of files) {
    const path = join(folder, 'img', file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, '')
  }
}

const STEM = 'products/kite/ember/sole'
const ALL = [`${STEM}-400.avif`, `${STEM}-800.avif`, `${STEM}-1600.avif`, `${STEM}-800.webp`]

describe('a view', () => {
  test('has three widths and a WebP', () => {
    put(...ALL)
    const pictures = loadPictures(folder)
    expect(pictures.find('kite', 'ember', 'sole')).toEqual({
      srcset: [400, 800, 1600].map((width) => ({
        path: `img/${STEM}-${String(width)}.avif`,
        width,
      })),
      fallback: `img/${STEM}-800.webp`,
      width: 800,
      height: 600,
    })
    expect(pictures.missing('kite', 'ember', 'sole')).toEqual([])
  })

  test('without one size is shown in the others, and the size is reported as missing', () => {
    put(...ALL.slice(0, 2))
    const pictures = loadPictures(folder)
    const found = pictures.find('kite', 'ember', 'sole')
    expect(found?.srcset.map(({ width }) => width)).toEqual([400, 800])
    expect(found?.fallback).toBe(`img/${STEM}-800.avif`)
    expect(pictures.missing('kite', 'ember', 'sole')).toEqual(['sole-1600.avif', 'sole-800.webp'])
  })

  test('that only has the WebP uses it', () => {
    put(ALL[3]!)
    const found = loadPictures(folder).find('kite', 'ember', 'sole')
    expect(found).toMatchObject({ srcset: [], fallback: `img/${STEM}-800.webp` })
  })

  test('without files is not found, and none of it is reported as missing', () => {
    put(...ALL)
    const pictures = loadPictures(folder)
    expect(pictures.find('kite', 'ember', 'top')).toBeUndefined()
    expect(pictures.missing('kite', 'ember', 'top')).toEqual([])
    expect(pictures.find('kite', 'slate', 'sole')).toBeUndefined()
  })
})

describe('a placeholder', () => {
  test('is a drawing of the product’s own shape if there is one', () => {
    put('placeholders/high-jump.svg')
    const pictures = loadPictures(folder)
    expect(pictures.placeholder('shoe', 'high-jump')).toBe('img/placeholders/high-jump.svg')
    expect(pictures.placeholder('shoe', 'sprint')).toBe('img/placeholder-shoe.svg')
    expect(pictures.placeholder('accessory', undefined)).toBe('img/placeholder-accessory.svg')
  })
})

describe('the picture of an event', () => {
  test('has two widths and a WebP, or is left out', () => {
    put('events/sprint-400.avif', 'events/sprint-800.avif', 'events/sprint-800.webp')
    put('events/throws-800.avif')
    const pictures = loadPictures(folder)
    expect(pictures.ofEvent('sprint')).toEqual({
      srcset: [400, 800].map((width) => ({
        path: `img/events/sprint-${String(width)}.avif`,
        width,
      })),
      fallback: 'img/events/sprint-800.webp',
      width: 800,
      height: 267,
    })
    expect(pictures.ofEvent('throws')).toBeUndefined()
    expect(pictures.ofEvent('javelin')).toBeUndefined()
  })
})
