import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as arbitrary from '../../../tests/fixtures/team.ts'
import { check, INDEX, teamOf } from '../../../tests/fixtures/team.ts'
import { scriptWords as t } from '../../../tests/fixtures/words.ts'
import { checkTeam, type CheckedRow } from './check-team.ts'
import type { Cells, Team } from './team.ts'

/** What one row comes to: its SKU, or the field with the problem. */
function outcome(cells: Partial<Cells>, changes: Partial<Team> = {}): string {
  const [row] = check([cells], changes).rows
  const { problem, variant, granted } = row!
  if (problem === null) return `${granted} ${variant?.sku ?? 'nothing'}`
  return `${problem.field}: ${problem.problem}`
}

/** What the problem of one row says, and what its buttons offer. */
function told(cells: Partial<Cells>): string {
  const { problem } = check([cells]).rows[0]!
  if (problem === null) return ''
  const labels = problem.fixes.map(({ label }) => label)
  return [t(problem.problem, problem.values), ...labels].join(' | ')
}

describe('a row', () => {
  test.each([
    [{ model: 'Swift', colour: 'Ember', size: '42' }, '1 SW1-EMB-42'],
    [{ model: 'swift', colour: 'emb', size: 'EU 42,0', quantity: '3' }, '3 SW1-EMB-42'],
    [{ model: 'SW1', colour: 'Slate', size: '42,5', quantity: ' 2 x' }, '2 SW1-SLT-42.5'],
    [{ model: 'Swift', colour: 'Ember', size: '42', width: 'W' }, '1 SW1-EMB-42W'],
    [{ model: 'Swift', colour: 'Ember', size: '42 wide' }, '1 SW1-EMB-42W'],
    [{ model: 'Swift', colour: 'Ember', size: '42W', width: 'regular' }, '1 SW1-EMB-42'],
    [{ model: 'Swift Two', size: '40' }, '1 SW2-CHK-40'],
    [{ model: 'elan', size: 'US 1.5Y' }, '1 EL9-EMB-33'],
    [{ model: 'Steel Pins', size: '6' }, '1 PIN-STL-6MM'],
    [{ model: 'Key', quantity: '30' }, '30 KEY-RED-ONESIZE'],
    [{ model: 'SW1-SLT-42.5' }, '1 SW1-SLT-42.5'],
    [{ model: ' sw1-emb-42w ' }, '1 SW1-EMB-42W'],
    [{ model: 'ＳＷ１–ＥＭＢ–４２\u200b' }, '1 SW1-EMB-42'],
    [{ model: 'Sw\u00adift', colour: '\u00a0Ember', size: '４２', quantity: '２' }, '2 SW1-EMB-42'],
    [{ model: 'Swift', colour: 'Slate', size: '42½', quantity: '2 pairs' }, '2 SW1-SLT-42.5'],
    [{ model: 'Swift', colour: 'Slate', size: 'UK\u202f8', quantity: '×2' }, '2 SW1-SLT-42.5'],
    [{ model: 'Steel Pins', size: '６\u00a0ｍｍ' }, '1 PIN-STL-6MM'],
    [{ model: 'SW1-SLT-42.5', colour: 'slate', size: '42.5' }, '1 SW1-SLT-42.5'],
  ])('%j orders %s', (cells, expected) => {
    expect(outcome(cells)).toBe(expected)
  })

  test.each([
    [{ athlete: 'Anna' }, 'model: team.missing-model'],
    [{ model: 'Zebra' }, 'model: team.unknown-model'],
    [{ model: 'Kestrel' }, 'model: team.several-models'],
    [{ model: 'Swift' }, 'colour: team.missing-colour'],
    [{ model: 'Swift', colour: 'Chalk' }, 'colour: team.unknown-colour'],
    [{ model: 'Swift', colour: 'Ember' }, 'size: team.missing-size'],
    [{ model: 'Swift', colour: 'Ember', size: 'big' }, 'size: team.unreadable-size'],
    [{ model: 'Swift', colour: 'Ember', size: '48' }, 'size: team.unknown-size'],
    [{ model: 'Swift', colour: 'Ember', size: '42⅓' }, 'size: team.unknown-size'],
    [{ model: 'Swift', colour: 'Slate', size: 'UK 6' }, 'size: team.several-sizes'],
    [{ model: 'Swift', colour: 'Ember', size: '42', width: 'huge' }, 'width: team.unknown-width'],
    [{ model: 'Swift', colour: 'Slate', size: '40', width: 'wide' }, 'width: team.unknown-width'],
    [{ model: 'Steel Pins' }, 'size: team.missing-option'],
    [{ model: 'Steel Pins', size: '7 mm' }, 'size: team.unknown-option'],
    [{ model: 'Key', quantity: '0' }, 'quantity: team.bad-quantity'],
    [{ model: 'Key', quantity: '1½' }, 'quantity: team.bad-quantity'],
    [{ model: 'Key', quantity: '-1' }, 'quantity: team.bad-quantity'],
    [{ model: 'Key', quantity: '=1+1' }, 'quantity: team.bad-quantity'],
    [{ model: 'Swift', colour: 'Ember', size: '42.5' }, 'size: team.sold-out'],
    [{ model: 'Swift', colour: 'Ember', size: '43', quantity: '4' }, 'size: team.over-stock'],
    [{ model: 'Key', quantity: '31' }, 'size: team.over-stock-alone'],
    [{ model: 'SW1-SLT-42.5', size: '40' }, 'model: team.sku-conflict'],
  ])('%j has a problem: %s', (cells, expected) => {
    expect(outcome(cells)).toBe(expected)
  })

  test.each([
    [{ model: 'Swft' }, 'We don’t have a model called “Swft”. | Swift | Swift Two'],
    [
      { model: 'Swift', colour: 'Ember', size: '48' },
      'Swift doesn’t come in “48”, regular. Sizes go from EU 41 to 43.',
    ],
    [
      { model: 'Swift', colour: 'Ember', size: '44' },
      'Swift doesn’t come in “44”, regular. Sizes go from EU 41 to 43. | EU 42 | EU 43',
    ],
    [{ model: 'Swift', colour: 'Ember', size: '42.5' }, 'Sold out. Try: | EU 42 | EU 43 | Slate'],
    [
      { model: 'Swift', colour: 'Ember', size: '42', width: 'wide', quantity: '2' },
      'Your list has 2 of these, but only 1 is left. Try: | Regular',
    ],
  ])('%j says “%s”', (cells, expected) => {
    expect(told(cells).toLowerCase()).toBe(expected.toLowerCase())
  })

  test('is mended by what its buttons write', () => {
    const broken: readonly Partial<Cells>[] = [
      { model: 'Swft', colour: 'Ember', size: '42' },
      { model: 'Swift', size: '42.5' },
      { model: 'Swift', colour: 'Ember', size: '42.5' },
      { model: 'SW1-EMB-42.5' },
      { model: 'Swift', colour: 'Ember', size: '44' },
      { model: 'Swift', colour: 'Ember', size: '42', width: 'huge' },
      { model: 'Steel Pins', size: '7' },
      { model: 'SW1-SLT-42.5', size: '40' },
      { model: 'Key', quantity: 'many' },
    ]
    for (const cells of broken) {
      const field = check([cells]).rows[0]!.problem!
      expect(field.fixes.length, JSON.stringify(cells)).toBeGreaterThan(0)
      const after = field.fixes.map(({ changes }) => check([{ ...cells, ...changes }]).rows[0]!)
      const isBetter = ({ problem }: CheckedRow): boolean => problem?.problem !== field.problem
      expect(after.some(isBetter), JSON.stringify(cells)).toBe(true)
    }
  })

  test('reads bare sizes in the list’s system', () => {
    const cells = { model: 'Swift', colour: 'Ember', size: '8' }
    expect(outcome(cells, { system: 'us' })).toBe('1 SW1-EMB-41')
    expect(outcome({ ...cells, size: '9.5' }, { system: 'us' })).toBe('1 SW1-EMB-43')
    expect(outcome({ ...cells, size: '26' }, { system: 'cm' })).toBe('1 SW1-EMB-41')
    expect(outcome({ ...cells, size: '43' }, { system: 'us' })).toBe('1 SW1-EMB-43')
  })

  test('without a name is ordered, and says so; a blank one is nothing', () => {
    const { rows, problemCount } = check([{ model: 'Key' }, {}, { athlete: ' ' }])
    expect(rows.map(({ isNameless }) => isNameless)).toEqual([true, false, false])
    expect(rows.map(({ isBlank }) => isBlank)).toEqual([false, true, true])
    expect(problemCount).toBe(0)
  })
})

