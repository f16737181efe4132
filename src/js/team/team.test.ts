import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as arbitrary from '../../../tests/fixtures/team.ts'
import { row, teamOf } from '../../../tests/fixtures/team.ts'
import {
  addBlank,
  addRows,
  canonicalCell,
  clearRows,
  isBlank,
  LONGEST_CELL,
  MOST_ROWS,
  recordAdded,
  removeRow,
  setCells,
  type Team,
  type TeamOperation,
  toCell,
  undoOf,
} from './team.ts'

function shown({ rows }: Team): string {
  return rows.map(({ id, cells }) => `${id}:${cells.model}`).join(' ')
}

const anna = row({ athlete: 'Anna', model: 'Swift' })
const bo = row({ athlete: 'Bo', model: 'Key' })
const blank = row({}, 'blank')

describe('a cell', () => {
  test.each([
    ['Anna\nLarsson', 'Anna Larsson'],
    ['a\tb\r\nc', 'a b c'],
    ['\u0000x\u2028', ' x '],
    ['  kept as typed ', '  kept as typed '],
  ])('holds %j as %j: one line', (text, expected) => {
    expect(toCell(text)).toBe(expected)
  })

  test('ends before a character that does not fit whole', () => {
    const text = 'a'.repeat(LONGEST_CELL - 1)
    expect(toCell(`${text}👟`)).toBe(text)
    expect(toCell('x'.repeat(10_000))).toHaveLength(LONGEST_CELL)
  })

  test('holds any text, and what it holds stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const held = toCell(text)
        expect(held.isWellFormed()).toBe(true)
        expect(toCell(held)).toBe(held)
      }),
    )
  })
})

describe('the list', () => {
  test('takes new rows at its end, in place of blank ones there', () => {
    expect(shown(addRows(teamOf([anna, blank]), [bo]))).toBe('Anna:Swift Bo:Key')
    expect(shown(addRows(teamOf([blank, anna]), [bo]))).toBe('blank: Anna:Swift Bo:Key')
  })

  test('ends somewhere', () => {
    const many = Array.from({ length: MOST_ROWS + 5 }, (_, at) => row({ model: 'x' }, `r${at}`))
    const full = addRows(teamOf([]), many)
    expect(full.rows).toHaveLength(MOST_ROWS)
    expect(addBlank(full, 'more')).toBe(full)
  })

  test('changes cells of one row, and of one that is gone nothing', () => {
    expect(shown(setCells(teamOf([anna, bo]), 'Bo', { model: 'Élan' }))).toBe('Anna:Swift Bo:Élan')
    expect(shown(setCells(teamOf([anna]), 'Bo', { model: 'Élan' }))).toBe('Anna:Swift')
  })

  test('knows a row with spaces only for blank', () => {
    expect(isBlank(row({ model: '  ', size: '\u00a0' }))).toBe(true)
    expect(isBlank(row({ quantity: '0' }))).toBe(false)
  })

  test('adds up what has gone into the cart', () => {
    const once = recordAdded(teamOf([]), [{ sku: 'A', quantity: 10 }])
    const twice = recordAdded(once, [
      { sku: 'A', quantity: 2 },
      { sku: 'B', quantity: 1 },
    ])
    expect(twice.addedToCart).toEqual([
      { sku: 'A', quantity: 12 },
      { sku: 'B', quantity: 1 },
    ])
  })
})

describe('taking back', () => {
  const operation: fc.Arbitrary<TeamOperation> = fc.oneof(
    fc.constant(clearRows),
    fc.nat(6).map((at) => (team: Team) => removeRow(team, `row-${at}`)),
    fc.tuple(fc.nat(6), arbitrary.cells).map(
      ([at, cells]) =>
        (team: Team) =>
          setCells(team, `row-${at}`, cells),
    ),
    arbitrary.rows.map((added) => (team: Team) => {
      return addRows(
        team,
        added.map(({ id, cells }) => ({ id: `new-${id}`, cells })),
      )
    }),
  )

  test('any change gives the list as it was', () => {
    fc.assert(
      fc.property(arbitrary.rows, operation, (rows, change) => {
        const before = teamOf(rows, { addedToCart: [{ sku: 'A', quantity: 3 }] })
        const after = change(before)
        expect(undoOf(before, after)(after)).toEqual(before)
      }),
    )
  })

  test('a removal keeps what was typed since', () => {
    const before = teamOf([anna, bo])
    const after = removeRow(before, 'Anna')
    const since = setCells(addBlank(after, 'new'), 'Bo', { model: 'Élan' })
    expect(shown(undoOf(before, after)(since))).toBe('Anna:Swift Bo:Élan new:')
  })

  test('a paste keeps rows that came since', () => {
    const before = teamOf([anna])
    const after = addRows(before, [bo])
    const since = addRows(after, [row({ athlete: 'Cem', model: 'Pins' })])
    expect(shown(undoOf(before, after)(since))).toBe('Anna:Swift Cem:Pins')
  })
})

describe('a cell that is left', () => {
  test.each([
    ['athlete', ' Anna\u00a0Ｋing\u200b ', 'Anna King'],
    ['athlete', 'می\u200cخواهم', 'می\u200cخواهم'],
    ['athlete', '\u3164\u200d', ''],
    ['size', '43⅓', '43 1/3'],
    ['size', 'ＥＵ　４２', 'EU 42'],
    ['quantity', '１', '1'],
    ['quantity', ' 2x ', '2x'],
    ['model', 'Kite\u00a0100', 'Kite 100'],
  ] as const)('of the column %s shows %j as %j', (field, typed, shown) => {
    expect(canonicalCell(field, typed)).toBe(shown)
    expect(canonicalCell(field, shown)).toBe(shown)
  })
})
