import { describe, expect, test } from 'vitest'
import { row, SHOP, teamOf } from '../../../tests/fixtures/team.ts'
import { scriptWords as t } from '../../../tests/fixtures/words.ts'
import { initialTeamState, nextTeamState, type TeamEvent, type TeamState } from './team-state.ts'

const TEAM = teamOf([
  row({ athlete: 'Anna', model: 'Swift', colour: 'Ember', size: '42' }),
  row({ athlete: 'Bo', model: 'Nothing' }),
  row({}),
])

const LOADED: TeamEvent = { type: 'catalogue-loaded', products: SHOP }

function after(events: readonly TeamEvent[], team = TEAM): TeamState {
  return events.reduce((state, event) => nextTeamState(state, event, t), initialTeamState(team, t))
}

describe('the team page', () => {
  test('finds nothing and complains about nothing before the catalog is there', () => {
    const { status, checked, totals } = after([])
    expect([status, checked.problemCount, totals.quantity]).toEqual(['loading', 0, 0])
    expect(checked.rows.map(({ isBlank }) => isBlank)).toEqual([false, false, true])
  })

  test('checks the list once the catalog is loaded', () => {
    const { status, checked, totals } = after([LOADED])
    expect([status, checked.problemCount, totals.quantity]).toEqual(['ready', 1, 1])
  })

  test('checks it again after each change', () => {
    const team = teamOf(TEAM.rows.slice(0, 1))
    const state = after([LOADED, { type: 'list-changed', team }])
    expect([state.team, state.checked.problemCount]).toEqual([team, 0])
  })

  test('keeps the list when the catalog fails, and what was checked when it is asked for again', () => {
    const failed = after([{ type: 'catalogue-failed' }])
    expect([failed.status, failed.checked.rows.length]).toEqual(['failed', 3])
    const again = after([LOADED, { type: 'catalogue-requested' }])
    expect([again.status, again.totals.quantity]).toEqual(['loading', 1])
  })

  test('changes no state that it was given', () => {
    const before = after([])
    const copy = structuredClone(before)
    nextTeamState(before, LOADED, t)
    expect(before).toEqual(copy)
  })
})
