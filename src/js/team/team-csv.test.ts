import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as arbitrary from '../../../tests/fixtures/team.ts'
import { INDEX, NAMES, row, teamOf } from '../../../tests/fixtures/team.ts'
import { scriptWords as t } from '../../../tests/fixtures/words.ts'
import { checkTeam } from './check-team.ts'
import { escapeFormula, unescapeFormula } from './csv-formula.ts'
import { readTable } from './read-table.ts'
import { readRoster } from './roster.ts'
import { writeTeamCsv } from './team-csv.ts'
import { FIELDS, isBlank, type TeamRow } from './team.ts'

const headers = [
  ...FIELDS.map((field) => t(`team.column.${field}`)),
  ...['sku', 'price', 'total'].map((name) => t(`team.header.${name}`)),
]

function csvOf(rows: readonly TeamRow[]): string {
  return writeTeamCsv(checkTeam(teamOf(rows), INDEX, t).rows, { headers, currency: 'USD' })
}

describe('a cell of a CSV file', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', ' =1', "'=1"])(
    'that reads %j is not run',
    (text) => {
      expect(escapeFormula(text)).toBe(`'${text}`)
    },
  )

  test.each(['Anna', '42', "O'Neill", "'", '', 'a=b', '1-2'])('that reads %j stays', (text) => {
    expect(escapeFormula(text)).toBe(text)
  })

  test('comes back as it was', () => {
    const signs = fc.constantFrom('=', '+', '-', '@', "'", ' ', '\t', 'a', '＝')
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: signs, maxLength: 6 }), fc.string()), (text) => {
        expect(unescapeFormula(escapeFormula(text))).toBe(text)
      }),
      { examples: [["'\t"], ["''="]] },
    )
  })
})

describe('the list as a CSV file', () => {
  test('has the SKU, the price and the sum beside what was typed', () => {
    const rows = [
      row({ athlete: 'Anna', model: 'swift', colour: 'Ember', size: '42,5' }),
      row({ athlete: '=cmd', model: 'Steel Pins', size: '6', quantity: '2' }),
      row({}, 'blank'),
    ]
    expect(csvOf(rows).split('\r\n')).toEqual([
      '\uFEFFAthlete,Model,Color,Size,Width,Quantity,SKU,Price,Total',
      'Anna,swift,Ember,"42,5",,,SW1-EMB-42.5,129.95,0',
      "'=cmd,Steel Pins,,6,,2,PIN-STL-6MM,7.95,15.9",
      '',
    ])
  })

  test('read again is the same list', () => {
    fc.assert(
      fc.property(arbitrary.rows, (rows) => {
        const written = rows.filter((one) => !isBlank(one))
        const roster = readRoster(readTable(csvOf(rows)), NAMES)
        expect(roster.rows).toEqual(written.map(({ cells }) => cells))
        expect(roster).toMatchObject({ isGuessed: false, unused: [], cutCount: 0 })
      }),
      { numRuns: 300 },
    )
  })
})
