import { keepUpToDate, openStorage, type Services } from '../site/services.ts'
import { SIZE_SYSTEMS } from '../catalog/sizes.ts'
import { COLUMNS, type Column, type ColumnNames } from './roster.ts'
import { initialTeamState, nextTeamState, type TeamEvent, type TeamState } from './team-state.ts'
import { TeamStore } from './team-store.ts'

/** What the modules of the team page share. */
export interface TeamServices extends Services {
  readonly store: TeamStore
  readonly state: () => TeamState
  /** Call `listener` when the list changes, and when the catalog is loaded or fails. */
  readonly onState: (listener: () => void) => void
  readonly loadCatalogue: () => Promise<void>
  readonly columnNames: ColumnNames
}

/** Make the services of the team page, with the list on it. */
export function createTeamServices(services: Services): TeamServices {
  const offered = document.querySelector<HTMLSelectElement>('[data-part="system"]')?.value
  const system = SIZE_SYSTEMS.find((one) => one === offered) ?? 'eu'
  const store = new TeamStore(openStorage('localStorage'), system)
  keepUpToDate(store)
  const editing = followList(store, services)
  window.addEventListener('beforeunload', (event) => {
    // Only then would closing the page lose what was typed.
    if (!store.isKept && store.team.rows.length > 0) event.preventDefault()
  })
  void editing.loadCatalogue()
  return { ...services, ...editing, store, columnNames: columnNames(services) }
}

function followList(
  store: TeamStore,
  { loadProducts, t }: Services,
): Pick<TeamServices, 'state' | 'onState' | 'loadCatalogue'> {
  const listeners: (() => void)[] = []
  let state = initialTeamState(store.team, t)
  const dispatch = (event: TeamEvent): void => {
    state = nextTeamState(state, event, t)
    for (const listener of listeners) listener()
  }
  store.subscribe((team) => {
    dispatch({ type: 'list-changed', team })
  })
  return {
    state: () => state,
    onState: (listener) => {
      listeners.push(listener)
    },
    loadCatalogue: async () => {
      dispatch({ type: 'catalogue-requested' })
      try {
        dispatch({ type: 'catalogue-loaded', products: await loadProducts() })
      } catch {
        dispatch({ type: 'catalogue-failed' })
      }
    },
  }
}

/** An id for a new row, unique across tabs. `crypto.randomUUID` needs HTTPS, so it is not used. */
export function newRowId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join(
    '',
  )
}

/**
 * Make ids for the new rows of one change. A change may be made again on top of another tab's, and
 * later changes must still find its rows, so an index always gets the same id.
 */
export function newRowIds(): (index: number) => string {
  const ids: string[] = []
  return (index) => (ids[index] ??= newRowId())
}

function columnNames({ t }: Services): ColumnNames {
  const names = COLUMNS.map((column): [Column, string[]] => [
    column,
    t(`team.columns.${column}`).split(','),
  ])
  return Object.fromEntries(names) as unknown as ColumnNames
}
