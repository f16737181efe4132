import { describe, expect, test } from 'vitest'
import { productCard } from './scene/card.ts'
import { SHAPES } from './shoe/silhouettes.ts'
import { shoeForm } from './shoe/form.ts'
import { sideView } from './shoe/side-view.ts'
import type { Overlay, ShoeSpec, Silhouette } from './shoe/spec.ts'
import { assertWellFormed } from './well-formed.ts'

const OVERLAYS: readonly Overlay[] = ['bands', 'blade', 'chevron', 'lane', 'saddle', 'wave']
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

const pinsIn = (spec: ShoeSpec): number => {
  return sideView(spec).body.split('data-part="pin"').length - 1
}

describe('every silhouette with every overlay', () => {
  test.each(SILHOUETTES)('%s is well-formed, all its numbers finite', (silhouette) => {
    for (const overlay of OVERLAYS) {
      const svg = productCard(sideView({ ...SPEC, silhouette, overlay }))
      assertWellFormed(svg)
      // Looked for outside the light map, whose letters are arbitrary.
      const drawn = svg.replaceAll(/base64,[^"]*/g, '')
      expect(/NaN|Infinity|undefined|\[object/.exec(drawn)).toBeNull()
    }
  })

  test.each(SILHOUETTES)('the vamp of %s falls all the way to the toe', (silhouette) => {
    const { top } = shoeForm({ ...SPEC, silhouette })
    for (let x = 440; x < 985; x += 5) expect(top(x + 5)).toBeLessThan(top(x) + 0.5)
  })
})

describe('materials and closures', () => {
  test.each(['laces', 'laces-strap', 'strap', 'zip', 'dial', 'slip-on'] as const)(
    'a shoe closed by %s is well-formed',
    (closure) => {
      for (const upper of ['mesh', 'knit', 'film', 'synthetic-leather'] as const) {
        assertWellFormed(productCard(sideView({ ...SPEC, closure, upper, cut: 'mid' })))
      }
    },
  )
})

describe('pins', () => {
  test.each([
    [0, 0],
    [1, 0],
    [5, 0],
    [7, 4],
    [11, 0],
  ])('draws %i in front and %i at the heel', (forefoot, heel) => {
    expect(pinsIn({ ...SPEC, pins: { ...SPEC.pins, forefoot, heel } })).toBe(forefoot + heel)
  })

  test.each(['pyramid', 'needle', 'christmas-tree', 'tartan', 'blank'] as const)(
    '%s pins are drawn',
    (shape) => {
      expect(pinsIn({ ...SPEC, pins: { ...SPEC.pins, shape } })).toBe(7)
    },
  )
})

describe('the same input', () => {
  test('gives the same picture', () => {
    expect(sideView(SPEC)).toEqual(sideView(structuredClone(SPEC)))
  })

  test('and another brand another mark', () => {
    expect(sideView(SPEC).body).not.toBe(sideView({ ...SPEC, brand: 'ostra' }).body)
  })
})

describe('input that is not to be trusted', () => {
  test('a colour that is not one is refused', () => {
    const palette = { ...SPEC.palette, upper: '"/><script>alert(1)</script>' }
    expect(() => sideView({ ...SPEC, palette })).toThrow(/Not a colour/)
  })

  test('a brand cannot reach beyond the marks', () => {
    for (const brand of ['constructor', '__proto__', '"><script/>']) {
      const svg = productCard(sideView({ ...SPEC, brand }))
      assertWellFormed(svg)
      expect(svg).not.toContain('script')
    }
  })
})
