import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NAMES, row, teamOf } from '../../../tests/fixtures/team.ts'
import { scriptWords as t } from '../../../tests/fixtures/words.ts'
import { isTable, readTable } from './read-table.ts'
import { readRoster, type Roster } from './roster.ts'
import { rosterText } from './roster-text.ts'
import { takeRoster } from './take-roster.ts'
import { FIELDS, LONGEST_CELL, MOST_ROWS, type Team } from './team.ts'

function read(text: string): Roster {
  return readRoster(readTable(text), NAMES)
}

/** "Anna/Swift/Ember/42//1", row by row. */
function shown(text: string): readonly string[] {
  return read(text).rows.map((cells) => FIELDS.map((field) => cells[field]).join('/'))
}

function take(text: string, team: Team = teamOf([])) {
  let id = 0
  const taken = takeRoster(text, team, { names: NAMES, newId: () => `new-${(id += 1)}` })
  return { taken, after: taken.operation(team) }
}

describe('a spreadsheet’s clipboard', () => {
  test('has tabs between cells and quotes round line breaks', () => {
    expect(
      shown(
        'Name\tModel\tColour\tSize\tQty\r\n"Anna\nMaria"\tSwift\tEmber\t42\t1\r\nBo\tKey\t\t\t2',
      ),
    ).toEqual(['Anna Maria/Swift/Ember/42//1', 'Bo/Key////2'])
  })

  test('may have its columns in any order, under many names', () => {
    expect(
      shown(
        'Qty\tShoe size (EU)\tColor\tSHOE\tFirst name\tLast name\n1\t42\tEmber\tSwift\tAnna\tLarsson',
      ),
    ).toEqual(['Anna Larsson/Swift/Ember/42//1'])
  })

  test('may have a title above its header, and empty lines', () => {
    expect(
      shown('Spring order 2027\t\t\n\t\t\nAthlete\tModel\tSize\nAnna\tSwift\t42\n\t\t\n'),
    ).toEqual(['Anna/Swift//42//'])
  })

  test('without a header is read in the list’s order, and that is said', () => {
    const text = 'Anna\tSwift\tEmber\t42\t2\nBo\tKey\t\t\t1'
    expect(shown(text)).toEqual(['Anna/Swift/Ember/42//2', 'Bo/Key////1'])
    expect(rosterText(take(text).taken, t)).toBe(
      '2 rows added. We didn’t find a header row, so we read the columns as Athlete, Model, Color, Size, Quantity.',
    )
  })

  test('with all six columns has the width before the quantity', () => {
    expect(shown('Anna\tSwift\tEmber\t42\twide\t2')).toEqual(['Anna/Swift/Ember/42/wide/2'])
  })

  test('with quotes that quote nothing is taken as it stands', () => {
    expect(shown('Name\tModel\tSize\n"Speedy" Gonzales\tSwift\t42\nBo "B"\tKey\t')).toEqual([
      '"Speedy" Gonzales/Swift//42//',
      'Bo "B"/Key////',
    ])
  })

  test('keeps decimal commas', () => {
    expect(shown('Name\tModel\tSize\nAnna\tSwift\t42,5\nBo\tSwift\t43,5')).toEqual([
      'Anna/Swift//42,5//',
      'Bo/Swift//43,5//',
    ])
  })
})

test('a column pasted into a cell keeps its decimal commas', () => {
  expect(readTable('41\r\n42,5\r\n"43\n"\r\n', 'tabbed')).toEqual([['41'], ['42,5'], ['43\n']])
})

describe('a CSV file', () => {
  test.each([
    ['commas', 'Name,Model,Size\nAnna,Swift,"42,5"'],
    ['semicolons', 'Name;Model;Size\nAnna;Swift;42,5'],
    ['bars', 'Name|Model|Size\nAnna|Swift|42,5'],
    ['a mark before it', '\uFEFFName,Model,Size\r\nAnna,Swift,"42,5"\r\n'],
  ])('may have %s', (_, text) => {
    expect(shown(text)).toEqual(['Anna/Swift//42,5//'])
  })

  test('may name SKUs only', () => {
    expect(shown('Athlete,SKU\nAnna,SW1-EMB-42')).toEqual(['Anna/SW1-EMB-42////'])
  })

  test('gives a model’s name precedence over its SKU', () => {
    expect(shown('Athlete,Model,Size,SKU\nAnna,Swift,42,SW1-EMB-42')).toEqual(['Anna/Swift//42//'])
  })
})

describe('what does not fit', () => {
  test('is named: columns the list has no place for', () => {
    const { taken } = take('Name\tPhone\tModel\tE-mail\nAnna\t555\tKey\ta@b.example')
    expect(rosterText(taken, t)).toBe('1 row added. Not used: Phone, E-mail.')
  })

  test('is counted: rows beyond the list’s length', () => {
    const lines = Array.from({ length: 5000 }, (_, at) => `A${at}\tKey`).join('\n')
    const { taken, after } = take(`Name\tModel\n${lines}`, teamOf([row({ athlete: 'First' })]))
    expect(after.rows).toHaveLength(MOST_ROWS)
    expect(rosterText(taken, t)).toContain('499 rows added. 4,501 rows left out')
  })

  test('is counted: cells that are too long', () => {
    const { taken, after } = take(`Name\tModel\n${'x'.repeat(10_000)}\tKey`)
    expect(after.rows[0]!.cells.athlete).toHaveLength(LONGEST_CELL)
    expect(rosterText(taken, t)).toBe(
      '1 row added. 1 cell was longer than 200 characters, so we cut it off.',
    )
  })

  test.each(['', ' ', '\n\n', '\t\t\n\t', 'Name\tModel\tSize'])('is nothing: %j', (text) => {
    expect(rosterText(take(text).taken, t)).toBe(
      'We found no rows in that. Your list hasn’t changed.',
    )
  })
})

describe('sizes under a header that names their system', () => {
  const text = 'Name\tModel\tSize (US)\nAnna\tSwift\t9\nBo\tSwift\tEU 42\nCem\tSwift\t42.5'

  test('set an empty list to it', () => {
    const { after } = take(text)
    expect(after.system).toBe('us')
    expect(after.rows.map(({ cells }) => cells.size)).toEqual(['9', 'EU 42', '42.5'])
  })

  test('are written with it in a list of other sizes', () => {
    const { after } = take(text, teamOf([row({ athlete: 'First', size: '42' })]))
    expect(after.system).toBe('eu')
    expect(after.rows.map(({ cells }) => cells.size)).toEqual(['42', 'US 9', 'EU 42', '42.5'])
  })
})

test('any text is read without an error', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ',', '=', '👟'), maxLength: 40 }),
      (text) => {
        expect(() => take(text)).not.toThrow()
      },
    ),
  )
})

test.each([
  ['Anna', false],
  [' Anna \n', false],
  ['Anna\tSwift', true],
  ['Anna\nBo', true],
])('%j is more than a cell: %s', (text, expected) => {
  expect(isTable(text)).toBe(expected)
})
