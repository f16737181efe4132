import { describe, expect, test } from 'vitest'
import { row, teamOf } from '../../../tests/fixtures/team.ts'
import { decodeText } from './decode-text.ts'
import { fillCells } from './fill-cells.ts'
import { FIELDS, MOST_ROWS, type CellField } from './team.ts'

const team = teamOf([
  row({ athlete: 'Anna', model: 'Swift', size: '41' }),
  row({ athlete: 'Bo', model: 'Key', quantity: '2' }),
])

function filled(id: string, field: CellField, table: readonly (readonly string[])[]): string[] {
  let next = 0
  const { rows } = fillCells(team, { id, field }, { table, newId: () => `new-${(next += 1)}` })
  return rows.map(({ cells }) => FIELDS.map((one) => cells[one]).join('/'))
}

describe('a block pasted into a cell', () => {
  test('goes right and down from it, and keeps what stands beside it', () => {
    expect(
      filled('Anna', 'colour', [
        ['Ember', '42'],
        ['Slate', '40'],
      ]),
    ).toEqual(['Anna/Swift/Ember/42//', 'Bo/Key/Slate/40//2'])
  })

  test('puts rows on where it is longer than the list', () => {
    expect(filled('Bo', 'athlete', [['Bo L'], ['Cem'], ['Dia']])).toEqual([
      'Anna/Swift//41//',
      'Bo L/Key////2',
      'Cem/////',
      'Dia/////',
    ])
  })

  test('ends at the last column and at the last row', () => {
    expect(filled('Bo', 'quantity', [['1', 'more']])[1]).toBe('Bo/Key////1')
    const long = Array.from({ length: 5000 }, () => ['x'])
    expect(filled('Anna', 'athlete', long)).toHaveLength(MOST_ROWS)
  })

  test('changes nothing when its row is gone', () => {
    expect(filled('Nobody', 'athlete', [['x']])).toHaveLength(2)
  })
})

test.each([
  ['UTF-8', [0x4a, 0xc3, 0xb6], 'Jö'],
  ['UTF-16 with a mark', [0xff, 0xfe, 0x4a, 0, 0xf6, 0], 'Jö'],
  ['UTF-16, big end first', [0xfe, 0xff, 0, 0x4a, 0, 0xf6], 'Jö'],
  ['Windows-1252', [0x4a, 0xf6], 'Jö'],
])('a file in %s is read', (_, bytes, expected) => {
  expect(decodeText(new Uint8Array(bytes))).toBe(expected)
})
