import type { Services } from '../site/services.ts'
import { SIZE_SYSTEMS } from '../catalog/sizes.ts'
import { COLUMNS, type Column, type ColumnNames } from './roster.ts'
import { TeamDesk } from './team-desk.ts'
import { TEAM_KEY } from './stored-team.ts'
import { TeamStore, type TeamStorage } from './team-store.ts'

/** What the modules of the team's page are given. */
export interface TeamServices extends Services {
  readonly desk: TeamDesk
  readonly columnNames: ColumnNames
}

/** The page's services, with the one list on it. */
export function createTeamServices(services: Services): TeamServices {
  const offered = document.querySelector<HTMLSelectElement>('[data-part="system"]')?.value
  const system = SIZE_SYSTEMS.find((one) => one === offered) ?? 'eu'
  const store = new TeamStore(openStorage(), system)
  const desk = new TeamDesk(store, services.loadProducts, services.t)
  window.addEventListener('storage', ({ key }) => {
    if (key === TEAM_KEY || key === null) store.refresh()
  })
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) store.refresh()
  })
  window.addEventListener('beforeunload', (event) => {
    // The one case in which closing the page would lose what was typed.
    if (!store.isKept && store.team.rows.length > 0) event.preventDefault()
  })
  void desk.load()
  return { ...services, desk, columnNames: columnNames(services) }
}

/** A name for a new row that no other tab gives; `crypto.randomUUID` is not there without HTTPS. */
export function newRowId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join(
    '',
  )
}

function columnNames({ t }: Services): ColumnNames {
  const names = COLUMNS.map((column): [Column, string[]] => [
    column,
    t(`team.columns.${column}`).split(','),
  ])
  return Object.fromEntries(names) as unknown as ColumnNames
}

/** Browsers that block storage throw on the mere mention of it. */
function openStorage(): TeamStorage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
