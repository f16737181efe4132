import { describe, expect, test } from 'vitest'
import { blockedStorage, FakeStorage } from '../../../tests/fixtures/fake-storage.ts'
import { row, teamOf } from '../../../tests/fixtures/team.ts'
import type { KeyValueStorage } from '../lib/storage.ts'
import { readStoredTeam, TEAM_KEY, writeStoredTeam } from './stored-team.ts'
import { TeamStore } from './team-store.ts'
import { addRows, clearRows, setCells } from './team.ts'

const anna = row({ athlete: 'Anna' })
const bo = row({ athlete: 'Bo' })

function names(store: TeamStore): string {
  return store.team.rows.map(({ cells }) => cells.athlete).join(' ')
}

function kept(storage: KeyValueStorage): string {
  const { value: team } = readStoredTeam(storage.getItem(TEAM_KEY), 'eu')
  return team.rows.map(({ cells }) => cells.athlete).join(' ')
}

describe('the list’s store', () => {
  test('keeps every change at once, and tells', () => {
    const storage = new FakeStorage()
    const store = new TeamStore(storage, 'eu')
    let told = 0
    store.subscribe(() => (told += 1))
    store.change((team) => addRows(team, [anna]))
    store.change((team) => setCells(team, 'Anna', { athlete: 'Anna L' }))
    expect(kept(storage)).toBe('Anna L')
    expect(told).toBe(2)
  })

  test('loses nothing that another tab has written', () => {
    const storage = new FakeStorage()
    const one = new TeamStore(storage, 'eu')
    const other = new TeamStore(storage, 'eu')
    one.change((team) => addRows(team, [anna]))
    other.change((team) => addRows(team, [bo]))
    expect(names(other)).toBe('Anna Bo')
    let told = 0
    one.subscribe(() => (told += 1))
    one.refresh()
    one.refresh()
    expect(names(one)).toBe('Anna Bo')
    expect(told).toBe(1)
  })

  test('takes the last large change back, once, and over what was typed since', () => {
    const store = new TeamStore(new FakeStorage(), 'eu')
    store.change((team) => addRows(team, [anna]))
    store.undo()
    expect(names(store)).toBe('Anna')
    store.changeUndoably(clearRows)
    store.change((team) => addRows(team, [bo]))
    store.undo()
    expect(names(store)).toBe('Anna Bo')
    store.undo()
    expect(names(store)).toBe('Anna Bo')
  })

  test.each([
    ['blocked', null],
    ['blocked', blockedStorage],
    ['full', new FakeStorage({}, 20)],
  ] as const)('lives on in memory where storage is %s, and says so', (fault, storage) => {
    const store = new TeamStore(storage, 'eu')
    store.change((team) => addRows(team, [anna]))
    store.change((team) => addRows(team, [bo]))
    expect(names(store)).toBe('Anna Bo')
    expect(store.fault).toBe(fault)
    expect(store.isKept).toBe(false)
  })

  test('is kept again when there is room again', () => {
    const storage = new FakeStorage({}, 20)
    const store = new TeamStore(storage, 'eu')
    store.change((team) => addRows(team, [anna]))
    storage.quota = Infinity
    store.change((team) => addRows(team, [bo]))
    expect(kept(storage)).toBe('Anna Bo')
    expect(store.fault).toBeNull()
  })

  test('puts what it can’t read aside before it writes', () => {
    const storage = new FakeStorage({ [TEAM_KEY]: 'noise' })
    const store = new TeamStore(storage, 'eu')
    expect(store.fault).toBe('unreadable')
    expect(storage.getItem('cinder.team.unreadable')).toBe('noise')
    store.change((team) => addRows(team, [anna]))
    expect(kept(storage)).toBe('Anna')
  })

  test('leaves what it can’t read where there is no room to keep it aside', () => {
    const noise = 'noise'.repeat(20)
    const storage = new FakeStorage({ [TEAM_KEY]: noise }, TEAM_KEY.length + noise.length)
    const store = new TeamStore(storage, 'eu')
    store.change((team) => addRows(team, [anna]))
    expect(store.fault).toBe('full')
    expect(names(store)).toBe('Anna')
  })

  test('starts in the market’s sizes, and remembers others', () => {
    const storage = new FakeStorage()
    const store = new TeamStore(storage, 'us')
    expect(store.team.system).toBe('us')
    store.change((team) => ({ ...team, system: 'cm' }))
    expect(new TeamStore(storage, 'us').team.system).toBe('cm')
  })

  test('reads nothing into an order of another list', () => {
    const storage = new FakeStorage({ [TEAM_KEY]: writeStoredTeam(teamOf([anna])) })
    expect(names(new TeamStore(storage, 'eu'))).toBe('Anna')
  })
})
