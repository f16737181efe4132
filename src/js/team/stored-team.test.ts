import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as arbitrary from '../../../tests/fixtures/team.ts'
import { teamOf } from '../../../tests/fixtures/team.ts'
import { readStoredTeam, writeStoredTeam } from './stored-team.ts'
import { MOST_ROWS } from './team.ts'

const read = (text: string | null) => readStoredTeam(text, 'us')

describe('a stored list', () => {
  test('comes back as it was written', () => {
    fc.assert(
      fc.property(arbitrary.rows, (rows) => {
        const team = teamOf(rows, { system: 'uk', addedToCart: [{ sku: 'A', quantity: 25 }] })
        expect(read(writeStoredTeam(team))).toEqual({ value: team, isWhole: true })
      }),
    )
  })

  test('says under its first name what was added to the cart', () => {
    const team = teamOf([], { addedToCart: [{ sku: 'A', quantity: 25 }] })
    expect(JSON.parse(writeStoredTeam(team))).toMatchObject({
      carried: [{ sku: 'A', quantity: 25 }],
    })
  })

  test('that is not there is an empty one in the market’s sizes', () => {
    expect(read(null)).toEqual({ value: teamOf([], { system: 'us' }), isWhole: true })
  })

  test.each(['', 'noise', '[]', 'null', '{}', '{"version":2,"rows":[]}', '{"version":1}', '7'])(
    'that reads %j is kept aside',
    (text) => {
      expect(read(text)).toEqual({ value: teamOf([], { system: 'us' }), isWhole: false })
    },
  )

  test('keeps the rows that can be read, and says that others can’t', () => {
    const rows = [{ id: 'a', athlete: 'Anna' }, null, { id: 'b', model: 7 }, { athlete: 'Bo' }]
    const { value: team, isWhole } = read(JSON.stringify({ version: 1, rows, carried: [{}, 3] }))
    expect(team.rows.map(({ cells }) => cells.athlete)).toEqual(['Anna', 'Bo'])
    expect(isWhole).toBe(false)
  })

  test('gives rows of one name two', () => {
    const rows = [{ id: 'a' }, { id: 'a' }, {}, { id: '' }]
    const ids = read(JSON.stringify({ version: 1, rows })).value.rows.map(({ id }) => id)
    expect(new Set(ids).size).toBe(4)
  })

  test('that is too long is cut, and the whole kept aside', () => {
    const rows = Array.from({ length: MOST_ROWS + 1 }, () => ({ athlete: 'x' }))
    const { value: team, isWhole } = read(JSON.stringify({ version: 1, rows }))
    expect(team.rows).toHaveLength(MOST_ROWS)
    expect(isWhole).toBe(false)
  })

  test('can be any text at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(() => read(text)).not.toThrow()
      }),
    )
  })
})
