import { keepUpToDate, openStorage, type Services } from '../site/services.ts'
import { SIZE_SYSTEMS } from '../catalog/sizes.ts'
import { COLUMNS, type Column, type ColumnNames } from './roster.ts'
import { TeamDesk } from './team-desk.ts'
import { TeamStore } from './team-store.ts'

/** What the modules of the team's page are given. */
export interface TeamServices extends Services {
  readonly desk: TeamDesk
  readonly columnNames: ColumnNames
}

/** The page's services, with the one list on it. */
export function createTeamServices(services: Services): TeamServices {
  const offered = document.querySelector<HTMLSelectElement>('[data-part="system"]')?.value
  const system = SIZE_SYSTEMS.find((one) => one === offered) ?? 'eu'
  const store = new TeamStore(openStorage('localStorage'), system)
  keepUpToDate(store)
  const desk = new TeamDesk(store, services.loadProducts, services.t)
  window.addEventListener('beforeunload', (event) => {
    // The one case in which closing the page would lose what was typed.
    if (!store.isKept && store.team.rows.length > 0) event.preventDefault()
  })
  void desk.load()
  return { ...services, desk, columnNames: columnNames(services) }
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
