import { describe, expect, test } from 'vitest'
import { makeSite, shoeOf } from '../../tests/fixtures/site.ts'
import { plateDiagramView } from './plate-diagram.ts'

const swift = shoeOf(makeSite(), 'swift')

/** Every possible number of pins. */
const COUNTS = Array.from({ length: 12 }, (_, forefoot) =>
  Array.from({ length: 5 }, (_none, heel) => ({ forefoot, heel })),
)
  .flat()
  .filter(({ forefoot, heel }) => forefoot + heel <= 11)

describe('the drawing of a sole', () => {
  test.each(COUNTS)('has exactly $forefoot pins in front and $heel at the heel', (count) => {
    const { pins } = plateDiagramView({ ...swift, pins: { ...swift.pins, ...count } })
    // The sole is 260 long, toe up; the arch, at half of it, never carries a pin.
    expect(pins.filter(({ cy }) => cy < 130)).toHaveLength(count.forefoot)
    expect(pins.filter(({ cy }) => cy > 190)).toHaveLength(count.heel)
    expect(pins).toHaveLength(count.forefoot + count.heel)
  })

  test('never puts a pin on another one or outside the sole', () => {
    for (const count of COUNTS) {
      const { pins } = plateDiagramView({ ...swift, pins: { ...swift.pins, ...count } })
      for (const [index, pin] of pins.entries()) {
        expect(pin.cx).toBeGreaterThan(10)
        expect(pin.cx).toBeLessThan(90)
        for (const other of pins.slice(index + 1)) {
          expect(Math.hypot(pin.cx - other.cx, pin.cy - other.cy)).toBeGreaterThan(12)
        }
      }
    }
  })

  test('has both numbers', () => {
    const { forefoot, heel } = plateDiagramView(shoeOf(makeSite(), 'mud-lark'))
    expect({ forefoot, heel }).toEqual({ forefoot: 5, heel: 2 })
  })
})
