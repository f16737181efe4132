import { describe, expect, test } from 'vitest'
import { SHAPES } from './shoe/silhouettes.ts'
import { shoeForm } from './shoe/form.ts'
import { pinOutline } from './shoe/pins.ts'
import type { ShoeSpec, Silhouette } from './shoe/spec.ts'

const SILHOUETTES = Object.keys(SHAPES) as Silhouette[]

const SPEC: ShoeSpec = {
  slug: 'test',
  brand: 'kestrel',
  silhouette: 'sprint',
  overlay: 'lane',
  upper: 'mesh',
  closure: 'laces',
  cut: 'low',
  plate: 'full',
  plateMaterial: 'pebax',
  midsole: 'eva',
  pins: { forefoot: 7, heel: 0, shape: 'pyramid', lengthMm: 6 },
  stackMm: [10, 8],
  palette: {
    upper: '#e8402a',
    overlay: '#8e1420',
    midsole: '#f6f1e8',
    plate: '#f29a2e',
    laces: '#f6f1e8',
  },
}

describe('every silhouette', () => {
  test.each(SILHOUETTES)('%s has an outline, all its numbers finite', (silhouette) => {
    expect(shoeForm({ ...SPEC, silhouette }).upper).not.toMatch(/NaN|Infinity|undefined/)
  })

  test.each(SILHOUETTES)('the vamp of %s falls all the way to the toe', (silhouette) => {
    const { top } = shoeForm({ ...SPEC, silhouette })
    for (let x = 440; x < 985; x += 5) expect(top(x + 5)).toBeLessThan(top(x) + 0.5)
  })
})

describe('pins', () => {
  test.each(['pyramid', 'needle', 'christmas-tree', 'tartan', 'blank'] as const)(
    '%s pins have an outline of their own',
    (shape) => {
      expect(pinOutline(shape, 14, 22)).not.toMatch(/NaN|undefined/)
      if (shape !== 'pyramid')
        expect(pinOutline(shape, 14, 22)).not.toBe(pinOutline('pyramid', 14, 22))
    },
  )
})