describe('stock', () => {
  test('is given to the rows from the top, over the whole list', () => {
    const cells = { model: 'Swift', colour: 'Ember', size: '43' }
    const { rows, problemCount } = check([
      { ...cells, athlete: 'Anna', quantity: '2' },
      { model: 'SW1-EMB-43', athlete: 'Bo', quantity: '2' },
      { ...cells, athlete: 'Cem' },
    ])
    expect(rows.map(({ granted }) => granted)).toEqual([2, 1, 0])
    expect(problemCount).toBe(2)
    expect(rows[2]!.problem!.values).toEqual({ count: 3, asked: 5 })
  })

  test('is never exceeded, whatever the list says', () => {
    const likely = fc.record({
      model: fc.constantFrom('Swift', 'Key', 'Steel Pins', 'SW1-EMB-43', 'Swft'),
      colour: fc.constantFrom('', 'Ember', 'Slate'),
      size: fc.constantFrom('', '42', '42.5', '43', '6'),
      quantity: fc.constantFrom('', '1', '7', '40', 'x'),
    })
    fc.assert(
      fc.property(fc.array(likely, { maxLength: 12 }), (rows) => {
        const given = new Map<string, number>()
        for (const { variant, granted, asked, problem } of check(rows).rows) {
          expect(granted).toBeLessThanOrEqual(asked)
          if (problem === null) expect(granted).toBe(asked)
          if (variant === undefined) continue
          given.set(variant.sku, (given.get(variant.sku) ?? 0) + granted)
          expect(given.get(variant.sku)).toBeLessThanOrEqual(variant.stock)
        }
      }),
    )
  })
})

test('any text in any cell is read, and its problem has words', () => {
  fc.assert(
    fc.property(arbitrary.rows, (rows) => {
      const { rows: read } = checkTeam(teamOf(rows), INDEX, t)
      for (const { problem } of read) {
        if (problem !== null) expect(t(problem.problem, problem.values)).not.toBe('')
      }
    }),
  )
})
